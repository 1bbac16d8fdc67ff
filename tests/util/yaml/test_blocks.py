from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onemg_render.errors import YamlError
from onemg_render.util.yaml.blocks import document
from onemg_render.util.yaml.parser import parsed
from onemg_render.util.yaml.styles import Unsure

READ_AT_ONCE = {
    "front matter": "---\n# of a post\nlayout: post\n\ntitle: It's a:b#c  # a title\ntags: [a, 'b c', 12]\n",
    "a list in the column of its key": "a:\n- b\n- c: d\n  e:\n  - f\ng: h\n",
    "a list further right": "a:\n    - b\n    -   c: d\n        e: f\n    -\n      - g\nh:\n",
    "lists and mappings in lists": "-\n  a: b\n-\n  - c\n- d:\n    e: f\n",
    "values on a line of their own": "a:\n  b\nc:\n  'd'\ne:\n  # f\n  g h\n  i\n",
    "plain texts of several lines": "a: b\n  - c\n  d:e#f\nf: g\n - h\n",
    "plain texts in lists": "- a\n  b\n- c: d\n    e\n  f: g\n",
    "quoted texts": "a: 'b: ''c'' # d'\n\"e f\": \"g 'h'\"\n'i': ''\n",
    "quoted texts of several lines": "a: 'b \n\n  c\n  '\nd: \"e\n\n\n   f  g\"\n",
    "escapes": 'a: "b\\tc\\u00e9\\x41\\U0001f600\\\\n \\"d\\" \\/"\n',
    "escapes in several lines": 'a: "b \\\n  \\ c\n  d\\\n  e\\n"\n',
    "literal blocks": "a: |\n  b\n    c\n\n  # d\n\ne: |-\n  f\ng: |\n",
    "folded blocks": "a: >\n  b\n  c\n\n  d\ne: >-\n  f\n  g\n",
    "blocks in lists": "- |\n b\n- a: >\n   b\n   c\n",
    "types": "a: 1\nb: 1.5\nc: 2020-01-02\nd: 2020-01-02 10:00:00 +0100\ne: yes\nf: ~\ng: 012\nh: 1:30\n",
    "empty values": "a:\nb: []\nc: {}\nd: [ ]\ne: ''\n",
    "line ends of Windows": "---\r\na: |\r\n  b\r\nc: d\r\n  e\r\n",
    "no line end": "a: b\nc: 'd'",
    "keys that come twice": "a: b\na: c\n",
    "lists of several lines": "a: [b,\n  'c',\n\n  1,\n]\nd:\n  [\n    e\n  ]\n",
    "keys that are no text": "1: a\n1.0: b\nyes: c\n2020-01-02: d\n",
    "brackets": "a: {b: c, 'd': [1, {}, [e f, \"g\"],], h : https://i.j/k}\n",
    "symbols": "a: :b\nc: ?d\n",
    "blocks with a comment, or none": "a: > # b\n  c\nd: |- # e\nf: >\n\n\n  g\n  h\ni: |\n\n  j\n",
    "nothing": "",
    "nothing but a comment": "# a\n",
    "nothing below a line": "---\n\n# a\n",
    "letters of all kinds": "é: ü — 文字 😀\n",
}

LEFT_TO_THE_PARSER = {
    "anchors and aliases": "a: &b c\nd: *b\n",
    "tags": "a: !!str 1\n",
    "what is missing in brackets": "a: {b}\n",
    "keys in brackets that are no text": "a: {1: b}\n",
    "single pairs in brackets": "a: [b: c]\n",
    "brackets in several lines": "a: {b: c,\n  d: e}\n",
    "brackets that are open": "a: [b}\n",
    "a comment that ends in a bracket": "a: {b: c} # }\n",
    "lists in lists": "- - a\n",
    "keys of nothing": "~: a\n",
    "merge keys": "<<: a\n",
    "numbers that are none": "a: 1._5\n",
    "tabs": "a:\tb\n",
    "no blank behind the colon": "a:b\n",
    "two colons": "a: b: c\n",
    "a deeper key": "a: b\n  c: d\n",
    "no such column": "a:\n    b: c\n  d: e\n",
    "a mapping in a list's place": "- a\nb: c\n",
    "a list in a mapping's place": "a: b\n- c\n",
    "a text behind a comment": "a: b # c\n  d\n",
    "a text right of its key, left of its value": "-   a: b\n   c\n",
    "a second document": "a: b\n---\nc: d\n",
    "a scalar": "a\n",
    "half a character": 'a: "\\ud800"\n',
    "an unknown escape": 'a: "\\q"\n',
    "a mark of the byte order": "a: \ufeffb\n",
    "blanks at the head of a block": "a: |\n   \n  b\n",
    "indentation in a folded block": "a: >\n  b\n    c\n",
    "a block at the end of a text without line end": "a: |\n  b",
    "depth": "\n".join(f"{'  ' * depth}a:" for depth in range(200)),
}

SIMPLE = [
    "",
    "a",
    "b c",
    "'d'",
    "'it''s'",
    '"e"',
    '"e\\n\\x41"',
    "12",
    "1.5",
    "yes",
    "~",
    "[]",
    "[a, b]",
    "{}",
    "é",
]
LONGER = [
    "|\n a\n  b\n\n",
    "|-\n a",
    ">\n a\n b\n\n c",
    ">- # a\n\n b\n c",
    "|\n\n\n a",
    "[a,\n  'b',\n]",
    '"a\n  b"',
    "'a\n\n b'",
    "a\n b \n c",
    "x  # y",
    "\n a\n b",
]
FLOWS = [
    "{a: [b, {c: 'd'}], e: f:g}",
    "[[a], {}]  # b",
    "{a: }",
    "[a: b]",
    "{a: b,}",
    "[a,, b]",
    '{"a":b}',
    "[a'b, {c]",
]
STRANGE = [
    "|+",
    "|2",
    "{a: b}",
    "!!str a",
    "&a b",
    "*a",
    "? a",
    ": a",
    "a:b",
    "a#b",
    "%",
    "@",
    "'",
    '"',
    "[",
    "# a",
    "-b",
]
LINE_FEED = "\n"
BREAKS = [
    "\n",
    "  ",
    " ",
    "- ",
    ": ",
    "\n\n",
    "\t",
    "---\n",
    "\n# a\n",
    "\r\n",
    "\u2028",
    "\x85",
    "\\",
    "'",
    '"',
    "|\n",
    "<<: ",
]
KEYS = st.sampled_from(["a", "b", "c d", "'e'", '"f"', "g ", "é", "a", "b", "12", "yes"])
TREES = st.recursive(
    st.one_of(
        st.sampled_from(SIMPLE),
        st.sampled_from(SIMPLE),
        st.sampled_from(LONGER),
        st.sampled_from(FLOWS),
        st.sampled_from(STRANGE),
    ),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.lists(st.tuples(KEYS, inner), min_size=1, max_size=4)
    ),
    max_leaves=8,
)


def written(tree: Any, indent: str) -> str:
    """A tree of texts, lists and pairs as YAML, beginning behind what it belongs to."""
    if isinstance(tree, str):
        return tree.replace("\n", f"\n{indent}")
    return "".join(
        f"\n{indent}{member[0]}: {written(member[1], indent + '  ')}"
        if isinstance(member, tuple)
        else f"\n{indent}- {written(member, indent + '  ').removeprefix(f'{LINE_FEED}{indent}  ')}"
        for member in tree
    )


@st.composite
def texts(draw: st.DrawFn) -> str:
    """YAML, or what was one before something got into it."""
    text = written(draw(TREES), "").removeprefix("\n") + draw(st.sampled_from(["\n", "\n", ""]))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(BREAKS)) + text[at + draw(st.integers(0, 2)) :]
    return text


@pytest.mark.parametrize("text", READ_AT_ONCE.values(), ids=READ_AT_ONCE.keys())
def test_simple_yaml_is_read_at_once(text: str) -> None:
    assert repr(document(text)) == repr(parsed(text))


@pytest.mark.parametrize("text", LEFT_TO_THE_PARSER.values(), ids=LEFT_TO_THE_PARSER.keys())
def test_what_is_not_simple_is_left_to_the_parser(text: str) -> None:
    with pytest.raises(Unsure):
        document(text)


@settings(max_examples=1500, deadline=None)
@given(texts())
def test_what_is_read_at_once_is_what_the_parser_reads(text: str) -> None:
    try:
        value = repr(document(text))
    except Unsure:
        return
    try:
        assert value == repr(parsed(text))
    except YamlError as error:
        raise AssertionError(f"the parser says: {error}") from error
