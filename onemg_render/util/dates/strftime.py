"""Ruby's strftime for moments and dates (upstream ruby `strftime.c`, `ext/date/date_strftime.c`)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from onemg_render.errors import DateError
from onemg_render.util.dates.zones import is_utc

DAYS: Final = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DIRECTIVE: Final = re.compile(r"%([-_0^#]*)([0-9]*)(:*)([EO]?)(.)?", re.S)
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
    return "".join(p if isinstance(p, str) else p(moment) for p in _compiled(format, is_date))


@dataclass(frozen=True, slots=True)
class Directive:
    """One `%...`: its letter, flags and width.

    pad: what fills up to the width, None for the directive's own; left: `-`, nothing is filled up.
    """

    letter: str
    width: int
    pad: str | None
    left: bool
    upper: bool
    swap: bool
    colons: int
    is_date: bool

    def __call__(self, moment: datetime) -> str:
        if self.letter in NUMBERS:
            value, width, pad = NUMBERS[self.letter]
            return self._number(value(moment), width, pad)
        if self.letter in "LN":
            return self._fraction(moment, 3 if self.letter == "L" else 9)
        if self.letter == "z":
            return self._offset(moment)
        return self._filled(self._text(moment))

    def _number(self, value: int, width: int, pad: str) -> str:
        pad = self.pad or pad
        width = 1 if self.left else self.width or width
        return f"{value:0{width}d}" if pad == "0" else f"{value:{width}d}"

    def _fraction(self, moment: datetime, digits: int) -> str:
        width = self.width or digits
        return f"{moment.microsecond:06d}".ljust(width, "0")[:width]

    def _text(self, moment: datetime) -> str:
        if self.letter in COMPOSED:
            text = _written(moment, COMPOSED[self.letter], self.is_date)
            return text.upper() if self.upper else text
        text = _zone(moment, self.is_date) if self.letter == "Z" else TEXTS[self.letter](moment)
        if self.swap:
            return text.lower() if self.letter in "pZ" else text.upper()
        return text.upper() if self.upper else text

    def _filled(self, text: str) -> str:
        if not text and self.letter == "Z":  # a nameless zone is no text to fill up
            return text
        # What is composed of other directives is filled up in spite of `-`, but for dates.
        if self.left and (self.is_date or self.letter not in COMPOSED):
            return text
        return text.rjust(self.width, self.pad or " ")

    def _offset(self, moment: datetime) -> str:
        offset = int((moment.utcoffset() or timedelta()).total_seconds())
        hours, minutes, seconds = abs(offset) // 3600, abs(offset) // 60 % 60, abs(offset) % 60
        colon = ":" if self.colons else ""
        tail = f"{colon}{minutes:02d}"
        if self.colons == 2 or (self.colons == 3 and seconds):
            tail += f":{seconds:02d}"
        elif self.colons == 3 and not minutes:
            tail = ""
        sign = "-" if offset < 0 or (self.left and is_utc(moment.tzinfo) and not self.is_date) else "+"
        width = max(self.width - len(tail) - 1, 1 if self.left and self.is_date and hours < 10 else 2)
        if self.pad == " ":
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


def _zone(moment: datetime, is_date: bool) -> str:
    return "+00:00" if is_date else moment.tzname() or ""


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
def _compiled(format: str, is_date: bool) -> tuple[str | Directive, ...]:
    pieces: list[str | Directive] = []
    at = 0
    while match := DIRECTIVE.search(format, at):
        pieces.append(format[at : match.start()])
        end = _end_of_unknown(match, is_date)
        pieces.append(_directive(match, is_date) if end is None else format[match.start() : end])
        at = match.end() if end is None else end
    return (*pieces, format[at:])


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


def _directive(match: re.Match[str], is_date: bool) -> Directive:
    flags, digits, colons, _, letter = match.groups()
    pads = re.sub(r"[^-_0]", "", flags)
    return Directive(
        letter=letter,
        width=min(int(digits or 0), MAX_WIDTH),
        pad={"_": " ", "0": "0"}.get(pads[-1:]),
        left="-" in flags,
        upper="^" in flags,
        swap="#" in flags,
        colons=len(colons),
        is_date=is_date,
    )
