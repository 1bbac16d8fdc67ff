"""Strings as Ruby and Jekyll see them: case, words, slugs and titles (upstream `lib/jekyll/utils.rb`)."""

import re
import unicodedata
from functools import cache
from typing import Final, Literal

from onemg_render.util.character_tables import APPROXIMATIONS, MARKS_OUTSIDE_ALNUM, OTHERS_INSIDE_ALNUM
from onemg_render.util.patterns import regex

SLUGIFY_MODES: Final = ("raw", "default", "pretty", "ascii", "latin")
RAW: Final = regex(r"[ \t\n\v\f\r]+")
ASCII_ONLY: Final = regex(r"[^A-Za-z0-9]+")
PRETTY_MARKS: Final = "._~!$&'()+,;=@"
PRETTY_ASCII: Final = regex(r"[^A-Za-z0-9._~!$&'()+,;=@]+")
EDGE_HYPHEN: Final = regex(r"^-|-$", re.M)
NOT_ASCII: Final = regex(r"[^\x00-\x7f]")
PLAIN: Final = {character: plain for plain, group in APPROXIMATIONS.items() for character in group}

WordClass = Literal["letters", "alnum"]


@cache
def _members(ranges: str) -> frozenset[str]:
    bounds = (entry.split("-") for entry in ranges.split())
    return frozenset(
        chr(code)
        for low, *rest in bounds
        for code in range(int(low, 16), int(rest[0] if rest else low, 16) + 1)
    )


def downcase(text: str) -> str:
    """Ruby's String#downcase: as Python's, but a final sigma stays `σ`."""
    return text.replace("Σ", "σ").lower()


def capitalize(text: str) -> str:
    """Ruby's String#capitalize: the first letter in title case, the rest in lower case."""
    return text[:1].title() + downcase(text[1:])


def as_text(value: object) -> str:
    """Ruby's to_s of a plain value: `true`, nothing for None, the number or text itself."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def words(text: str) -> list[str]:
    """Ruby's String#split without arguments: at ASCII blanks, nothing empty."""
    return [word for word in RAW.split(text) if word]


def titleize_slug(slug: str) -> str:
    """`my-first-POST` -> `My First Post`."""
    return " ".join(capitalize(part) for part in slug.rstrip("-").split("-"))


def transliterate(text: str) -> str:
    """I18n.transliterate with its default table: accents dropped, any other character beyond ASCII is `?`."""
    return NOT_ASCII.sub(lambda match: PLAIN.get(match[0], "?"), text)


def slugify(
    text: str, mode: str | None = None, *, keep_case: bool = False, word_class: WordClass = "letters"
) -> str:
    """Jekyll's slug of `text`; a mode outside SLUGIFY_MODES changes the case only.

    word_class: what counts as part of a word beyond ASCII: `letters` (Jekyll 4: letters, marks, decimal
    digits) or `alnum` (Jekyll 3: [[:alnum:]], which lacks many combining marks).
    """
    mode = mode or "default"
    if mode not in SLUGIFY_MODES:
        return text if keep_case else downcase(text)
    slug = EDGE_HYPHEN.sub("", _hyphenate(transliterate(text) if mode == "latin" else text, mode, word_class))
    return slug if keep_case else downcase(slug)


def _hyphenate(text: str, mode: str, word_class: WordClass) -> str:
    if mode == "raw":
        return RAW.sub("-", text)
    kept = PRETTY_MARKS if mode == "pretty" else ""
    if mode == "ascii" or text.isascii():
        return (PRETTY_ASCII if kept else ASCII_ONLY).sub("-", text)
    marked = (c if c in kept or _in_word(c, word_class) else "\0" for c in text)
    return re.sub("\0+", "-", "".join(marked))


def _in_word(character: str, word_class: WordClass) -> bool:
    category = unicodedata.category(character)
    if word_class == "alnum":
        if character in _members(OTHERS_INSIDE_ALNUM):
            return True
        if character in _members(MARKS_OUTSIDE_ALNUM):
            return False
    return category[0] in "LM" or category == "Nd"
