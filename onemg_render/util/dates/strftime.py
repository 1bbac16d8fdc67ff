"""Ruby's strftime for moments and dates (upstream ruby `strftime.c`, `ext/date/date_strftime.c`)."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, partial
from typing import Final, NamedTuple

from onemg_render.errors import DateError
from onemg_render.util.dates.zones import is_utc
from onemg_render.util.patterns import regex

DAYS: Final = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DIRECTIVE: Final = regex(r"%([-_0^#]*)([0-9]*)(:*)([EO]?)(.)?", re.S)
WITH_E: Final = "cCxXyY"
WITH_O: Final = "deHkIlmMSuUVwWy"
COMPOSED: Final = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "r": "%I:%M:%S %p",
    "R": "%H:%M",
    "T": "%H:%M:%S",
    "v": "%e-%^b-%4Y",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
    "+": "%a %b %e %H:%M:%S %Z %Y",
}
Writer = Callable[[datetime], str]

MAX_WIDTH: Final = 65535
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def strftime(moment: date, format: str) -> str:
    """`moment` (a datetime with a zone, or a date) written by `format`, as Ruby's Time or Date does.

    What is no directive stays as it is. Raises DateError for a moment's format that ends in a lone `%`.
    """
    if "%" not in format:
        return format
    if isinstance(moment, datetime):
        return _written(moment, format, False)
    return _written(datetime.combine(moment, time(), UTC), format, True)


def _written(moment: datetime, format: str, is_date: bool) -> str:
    return "".join(
        [piece if isinstance(piece, str) else piece(moment) for piece in _compiled(format, is_date)]
    )


class Flags(NamedTuple):
    """What stands between `%` and its letter.

    pad: what fills up to the width, None for the directive's own; left: `-`, nothing is filled up.
    is_date: whether a date is written, for which some rules differ.
    """

    width: int
    pad: str | None
    left: bool
    upper: bool
    swap: bool
    colons: int
    is_date: bool


def _writer(letter: str, flags: Flags) -> Writer:
    """How one directive is written."""
    if letter in NUMBERS:
        return _number(letter, flags)
    if letter in "LN":
        width = flags.width or (3 if letter == "L" else 9)
        return lambda moment: f"{moment.microsecond:06d}".ljust(width, "0")[:width]
    if letter == "z":
        return partial(_offset, flags)
    if letter == "Z":
        return partial(_zone, flags)
    if letter in COMPOSED:
        return partial(_composed, COMPOSED[letter], flags)
    return partial(_text, TEXTS[letter], flags.swap and letter == "p", flags)


def _number(letter: str, flags: Flags) -> Writer:
    value, width, pad = NUMBERS[letter]
    width = 1 if flags.left else flags.width or width
    form = f"{'0' if (flags.pad or pad) == '0' else ''}{width}d"
    return lambda moment: format(value(moment), form)


def _text(value: Callable[[datetime], str], lower: bool, flags: Flags, moment: datetime) -> str:
    text = value(moment)
    text = text.lower() if lower else text.upper() if flags.upper or flags.swap else text
    return text if flags.left else text.rjust(flags.width, flags.pad or " ")


def _composed(form: str, flags: Flags, moment: datetime) -> str:
    """Of a moment it is filled up in spite of `-`."""
    text = _written(moment, form, flags.is_date)
    text = text.upper() if flags.upper else text
    return text if flags.left and flags.is_date else text.rjust(flags.width, flags.pad or " ")


def _zone(flags: Flags, moment: datetime) -> str:
    """The zone's name; a zone without one is no text to fill up."""
    name = "+00:00" if flags.is_date else moment.tzname() or ""
    name = name.lower() if flags.swap else name.upper() if flags.upper else name
    return name if flags.left or not name else name.rjust(flags.width, flags.pad or " ")


def _offset(flags: Flags, moment: datetime) -> str:
    offset = int((moment.utcoffset() or timedelta()).total_seconds())
    hours, minutes, seconds = abs(offset) // 3600, abs(offset) // 60 % 60, abs(offset) % 60
    tail = f"{':' if flags.colons else ''}{minutes:02d}"
    if flags.colons == 2 or (flags.colons == 3 and seconds):
        tail += f":{seconds:02d}"
    elif flags.colons == 3 and not minutes:
        tail = ""
    negative = offset < 0 or (flags.left and is_utc(moment.tzinfo) and not flags.is_date)
    sign = "-" if negative else "+"
    width = max(flags.width - len(tail) - 1, 1 if flags.left and flags.is_date and hours < 10 else 2)
    if flags.pad == " ":
        return f"{sign}{hours}".rjust(width + 1) + tail
    return f"{sign}{hours:0{width}d}{tail}"


def _twelve(moment: datetime) -> int:
    return moment.hour % 12 or 12


def _week(moment: datetime, first_day: int) -> int:
    """The week of the year, beginning on Sunday (0) or Monday (1); days before the first are in week 0."""
    days = moment.timetuple()
    weekday = (days.tm_wday + 1 - first_day) % 7
    return (days.tm_yday + 6 - weekday) // 7


def _meridian(moment: datetime) -> str:
    return "PM" if moment.hour >= 12 else "AM"


def _epoch(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(seconds=1)


# letter -> the number, its width and what fills it up
NUMBERS: Final[dict[str, tuple[Callable[[datetime], int], int, str]]] = {
    "C": (lambda m: m.year // 100, 2, "0"),
    "d": (lambda m: m.day, 2, "0"),
    "e": (lambda m: m.day, 2, " "),
    "G": (lambda m: m.isocalendar()[0], 4, "0"),
    "g": (lambda m: m.isocalendar()[0] % 100, 2, "0"),
    "H": (lambda m: m.hour, 2, "0"),
    "I": (_twelve, 2, "0"),
    "j": (lambda m: m.timetuple().tm_yday, 3, "0"),
    "k": (lambda m: m.hour, 2, " "),
    "l": (_twelve, 2, " "),
    "M": (lambda m: m.minute, 2, "0"),
    "m": (lambda m: m.month, 2, "0"),
    "S": (lambda m: m.second, 2, "0"),
    "Q": (lambda m: _epoch(m) * 1000, 1, "0"),
    "s": (_epoch, 1, "0"),
    "U": (lambda m: _week(m, 0), 2, "0"),
    "u": (lambda m: m.isoweekday(), 1, "0"),
    "V": (lambda m: m.isocalendar()[1], 2, "0"),
    "W": (lambda m: _week(m, 1), 2, "0"),
    "w": (lambda m: m.isoweekday() % 7, 1, "0"),
    "Y": (lambda m: m.year, 4, "0"),
    "y": (lambda m: m.year % 100, 2, "0"),
}
TEXTS: Final[dict[str, Callable[[datetime], str]]] = {
    "A": lambda m: DAYS[m.isoweekday() % 7],
    "a": lambda m: DAYS[m.isoweekday() % 7][:3],
    "B": lambda m: MONTHS[m.month - 1],
    "b": lambda m: MONTHS[m.month - 1][:3],
    "h": lambda m: MONTHS[m.month - 1][:3],
    "n": lambda _: "\n",
    "P": lambda m: _meridian(m).lower(),
    "p": lambda m: _meridian(m),
    "t": lambda _: "\t",
    "%": lambda _: "%",
}
DATE_ONLY: Final = frozenset("+Q")
LETTERS: Final = frozenset(NUMBERS) | frozenset(TEXTS) | frozenset(COMPOSED) | frozenset("LNZz")


@lru_cache(maxsize=512)
def _compiled(format: str, is_date: bool) -> tuple[str | Writer, ...]:
    pieces: list[str | Writer] = []
    at = 0
    while match := DIRECTIVE.search(format, at):
        end = _end_of_unknown(match, is_date)
        pieces.append(format[at : end or match.start()])
        if end is None:
            pieces.append(_writer(match[5], _flags(match, is_date)))
        at = end or match.end()
    return tuple(piece for piece in (*pieces, format[at:]) if piece != "")


def _end_of_unknown(match: re.Match[str], is_date: bool) -> int | None:
    """Where the text ends that is no directive and stays as it is; None for a directive."""
    _, _, colons, locale, letter = match.groups()
    if colons and (locale or letter != "z" or len(colons) > 3):
        return match.start(3) + 1
    if locale and (letter is None or letter not in (WITH_E if locale == "E" else WITH_O)):
        return match.start(4) + 1
    if letter is None and not is_date:
        raise DateError(
            f"the date format `{match.string}` ends within a directive", hint="a percent sign is %%"
        )
    known = letter in LETTERS and (is_date or letter not in DATE_ONLY)
    return None if known else match.end()


def _flags(match: re.Match[str], is_date: bool) -> Flags:
    flags, digits, colons, _, _ = match.groups()
    pads = re.sub("[^_0]" if is_date else "[^-_0]", "", flags)  # of a date `-` leaves the padding as it is
    return Flags(
        width=min(int(digits or 0), MAX_WIDTH),
        pad={"_": " ", "0": "0"}.get(pads[-1:]),
        left="-" in flags,
        upper="^" in flags,
        swap="#" in flags,
        colons=len(colons),
        is_date=is_date,
    )
