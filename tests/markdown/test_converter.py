"""The converter: its use again and again, warnings with lines, the seam for highlighting."""

from collections.abc import Mapping

import pytest

from onemg_render.markdown import Converter, HighlightKind, convert

WARNINGS = [
    (
        "a\n\n[^x] *b\nc [^y]*\n",
        [("Footnote definition for 'x' not found", 3), ("Footnote definition for 'y' not found", 4)],
    ),
    ("> a\n>\n> - <b>c\n", [("Found no end tag for 'b' - auto-closing it", 3)]),
    (
        "a\n\n<div>\n<p>\n",
        [
            ("Found no end tag for 'p' - auto-closing it", 4),
            ("Found no end tag for 'div' - auto-closing it", 3),
        ],
    ),
    ("[^1]: a\n\nb\n", [("Footnote definition for '1' is unreferenced - ignoring", 1)]),
    ("[a]: b\n\n[A]: c\n", [("Duplicate link ID 'a' - overwriting", 3)]),
    ("{::x}\n\n{: =}\n", [("No stop tag for extension 'x' found - ignoring it", 1)]),
    ("a <div> b\n", [("Found block HTML tag 'div' in span-level text", 1)]),
    ("a\n\n| b |\n{:.c}\n\n*d*{:/e}\n", [("Invalid extension stop tag for 'e' found - ignoring it", 6)]),
]


@pytest.mark.parametrize(("text", "expected"), WARNINGS)
def test_warnings_name_their_lines(text: str, expected: list[tuple[str, int]]) -> None:
    found = [(one.text, one.line) for one in convert(text).warnings]
    assert found[: len(expected)] == expected


def test_nothing_stays_from_one_text_to_the_next() -> None:
    converter = Converter()
    first = "# A\n\n[a] b[^1] HTML\n\n[a]: b\n[^1]: c\n*[HTML]: d\n{:x: .y}\n"
    second = "# A\n\n[a] b[^1] HTML\n{:x}\n"
    converter.convert(first)
    assert converter.convert(second).html == '<h1 id="a">A</h1>\n\n<p>[a] b[^1] HTML</p>\n'


def shout(code: str, lang: str | None, kind: HighlightKind, options: Mapping[str, object]) -> str | None:
    if lang is None and "default_lang" not in options:
        return None
    return f"{code.strip().upper()} {lang} {kind} {options.get('x')}" + ("\n" if kind == "block" else "")


HIGHLIGHTED = [
    ("`a`", {}, "<p><code>a</code></p>\n"),
    ("`a`{:.language-b}", {}, '<p><code class="language-b highlighter-rouge">A b span None</code></p>\n'),
    (
        "`a`{:.c}",
        {"default_lang": "d", "x": 1, "span": {"x": 2}},
        '<p><code class="language-d c highlighter-rouge">A None span 2</code></p>\n',
    ),
    (
        "```b?c=d\na\n```\n{:.e}",
        {"x": 1},
        '<div class="language-b e highlighter-rouge">A b?c=d block 1\n</div>\n',
    ),
    ("    a\n", {}, "<pre><code>a\n</code></pre>\n"),
    (
        "    a\n",
        {"default_lang": "d"},
        '<div class="language-d highlighter-rouge">A None block None\n</div>\n',
    ),
]


@pytest.mark.parametrize(("text", "options", "expected"), HIGHLIGHTED)
def test_a_highlighter_of_ones_own(text: str, options: Mapping[str, object], expected: str) -> None:
    converter = Converter({"syntax_highlighter_opts": options}, highlight=shout)
    assert converter.convert(text).html == expected


def test_no_highlighter_leaves_code_alone() -> None:
    text = "```ruby\nx = 1\n```\n"
    plain = '<pre><code class="language-ruby">x = 1\n</code></pre>\n'
    assert convert(text).html == plain
    assert Converter({"syntax_highlighter": None}, highlight=shout).convert(text).html == plain


def test_an_unknown_highlighter_is_a_warning() -> None:
    converted = convert("    a\n", syntax_highlighter="coderay")
    assert converted.html == "<pre><code>a\n</code></pre>\n"
    assert [one.text for one in converted.warnings] == [
        "The configured syntax highlighter coderay is not available."
    ]
