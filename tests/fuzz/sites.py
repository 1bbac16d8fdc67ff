"""A strategy for whole sites: files of every kind, under plain and odd names, in every encoding."""

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
    filled,
    piece,
    prefixed,
    some,
)

Files = dict[str, bytes]

PLACES: Final = {
    "source",
    "destination",
    "cache_dir",
    "layouts_dir",
    "includes_dir",
    "data_dir",
    "plugins_dir",
}
SETTING = st.one_of(piece("settings"), st.sampled_from(sorted(JEKYLL_4.keys() - PLACES)))


def named(names: Text, text: Text) -> st.SearchStrategy[tuple[str, str]]:
    return st.tuples(names, text)


KEY_AND_VALUE = filled("{}: {}", piece("front matter keys"), st.one_of(piece("front matter values"), SCALAR))
FRONT_MATTER = st.one_of(
    some(KEY_AND_VALUE, 0, 5, "\n").map("---\n{}\n---\n".format),
    some(KEY_AND_VALUE, 0, 3, "\n").map("---\n{}\n---\n".format),
    YAML.map("---\n{}\n---\n".format),
    piece("front matter odd"),
)
BODY = some(st.one_of(MARKDOWN, LIQUID), 0, 3, "\n")
PAGE = filled("{}{}", FRONT_MATTER, BODY)
CONFIG = some(
    st.one_of(
        piece("configurations"),
        st.lists(st.sampled_from(sorted(BUILT_IN)), max_size=6).map(
            lambda one: f"plugins: [{', '.join(one)}]"
        ),
        filled("{}: {}", SETTING, SCALAR),
        filled("{}:\n{}", SETTING, YAML.map(lambda text: prefixed("  ", text))),
    ),
    0,
    5,
    "\n",
)
FILE = st.one_of(
    named(piece("pages"), PAGE),
    named(piece("pages"), PAGE),
    named(piece("templates"), PAGE),
    named(piece("templates"), LIQUID),
    named(piece("data files"), YAML),
    named(st.sampled_from(("_data/j.json", "_data/k.json")), JSON),
    named(st.sampled_from(("_data/c.csv", "_data/t.tsv")), CSV),
    named(piece("other files"), st.one_of(BODY, some(piece("bibtex"), 0, 3, "\n"), piece("other texts"))),
)
STYLES = st.tuples(
    named(st.sampled_from(("main.scss", "assets/a.sass", "x.scss")), STYLE_SHEET.map("---\n---\n{}".format)),
    named(st.sampled_from(("_sass/_a.scss", "_sass/b.sass", "_sass/main.scss")), STYLE_SHEET),
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
        texts[name] = draw(damaged(texts[name]))
    found = {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}
    if draw(st.integers(0, 7)) == 0:
        name = draw(names)
        found[name] = draw(recoded(texts[name]))
    return found


@st.composite
def recoded(draw: st.DrawFn, text: str) -> bytes:
    """In another encoding, with other line ends, or with stray bytes in it."""
    text = text.replace("\n", draw(piece("line ends")))
    encoding = draw(piece("encodings"))
    data = text.encode(encoding, "replace" if encoding == "latin-1" else "surrogatepass")
    at, noise = draw(st.integers(0, len(data))), draw(st.binary(max_size=4))
    return data[:at] + noise + data[at:]
