"""Filters on text (Ruby: lib/liquid/standardfilters.rb)."""

import binascii
import re
from urllib.parse import quote_plus, unquote_to_bytes

from onemg_render.errors import LiquidError
from onemg_render.liquid.drops import Listing, Value
from onemg_render.liquid.literals import Literal, is_empty
from onemg_render.liquid.loops import LARGEST_ARRAY
from onemg_render.liquid.loops import bounded as bounded_array
from onemg_render.liquid.numbers import to_integer
from onemg_render.liquid.runtime import is_true, to_s
from onemg_render.util import text as ruby
from onemg_render.util.patterns import regex

LARGEST_POSITION = 2**63
LARGEST_TEXT = 50_000_000
SPACE = " \t\r\n\f\v\0"
ESCAPES = {"&": "&amp;", ">": "&gt;", "<": "&lt;", '"': "&quot;", "'": "&#39;"}
UNESCAPED = regex(r"[\"><']|&(?!(?:[a-zA-Z]+|#\d+);)", re.ASCII)
HTML_BLOCKS = {"<script": "</script>", "<!--": "-->", "<style": "</style>"}
HTML_BLOCK = regex("|".join(HTML_BLOCKS))
HTML_TAGS = regex(r"<[^>]*>")
LINE_END = regex(r"\r?\n")
REPLACEMENT = regex(r"\\([0-9&`'\\]|k<[^>]*>)")
WORD = regex(r"[^ \t\n\v\f\r]+")


def downcase(value: Value) -> str:
    return ruby.downcase(to_s(value))


def upcase(value: Value) -> str:
    return to_s(value).upper()


def capitalize(value: Value) -> str:
    return ruby.capitalize(to_s(value))


def escape(value: Value) -> str | None:
    if value is None:
        return None
    text = value if value.__class__ is str else to_s(value)
    if "&" in text:
        text = text.replace("&", "&amp;")
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")


def escape_once(value: Value) -> str:
    return UNESCAPED.sub(lambda match: ESCAPES[match[0]], to_s(value))


def url_encode(value: Value) -> str | None:
    return None if value is None else quote_plus(to_s(value), safe="")


def url_decode(value: Value) -> str | None:
    if value is None:
        return None
    try:
        return unquote_to_bytes(to_s(value).replace("+", " ")).decode("utf-8")
    except UnicodeDecodeError:
        raise LiquidError("invalid byte sequence in UTF-8") from None


def slice_part(value: Value, offset: Value, length: Value = None) -> Value:
    start = to_integer(offset)
    count = to_integer(length) if is_true(length) else 1
    if max(abs(start), abs(count)) >= LARGEST_POSITION:
        raise LiquidError("the part of a text must lie within 64 bits")
    sequence = value.use() if isinstance(value, Listing) else value
    if not isinstance(sequence, list):
        sequence = to_s(value)
    if start < 0:
        start += len(sequence)
    if start < 0 or start > len(sequence) or count < 0:
        return sequence[:0]
    return sequence[start : start + count]


def truncate(value: Value, length: Value = 50, ending: Value = "...") -> str | None:
    """The ending counts; it is kept whole even if it is longer than the length."""
    if value is None:
        return None
    text, ending = to_s(value), to_s(ending)
    wanted = to_integer(length)
    return text[: max(wanted - len(ending), 0)] + ending if len(text) > wanted else text


def truncatewords(value: Value, count: Value = 15, ending: Value = "...") -> Value:
    """Dialect 4.0: a text of exactly `count` words gets the ending, too, and a count below 1 is 1."""
    if value is None:
        return None
    words = WORD.findall(to_s(value))
    last = max(to_integer(count) - 1, 0)
    return " ".join(words[: last + 1]) + to_s(ending) if len(words) > last else value


def truncatewords_5(value: Value, count: Value = 15, ending: Value = "...") -> Value:
    if value is None:
        return None
    wanted = max(to_integer(count), 1)
    if wanted >= 2**31 - 1:
        raise LiquidError(f"integer {wanted} too big for truncatewords")
    text = to_s(value)
    words = WORD.findall(text)
    return " ".join(words[:wanted]) + to_s(ending) if len(words) > wanted else text


def split(value: Value, pattern: Value) -> list[str]:
    """A single space splits at any white space; empty parts at the end are dropped."""
    text, separator = to_s(value), to_s(pattern)
    if separator == " ":
        return WORD.findall(text)
    if len(text) > LARGEST_ARRAY:
        bounded_array(text.count(separator))
    parts = text.split(separator) if separator else list(text)
    while parts and not parts[-1]:
        parts.pop()
    return parts


def strip(value: Value) -> str:
    return to_s(value).strip(SPACE)


def lstrip(value: Value) -> str:
    return to_s(value).lstrip(SPACE)


def rstrip(value: Value) -> str:
    return to_s(value).rstrip(SPACE)


def strip_html(value: Value) -> str:
    """Without tags, comments, scripts and styles (Ruby: lib/liquid/standardfilters.rb)."""
    text = without_blocks(to_s(value))
    end = text.rfind(">") + 1
    return HTML_TAGS.sub("", text[:end]) + text[end:]


def without_blocks(text: str) -> str:
    """The text without scripts, comments and styles; what is not closed stays."""
    last = {opening: text.rfind(closing) for opening, closing in HTML_BLOCKS.items()}
    kept: list[str] = []
    shown = at = 0
    while block := HTML_BLOCK.search(text, at):
        at, closing = block.end(), HTML_BLOCKS[block[0]]
        if at <= last[block[0]]:
            kept.append(text[shown : block.start()])
            shown = at = text.index(closing, at) + len(closing)
    return "".join([*kept, text[shown:]])


def strip_newlines(value: Value) -> str:
    return to_s(value).replace("\r\n", "").replace("\n", "")


def newline_to_br(value: Value) -> str:
    """Dialect 4.0 keeps a carriage return before the break."""
    return to_s(value).replace("\n", "<br />\n")


def newline_to_br_5(value: Value) -> str:
    return LINE_END.sub("<br />\n", to_s(value))


def replace(value: Value, search: Value, replacement: Value = "") -> str:
    return substituted(to_s(value), to_s(search), to_s(replacement), -1)


def replace_first(value: Value, search: Value, replacement: Value = "") -> str:
    return substituted(to_s(value), to_s(search), to_s(replacement), 1)


def replace_last(value: Value, search: Value, replacement: Value) -> str:
    text, wanted = to_s(value), to_s(search)
    before, found, after = text.rpartition(wanted) if wanted else (text, "", "")
    return before + to_s(replacement) + after if found or not wanted else text


def remove(value: Value, search: Value) -> str:
    return to_s(value).replace(to_s(search), "")


def remove_first(value: Value, search: Value) -> str:
    return to_s(value).replace(to_s(search), "", 1)


def remove_last(value: Value, search: Value) -> str:
    return replace_last(value, search, "")


def substituted(text: str, search: str, replacement: str, count: int) -> str:
    r"""String#gsub and #sub with text: backslashes with `0 & \` ' \` mean something in a replacement."""
    if "\\" not in replacement:
        grows = len(replacement) - len(search)
        if grows > 0 and len(text) + grows * (len(text) + 1) > LARGEST_TEXT:  # as many places as there can be
            found = text.count(search)
            bounded(len(text) + len(replacement) * (found if count < 0 else min(found, count)))
        return text.replace(search, replacement, count)
    length = len(text)

    def piece(match: re.Match[str]) -> str:
        nonlocal length
        made = expanded(replacement, match)
        length += len(made)
        bounded(length)
        return made

    return re.sub(re.escape(search), piece, text, count=max(count, 0))


def expanded(replacement: str, match: re.Match[str]) -> str:
    def meaning(reference: re.Match[str]) -> str:
        sign = reference[1]
        if sign in "0&":
            return match[0]
        if sign == "`":
            return match.string[: match.start()]
        if sign == "'":
            return match.string[match.end() :]
        if sign == "\\":
            return "\\"
        if sign.startswith("k"):
            raise LiquidError(f"undefined group name reference: {sign[2:-1]}")
        return ""

    return REPLACEMENT.sub(meaning, replacement)


def append(value: Value, other: Value) -> str:
    text = value if value.__class__ is str else to_s(value)
    text += other if other.__class__ is str else to_s(other)
    if len(text) > LARGEST_TEXT:
        bounded(len(text))
    return text


def prepend(value: Value, other: Value) -> str:
    return append(other, value)


def bounded(length: int) -> None:
    """An error before a text is made that no page can mean."""
    if length > LARGEST_TEXT:
        raise LiquidError(f"a text of {length} characters is too large")


def default(value: Value, fallback: Value = "") -> Value:
    return printable(fallback) if not is_true(value) or is_empty(value) else printable(value)


def default_5(value: Value, fallback: Value = "", options: Value = None) -> Value:
    allow_false = isinstance(options, dict) and is_true(options.get("allow_false"))
    if isinstance(fallback, dict) and options is None and "allow_false" in fallback:
        allow_false, fallback = is_true(fallback["allow_false"]), ""
    missing = value is None if allow_false else not is_true(value)
    return fallback if missing or is_empty(value) else value


def printable(value: Value) -> Value:
    """`empty` and `blank` leave a filter as what they print."""
    return "" if isinstance(value, Literal) else value


def base64_encode(value: Value) -> str:
    return encoded(value, None)


def base64_url_safe_encode(value: Value) -> str:
    return encoded(value, b"-_")


def base64_decode(value: Value) -> str:
    return decoded(value, "base64_decode", None)


def base64_url_safe_decode(value: Value) -> str:
    return decoded(value, "base64_url_safe_decode", b"-_")


def encoded(value: Value, alternative: bytes | None) -> str:
    from base64 import b64encode  # few templates have such texts

    return b64encode(to_s(value).encode(), alternative).decode()


def decoded(value: Value, name: str, alternative: bytes | None) -> str:
    from base64 import b64decode  # as above

    try:
        return b64decode(to_s(value), altchars=alternative, validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        raise LiquidError(f"invalid base64 provided to {name}") from None
