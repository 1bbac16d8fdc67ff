"""kramdown's options: names, types, defaults and meanings as one table (kramdown: lib/kramdown/options.rb).

Values may come from YAML or from `{::options ... /}` in a document, so each type accepts its own value or a
string. Three defaults are those of a site, not of the library: `input` GFM, `hard_wrap` false and no
`syntax_highlighter`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from onemg_render.errors import MarkdownError
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.entities import entity_code
from onemg_render.util.patterns import regex

Parse = Callable[[str, object], object]


SMARTY_PANTS = "SmartyPants"
INPUTS = ("GFM", "kramdown", SMARTY_PANTS)
VERSIONS = ("2.4", "2.5")
SMART_QUOTES = ("lsquo", "rsquo", "ldquo", "rdquo")
LATEX_HEADERS = ("section", "subsection", "subsubsection", "paragraph", "subparagraph", "subparagraph")
INTEGER = regex(r"[+-]?\d+(?:_\d+)*", re.A)
RANGE = regex(r"(\d)\.\.(\d)", re.A)
LEVEL_LIST = regex(r"\d(?:,\d)*", re.A)


def wrong(name: str, value: object, expected: str) -> MarkdownError:
    return MarkdownError(
        f"Invalid value for the kramdown option '{name}': {value!r}", hint=f"Expected {expected}"
    )


def text_of(value: object) -> str:
    """The value as Ruby's `to_s` writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def symbol_of(value: object) -> str | None:
    """A leading colon goes; nothing and "nil" mean none."""
    text = text_of(value).strip(SPACE).removeprefix(":")
    return None if text in ("", "nil") else text


def boolean(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = text_of(value)
    return text != "" and text.lower().strip(SPACE) != "false"


def string(name: str, value: object) -> str:
    return text_of(value)


def integer(name: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = text_of(value).strip(SPACE)
    if not INTEGER.fullmatch(text):
        raise wrong(name, value, "an integer")
    return int(text)


def symbol(name: str, value: object) -> str | None:
    return symbol_of(value)


def array(name: str, value: object, size: int | None = None) -> list[object]:
    values: list[object]
    if isinstance(value, str):
        values = list(value.rstrip(",").split(",")) if value.rstrip(",") else []
    elif isinstance(value, list | tuple):
        values = list(value)
    else:
        raise wrong(name, value, "a list, or its members with commas between")
    if size is not None and len(values) != size:
        raise wrong(name, value, f"exactly {size} members")
    return values


def mapping(name: str, value: object) -> dict[object, object]:
    if isinstance(value, str):
        import yaml  # few sites write a mapping as a text

        try:
            value = yaml.safe_load(value)
        except yaml.YAMLError:
            raise wrong(name, value, "a mapping in YAML") from None
    if not isinstance(value, Mapping):
        raise wrong(name, value, "a mapping")
    return dict(value)


def symbol_mapping(name: str, value: object) -> dict[str, object]:
    return {symbol_of(key) or "": entry for key, entry in mapping(name, value).items()}


def symbol_texts(name: str, value: object) -> dict[str, str]:
    return {symbol_of(key) or "": text_of(entry) for key, entry in mapping(name, value).items()}


def symbols(name: str, value: object) -> frozenset[str]:
    return frozenset(symbol_of(member) or "" for member in array(name, value))


def strings(name: str, value: object) -> tuple[str, ...]:
    return tuple(text_of(member) for member in array(name, value, len(LATEX_HEADERS)))


def choice(*allowed: str) -> Parse:
    def parse(name: str, value: object) -> str:
        text = text_of(value).removeprefix(":")
        for one in allowed:
            if text == one or text == one[0].upper() + one[1:]:
                return one
        raise wrong(name, value, " or ".join(allowed))

    return parse


def link_defs(name: str, value: object) -> dict[str, tuple[str, str | None]]:
    definitions = {}
    for key, entry in mapping(name, value).items():
        if not isinstance(entry, list | tuple) or not 1 <= len(entry) <= 2:
            raise wrong(name, value, "a list of URL and, if there is one, title for each identifier")
        title = entry[1] if len(entry) == 2 else None
        definitions[text_of(key)] = (text_of(entry[0]), None if title is None else text_of(title))
    return definitions


def toc_levels(name: str, value: object) -> tuple[int, ...]:
    levels: Iterable[object]
    if isinstance(value, str):
        if found := RANGE.search(value):
            levels = range(int(found[1]), int(found[2]) + 1)
        elif LEVEL_LIST.search(value):
            levels = value.split(",")
        else:
            raise wrong(name, value, "levels such as 1..3 or 1,2,3")
    elif isinstance(value, list | tuple | range):
        levels = value
    else:
        raise wrong(name, value, "levels such as 1..3 or 1,2,3")
    numbers = tuple(dict.fromkeys(leading_integer(level) for level in levels))
    if any(not 1 <= number <= 6 for number in numbers):
        raise wrong(name, value, "integers from 1 to 6")
    return numbers


def leading_integer(value: object) -> int:
    """Ruby's `to_i`: the digits in front, else 0."""
    found = INTEGER.match(text_of(value).strip(SPACE))
    return int(found[0]) if found else 0


def smart_quotes(name: str, value: object) -> tuple[int, ...]:
    """The four characters; names of entities or code points, in the order of SMART_QUOTES."""
    codes = []
    for member in array(name, value, len(SMART_QUOTES)):
        text = text_of(member).strip(SPACE)
        code = int(text) if INTEGER.fullmatch(text) else entity_code(text, "2.5")
        if code is None or not 0 <= code <= 0x10FFFF:
            raise wrong(name, value, "four names of entities or code points")
        codes.append(code)
    return tuple(codes)


def link_text(name: str, value: object) -> str:
    text = text_of(value)
    if "%s" not in text:
        raise wrong(name, value, "a text with %s where the number goes")
    return text


class Row(NamedTuple):
    """One option, for the manual and for reading values."""

    default: Any
    kind: str
    parse: Parse
    meaning: str


def option(default: object, kind: str, parse: Parse, meaning: str) -> Any:
    """An option with its row of the table, which stands where an object of `Options` has the value."""
    return Row(default, kind, parse, meaning)


class Options:
    """All options with their values, typed; made by `parse_options`, and never changed."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self.__dict__.update(DEFAULTS)
        self.__dict__.update(values)

    def changed(self, **values: object) -> "Options":
        """The same, but for these."""
        return Options({**self.__dict__, **values})

    input: str = option(
        "GFM",
        "Symbol",
        choice(*INPUTS),
        "The dialect: GFM, kramdown, or SmartyPants (quotes and dashes only)",
    )
    kramdown_version: str = option(
        "2.4", "String", choice(*VERSIONS), "Whose output to write: that of kramdown 2.4 or 2.5"
    )
    auto_ids: bool = option(True, "Boolean", boolean, "Make an ID for every header without one")
    auto_id_prefix: str = option("", "String", string, "Prefix of the IDs made for headers")
    auto_id_stripping: bool = option(
        False, "Boolean", boolean, "Make header IDs from the text without its markup (always so in GFM)"
    )
    transliterated_header_ids: bool = option(
        False, "Boolean", boolean, "Spell header IDs with Latin letters (as without stringex: leaves them)"
    )
    parse_block_html: bool = option(False, "Boolean", boolean, "Read Markdown inside of block HTML tags")
    parse_span_html: bool = option(True, "Boolean", boolean, "Read Markdown inside of span HTML tags")
    html_to_native: bool = option(
        False, "Boolean", boolean, "Turn HTML tags into the Markdown elements they equal"
    )
    link_defs: Mapping[str, tuple[str, str | None]] = option(
        {}, "Object", link_defs, "Link definitions known beforehand: identifier to list of URL and title"
    )
    footnote_nr: int = option(1, "Integer", integer, "Number of the first footnote")
    footnote_prefix: str = option("", "String", string, "Prefix of the IDs of footnotes")
    footnote_backlink: str = option(
        "&#8617;", "String", string, "Text of the link back from a footnote; empty for none"
    )
    footnote_backlink_inline: bool = option(
        False, "Boolean", boolean, "Put the link back into the last paragraph or header, however deep"
    )
    footnote_link_text: str = option(
        "%s", "String", link_text, "Text of a footnote's number, which replaces %s (kramdown 2.5)"
    )
    entity_output: str | None = option(
        "as_char", "Symbol", symbol, "How entities are written: as_char, as_input, numeric or symbolic"
    )
    toc_levels: tuple[int, ...] = option(
        (1, 2, 3, 4, 5, 6), "Object", toc_levels, "Header levels in the table of contents: 1..3 or 1,2,3"
    )
    header_offset: int = option(0, "Integer", integer, "Added to the level of every header")
    header_links: bool = option(
        False, "Boolean", boolean, "Put an empty link to itself into every header (kramdown 2.5)"
    )
    smart_quotes: tuple[int, ...] = option(
        (8216, 8217, 8220, 8221), "Object", smart_quotes, "Left and right single, left and right double quote"
    )
    typographic_symbols: Mapping[str, str] = option(
        {},
        "Object",
        symbol_texts,
        "Texts for hellip, mdash, ndash, laquo, raquo, laquo_space, raquo_space",
    )
    remove_line_breaks_for_cjk: bool = option(
        False, "Boolean", boolean, "Join lines between Chinese or Japanese characters"
    )
    syntax_highlighter: str | None = option(None, "Symbol", symbol, "The highlighter: rouge, or nil for none")
    syntax_highlighter_opts: Mapping[str, object] = option(
        {},
        "Object",
        symbol_mapping,
        "Options of the highlighter: default_lang, guess_lang, css_class, block, span ...",
    )
    math_engine: str | None = option(
        "mathjax", "Symbol", symbol, "mathjax, or nil to write formulas as they are"
    )
    math_engine_opts: Mapping[str, object] = option(
        {}, "Object", symbol_mapping, "Options of the math engine"
    )
    hard_wrap: bool = option(False, "Boolean", boolean, "Every line break of a paragraph is a <br /> (GFM)")
    gfm_quirks: frozenset[str] = option(
        frozenset({"paragraph_end"}), "Object", symbols, "Any of paragraph_end, no_auto_typographic (GFM)"
    )
    forbidden_inline_options: frozenset[str] = option(
        frozenset({"template"}), "Object", symbols, "Options that {::options} may not set"
    )
    template: str = option("", "String", string, "Accepted and unused: layouts wrap the output")
    line_width: int = option(72, "Integer", integer, "Accepted and unused: for writing kramdown")
    list_indent: int = option(2, "Integer", integer, "Accepted and unused: for writing kramdown")
    latex_headers: tuple[str, ...] = option(
        LATEX_HEADERS, "Object", strings, "Accepted and unused: for writing LaTeX"
    )
    remove_block_html_tags: bool = option(
        True, "Boolean", boolean, "Accepted and unused: for another converter of kramdown"
    )
    remove_span_html_tags: bool = option(
        False, "Boolean", boolean, "Accepted and unused: for another converter of kramdown"
    )


TABLE: Mapping[str, Row] = {name: row for name, row in vars(Options).items() if isinstance(row, Row)}
DEFAULTS: Mapping[str, object] = {name: row.default for name, row in TABLE.items()}


def parse_options(values: Mapping[str, object]) -> tuple[Options, tuple[str, ...]]:
    """The typed options, and the names among `values` that are no options.

    Raises MarkdownError, which names the option, for a value that its type cannot be made from.
    """
    unknown = tuple(name for name in values if name not in TABLE)
    known: dict[str, Any] = {
        name: TABLE[name].parse(name, value) for name, value in values.items() if name in TABLE
    }
    return Options(known), unknown
