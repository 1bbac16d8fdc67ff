"""Strategies for the texts that a site is made of: Liquid, kramdown, YAML, Sass, CSV, JSON.

Each language has a grammar that knows its constructs; `damaged` breaks what the grammar made. The pieces are
in `tests/cases/fuzz/pieces.json`.
"""

import json
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from onemg_render.config.compat import named
from onemg_render.liquid.filters.table import FILTERS
from onemg_render.render.filters import jekyll_filters

Text = st.SearchStrategy[str]

PIECES: Final[dict[str, list[str]]] = json.loads(
    (Path(__file__).parent.parent / "cases" / "fuzz" / "pieces.json").read_text(encoding="utf-8")
)
FILTER_NAMES: Final = sorted({*FILTERS["5"], *jekyll_filters(named("jekyll4")), "no_such_filter"})


def piece(*kinds: str) -> Text:
    return st.sampled_from([text for kind in kinds for text in PIECES[kind]])


def some(strategy: Text, least: int = 0, most: int = 6, glue: str = "") -> Text:
    return st.lists(strategy, min_size=least, max_size=most).map(glue.join)


def filled(form: str, *parts: Text) -> Text:
    """`form` with a part for each `{}`; doubled braces are braces."""
    return st.builds(form.format, *parts)


WORD = piece("words")
PHRASE = some(WORD, 1, 6, " ")
NUMBER = st.one_of(piece("numbers"), st.sampled_from((400, 5000)).map(lambda count: "9" * count))
DEPTH = st.builds(lambda text, count: text * count, piece("deep"), st.sampled_from((3, 90, 110, 400, 3000)))


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """`text` with pieces put in, taken away, said again, or with its end cut off."""
    for kind in draw(st.lists(st.integers(0, 4), min_size=1, max_size=3)):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 30))
        if kind == 0:
            text = text[:start] + draw(piece("hostile")) + text[start:]
        elif kind == 1:
            text = text[:start] + text[end:]
        elif kind == 2:
            text = text[:end] + text[start:]
        elif kind == 3:
            text = text[:start] + draw(DEPTH) + text[start:]
        else:
            text = text[:start]
    return text


# Liquid

VARIABLE = st.one_of(
    piece("liquid names"),
    filled("{}.{}", piece("liquid names"), piece("liquid fields")),
    filled("{}[{}]", piece("liquid names"), piece("liquid brackets")),
)
QUOTED = PHRASE.map(lambda text: f"'{text}'".replace("\n", " "))
VALUE = st.one_of(VARIABLE, NUMBER, QUOTED, piece("liquid literals"))
ARGUMENTS = st.lists(VALUE, max_size=3).map(lambda values: f": {', '.join(values)}" if values else "")
FILTERED = filled("{}{}", VALUE, some(filled(" | {}{}", st.sampled_from(FILTER_NAMES), ARGUMENTS), 0, 4))
CONDITION = some(filled("{} {} {}", VALUE, piece("liquid operators"), VALUE), 1, 3, " or ")
LOOP = filled(
    "{} in {} {}",
    piece("liquid targets"),
    st.one_of(VARIABLE, piece("liquid collections")),
    piece("liquid loop options"),
)


def liquid_blocks(inner: Text) -> Text:
    body = some(inner, 0, 3)
    condition = "{{% if {} %}}{}{{% elsif {} %}}{}{{% else %}}x{{% endif %}}"
    return st.one_of(
        filled(condition, CONDITION, body, CONDITION, body),
        filled("{{% unless {} %}}{}{{% endunless %}}", CONDITION, body),
        filled("{{% for {} %}}{}{{% else %}}none{{% endfor %}}", LOOP, body),
        filled("{{% tablerow {} %}}{}{{% endtablerow %}}", LOOP, body),
        filled("{{% case {} %}}{{% when {}, 1 %}}{}{{% else %}}{{% endcase %}}", VALUE, VALUE, body),
        filled("{{% capture {} %}}{}{{% endcapture %}}", piece("liquid targets"), body),
        filled("{{% {0} %}}{1}{{% end{0} %}}", piece("liquid plain blocks"), body),
        filled("{{% highlight {} %}}{}{{% endhighlight %}}", piece("liquid highlights"), body),
        filled("{{%- {} -%}}{}", piece("liquid stray"), body),
    )


TAG = st.one_of(
    filled("{{{{ {} }}}}", FILTERED),
    filled("{{% assign {} = {} %}}", piece("liquid targets"), FILTERED),
    filled("{{% {} {} %}}", piece("liquid includes"), piece("include names")),
    filled("{{% increment {} %}}{{% cycle {}, {} %}}", piece("liquid targets"), VALUE, VALUE),
    filled("{{% {} {} %}}", piece("liquid tags"), piece("liquid tag markup")),
)
LIQUID = st.recursive(st.one_of(TAG, TAG, PHRASE), liquid_blocks, max_leaves=8)

# kramdown

SPAN = st.one_of(
    PHRASE,
    filled("{0}{1}{0}", piece("markdown marks"), PHRASE),
    filled("[{}]({})", PHRASE, piece("markdown links")),
    filled("![{}][{}]", PHRASE, piece("markdown references")),
    filled("<{0}{2}>{1}</{0}>", piece("markdown html"), PHRASE, piece("markdown html attributes")),
    filled("{}{{:{}}}", PHRASE, piece("markdown attributes")),
    piece("markdown spans"),
)
LINE = some(SPAN, 1, 4, " ")


def prefixed(prefix: str, text: str) -> str:
    return "\n".join(prefix + line for line in text.split("\n"))


def hanging(mark: str, text: str) -> str:
    return mark + prefixed(" " * len(mark), text).lstrip()


def markdown_blocks(inner: Text) -> Text:
    return st.one_of(
        st.builds(prefixed, piece("markdown prefixes"), inner),
        st.builds(hanging, piece("markdown items"), inner),
        filled("<div{}>\n{}\n</div>", piece("markdown divs"), inner),
        filled("{}\n\n{}", inner, inner),
        filled("{}\n{{:{}}}\n", inner, piece("markdown attributes")),
        filled("{{::{0}}}\n{1}\n{{:/{0}}}", piece("markdown extensions"), inner),
    )


MARKDOWN_LEAF = st.one_of(
    LINE,
    filled("{} {}", piece("markdown headers"), LINE),
    filled("{}\n{}", LINE, piece("markdown underlines")),
    filled("{0}{1}\n{2}\n{0}", piece("markdown fences"), piece("markdown languages"), PHRASE),
    filled("| {} | {} |\n|{}|---|\n| {} |", LINE, LINE, piece("markdown columns"), LINE),
    filled("{}\n: {}\n", LINE, LINE),
    filled("[^{}]: {}", piece("markdown notes"), LINE),
    filled("*[{}]: {}", WORD, LINE),
    filled('[{}]: {} "t"', piece("markdown notes"), piece("markdown links")),
    filled("$$\n{}\n$$", LINE),
    piece("markdown blocks"),
)
MARKDOWN = some(st.recursive(MARKDOWN_LEAF, markdown_blocks, max_leaves=6), 0, 5, "\n\n")

# Data

SCALAR = piece("yaml scalars")


def yaml_blocks(inner: Text) -> Text:
    key, below = piece("yaml keys"), inner.map(lambda text: prefixed("  ", text))
    return st.one_of(
        filled("{}:\n{}", key, below),
        filled("{}: {}\n{}", key, SCALAR, inner),
        st.builds(hanging, st.just("- "), inner),
        filled("x: &a\n{}\ny: *a\nz:\n  <<: *a\n", below),
    )


YAML = st.recursive(SCALAR, yaml_blocks, max_leaves=8)
JSON_SCALAR = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6))
JSON = st.recursive(
    JSON_SCALAR,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
).map(json.dumps)
CELL = st.one_of(WORD, NUMBER, piece("csv cells"))
CSV = piece("csv separators").flatmap(lambda glue: some(some(CELL, 0, 5, glue), 0, 5, "\n"))

# Sass


def sass_blocks(inner: Text) -> Text:
    return filled("{} {{ {} {} }}", piece("sass blocks"), inner, inner)


SASS_VALUE = st.one_of(NUMBER, WORD, piece("sass values"))
SASS = st.recursive(filled("{}: {};", piece("sass properties"), SASS_VALUE), sass_blocks, max_leaves=6)
STYLE_SHEET = filled("{}\n{}", piece("sass loads"), some(SASS, 0, 4, "\n"))
