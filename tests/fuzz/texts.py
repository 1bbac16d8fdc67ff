"""Strategies for the texts that a site is made of: Liquid, kramdown, YAML, Sass, CSV, JSON.

Each language has a grammar that knows its constructs; `damaged` breaks what the grammar made.
"""

import json
from typing import Final

from hypothesis import strategies as st

from onemg_render.config.compat import named
from onemg_render.liquid.filters.table import FILTERS
from onemg_render.render.filters import jekyll_filters
from tests.support.fuzz_markdown import TEXTS

Text = st.SearchStrategy[str]

WORDS: Final = (
    *TEXTS.split(),
    "\u00a0",
    "\ufeff",
    "\u202e",
    "\u2028",
    "🙂",
    "e\u0301",
    "\u0130",
    "\ufffe",
    "\x85",
    "\x7f",
)
HOSTILE: Final = (
    *(
        "\0",
        "\t",
        "\r",
        "\r\n",
        "\n",
        "\ufeff",
        "\u2028",
        "\u202e",
        "\x1b[31m",
        "\ud800",
        "\udcff",
        "\U0010ffff",
    ),
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "{%-",
        "-%}",
        "{{-",
        "|",
        ":",
        '"',
        "'",
        "..",
        "[",
        "]",
        "(",
        ")",
        "\\",
        "%",
        "#{",
    ),
    *(
        "---\n",
        "...\n",
        "- ",
        "&a ",
        "*a",
        "<<: *a\n",
        "!ruby/object:Set ",
        "!!binary ",
        "? ",
        "> ",
        "| \n",
        "@import ",
    ),
    *(
        "<!--",
        "-->",
        "<div",
        "</div>",
        "<![CDATA[",
        "*",
        "_",
        "`",
        "```\n",
        "$$",
        "| a |\n",
        "[^1]:",
        "{:toc}",
        "{: #a",
    ),
    *(
        "{::options ",
        "{:/}",
        "1e999",
        "-0.0",
        ".inf",
        ".nan",
        "0x1f",
        "0o17",
        "9" * 400,
        "2024-13-45",
        "12:61:61",
    ),
    *(
        "../",
        "/",
        "//",
        "~",
        "{}",
        "[]",
        "nil",
        "true",
        "site.",
        "page.",
        "  " * 40,
        "-" * 60,
        "{{" * 40,
        "[" * 80,
    ),
)
DEEP: Final = (
    *(
        "{% if a %}",
        "{% for i in (1..2) %}",
        "{% capture x %}",
        "{{ a[",
        "> ",
        "- ",
        "1. ",
        "<div>",
        "<b>",
        "*a **b ",
    ),
    *(
        "[",
        "{",
        "[[",
        "a: ",
        "- - ",
        "{a: ",
        "a{",
        "@media x{",
        "(",
        "((",
        "![",
        "$$",
        "`",
        "&",
        "\t",
        "  - ",
    ),
)
NUMBERS: Final = (
    "0",
    "-1",
    "3",
    "1.5",
    "-0.0",
    "1e400",
    "9" * 30,
    "9" * 5000,
    "99999999999",
    "007",
    "0.1e-9",
)
NAMES: Final = (
    "a",
    "b",
    "page",
    "site",
    "include",
    "layout",
    "content",
    "forloop",
    "site.pages",
    "site.posts",
    "paginator",
)
FIELDS: Final = (
    *(
        "title",
        "url",
        "size",
        "first",
        "last",
        "content",
        "excerpt",
        "date",
        "data",
        "tags",
        "categories",
        "next",
    ),
    *(
        "previous",
        "collections",
        "docs",
        "pages",
        "posts",
        "static_files",
        "time",
        "name",
        "path",
        "x",
        "0",
        "-1",
    ),
)
JEKYLL_FILTERS: Final = jekyll_filters(named("jekyll4"))
FILTER_NAMES: Final = tuple(sorted({*FILTERS["5"], *JEKYLL_FILTERS, "no_such_filter"}))
INCLUDES: Final = (
    "a.html",
    "b.html",
    "sub/c.md",
    "no.html",
    "../_config.yml",
    "{{ page.title }}",
    "a.html x=page",
    'b.html y="{{ 1 }}"',
)


def some(strategy: Text, least: int = 0, most: int = 6, glue: str = "") -> Text:
    return st.lists(strategy, min_size=least, max_size=most).map(glue.join)


def either(*texts: str) -> Text:
    return st.sampled_from(texts)


WORD = either(*WORDS)
PHRASE = some(WORD, 1, 6, " ")
NUMBER = either(*NUMBERS)
DEPTH = st.builds(lambda piece, count: piece * count, either(*DEEP), st.sampled_from((3, 90, 110, 400, 3000)))


@st.composite
def damaged(draw: st.DrawFn, text: Text) -> str:
    """`text` with pieces put in, taken away, said again, or with its end cut off."""
    out = draw(text)
    for kind in draw(st.lists(st.integers(0, 4), min_size=1, max_size=3)):
        start = draw(st.integers(0, len(out)))
        end = start + draw(st.integers(0, 30))
        if kind == 0:
            out = out[:start] + draw(either(*HOSTILE)) + out[start:]
        elif kind == 1:
            out = out[:start] + out[end:]
        elif kind == 2:
            out = out[:end] + out[start:]
        elif kind == 3:
            out = out[:start] + draw(DEPTH) + out[start:]
        else:
            out = out[:start]
    return out


# Liquid

VARIABLE = st.one_of(
    either(*NAMES),
    st.builds("{}.{}".format, either(*NAMES), either(*FIELDS)),
    st.builds(
        "{}[{}]".format, either(*NAMES), either("0", "-1", "'title'", "a", "site.x", "1..2", "''", '"0"')
    ),
)
LITERAL = st.one_of(
    NUMBER,
    PHRASE.map(lambda text: f"'{text}'".replace("\n", " ")),
    either("nil", "true", "empty", "blank", "''", "(1..3)"),
    either(
        "'now'",
        "'2024-02-30'",
        "'%Y%9999999d'",
        "'%-'",
        "'item.title == x'",
        "'['",
        "'(a+)+$'",
        "(9..1)",
        "(1..a)",
    ),
)
VALUE = st.one_of(VARIABLE, LITERAL)
FILTER = st.builds(
    lambda name, values: f" | {name}" + (f": {', '.join(values)}" if values else ""),
    either(*FILTER_NAMES),
    st.lists(VALUE, max_size=3),
)
FILTERED = st.builds(str.__add__, VALUE, some(FILTER, 0, 4))
CONDITION = some(
    st.builds(
        "{} {} {}".format, VALUE, either("==", "!=", ">", "<=", "contains", "<>", "", "and", "="), VALUE
    ),
    1,
    3,
    " or ",
)
LOOP = st.builds(
    "{} in {} {}".format,
    either("x", "a", "page"),
    st.one_of(
        VARIABLE, either("(1..5)", "(1..99999999999)", "(a..b)", "'abc'", "(1..0)", "site.pages reversed")
    ),
    either(
        "",
        "reversed",
        "limit:2 offset:1",
        "limit:-1",
        "offset:continue",
        "limit:99999999999999999999",
        "cols:0",
        "cols:3",
    ),
)


def blocks(body: Text) -> Text:
    return st.one_of(
        st.builds(
            "{{% if {} %}}{}{{% elsif {} %}}{}{{% else %}}x{{% endif %}}".format,
            CONDITION,
            body,
            CONDITION,
            body,
        ),
        st.builds("{{% unless {} %}}{}{{% endunless %}}".format, CONDITION, body),
        st.builds("{{% for {} %}}{}{{% else %}}none{{% endfor %}}".format, LOOP, body),
        st.builds("{{% tablerow {} %}}{}{{% endtablerow %}}".format, LOOP, body),
        st.builds(
            "{{% case {} %}}{{% when {}, {} %}}{}{{% else %}}{{% endcase %}}".format,
            VALUE,
            VALUE,
            VALUE,
            body,
        ),
        st.builds("{{% capture {} %}}{}{{% endcapture %}}".format, either("a", "b", "'c'", ""), body),
        st.builds("{{% {0} %}}{1}{{% end{0} %}}".format, either("raw", "comment", "ifchanged"), body),
        st.builds(
            "{{% highlight {} {} %}}{}{{% endhighlight %}}".format,
            either("ruby", "c", "no", ""),
            either("", "linenos", 'hl_lines="1 x"'),
            body,
        ),
        st.builds(
            "{{%- {} -%}}{}".format,
            either("break", "continue", "else", "endif", "endfor", "no_such_tag a"),
            body,
        ),
    )


TAG = st.one_of(
    st.builds("{{{{ {} }}}}".format, FILTERED),
    st.builds("{{% assign {} = {} %}}".format, either("a", "b", "site", "page.x", "x-y"), FILTERED),
    st.builds(
        "{{% {} {} %}}".format,
        either("include", "include_relative", "include_cached", "render"),
        either(*INCLUDES),
    ),
    st.builds("{{% {} {} %}}".format, either("increment", "decrement"), either("a", "page", "")),
    st.builds("{{% cycle {}, {} %}}".format, VALUE, VALUE),
    st.builds(
        "{{% {} {} %}}".format,
        either(
            "link",
            "post_url",
            "seo",
            "feed_meta",
            "gist",
            "avatar",
            "octicon",
            "toc",
            "cite",
            "bibliography",
            "glossary",
            "last_modified_at",
            "github_edit_link",
            "tool",
        ),
        either(
            "",
            "index.md",
            "2024-01-01-x",
            "2024-99-99-x",
            "title=false",
            "a --file b",
            "mona/1 f.txt",
            "'",
            "star height:x",
        ),
    ),
)
LIQUID = st.recursive(st.one_of(TAG, TAG, PHRASE), lambda inner: blocks(some(inner, 0, 3)), max_leaves=8)

# kramdown

SPAN = st.one_of(
    PHRASE,
    st.builds("{0}{1}{0}".format, either("*", "**", "_", "__", "`", "``", "~~", "$$", '"', "***"), PHRASE),
    st.builds(
        "[{}]({}{})".format,
        PHRASE,
        either("u", "<u v>", "a(b", "mailto:x", "javascript:x", "é", "{% link a.md %}"),
        either("", ' "t"', " 't"),
    ),
    st.builds("![{}][{}]".format, PHRASE, either("r", "", "no")),
    st.builds(
        "<{0} {2}>{1}</{0}>".format,
        either("b", "span", "div", "script", "x-y", "p", "br"),
        PHRASE,
        either("", "a='b'", 'a="', "markdown='1'"),
    ),
    st.builds("{}{{:{}}}".format, PHRASE, either(".a", "#b", " k='v'", "toc", '.a #b k="', "a", "::")),
    either(
        "[^1]",
        "[^no]",
        "<http://a.b>",
        "a@b.cz",
        "&amp;",
        "&#xD800;",
        "&#99999999;",
        "\\",
        "\\*",
        "...",
        "<<",
        "--",
        "  \n",
        "{::nomarkdown}",
    ),
)
LINE = some(SPAN, 1, 4, " ")


def quoted(prefix: str, text: str) -> str:
    return "\n".join(prefix + line for line in text.split("\n"))


def markdown_blocks(inner: Text) -> Text:
    return st.one_of(
        st.builds(quoted, either("> ", ">", "    ", "\t", "  "), inner),
        st.builds(
            lambda mark, text: mark + quoted(" " * len(mark), text).lstrip(),
            either("- ", "* ", "1. ", "+\t", "12345678901. ", ": "),
            inner,
        ),
        st.builds(
            "<div{}>\n{}\n</div>".format, either("", " markdown='1'", " markdown='block'", " class=a"), inner
        ),
        st.builds("{}\n\n{}".format, inner, inner),
        st.builds(
            "{}\n{{:{}}}\n".format, inner, either("toc", ".a", "x: .y", "#a", "footnotes", " a='b' .c")
        ),
        st.builds(
            "{{::{0}}}\n{1}\n{{:/{0}}}".format,
            either("comment", "nomarkdown", "options toc_levels='9..1' /", "no"),
            inner,
        ),
    )


MARKDOWN_LEAF = st.one_of(
    LINE,
    st.builds("{} {}".format, either("#", "##", "#######", "#a"), LINE),
    st.builds("{}\n{}".format, LINE, either("===", "---", "-", "|---|")),
    st.builds(
        "{0}{1}\n{2}\n{0}".format,
        either("```", "~~~~", "```` "),
        either("", " ruby", "c++", "{.x}", " a b"),
        PHRASE,
    ),
    st.builds(
        "| {} | {} |\n|{}|{}|\n| {} |".format,
        LINE,
        LINE,
        either("---", ":-:", "-+-", ""),
        either("--:", "===", "x"),
        LINE,
    ),
    st.builds("{}\n: {}\n".format, LINE, LINE),
    st.builds("[^{}]: {}".format, either("1", "no", "a b"), LINE),
    st.builds("*[{}]: {}".format, WORD, LINE),
    st.builds('[{}]: {} "t"'.format, either("r", "", "a\nb"), either("u", "<u>", "/x y")),
    st.builds("$$\n{}\n$$".format, LINE),
    either(
        "",
        "* * *",
        "---",
        "^",
        "<!-- a",
        "<?php",
        "\t",
        "{:toc}",
        "* TOC\n{:toc}",
        "{::options auto_ids='x' /}",
        "{:a: a}",
    ),
)
MARKDOWN = some(st.recursive(MARKDOWN_LEAF, markdown_blocks, max_leaves=6), 0, 5, "\n\n")

# Data

SCALARS: Final = (
    *(
        "",
        "~",
        "null",
        "true",
        "no",
        "0",
        "-1",
        "007",
        "0x1f",
        "1_000",
        "1e999",
        ".nan",
        "-.inf",
        "9" * 400,
        "1.5",
    ),
    *(
        "2024-01-02",
        "2024-13-45",
        "2024-01-02 03:04:05 +9999",
        "0001-01-01",
        "9999-12-31",
        "99999-01-01",
        "12:30:45",
        "1:2",
        "now",
    ),
    *(
        "a",
        "a b",
        "'a'",
        '"\\u0000"',
        "*a",
        "&a b",
        "!!binary x",
        "!ruby/x y",
        "@a",
        "%a",
        "é",
        "{{ site.title }}",
    ),
    *(
        "[a, b]",
        "{a: b}",
        "[]",
        "{}",
        "[[[]]]",
        "| \n  a\n",
        ">-\n  b\n",
        "? a",
        "- a",
        "a: b: c",
        "#a",
        "|",
        "..",
        ":",
        "/",
        "../x",
    ),
)
SCALAR = either(*SCALARS)


def indented(text: str) -> str:
    return quoted("  ", text)


def yaml_blocks(inner: Text) -> Text:
    key = either("a", "b", "title", "x y", "1", "true", "~", "é", '"q"', "[k]", "? k")
    return st.one_of(
        st.builds("{}:\n{}".format, key, inner.map(indented)),
        st.builds("{}: {}\n{}".format, key, SCALAR, inner),
        st.builds(lambda text: f"- {indented(text).lstrip()}", inner),
        st.builds("x: &a\n{}\ny: *a\nz:\n  <<: *a\n".format, inner.map(indented)),
    )


YAML = st.recursive(SCALAR, yaml_blocks, max_leaves=8)
JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=6),
        st.sampled_from(("<<", "2024-01-01")),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
).map(json.dumps)
CELL = st.one_of(WORD, NUMBER, either('"a"', '"a""b"', '"a\nb"', '""', " ", "2024-01-01"))
CSV = some(
    st.lists(CELL, max_size=5).flatmap(lambda row: either(",", "\t", ";").map(lambda glue: glue.join(row))),
    0,
    5,
    "\n",
)

# Sass

SASS_VALUE = st.one_of(
    NUMBER,
    WORD,
    either(
        "$a",
        "$a + 1",
        "1px / 0",
        "map.get($a, b)",
        "rgba(1,2,3",
        "url(x",
        "#{$a}",
        "#{",
        "calc(1px +",
        "-",
        "if(",
        "darken(red, 999%)",
    ),
)
SASS = some(
    st.recursive(
        st.builds(
            "{}: {};".format, either("a", "$a", "--x", "font", "@include m", "$a !default"), SASS_VALUE
        ),
        lambda inner: st.builds(
            "{} {{ {} {} }}".format,
            either(
                "a",
                "&:hover",
                "@media (x: 1)",
                "@if $a",
                "@for $i from 1 through 3",
                "@each $x in $a",
                "@mixin m",
                "@function f($x)",
                "%p",
                "@supports (a:b)",
                ".a #{$a}",
                "a, b > c",
                "@at-root",
                "@keyframes k",
            ),
            inner,
            inner,
        ),
        max_leaves=6,
    ),
    0,
    4,
    "\n",
)
STYLE_SHEET = st.builds(
    "{}\n{}".format,
    either(
        "",
        "@import 'a';",
        "@use 'b';",
        "@import 'no';",
        "@import 'main';",
        "@charset 'x';",
        "@use 'sass:math';",
        "// c",
        "/*",
    ),
    SASS,
)
