"""jekyll-seo-tag 2.8: `{% seo %}` writes titles, Open Graph, Twitter cards and JSON-LD of a page."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from onemg_render.liquid import Body, Context, Drop, Expression, Render, Source, Value
from onemg_render.liquid.runtime import get, is_true, text
from onemg_render.plugins.api import Extensions
from onemg_render.render.filters.data import jsonify
from onemg_render.render.filters.dates import date_to_xmlschema
from onemg_render.render.filters.text import uri_escape
from onemg_render.render.filters.urls import absolute_url
from onemg_render.util.patterns import regex
from onemg_render.util.urls import is_absolute

VERSION: Final = "2.8.0"
SEPARATOR: Final = " | "
HOME_OR_ABOUT: Final = regex(r"^/(about/)?(index.html?)?$", re.MULTILINE)
WITHOUT_TITLE: Final = regex("title=false", re.IGNORECASE)
PAGE_MESSAGE: Final = "Page %<current>s of %<total>s for "
CLEAN: Final = "seo_text | markdownify | strip_html | normalize_whitespace | escape_once"
VERIFICATIONS: Final = (
    ("google", "google-site-verification"),
    ("bing", "msvalidate.01"),
    ("alexa", "alexaVerifyID"),
    ("yandex", "yandex-verification"),
    ("baidu", "baidu-site-verification"),
    ("facebook", "facebook-domain-verification"),
)
FACEBOOK: Final = (("admins", "fb:admins"), ("publisher", "article:publisher"), ("app_id", "fb:app_id"))


class SeoTag:
    """`{% seo %}`, or `{% seo title=false %}` beside a `<title>` of one's own."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        clean = source.variable(CLEAN)
        titled = not WITHOUT_TITLE.search(markup)

        def render(context: Context, body: Body) -> str:
            return "".join(f"{line}\n" for line in lines(Facts(context, clean), titled=titled))

        return render


class Facts:
    """What is known of the page, each fact looked up once; None stands for what there is not."""

    def __init__(self, context: Context, clean: Expression) -> None:
        self.context = context
        self._clean = clean
        self.page = context.variables.get("page")
        self.site = context.variables.get("site")
        self.paginator = context.variables.get("paginator")

    def clean(self, value: Value) -> str | None:
        """Markdown as plain text for attributes; None if nothing is left."""
        with self.context.scope({"seo_text": value}):
            return text(self._clean(self.context)) or None

    def of_page(self, *keys: str) -> Value:
        return look(self.page, *keys)

    def of_site(self, *keys: str) -> Value:
        return look(self.site, *keys)

    @cached_property
    def site_title(self) -> str | None:
        return self.clean(either(self.of_site("title"), self.of_site("name")))

    @cached_property
    def site_description(self) -> str | None:
        return self.clean(self.of_site("description"))

    @cached_property
    def page_title(self) -> str | None:
        return self.clean(self.of_page("title")) or self.site_title

    @cached_property
    def title(self) -> str | None:
        title = self.page_title
        if self.site_title and self.page_title != self.site_title:
            title = f"{self.page_title}{SEPARATOR}{self.site_title}"
        elif self.site_title and self.site_description:
            tagline = self.clean(self.of_site("tagline")) or self.site_description
            title = f"{self.site_title}{SEPARATOR}{tagline}"
        return self.page_number + title if self.page_number and title is not None else title

    @cached_property
    def page_number(self) -> str:
        """`Page 2 of 5 for ` before the title of a paginated page, none on the first."""
        current = look(self.paginator, "page")
        if not isinstance(current, int) or current <= 1:
            return ""
        message = text(either(self.of_site("seo_paginator_message"), PAGE_MESSAGE))
        values = {"current": text(current), "total": text(look(self.paginator, "total_pages"))}
        for name, value in values.items():
            message = message.replace(f"%<{name}>s", value).replace(f"%{{{name}}}", value)
        return message

    @cached_property
    def description(self) -> str | None:
        return (
            self.clean(either(self.of_page("description"), self.of_page("excerpt"))) or self.site_description
        )

    @cached_property
    def is_home_or_about(self) -> bool:
        return bool(HOME_OR_ABOUT.search(text(self.of_page("url"))))

    @cached_property
    def name(self) -> str | None:
        if is_true(own := self.of_page("seo", "name")):
            return self.clean(own)
        if not self.is_home_or_about:
            return None
        social = self.of_site("social", "name")
        return self.clean(social) if is_true(social) else self.site_title

    @cached_property
    def type(self) -> Value:
        if is_true(own := self.of_page("seo", "type")):
            return own
        if self.is_home_or_about:
            return "WebSite"
        return "BlogPosting" if is_true(self.of_page("date")) else "WebPage"

    @cached_property
    def links(self) -> Value:
        own = self.of_page("seo", "links")
        return own if is_true(own) or not self.is_home_or_about else self.of_site("social", "links")

    @cached_property
    def author(self) -> dict[str, Value]:
        """The page's author, else its first one, else the site's; a name is looked up in `_data/authors`."""
        authors = self.of_page("authors")
        first = authors[0] if isinstance(authors, list) and authors else None
        candidates = (self.of_page("author"), first, self.of_site("author"))
        author = next((one for one in candidates if text(one)), None)
        if isinstance(author, str):
            known = plain(self.of_site("data", "authors", author))
            return {"name": author, **(known if isinstance(known, dict) else {})}
        return author if isinstance(author, dict) else {}

    @property
    def author_twitter(self) -> str | None:
        handle = either(self.author.get("twitter"), self.author.get("name"))
        return handle.removeprefix("@") if isinstance(handle, str) else None

    @cached_property
    def image(self) -> dict[str, Value] | None:
        """The page's image, its `path` an absolute URL; None without one."""
        given = self.of_page("image")
        fields = given if isinstance(given, dict) else {"path": given if isinstance(given, str) else None}
        path = either(fields.get("path"), fields.get("facebook"), fields.get("twitter"))
        if not is_true(path):
            return None
        return {"path": self.escaped_url(path), **{key: one for key, one in fields.items() if key != "path"}}

    def escaped_url(self, value: Value) -> Value:
        """A URL of one's own made absolute, any other as it is; both percent-encoded."""
        own = isinstance(value, str) and not is_absolute(value)
        return uri_escape(absolute_url(self.context, value) if own else value)

    @property
    def logo(self) -> Value:
        logo = self.of_site("logo")
        return self.escaped_url(logo) if is_true(logo) else None

    def moment(self, value: Value) -> str | None:
        return text(date_to_xmlschema(self.context, value)) if is_true(value) else None

    @cached_property
    def published(self) -> str | None:
        return self.moment(self.of_page("date"))

    @cached_property
    def modified(self) -> str | None:
        page = self.of_page
        return self.moment(either(page("seo", "date_modified"), page("last_modified_at"), page("date")))

    @cached_property
    def locale(self) -> str:
        language = either(self.of_page("lang"), self.of_site("lang"), "en_US")
        return text(either(self.of_page("locale"), self.of_site("locale"), language)).replace("-", "_")

    @cached_property
    def canonical_url(self) -> str:
        own = text(self.of_page("canonical_url"))
        return own or re.sub(
            r"/index\.html$", "/", text(absolute_url(self.context, self.of_page("url"))), flags=re.M
        )

    def json_ld(self) -> dict[str, Value]:
        """The page in schema.org's words, keys sorted, nothing that is nil."""
        found: dict[str, Value] = {
            "@context": "https://schema.org",
            "@type": self.type,
            "author": json_author(self),
            "dateModified": self.modified,
            "datePublished": self.published,
            "description": self.description,
            "headline": self.page_title,
            "image": json_image(self.image),
            "mainEntityOfPage": json_entity(self),
            "name": self.name,
            "publisher": json_publisher(self),
            "sameAs": plain(self.links),
            "url": self.canonical_url,
        }
        return {key: value for key, value in found.items() if value is not None}


def look(value: Value, *keys: str) -> Value:
    """`value.a.b` as a template would look it up."""
    for key in keys:
        value = get(value, key)
    return value


def either(*values: Value) -> Value:
    """The first value that is neither nil nor false; the last one if none is (Ruby's `||`)."""
    return next((value for value in values if is_true(value)), values[-1])


def plain(value: Value) -> Value:
    return value.plain() if isinstance(value, Drop) else value


def json_author(facts: Facts) -> Value:
    author = facts.author
    kind = author.get("type")
    if not is_true(author.get("name")) or (is_true(kind) and kind not in ("Organization", "Person")):
        return None
    url = {"url": author["url"]} if is_true(author.get("url")) else {}
    return {"@type": kind if is_true(kind) else "Person", "name": author["name"], **url}


def json_image(image: dict[str, Value] | None) -> Value:
    if image is None or len(image) == 1:
        return image and image["path"]
    others = {key: value for key, value in image.items() if key != "path"}
    return {**others, "url": image["path"], "@type": "imageObject"}


def json_entity(facts: Facts) -> Value:
    if facts.type not in ("BlogPosting", "CreativeWork"):
        return None
    return {"@type": "WebPage", "@id": facts.canonical_url}


def json_publisher(facts: Facts) -> Value:
    logo = facts.logo
    if logo is None:
        return None
    name = facts.author.get("name")
    named = {"name": name} if is_true(name) else {}
    return {"@type": "Organization", "logo": {"@type": "ImageObject", "url": logo}, **named}


def lines(facts: Facts, *, titled: bool) -> Iterator[str]:
    """The block, line by line, in the gem's order."""
    yield f"<!-- Begin Jekyll SEO tag v{VERSION} -->"
    if titled and facts.title:
        yield f"<title>{facts.title}</title>"
    yield meta("generator", f"Jekyll v{text(look(facts.context.variables.get('jekyll'), 'version'))}")
    if facts.page_title:
        yield prop("og:title", facts.page_title)
    if is_true(name := facts.author.get("name")):
        yield meta("author", name)
    yield prop("og:locale", facts.locale)
    if facts.description:
        yield meta("description", facts.description)
        yield prop("og:description", facts.description)
    if is_true(facts.of_site("url")):
        yield f'<link rel="canonical" href="{facts.canonical_url}" />'
        yield prop("og:url", facts.canonical_url)
    if facts.site_title:
        yield prop("og:site_name", facts.site_title)
    yield from image_lines(facts)
    yield from kind_lines(facts)
    yield from twitter_lines(facts)
    yield from owner_lines(facts)
    yield '<script type="application/ld+json">'
    yield f"{jsonify(facts.json_ld())}</script>"
    yield "<!-- End Jekyll SEO tag -->"


def image_lines(facts: Facts) -> Iterator[str]:
    if facts.image:
        yield prop("og:image", facts.image["path"])
        for key in ("height", "width", "alt"):
            if is_true(facts.image.get(key)):
                yield prop(f"og:image:{key}", facts.image[key])


def kind_lines(facts: Facts) -> Iterator[str]:
    if facts.published:
        yield prop("og:type", "article")
        yield prop("article:published_time", facts.published)
    else:
        yield prop("og:type", "website")
    for relation, key in (("prev", "previous_page"), ("next", "next_page")):
        if is_true(look(facts.paginator, key)):
            url = text(absolute_url(facts.context, look(facts.paginator, f"{key}_path")))
            yield f'<link rel="{relation}" href="{url}" />'


def twitter_lines(facts: Facts) -> Iterator[str]:
    if facts.image:
        cards = (facts.of_page("twitter", "card"), facts.of_site("twitter", "card"))
        yield meta("twitter:card", next((card for card in cards if text(card)), "summary_large_image"))
        yield prop("twitter:image", facts.image["path"])
        if is_true(facts.image.get("alt")):
            yield meta("twitter:image:alt", facts.image["alt"])
    else:
        yield meta("twitter:card", "summary")
    if facts.page_title:
        yield prop("twitter:title", facts.page_title)
    if is_true(facts.of_site("twitter")):
        yield meta("twitter:site", f"@{text(facts.of_site('twitter', 'username')).replace('@', '')}")
        if facts.author_twitter:
            yield meta("twitter:creator", f"@{facts.author_twitter.replace('@', '')}")


def owner_lines(facts: Facts) -> Iterator[str]:
    """Facebook's keys, and the proofs of ownership that search engines ask for."""
    for key, name in FACEBOOK:
        if is_true(value := facts.of_site("facebook", key)):
            yield prop(name, value)
    if is_true(facts.of_site("webmaster_verifications")):
        for key, name in VERIFICATIONS:
            if is_true(value := facts.of_site("webmaster_verifications", key)):
                yield meta(name, value)
    elif is_true(value := facts.of_site("google_site_verification")):
        yield meta("google-site-verification", value)


def meta(name: str, content: Value) -> str:
    return f'<meta name="{name}" content="{text(content)}" />'


def prop(name: str, content: Value) -> str:
    return f'<meta property="{name}" content="{text(content)}" />'


def extensions() -> Extensions:
    return Extensions(safe=True, parallel=True, tracked=True, tags={"seo": SeoTag()})
