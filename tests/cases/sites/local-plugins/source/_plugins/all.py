"""The same plug-ins as in all.rb, in Python."""

from onemg_render.liquid import Context
from onemg_render.plugins.api import PRIORITIES, Converter, Extensions, Generator, Hook


class Numbers(Generator):
    priority = PRIORITIES["low"]

    def generate(self, site, tools):
        content = f"*{len(site.pages)}* pages {{{{ page.answer }}}}"
        data = {"answer": 42, "layout": "l"}
        site.pages.append(site.new_page(name="numbers.md", folder="made", content=content, data=data))


class First(Generator):
    priority = PRIORITIES["high"]

    def generate(self, site, tools):
        for page in site.pages:
            page.data["order"] = "first"


class Second(Generator):
    def generate(self, site, tools):
        for page in site.pages:
            page.data["order"] += " second"


class Upper(Converter):
    priority = PRIORITIES["low"]

    def matches(self, ext):
        return ext == ".upper"

    def output_ext(self, ext):
        return ".html"

    def convert(self, text, path):
        return text.upper()


class Exclaim(Converter):
    priority = PRIORITIES["high"]

    def matches(self, ext):
        return ext in (".upper", ".md")

    def output_ext(self, ext):
        return None

    def convert(self, text, path):
        return text.replace("!!", "(exclaimed)")


class Shout:
    block = False

    def parse(self, markup, source):
        def render(context: Context, body):
            return f"{markup.strip().upper()}! {context.get('page').get('title') or ''}"

        return render


class Twice:
    block = True

    def parse(self, markup, source):
        return lambda context, body: body() * 2


def surround(value, mark="*"):
    return f"{mark}{value}{mark}"


def count(site):
    site.config.set("read", f"{len(site.pages)} read")


def begin(site, payload):
    site.config.set("rendering", "now")


def before(page, payload):
    payload["from_hook"] = f"hooked {page.item.name}"
    page.content = page.content.replace("BEFORE", "before")


def converted(page):
    page.content = page.content.replace("CONVERTED", "converted")


def appending(text):
    def append(page):
        page.output += text

    return append


def sign(page):
    if page.item.output_ext == ".html":
        page.output += f"<!-- page {page.url} -->\n"


def extensions():
    return Extensions(
        generators=[Numbers(), First(), Second()],
        converters=[Upper(), Exclaim()],
        tags={"shout": Shout(), "twice": Twice()},
        filters={"surround": surround},
        hooks=[
            Hook("site", "post_read", count),
            Hook("site", "pre_render", begin),
            Hook("pages", "pre_render", before),
            Hook("pages", "post_convert", converted),
            Hook("documents", "post_convert", converted),
            Hook("documents", "post_render", appending("<!-- documents -->\n"), "low"),
            Hook("documents", "post_render", appending("<!-- high -->\n"), "high"),
            Hook("notes", "post_render", appending("<!-- notes -->\n")),
            Hook("posts", "post_render", appending("<!-- posts -->\n")),
            Hook("pages", "post_render", sign),
        ],
    )
