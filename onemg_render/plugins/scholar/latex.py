"""TeX in BibTeX fields as text (jekyll-scholar's filters, latex-decode): accents, symbols, some markup."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from onemg_render.util.patterns import regex

ACCENTS: Final[Mapping[str, str]] = {
    **{
        "`": "\u0300",
        "'": "\u0301",
        "^": "\u0302",
        "~": "\u0303",
        "=": "\u0304",
        ".": "\u0307",
        '"': "\u0308",
    },
    **{"c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a"},
    **{"b": "\u0331", "d": "\u0323", "t": "\u0361"},
}
LETTERS: Final[Mapping[str, str]] = {
    **{"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł"},
    **{"aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ"},
    **{"textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textregistered": "®"},
    **{"copyright": "©", "texttrademark": "™", "textquoteright": "’", "textquoteleft": "‘"},
}
MARKUP: Final = (
    ("textsc", '<font style="font-variant: small-caps">', "</font>"),
    ("textsuperscript", "<sup>", "</sup>"),
    ("emph", "<i>", "</i>"),
    ("textit", "<i>", "</i>"),
    ("tiny", "<small>", "</small>"),
)
PUNCTUATION: Final = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))
SIGN_ACCENT: Final = regex(r"""\\([`'^~=."])\s*(?:\{(\\?\w)\}|(\\?\w))""")
LETTER_ACCENT: Final = regex(r"\\([cvuHkrbdt])(?:\s*\{(\\?\w)\}|\s+(\w)\b)")
LETTER: Final = regex(
    r"\\(" + "|".join(sorted(LETTERS, key=len, reverse=True)) + r")(?![a-zA-Z])(?:\{\}|\s+)?"
)
LOWERCASE: Final = regex(r"\\lowercase\{([^{}]*)\}")
BRACES: Final = regex(r"(?<!\\)[{}]+")
ESCAPED: Final = regex(r"\\([&%$#_{}])")


def decoded(value: str) -> str:
    """`H{\\"o}rtenhuber` -> `Hörtenhuber`; what else has a backslash stays as it is."""
    for name, opening, closing in MARKUP:
        value = re.sub(rf"\\{name}\{{((?:[^{{}}]|\{{[^{{}}]*\}})*)\}}", rf"{opening}\1{closing}", value)
    value = LOWERCASE.sub(lambda match: match[1].lower(), value)
    if "\\" in value:
        value = SIGN_ACCENT.sub(accented, value)
        value = LETTER_ACCENT.sub(accented, value)
        value = LETTER.sub(lambda match: LETTERS[match[1]], value)
    for written, shown in PUNCTUATION:
        value = value.replace(written, shown)
    value = re.sub(r"(?<!\\)~", "\u00a0", value)
    value = ESCAPED.sub(r"\1", BRACES.sub("", value))
    return unicodedata.normalize("NFC", value)


def accented(match: re.Match[str]) -> str:
    letter = (match[2] or match[3]).removeprefix("\\")
    return unicodedata.normalize("NFC", letter + ACCENTS[match[1]])
