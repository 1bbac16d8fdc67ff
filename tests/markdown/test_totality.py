"""What holds for every text: no exception, an end, tags in order; and how deep nesting goes."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onemg_render.markdown import Converter
from onemg_render.markdown.html_tags import WITHOUT_BODY
from tests.support.fuzz_markdown import documents

CONVERTER = Converter()
PIECES = (
    *"*_`[]()<>!#|:-+=~^{}\"'\\ \n\t&;$./1a>",
    *(
        "\n\n",
        "    ",
        "```\n",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "{:.a}",
        "{:toc}",
        "[^1]",
        "[^1]: ",
        "$$",
        "- ",
    ),
    *(
        "<!--",
        "-->",
        "&amp;",
        "| a |\n|---|\n",
        "{::comment}",
        "{:/}",
        "\r\n",
        "\0",
        "\u2028",
        "é",
        "中",
        "*[a]: b\n",
    ),
)
HOSTILE = (
    *(
        "![",
        "**a *b ",
        "[",
        "[a](",
        "[a][",
        "- ",
        "> ",
        "`",
        "*a ",
        "_a ",
        "<a ",
        "<b>",
        "<div>",
        "<!--",
        "<b>*",
        "&",
    ),
    *(
        "~~a ",
        "{:",
        "{::a ",
        "| a ",
        "$$",
        "[^1]",
        '"',
        "<http:",
        "``` x y\n",
        "~~~a\n",
        "#",
        "\\",
        "a\n: ",
        "*[",
        "][",
    ),
    *(
        '<a b="',
        "[a]: b\n",
        '{: a="\\"',
        "<div markdown='1'>",
        "* a\n{:toc}\n",
        "a|b\n",
        "1. ",
        "- a\n",
        "{:a: a}\n",
    ),
)


class Tags(HTMLParser):
    """Tells whether each end tag closes the element that is open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in WITHOUT_BODY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is closed at once."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_text_converts(text: str) -> None:
    assert isinstance(CONVERTER.convert(text).html, str)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_characters_convert(text: str) -> None:
    assert isinstance(CONVERTER.convert(text).html, str)


def test_tags_close_in_order() -> None:
    """But for what `nomarkdown` passes on and for the content of raw elements, which is the author's."""
    texts = [
        text
        for text, _ in documents(7, 300)
        if not any(mark in text for mark in ("{::", "<", "toc", "footnotes"))
    ]
    assert len(texts) > 20
    for text in texts:
        tags = Tags(CONVERTER.convert(text).html)
        assert (tags.open, tags.wrong) == ([], []), text


@pytest.mark.parametrize("pattern", HOSTILE)
def test_hostile_patterns_end(pattern: str) -> None:
    text = pattern * (1200 // len(pattern))
    assert CONVERTER.convert(text + "\n\nlast\n").html


@pytest.mark.parametrize("blank", ["\v", "\f"])
def test_a_blank_that_ends_an_indentation_begins_no_code(blank: str) -> None:
    assert CONVERTER.convert(f"a\n\n    {blank} b\n\nc\n").html == f"<p>a</p>\n\n    {blank} b\n\n<p>c</p>\n"


def test_brackets_in_one_another_end() -> None:
    assert CONVERTER.convert("[" * 2000 + "]" * 2000).html == f"<p>{'[' * 2000}{']' * 2000}</p>\n"


@pytest.mark.parametrize(
    ("nested", "tag"),
    [("> ", "blockquote"), ("- ", "ul"), ("<div markdown='1'>", "div"), ("<div>", "div"), ("<b>", "b")],
)
def test_nesting_of_250_is_kept(nested: str, tag: str) -> None:
    assert CONVERTER.convert(nested * 250 + "text").html.count(f"<{tag}>") == 250


@pytest.mark.parametrize(
    "nested", ["> ", "- ", "1. ", "<div markdown='1'>", "<div>", "<b>", "[", "![", "*a **b "]
)
def test_deeper_nesting_loses_no_text(nested: str) -> None:
    html = CONVERTER.convert(nested * 3000 + "innermost").html
    assert "innermost" in html


def test_nesting_of_different_kinds_adds_up() -> None:
    raw = "<div>" * 300 + "<div markdown='1'>\n"
    html = CONVERTER.convert(raw * 5 + "> " * 300 + "<b>" * 300 + "innermost").html
    assert "innermost" in html


def test_attribute_lists_that_refer_to_one_another_end() -> None:
    text = "{:a: b .a}\n{:b: a .b}\n" + "".join(f"{{:x{n}: x{n + 1} x{n + 1}}}\n" for n in range(60))
    assert CONVERTER.convert(text + "one\n{:a}\n\ntwo\n{:x0}\n").html.endswith(
        '<p class="b a">one</p>\n\n<p>two</p>\n'
    )
