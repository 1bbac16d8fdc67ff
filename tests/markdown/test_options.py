"""kramdown's options: what they accept, what they refuse, what a document may set."""

import pytest

from onemg_render.errors import MarkdownError
from onemg_render.markdown import OPTIONS, convert, parse_options

ACCEPTED = [
    ("auto_ids", "false", False),
    ("auto_ids", "", False),
    ("auto_ids", "no", True),
    ("auto_ids", None, False),
    ("footnote_nr", "5", 5),
    ("auto_id_prefix", 5, "5"),
    ("entity_output", ":numeric", "numeric"),
    ("math_engine", "nil", None),
    ("math_engine", "", None),
    ("toc_levels", "2..4", (2, 3, 4)),
    ("toc_levels", "1,3,3", (1, 3)),
    ("toc_levels", [2, "3"], (2, 3)),
    ("smart_quotes", "apos,39,34,quot", (39, 39, 34, 34)),
    ("link_defs", "a: [b]", {"a": ("b", None)}),
    ("link_defs", {"a": ["b", "c"]}, {"a": ("b", "c")}),
    ("typographic_symbols", {":hellip": "..."}, {"hellip": "..."}),
    ("gfm_quirks", "paragraph_end,no_auto_typographic", {"paragraph_end", "no_auto_typographic"}),
    ("gfm_quirks", "", set()),
    ("input", "Kramdown", "kramdown"),
]
REFUSED = [
    ("footnote_nr", "one"),
    ("footnote_nr", None),
    ("toc_levels", "all"),
    ("toc_levels", [7]),
    ("toc_levels", 3),
    ("smart_quotes", "apos"),
    ("smart_quotes", "a,b,c,d"),
    ("link_defs", {"a": "b"}),
    ("link_defs", "a: ["),
    ("link_defs", ["a"]),
    ("typographic_symbols", "x"),
    ("footnote_link_text", "none"),
    ("input", "gfm"),
    ("kramdown_version", "3"),
]


@pytest.mark.parametrize(("name", "value", "expected"), ACCEPTED)
def test_values_are_read(name: str, value: object, expected: object) -> None:
    options, unknown = parse_options({name: value})
    assert getattr(options, name) == expected
    assert unknown == ()


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_wrong_values_name_the_option(name: str, value: object) -> None:
    with pytest.raises(MarkdownError, match=f"'{name}'"):
        parse_options({name: value})


def test_every_option_has_a_row_for_the_manual() -> None:
    assert len(OPTIONS) > 30
    assert all(row.kind and row.meaning for row in OPTIONS.values())


def test_defaults_are_values_of_their_types() -> None:
    options, _ = parse_options({})
    assert (options.input, options.hard_wrap, options.toc_levels) == ("GFM", False, (1, 2, 3, 4, 5, 6))


def test_an_unknown_option_is_a_warning() -> None:
    assert [one.text for one in convert("a", colour="red").warnings] == ["Unknown kramdown option 'colour'"]


def test_a_document_sets_options_but_not_forbidden_ones() -> None:
    text = '{::options header_offset="1" toc_levels="x" input="kramdown" template="t" /}\n\n# A'
    converted = convert(text)
    assert converted.html.strip() == '<h2 id="a">A</h2>'
    assert [one.text for one in converted.warnings] == [
        "Invalid value for the kramdown option 'toc_levels': 'x'",
        "Unknown kramdown option 'input'",
        "Option template may not be set inline",
    ]


def test_options_of_a_document_end_with_it() -> None:
    assert convert('{::options auto_ids="false" /}\n# A').html.strip() == "<h1>A</h1>"
    assert convert("# A").html == '<h1 id="a">A</h1>\n'
