"""Time zones as Ruby's Time has them: UTC, the build's local zone, and fixed offsets, which have no name.

The three kinds print differently (`UTC`, `+0000`; `%Z` of a fixed offset is empty), so they stay apart:
UTC is `datetime.timezone.utc`, a fixed offset is `fixed_zone`, a local zone is anything else.
"""

import re
import time
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

from onemg_render.errors import DateError
from onemg_render.util.close_matches import close_matches
from onemg_render.util.patterns import regex

ONE_DAY: Final = 86400
POSIX_ZONE: Final = regex(r"<?([A-Za-z0-9+-]{3,}?)>?([+-]?)([0-9]{1,3})(?::([0-9]{2}))?\Z")


def fixed_zone(seconds: int) -> tzinfo:
    """A nameless offset from UTC. Raises DateError for a day or more."""
    if abs(seconds) >= ONE_DAY:
        raise DateError(f"the offset {seconds} s from UTC is a day or more")
    return timezone(timedelta(seconds=seconds), "")


def is_utc(zone: tzinfo | None) -> bool:
    """Whether Ruby's Time#utc? holds: UTC itself, not a zone that happens to agree with it."""
    return zone is UTC


class SystemZone(tzinfo):
    """The zone of the machine, as the C library knows it, which is asked once for each second."""

    def __init__(self) -> None:
        self._local: dict[tuple[datetime, int], datetime] = {}
        self._offsets: dict[datetime, timedelta] = {}

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """How far from UTC the machine's clocks are at `moment`."""
        return None if moment is None else self._known(moment).utcoffset()

    def dst(self, moment: datetime | None) -> timedelta | None:
        """The hour by which they are turned in summer."""
        if moment is None:
            return None
        summer = time.localtime(self._known(moment).timestamp()).tm_isdst > 0
        return timedelta(hours=1 if summer else 0)

    def tzname(self, moment: datetime | None) -> str | None:
        """The zone's short name at `moment`: `CEST`."""
        return None if moment is None else self._known(moment).tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """The wall clock's time; beyond the system's calendar with its standard offset."""
        second = moment.replace(microsecond=0, tzinfo=UTC)
        offset = self._offsets.get(second)
        if offset is None:
            offset = self._offsets[second] = offset_of(second)
        return moment + offset

    def _known(self, moment: datetime) -> datetime:
        """The second of `moment`, a time of the wall clock, with its offset and name."""
        second = moment.replace(microsecond=0, tzinfo=None)
        known = self._local.get((second, second.fold))
        if known is None:
            known = self._local[second, second.fold] = on_the_clock(second)
        return known


def offset_of(moment: datetime) -> timedelta:
    """How far from UTC the machine's clocks are at a moment in UTC."""
    try:
        return moment.astimezone().utcoffset() or timedelta(0)
    except (OSError, OverflowError, ValueError):
        return timedelta(seconds=-time.timezone)


def on_the_clock(moment: datetime) -> datetime:
    """The wall clock's time with its offset and name."""
    try:
        return moment.astimezone()
    except (OSError, OverflowError, ValueError):  # a year that the C library does not know
        return moment.replace(tzinfo=timezone(timedelta(seconds=-time.timezone), time.tzname[0]))


def named_zone(name: str) -> tzinfo:
    """The zone of the key `timezone`: an IANA name or a POSIX one (`UTC-3`, which lies east).

    Raises DateError for an unknown name, with near ones as hint.
    """
    from zoneinfo import ZoneInfo, available_timezones  # sites without `timezone` have the machine's

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # KeyError: ZoneInfoNotFoundError
        pass
    if match := POSIX_ZONE.match(name):
        seconds = int(match[3]) * 3600 + int(match[4] or 0) * 60
        if seconds < ONE_DAY:
            return timezone(timedelta(seconds=seconds if match[2] == "-" else -seconds), match[1])
    near = close_matches(name, available_timezones(), n=3)
    raise DateError(
        f"unknown time zone `{name}`",
        hint=f"did you mean {' or '.join(near)}?" if near else "write an IANA name, as in `Europe/Brussels`",
    )


def unknown_zone(name: str) -> tzinfo:
    """What the C library makes of a name that it does not know: UTC, called by the name's first letters."""
    letters = re.match("[A-Za-z]*", name)
    return timezone(timedelta(0), letters[0] if letters else "")


def local(moment: datetime, zone: tzinfo) -> datetime:
    """A wall clock time (its tzinfo is ignored) in `zone`, when the clock is turned as Ruby's Time.local.

    A time that does not exist moves ahead; of a time that comes twice, the second is meant.
    """
    wall = moment.replace(tzinfo=zone, fold=1)
    first = moment.replace(tzinfo=zone, fold=0)
    if wall.utcoffset() == first.utcoffset():
        return first
    if first.astimezone(UTC).astimezone(zone).replace(fold=0) != first:
        return first.astimezone(UTC).astimezone(zone)
    return wall


def placed(utc: datetime, offset: int, zone: tzinfo) -> datetime:
    """A moment given in UTC, in `zone` if that has `offset` then, else with it fixed (force_zone!)."""
    moment = utc.replace(tzinfo=UTC)
    here = moment.astimezone(zone)
    same = here.utcoffset() == timedelta(seconds=offset)
    return here if same else moment.astimezone(fixed_zone(offset))
