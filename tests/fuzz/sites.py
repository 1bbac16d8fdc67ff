"""A strategy for whole sites: files of every kind, under plain and odd names, in every encoding."""

import re
from typing import Final

from hypothesis import strategies as st

from onemg_render.config.defaults import JEKYLL_4
from onemg_render.plugins.builtin import BUILT_IN
from tests.fuzz.texts import (
    CSV,
    JSON,
    LIQUID,
    MARKDOWN,
    SCALAR,
    STYLE_SHEET,
    YAML,
    Text,
    damaged,
    either,
    some,
)

Files = dict[str, bytes]

KEYS: Final = (
    *(
        "title",
        "layout",
        "permalink",
        "date",
        "tags",
        "categories",
        "category",
        "published",
        "excerpt_separator",
        "slug",
        "lang",
    ),
    *(
        "redirect_from",
        "redirect_to",
        "pagination",
        "author",
        "image",
        "description",
        "render_with_liquid",
        "toc",
        "sitemap",
        "order",
    ),
)
VALUES: Final = (
    "a",
    "b",
    "none",
    "/:categories/:title:output_ext",
    "/a/",
    "/:x/",
    ":",
    "../../x",
    "/a\0b/",
    "[a, [b]]",
    "{a: b}",
    "/é ü/%",
)
SETTINGS: Final = (
    *sorted(
        JEKYLL_4.keys()
        - {"source", "destination", "cache_dir", "layouts_dir", "includes_dir", "data_dir", "plugins_dir"}
    ),
    *(
        "compat",
        "theme",
        "remote_theme",
        "sass",
        "csv_reader",
        "paginate",
        "url",
        "scholar",
        "feed",
        "jekyll-archives",
        "emoji",
    ),
    *(
        "optional_front_matter",
        "titles_from_headings",
        "relative_links",
        "readme_index",
        "pagination",
        "autopages",
        "repository",
    ),
    *(
        "github",
        "last-modified-at",
        "toc",
        "whitelist",
        "commonmark",
        "webrick",
        "page_excerpts",
        "data",
        "time",
        "logo",
        "social",
    ),
)
WELL_FORMED: Final = (
    "collections: {things: {output: true, sort_by: x}, a: , data: {output: true}}",
    "collections: [things, things, '']\ncollections_dir: things",
    "defaults:\n- scope: {path: '', type: posts}\n  values: {layout: b}\n- scope: {path: '**/[*'}\n",
    "exclude: ['*a*a*a*a*a*b', '[', '{a,{b,c}}', '**/x']",
    "kramdown: {input: kramdown, toc_levels: 9..1, header_offset: -3, typographic_symbols: {hellip: 1}}",
    "kramdown: {syntax_highlighter_opts: {block: {line_numbers: true}, guess_lang: 1}, math_engine: katex}",
    "liquid: {error_mode: strict, strict_filters: true, strict_variables: true}",
    "liquid: {dialect: 5, limits: {loops: 50, render_length: 1000}}",
    "sass: {style: compressed, load_paths: ['../..', '/', '[', '{a,b}'], sourcemap: never}",
    "permalink: /:year/:month/:day/:title/:x/:categories",
    "timezone: Europe/Nowhere\nencoding: utf-99",
    "timezone: Europe/Brussels\nencoding: latin-1\nfuture: true",
    "markdown: CommonMarkGhPages\nhighlighter: pygments",
    "paginate: 1\npaginate_path: /p:num/\nplugins: [jekyll-paginate]",
    "safe: true\nshow_drafts: true\nunpublished: true\nlimit_posts: 1",
    "compat: github-pages\nremote_theme: a/b@c",
    "keep_files: ['', ., '../x', a]\nstrict_front_matter: true",
)
PAGES: Final = (
    *(
        "index.md",
        "a.html",
        "b/c.md",
        "b/index.html",
        "404.html",
        "x.txt",
        "feed.xml",
        "a.json",
        "d.markdown",
        "README.md",
        "é.md",
    ),
    *(
        "a b.md",
        "%41.md",
        "a'b\".html",
        "-.md",
        "a..md",
        ".md",
        "x.md.md",
        "n\nl.md",
        "con.md",
        "q?#.md",
        "\u202ea.md",
        "{{ a }}.md",
    ),
    *(
        "_posts/2024-01-01-x.md",
        "_posts/2024-99-99-y.md",
        "_posts/0000-00-00-z.md",
        "_posts/x.md",
        "b/_posts/2023-01-02-a b.md",
    ),
    *(
        "_posts/9999-12-31-w.html",
        "_posts/2024-02-03-.md",
        "_posts/2024-01-01-x.textile",
        "_drafts/x.md",
        "_drafts/2024-01-01-.md",
    ),
    *(
        "_things/a.md",
        "_things/b/c.html",
        "_things/2024-01-01-d.md",
        "things/_things/e.md",
        "_things/f.yml",
        "_things/g",
        "_things/h.",
    ),
)
TEMPLATES: Final = (
    "_layouts/a.html",
    "_layouts/b.html",
    "_layouts/default.html",
    "_layouts/a.md",
    "_includes/a.html",
    "_includes/b.html",
    "_includes/sub/c.md",
    "_layouts/j.jinja",
)
DATA: Final = (
    "_data/a.yml",
    "_data/b/c.yaml",
    "_data/a b.yml",
    "_data/.yml",
    "_data/locale.yml",
    "_things/y.yml",
)
OTHERS: Final = (
    "_bibliography/references.bib",
    "Gemfile",
    "Gemfile.lock",
    "CNAME",
    "x.bin",
    "_things/s.svg",
    "robots.txt",
    "t.gemspec",
)


def named(names: tuple[str, ...], text: Text) -> st.SearchStrategy[tuple[str, str]]:
    return st.tuples(either(*names), text)


@st.composite
def recoded(draw: st.DrawFn, text: str) -> bytes:
    """In another encoding, with other line ends, or with stray bytes in it."""
    text = text.replace("\n", draw(either("\n", "\r\n", "\r", "\u2028")))
    encoding = draw(either("utf-8", "utf-8-sig", "latin-1", "utf-16"))
    data = text.encode(encoding, "replace" if encoding == "latin-1" else "surrogatepass")
    at, noise = draw(st.integers(0, len(data))), draw(st.binary(max_size=4))
    return data[:at] + noise + data[at:]


KEY_AND_VALUE = st.builds("{}: {}".format, either(*KEYS), st.one_of(either(*VALUES), SCALAR))
FRONT_MATTER = st.one_of(
    some(KEY_AND_VALUE, 0, 5, "\n").map("---\n{}\n---\n".format),
    some(KEY_AND_VALUE, 0, 3, "\n").map("---\n{}\n---\n".format),
    YAML.map("---\n{}\n---\n".format),
    either(
        "", "---\n", "---\n---\n", "---  \n...\n", "\ufeff---\na: b\n---\n", "---\n--- \nlayout: a\n---\n"
    ),
)
BODY = some(st.one_of(MARKDOWN, LIQUID), 0, 3, "\n")
PAGE = st.builds(str.__add__, FRONT_MATTER, BODY)
CONFIG = some(
    st.one_of(
        either(*WELL_FORMED),
        st.lists(either(*sorted(BUILT_IN)), max_size=6).map(lambda names: f"plugins: [{', '.join(names)}]"),
        st.builds("{}: {}".format, either(*SETTINGS), SCALAR),
        st.builds("{}:\n{}".format, either(*SETTINGS), YAML.map(lambda text: re.sub("(?m)^", "  ", text))),
    ),
    0,
    5,
    "\n",
)
BIBTEX = some(
    st.builds(
        "@{}{{{}, {} = {{{}}}, year = {}}}".format,
        either("article", "x", "string"),
        either("a", "b c", ""),
        either("author", "title", "date"),
        either("A and B", "{", "\\'e", "é", "2024/"),
        either("{2024}", "x", ""),
    ),
    0,
    3,
    "\n",
)
FILE = st.one_of(
    named(PAGES, PAGE),
    named(PAGES, PAGE),
    named(TEMPLATES, PAGE),
    named(TEMPLATES, LIQUID),
    named(DATA, YAML),
    named(("_data/j.json", "_data/k.json"), JSON),
    named(("_data/c.csv", "_data/t.tsv"), CSV),
    named(
        OTHERS, st.one_of(BODY, BIBTEX, either('gem "jekyll"', "a.example.org", 'gem "github-pages", "~> 9"'))
    ),
)
STYLES = st.tuples(
    named(("main.scss", "assets/a.sass", "x.scss"), STYLE_SHEET.map("---\n---\n{}".format)),
    named(("_sass/_a.scss", "_sass/b.sass", "_sass/main.scss"), STYLE_SHEET),
)


@st.composite
def sites(draw: st.DrawFn) -> Files:
    """The files of a site by path; one in eight has style sheets. One or two files are broken, if any is."""
    texts = dict(draw(st.lists(FILE, min_size=1, max_size=6)))
    if draw(st.integers(0, 3)):
        texts["_config.yml"] = draw(CONFIG)
    if draw(st.integers(0, 7)) == 0:
        texts |= dict(draw(STYLES))
    names = st.sampled_from(sorted(texts))
    for name in draw(st.lists(names, max_size=2)):
        texts[name] = draw(damaged(st.just(texts[name])))
    found = {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}
    if draw(st.integers(0, 7)) == 0:
        name = draw(names)
        found[name] = draw(recoded(texts[name]))
    return found
