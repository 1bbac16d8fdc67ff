"""The moment that the parts of a date found in a text mean (upstream ruby/time `lib/time.rb`, make_time)."""

from datetime import UTC, datetime, timedelta, tzinfo
from fractions import Fraction
from typing import Final

from onemg_render.util.dates.fragments import fragments
from onemg_render.util.dates.zones import fixed_zone, local, placed
from onemg_render.util.patterns import regex

ZONE_HOURS: Final = {
    **{"UTC": 0, "Z": 0, "UT": 0, "GMT": 0},
    **{"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7},
    **{letter: hours for hours, letter in enumerate("ABCDEFGHIKLM", 1)},
    **{letter: -hours for hours, letter in enumerate("NOPQRSTUVWXY", 1)},
}
UTC_NAMES: Final = ("-00:00", "-0000", "-00", "UTC", "Z", "UT")
OFFSET: Final = regex(r"([+-])([0-9]{2})(:?)([0-9]{2})(?:\3([0-9]{2}))?\Z")
SHORT_OFFSET: Final = regex(r"[+-][0-9]{2}\Z")
MONTH_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Moment:
    """One text on its way to a moment; raises ValueError and OverflowError for what is none."""

    def __init__(self, text: str, now: datetime, zone: tzinfo) -> None:
        self.found = fragments(text)
        self.now = now
        self.zone = zone

    def resolve(self) -> datetime:
        found = self.found
        parts = (
            found.year,
            found.yday,
            found.month,
            found.day,
            found.hour,
            found.minute,
            found.second,
            found.fraction,
        )
        if all(part is None for part in parts):
            raise ValueError("it holds no date or time")
        if found.yday is None:
            return self._civil(found.month, found.day)
        return self._ordinal(found.yday)

    def _ordinal(self, yday: int) -> datetime:
        """The day of the year, found by a first guess and a correction, with upstream's rounding."""
        if not 1 <= yday <= 366:
            raise ValueError(f"the day {yday} of a year is out of range")
        month, day = (yday - 1) // 31 + 1, (yday - 1) % 31 + 1
        guess = self._civil(month, day)
        difference = yday - guess.timetuple().tm_yday
        if difference == 0:
            return guess
        day += difference
        month_days = days_in_month(self.found.year or self.now.year, month)
        if day > 28 and day > month_days:
            month += 1
            if month > 12:
                raise ValueError(f"the day {yday} of a year is out of range")
            day -= month_days
        return self._civil(month, day)

    def _civil(self, month: int | None, day: int | None) -> datetime:
        found = self.found
        first_year = found.year if found.year is not None else self.now.year
        offset = self._offset(first_year)
        now = self.now.astimezone(self.zone if offset is None else _zone_of(self.now, offset, self.zone))
        fields = [found.year, month, day, found.hour, found.minute, found.second]
        fraction = _from_now(fields, found.fraction, now)
        year = fields[0] if fields[0] is not None else 1970
        if year != first_year:
            offset = self._offset(year)
        rest = [1 if value is None and at < 2 else value or 0 for at, value in enumerate(fields[1:])]
        if offset is None:
            return local(_checked([year, *rest], fraction), self.zone)
        wall = _checked(_without_offset([year, *rest], offset), fraction)
        if (found.zone or "").upper() in UTC_NAMES:
            return wall.replace(tzinfo=UTC)
        return placed(wall, offset, self.zone)

    def _offset(self, year: int) -> int | None:
        """The seconds east of UTC that the text's zone means; None if it names none that is known."""
        zone = (self.found.zone or "").upper()
        if match := OFFSET.match(zone):
            seconds = (int(match[2]) * 60 + int(match[4])) * 60 + int(match[5] or 0)
            return -seconds if match[1] == "-" else seconds
        if SHORT_OFFSET.match(zone):
            return int(zone) * 3600
        if zone in ZONE_HOURS:
            return ZONE_HOURS[zone] * 3600
        for month in (1, 7) if zone else ():
            there = datetime(year, month, 1, tzinfo=self.zone)
            if (there.tzname() or "").upper() == zone:
                return int((there.utcoffset() or timedelta()).total_seconds())
        return None


def _zone_of(now: datetime, offset: int, zone: tzinfo) -> tzinfo:
    return now.tzinfo or zone if now.utcoffset() == timedelta(seconds=offset) else fixed_zone(offset)


def _from_now(fields: list[int | None], fraction: Fraction | None, now: datetime) -> Fraction:
    """Fill `fields` from now until the first that the text names; the fraction of its second."""
    for at, value in enumerate((now.year, now.month, now.day, now.hour, now.minute, now.second)):
        if fields[at] is not None:
            return fraction or Fraction(0)
        fields[at] = value
    return fraction if fraction is not None else Fraction(now.microsecond, 10**6)


def _without_offset(fields: list[int], offset: int) -> list[int]:
    """Wall clock fields moved to UTC, field by field: a day too many stays one (upstream apply_offset)."""
    parts = list(fields)
    sign, left = (-1, -offset) if offset < 0 else (1, offset)
    for at, size in ((5, 60), (4, 60), (3, 24)):
        left, part = divmod(left, size)
        if part:
            carry, parts[at] = divmod(parts[at] - sign * part, size)
            left -= sign * carry
    year, month, day = parts[0], parts[1], parts[2] - sign * left
    if left and sign > 0 and day < 1:
        year, month = (year - 1, 12) if month <= 1 else (year, month - 1)
        day = days_in_month(year, month)
    elif left and sign < 0 and month <= 12 and day > days_in_month(year, month):
        year, month, day = (year + 1, 1, 1) if month == 12 else (year, month + 1, 1)
    return [year, month, day, *parts[3:]]


def _checked(fields: list[int], fraction: Fraction) -> datetime:
    """A wall clock time as Time.utc takes it: 30 February is in March, 24:00 tomorrow, 60 the next minute."""
    year, month, day, hour, minute, second = fields
    fits = 1 <= month <= 12 and 1 <= day <= 31 and 0 <= hour <= 24 and 0 <= minute <= 59 and 0 <= second <= 60
    if not fits or (hour == 24 and (minute or second)):
        raise ValueError("an argument is out of range")
    extra = timedelta(
        days=day - 1, hours=hour, minutes=minute, seconds=second, microseconds=int(fraction * 10**6)
    )
    return datetime(year, month, 1) + extra


def days_in_month(year: int, month: int) -> int:
    """The length of a month; a month 0 counts as December, as upstream. Raises ValueError above 12."""
    if month > 12:
        raise ValueError(f"there is no month {month}")
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else MONTH_DAYS[month - 1]
