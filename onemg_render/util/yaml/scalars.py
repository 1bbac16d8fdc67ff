"""SafeYAML's rules: the type of an unquoted YAML scalar (upstream 1.0.5 `lib/safe_yaml/transform/`)."""

import binascii
import re
from datetime import date, datetime, timedelta
from typing import Final

from onemg_render.util.dates.zones import ONE_DAY, fixed_zone
from onemg_render.util.patterns import regex

BOOLEANS: Final = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}
NULLS: Final = ("", "~", "null")
NUMBER_STARTS: Final = frozenset("0123456789+-._,")
WORD_STARTS: Final = frozenset("yYnNoOtTfF~")
BINARY_TAGS: Final = ("tag:yaml.org,2002:binary", "x-private:binary", "!binary")

NUMBER_OR_DATE: Final = regex(r"[-+0-9_,:.]+(?:[eE][-+][0-9]+)?$|[-+_,]*0[_,]*[xXb]|[0-9]{4}-|-?\.[iInN]")
"""All that the rules below take, and more: for a quick no."""

# `$` stands for Ruby's \Z: before a last newline too.
DECIMAL: Final = regex(r"[-+]?(0|([1-9][0-9_,]*))$")
OCTAL: Final = regex(r"0[0-7]+$")
HEXADECIMAL: Final = regex(r"[-+]?0x[0-9a-fA-F_]+$|0X[0-9a-fA-F]+$")
BINARY: Final = regex(r"0b[01_]+$")
FLOAT: Final = regex(r"[-+]?(?:[0-9][0-9_]*)?\.[0-9_]+(?:[eE][-+][0-9]+)?$")
RUBY_FLOAT: Final = regex(r"[-+]?(?:[0-9]+(?:_[0-9]+)*)?\.[0-9]+(?:_[0-9]+)*(?:[eE][-+][0-9]+)?$")
SEXAGESIMAL: Final = regex(r"([-+]?)([0-9][0-9_]*(?::[0-5]?[0-9])+)(?:\.([0-9_]*))?$")
INFINITIES: Final = {
    **dict.fromkeys((".inf", ".Inf", ".INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
DATE: Final = regex(r"([0-9]{4})-([0-9]{2})-([0-9]{2})$")
TIME: Final = regex(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ \t\n\v\f\r]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
    r"(?:\.([0-9]*))?[ \t\n\v\f\r]*(?:Z|([-+])([0-9]{1,2})(?::?([0-9]{2}))?)?$"
)


def typed(value: str) -> object:
    """The value of a scalar that is not quoted. Raises ValueError where SafeYAML does (`1._5`)."""
    first = value[:1]
    if first in NUMBER_STARTS:
        return _number_or_date(value)
    if (first in WORD_STARTS or not first) and len(value) <= 5:
        word = value.lower()
        if word in NULLS:
            return None
        return BOOLEANS.get(word, value)
    return value


def _number_or_date(value: str) -> object:
    if value.isdigit() and value.isascii() and value[0] != "0":
        return int(value)
    if not NUMBER_OR_DATE.match(value):
        return value
    if DATE.match(value):
        return _date_or_text(value)
    integer = None if "." in value else _integer(value)
    if integer is not None:
        return integer
    if FLOAT.match(value):
        return _ruby_float(value)
    if value in INFINITIES:
        return INFINITIES[value]
    if match := SEXAGESIMAL.match(value):
        return _sexagesimal(match)
    return _date_or_text(value)


def _integer(value: str) -> int | float | None:
    bare = value.replace("_", "").replace(",", "")
    if DECIMAL.match(bare):
        return int(bare)
    if OCTAL.match(bare):
        return int(bare, 8)
    if HEXADECIMAL.match(bare):
        return int(bare, 16)
    if BINARY.match(bare):
        return int(bare, 2)
    match = SEXAGESIMAL.match(bare)
    return _sexagesimal(match) if match and match[3] is None else None


def _ruby_float(value: str) -> float:
    """Ruby's Float(): underscores stand between digits only."""
    if not RUBY_FLOAT.match(value):
        raise ValueError(f"invalid number `{value}`")
    return float(value.replace("_", ""))


def _sexagesimal(match: re.Match[str]) -> float:
    """`12:30` -> 750.0; the sign also stays on the first part, so `-1:30` -> 30.0, as upstream."""
    sign, places, fraction = match.groups()
    if "__" in places or "_:" in places:
        raise ValueError(f"invalid number `{match[0]}`")
    total, multiplier = 0.0, 1.0
    for place in reversed((sign + places).split(":")):
        total += float(place.replace("_", "")) * multiplier
        multiplier *= 60
    if fraction:
        total += _ruby_float("." + fraction)
    return -total if sign == "-" else total


def _date_or_text(value: str) -> object:
    try:
        if match := DATE.match(value):
            year, month, day = map(int, match.groups())
            return date(year, month, day)
        if match := TIME.match(value):
            return _moment(match)
    except (ValueError, OverflowError):
        return value
    return value


def _moment(match: re.Match[str]) -> datetime:
    """DateTime.parse(...).to_time: 24:00:00 is the next midnight, second 60 is 59.

    No zone is +00:00, and so is one of more than a day.
    """
    year, month, day, hour, minute, second = map(int, match.group(1, 2, 3, 4, 5, 6))
    microsecond = int(((match[7] or "") + "000000")[:6])
    offset = 0
    if match[8]:
        offset = (int(match[9]) * 60 + int(match[10] or 0)) * 60
        if offset == ONE_DAY:
            raise ValueError("no such offset")
        offset = 0 if offset > ONE_DAY else -offset if match[8] == "-" else offset
    midnight = (hour, minute, second) == (24, 0, 0)
    if second == 60:
        second = 59
    zone = fixed_zone(offset)
    moment = datetime(year, month, day, 0 if midnight else hour, minute, second, microsecond, zone)
    return moment + timedelta(days=1) if midnight else moment


def binary(value: str) -> str:
    """A `!binary` scalar, as leniently as Base64.decode64; bytes that are no UTF-8 become U+FFFD."""
    kept = re.sub(r"[^A-Za-z0-9+/]", "", value.split("=")[0])
    kept = kept[:-1] if len(kept) % 4 == 1 else kept
    return binascii.a2b_base64(kept + "=" * (-len(kept) % 4)).decode(errors="replace")
