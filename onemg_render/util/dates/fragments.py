"""What Ruby's Date._parse finds in a text, in any form (upstream ruby/date `ext/date/date_parse.c`).

The text is searched by one pattern after the other; what a pattern has used is blanked out for the next. The
patterns are upstream's, in upstream's order.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from onemg_render.errors import DateError
from onemg_render.util.patterns import regex

MAX_LENGTH: Final = 128  # upstream's guard against slow patterns, in bytes
MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH: Final = f"({'|'.join(MONTHS)})"
ERA: Final = r"(?:\s*(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?\s*"
JAPANESE_ERAS: Final = {"m": 1867, "t": 1911, "s": 1925, "h": 1988, "r": 2018}


def _pattern(pattern: str) -> re.Pattern[str]:
    r"""A pattern of Ruby's, where \d is ASCII."""
    return regex(pattern.replace(r"\d", "[0-9]").replace(r"\D", "[^0-9]").replace("[[0-9]", "[0-9"), re.I)


NOT_OF_DATES: Final = regex(r"(?:[^-+',./:@\w\[\]]|_)+")
DAY: Final = regex(r"\b(sun|mon|tue|wed|thu|fri|sat)[^-/0-9\s]*", re.I)
TIME: Final = regex(
    r"("
    r"(?:[0-9]+\s*:\s*[0-9]+(?:\s*:\s*[0-9]+(?:[,.][0-9]*)?)?|[0-9]+\s*h(?:\s*[0-9]+m?(?:\s*[0-9]+s?)?)?)"
    r"(?:\s*[ap](?:m\b|\.m\.))?"
    r"|[0-9]+\s*[ap](?:m\b|\.m\.)"
    r")"
    r"(?:\s*("
    r"(?:gmt|utc?)?[-+][0-9]+(?:[,.:][0-9]+(?::[0-9]+)?)?"
    r"|(?:[^\W\d_]|[.\s])+(?:standard|daylight)\stime\b"
    r"|[^\W\d_]+(?:\sdst)?\b"
    r"))?",
    re.I,
)
CLOCK: Final = regex(
    r"([0-9]+)h?(?:\s*:?\s*([0-9]+)m?(?:\s*:?\s*([0-9]+)(?:[,.]([0-9]+))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?",
    re.I,
)
EUROPEAN: Final = _pattern(rf"('?\d+)[^-0-9\s]*\s*{MONTH}[^-0-9\s']*{ERA}('?-?\d+(?:(?:st|nd|rd|th)\b)?))?")
AMERICAN: Final = _pattern(rf"\b{MONTH}[^-0-9\s']*\s*('?\d+)[^-0-9\s']*(?:\s*,?{ERA[3:]}('?-?\d+))?")
ISO: Final = _pattern(r"('?[-+]?\d+)-(\d+)-('?-?\d+)")
WEEK: Final = _pattern(r"\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b")
WEEKDAY: Final = _pattern(r"-w-(\d)\b")
MONTH_AND_DAY: Final = _pattern(r"--(\d{2})?-(\d{2})\b")
MONTH_AND_DAY_TIGHT: Final = _pattern(r"--(\d{2})(\d{2})?\b")
ORDINAL_AFTER_POINT: Final = _pattern(r"[,.](\d{2}|\d{4})-\d{3}\b")
ORDINAL: Final = _pattern(r"\b(\d{2}|\d{4})-(\d{3})\b")
ORDINAL_AFTER_DIGIT: Final = _pattern(r"\d-\d{3}\b")
ORDINAL_OF_NO_YEAR: Final = _pattern(r"\b-(\d{3})\b")
JAPANESE: Final = _pattern(r"\b([mtshr])(\d+)\.(\d+)\.(\d+)")
VMS: Final = _pattern(rf"('?-?\d+)-{MONTH}[^-/.]*-('?-?\d+)")
VMS_MONTH_FIRST: Final = _pattern(rf"\b{MONTH}[^-/.]*-('?-?\d+)(?:-('?-?\d+))?")
SLASHES: Final = _pattern(r"('?-?\d+)/\s*('?\d+)(?:\D\s*('?-?\d+))?")
DOTS: Final = _pattern(r"('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)")
YEAR: Final = _pattern(r"'(\d+)\b")
MONTH_ALONE: Final = _pattern(rf"\b{MONTH}\S*")
ORDINAL_DAY: Final = _pattern(r"(\d+)(st|nd|rd|th)\b")
DIGITS: Final = _pattern(
    r"([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(?:\s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\]))?"
)
BEFORE_CHRIST: Final = _pattern(r"\b(bc\b|bce\b|b\.c\.|b\.c\.e\.)")
REST: Final = _pattern(r"\A\s*(\d{1,2})\s*\Z")


@dataclass(slots=True)
class Fragments:
    """The parts of a date and time that a text names; None for those it does not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    yday: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    fraction: Fraction | None = None
    zone: str | None = None
    cwyear: int | None = None
    cweek: int | None = None
    cwday: int | None = None
    wday: int | None = None


def fragments(text: str) -> Fragments:
    """The parts of a date in `text`. Raises DateError if it is too long; finding nothing is no error."""
    if len(text.encode("utf-8", "replace")) > MAX_LENGTH:
        raise DateError(f"a date has at most {MAX_LENGTH} characters")
    search = _Search(NOT_OF_DATES.sub(" ", text))
    search.run()
    return search.found


class _Search:
    """One run of the patterns over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Fragments()
        self.before_christ = False
        self.complete_year = True  # a year of two digits is one of this or the last century

    def run(self) -> None:
        self._take(DAY, self._day)
        self._take(TIME, self._time)
        for pattern, use in self._date_patterns():
            if self._take(pattern, use):
                break
        if self._take(BEFORE_CHRIST, lambda _: None):
            self.before_christ = True
        self._take(REST, self._rest)
        self._finish_years()

    def _date_patterns(self) -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool | None]], ...]:
        return (
            (EUROPEAN, lambda m: self._named_month(m[4], m[2], m[1], m[3])),
            (AMERICAN, lambda m: self._named_month(m[4], m[1], m[2], m[3])),
            (ISO, lambda m: self._three(m[1], m[2], m[3])),
            (JAPANESE, self._japanese),
            (VMS, lambda m: self._named_month(m[3], m[2], m[1])),
            (VMS_MONTH_FIRST, lambda m: self._named_month(m[3], m[1], m[2])),
            (SLASHES, lambda m: self._three(m[1], m[2], m[3])),
            (DOTS, lambda m: self._three(m[1], m[2], m[3])),
            (WEEK, self._week),
            (WEEKDAY, self._weekday),
            (MONTH_AND_DAY, self._month_and_day),
            (MONTH_AND_DAY_TIGHT, self._month_and_day),
            (ORDINAL, self._ordinal),
            (ORDINAL_OF_NO_YEAR, self._ordinal_of_no_year),
            (YEAR, self._year),
            (MONTH_ALONE, self._month),
            (ORDINAL_DAY, self._ordinal_day),
            (DIGITS, self._digits),
        )

    def _take(self, pattern: re.Pattern[str], use: Callable[[re.Match[str]], bool | None]) -> bool:
        """Search, use what is found, blank it out. `use` may refuse by answering False."""
        match = pattern.search(self.text)
        if match is None or use(match) is False:
            return False
        self.text = self.text[: match.start()] + " " + self.text[match.end() :]
        return True

    def _day(self, match: re.Match[str]) -> None:
        self.found.wday = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].index(match[1].lower())

    def _time(self, match: re.Match[str]) -> None:
        found = self.found
        if match[2]:
            found.zone = match[2]
        clock = CLOCK.match(match[1])
        assert clock is not None
        hour = int(clock[1])
        if clock[5]:
            hour = hour % 12 + (12 if clock[5] in "pP" else 0)
        found.hour = hour
        found.minute = int(clock[2]) if clock[2] else None
        found.second = int(clock[3]) if clock[3] else None
        found.fraction = Fraction(int(clock[4]), 10 ** len(clock[4])) if clock[4] else None

    def _named_month(self, year: str | None, month: str, day: str, era: str | None = None) -> None:
        self._three(year, str(MONTHS.index(month.lower()) + 1), day)
        if era and era[0] in "bB":
            self.before_christ = True

    def _three(self, year: str | None, month: str | None, day: str | None) -> None:
        """Three numbers in the order year, month, day, unless their form says otherwise (upstream s3e)."""
        if year is not None and month is not None and day is None:
            year, month, day = day, year, month
        if year is None and day is not None and (len(day) > 2 or day[0] == "'"):
            year, day = day, None
        if year is not None and (match := re.search(r"([-+]?[0-9]+)(.)?", year, re.S)) and match[2]:
            year, day = day, match[1]
        if month is not None and (month[0] == "'" or len(month) > 2):
            year, month, day = month, day, year
        if day is not None and (day[0] == "'" or len(day) > 2):
            year, day = day, year
        self._set_three(year, month, day)

    def _set_three(self, year: str | None, month: str | None, day: str | None) -> None:
        if year is not None and (match := re.search(r"([-+]?)([0-9]+)", year)):
            if match[1] or len(match[2]) > 2:
                self.complete_year = False
            self.found.year = int(match[0])
        if month is not None and (match := re.search("[0-9]+", month)):
            self.found.month = int(match[0])
        if day is not None and (match := re.search("[0-9]+", day)):
            self.found.day = int(match[0])

    def _japanese(self, match: re.Match[str]) -> None:
        self.found.year = int(match[2]) + JAPANESE_ERAS[match[1].lower()]
        self.found.month = int(match[3])
        self.found.day = int(match[4])

    def _week(self, match: re.Match[str]) -> None:
        self.found.cwyear = int(match[1]) if match[1] else None
        self.found.cweek = int(match[2])
        self.found.cwday = int(match[3]) if match[3] else None

    def _weekday(self, match: re.Match[str]) -> None:
        self.found.cwday = int(match[1])

    def _month_and_day(self, match: re.Match[str]) -> None:
        self.found.month = int(match[1]) if match[1] else None
        self.found.day = int(match[2]) if match[2] else None

    def _ordinal(self, match: re.Match[str]) -> bool:
        if ORDINAL_AFTER_POINT.search(self.text):
            return False
        self.found.year, self.found.yday = int(match[1]), int(match[2])
        return True

    def _ordinal_of_no_year(self, match: re.Match[str]) -> bool:
        if ORDINAL_AFTER_DIGIT.search(self.text):
            return False
        self.found.yday = int(match[1])
        return True

    def _year(self, match: re.Match[str]) -> None:
        self.found.year = int(match[1])

    def _month(self, match: re.Match[str]) -> None:
        self.found.month = MONTHS.index(match[1].lower()) + 1

    def _ordinal_day(self, match: re.Match[str]) -> None:
        self.found.day = int(match[1])

    def _digits(self, match: re.Match[str]) -> None:
        """A run of digits, understood by its length (upstream parse_ddd_cb)."""
        sign, digits, clock, fraction, zone = match.groups()
        if clock is None and fraction is not None:
            self._digits_to_second(sign, digits)
        else:
            self._digits_of_date(sign, digits)
        if clock:
            self._digits_of_clock(clock, from_end=fraction is not None)
        if fraction is not None:
            self.found.fraction = Fraction(int(fraction or 0), 10 ** len(fraction))
        if zone:
            self.found.zone = _bracketed(zone) if zone.startswith("[") else zone

    def _digits_of_date(self, sign: str, digits: str) -> None:
        found, size = self.found, len(digits)
        if size == 2:
            found.day = int(digits)
        elif size == 3:
            found.yday = int(digits)
        elif size == 4:
            found.month, found.day = int(digits[:2]), int(digits[2:])
        elif size == 5:
            found.year, found.yday = int(sign + digits[:2]), int(digits[2:])
        elif size == 6:
            found.year, found.month, found.day = int(sign + digits[:2]), int(digits[2:4]), int(digits[4:])
        elif size == 7:
            found.year, found.yday = int(sign + digits[:4]), int(digits[4:])
        elif size % 2 == 0:
            found.year, found.month, found.day = int(sign + digits[:4]), int(digits[4:6]), int(digits[6:8])
            self._digits_of_clock(digits[8:], from_end=False)
            self.complete_year = False

    def _digits_of_clock(self, digits: str, *, from_end: bool) -> None:
        pairs = (
            [int(digits[at : at + 2]) for at in range(0, len(digits) - 1, 2)] if len(digits) % 2 == 0 else []
        )
        if pairs:
            names = ("hour", "minute", "second")
            for name, value in zip(names[-len(pairs) :] if from_end else names, pairs, strict=False):
                setattr(self.found, name, value)

    def _digits_to_second(self, sign: str, digits: str) -> None:
        """Digits with a fraction count from their end: second, minute, hour, day, month, year."""
        names = ["second", "minute", "hour", "day", "month"]
        if len(digits) in (9, 11, 13):
            return
        rest = digits
        for name in names:
            if rest:
                setattr(self.found, name, int(rest[-2:]))
                rest = rest[:-2]
        if rest:
            self.found.year = int(sign + rest)
            self.complete_year = self.complete_year and len(rest) == 2

    def _rest(self, match: re.Match[str]) -> None:
        value, found = int(match[1]), self.found
        if found.hour is not None and found.day is None and 1 <= value <= 31:
            found.day = value
        if found.day is not None and found.hour is None and 0 <= value <= 24:
            found.hour = value

    def _finish_years(self) -> None:
        found = self.found
        found.year, found.cwyear = self._finished(found.year), self._finished(found.cwyear)

    def _finished(self, year: int | None) -> int | None:
        if year is not None and self.before_christ:
            year = 1 - year
        if year is not None and self.complete_year and 0 <= year <= 99:
            year += 1900 if year >= 69 else 2000
        return year


def _bracketed(zone: str) -> str:
    """`[-5:EST]` -> `EST`, `[9]` -> `9`."""
    offset, colon, name = zone[1:-1].partition(":")
    return name if colon else offset
