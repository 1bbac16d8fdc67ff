"""Attribute lists, and attributes written out; expected as kramdown has them."""

import pytest

from onemg_render.markdown.attributes import AttributeList, html_attributes

LISTS = [
    (".a .b", {"class": "a b"}, []),
    ("#i.a#j", {"id": "j", "class": "a"}, []),
    ("k=\"v\" l='w x'", {"k": "v", "l": "w x"}, []),
    ("ref .a other", {"class": "a"}, ["ref", "other"]),
    ('class="a" .b', {"class": "a b"}, []),
    ('.a class="b"', {"class": "b"}, []),
    (r'k="a \" b"', {"k": 'a " b'}, []),
    (r'k="a\" l="b"', {"k": 'a" l="b'}, []),
    (r'k="a\"', {"k": "a\\"}, []),
    (r'k="a\}b"', {"k": "a}b"}, []),
    ("k=v", {}, []),
    (" : ", {}, []),
]
WRITTEN = [
    ({"a": 'x "y" <z> & &amp; &#1; &b'}, ' a="x &quot;y&quot; &lt;z&gt; &amp; &amp; &#1; &amp;b"'),
    ({"id": " ", "class": ""}, ' class=""'),
    ({"a": None, "b": "c"}, ' b="c"'),
    ({}, ""),
]


@pytest.mark.parametrize(("text", "attributes", "refs"), LISTS)
def test_lists_are_read(text: str, attributes: dict[str, str], refs: list[str]) -> None:
    found = AttributeList()
    found.read(text)
    assert (found.attributes, found.refs) == (attributes, refs)


def test_a_list_with_nothing_in_it_says_so() -> None:
    assert AttributeList().read(":") is True
    assert AttributeList().read("= =") is False


def test_many_escaped_quotes_take_no_time() -> None:
    assert AttributeList().read('k="' + '\\"' * 500 + "x") is False


@pytest.mark.parametrize(("attributes", "expected"), WRITTEN)
def test_attributes_are_written(attributes: dict[str, str | None], expected: str) -> None:
    assert html_attributes(attributes) == expected
