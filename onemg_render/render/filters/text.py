"""Filters that turn text into text (upstream `lib/jekyll/filters.rb`)."""

from datetime import datetime
from html import escape
from typing import Final
from urllib.parse import quote_plus

from onemg_render.errors import LiquidError
from onemg_render.liquid import Context, Value, context_filter
from onemg_render.liquid.numbers import to_i
from onemg_render.liquid.runtime import class_name, to_s
from onemg_render.render.surroundings import surroundings
from onemg_render.util import text as strings
from onemg_render.util.patterns import regex
from onemg_render.util.urls import normalize_component

BLANKS: Final = regex(r"(?: [ \t\r\n\f\v]|[\t\r\n\f\v])[ \t\r\n\f\v]*")
"""Runs of white space but for a single blank, which most are."""
EDGES: Final = " \t\r\n\f\v\0"
CJK: Final = (
    "\u1100-\u11ff\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u302e\u302f\u3038-\u303b"
    "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u3131-\u318e\u31f0-\u321e\u3260-\u327e\u32d0-\u32fe"
    "\u3300-\u3357\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7c6\ud7cb-\ud7fb\uf900-\ufa6d"
    "\ufa70-\ufad9\uff66-\uff6f\uff71-\uff9d\uffa0-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc"
    "\U00016fe2\U00016fe3\U00016ff0\U00016ff1\U0001b000-\U0001b11e\U0001b150-\U0001b152\U0001b164-\U0001b167"
    "\U0001f200\U00020000-\U0002a6dd\U0002a700-\U0002b734\U0002b740-\U0002b81d\U0002b820-\U0002cea1"
    "\U0002ceb0-\U0002ebe0\U0002f800-\U0002fa1d\U00030000-\U0003134a"
)  # Han, Katakana, Hiragana and Hangul of Unicode 13, which Ruby 3.1 has
CJK_CHARACTER: Final = regex(f"[{CJK}]")
OTHER_WORD: Final = regex(rf"[^{CJK} \t\r\n\f\v]+")


def text_of(value: Value, name: str) -> str:
    """`value` if it is text; Ruby has no such method on anything else."""
    if isinstance(value, str):
        return value
    raise LiquidError(f"`{name}` needs text, not {class_name(value)}")


@context_filter(reads=())
def slugify(context: Context, value: Value, mode: Value = None) -> Value:
    """`The _config.yml file` -> `the-config-yml-file`; modes raw, default, pretty, ascii, latin, none."""
    if value is None:
        return None
    build = surroundings(context)
    given = text_of(value, "slugify")
    slug = strings.slugify(given, to_s(mode) if mode else None, word_class=build.compat.slug_words)
    if not slug:
        build.reporter.warn(f"Empty `slug` generated for '{given}'.")
    return slug


def xml_escape(value: Value) -> str:
    return escape(to_s(value), quote=False).replace('"', "&quot;").replace("'", "&apos;")


def cgi_escape(value: Value) -> str:
    """`foo,bar; baz?` -> `foo%2Cbar%3B+baz%3F`."""
    return quote_plus(text_of(value, "cgi_escape"))


def uri_escape(value: Value) -> Value:
    """`foo, bar?` -> `foo,%20bar?`."""
    return None if value is None else normalize_component(text_of(value, "uri_escape"))


def normalize_whitespace(value: Value) -> str:
    """Runs of white space as one blank, none at the ends (upstream `lib/jekyll/filters.rb`)."""
    return BLANKS.sub(" ", to_s(value)).strip(EDGES)


def number_of_words(value: Value, mode: Value = None) -> int:
    """Words between blanks; `cjk` counts each Chinese, Japanese and Korean character, `auto` if any."""
    text = text_of(value, "number_of_words")
    characters = len(CJK_CHARACTER.findall(text)) if mode in ("cjk", "auto") else 0
    if characters or mode == "cjk":
        return characters + len(OTHER_WORD.findall(text))
    return len(strings.words(text))


def number_of_words_in_jekyll_3(value: Value) -> int:
    return number_of_words(value)


def to_integer(value: Value) -> int:
    if isinstance(value, datetime):
        return int(value.timestamp())
    return int(value) if isinstance(value, bool) else to_i(value)


@context_filter(reads=())
def markdownify(context: Context, value: Value) -> str:
    build = surroundings(context)
    return build.convert(to_s(value), ".md")


@context_filter(reads=())
def smartify(context: Context, value: Value) -> str:
    return surroundings(context).smartify(to_s(value))


@context_filter(reads=())
def sassify(context: Context, value: Value) -> str:
    return surroundings(context).convert(text_of(value, "sassify"), ".sass")


@context_filter(reads=())
def scssify(context: Context, value: Value) -> str:
    return surroundings(context).convert(text_of(value, "scssify"), ".scss")
