"""Ruby's Time.parse: a text, however it is written, as a moment (upstream ruby/time `lib/time.rb`).

What the text leaves out on the left (the year, the month ...) is taken from now, on the right from zero.
"""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Final

from onemg_render.errors import DateError
from onemg_render.util.dates.zones import local, placed
from onemg_render.util.patterns import regex

PLAIN: Final = regex(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?: ([0-9]{2}):([0-9]{2}):([0-9]{2})(?: ([+-])([0-9]{2})([0-9]{2}))?)?\Z"
)


def parse_time(text: str, now: datetime, zone: tzinfo) -> datetime:
    """The moment that `text` names: in UTC or with a fixed offset if it says so, else local to `zone`.

    now: from where a missing year, month or day is taken. Raises DateError where Ruby raises ArgumentError,
    and for years that Python has not.
    """
    try:
        return _plain(text, zone) or moment_of(text, now, zone)
    except (ValueError, OverflowError) as error:
        raise DateError(f"`{text}` is no date: {error}") from error


def moment_of(text: str, now: datetime, zone: tzinfo) -> datetime:
    from onemg_render.util.dates.moment import Moment  # for what few sites write

    return Moment(text, now, zone).resolve()


def to_time(value: object, now: datetime) -> datetime:
    """A front matter or config value as a moment in now's zone: a moment, a date (its midnight) or a text.

    This is Jekyll's Utils.parse_date of the value's text, in which a moment has whole seconds.
    Raises DateError.
    """
    zone = now.tzinfo or UTC
    if isinstance(value, datetime):
        return value.replace(microsecond=0).astimezone(zone)
    if isinstance(value, date):
        return local(datetime(value.year, value.month, value.day), zone)
    return parse_time(str(value), now, zone).astimezone(zone)


@lru_cache(maxsize=1024)
def _plain(text: str, zone: tzinfo) -> datetime | None:
    """The two forms that nearly all sites use, without a search; None if it is another, or needs care."""
    match = PLAIN.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.group(1, 2, 3, 4, 5, 6))
    try:
        wall = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
    if not match[7]:
        return local(wall, zone)
    seconds = int(match[8]) * 3600 + int(match[9]) * 60
    if match[7] == "-":
        seconds = -seconds
    return None if match[0].endswith("-0000") else placed(wall - timedelta(seconds=seconds), seconds, zone)
