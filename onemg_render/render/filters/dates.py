"""Dates as text (upstream `lib/jekyll/filters/date_filters.rb`), and the times they are made of."""

from contextlib import suppress
from datetime import date as calendar_date
from datetime import datetime, tzinfo

from onemg_render.errors import DateError, LiquidError
from onemg_render.liquid import Context, Value, context_filter
from onemg_render.liquid.runtime import inspect, to_s
from onemg_render.render.reads import CLOCK, RecordedTime
from onemg_render.render.surroundings import Surroundings, surroundings
from onemg_render.util import dates


@context_filter(reads=())
def date(context: Context, value: Value, pattern: Value) -> Value:
    """Liquid's own filter, by the build's clock and in its zone: `site.time | date: "%Y"` -> `2008`."""
    shown = to_s(pattern)
    if shown == "":
        return value
    if isinstance(value, calendar_date) and not isinstance(value, datetime):
        return dates.strftime(value, shown)
    moment = time_of(value, surroundings(context), ("date", shown))
    return value if moment is None else dates.strftime(moment, shown)


@context_filter(reads=())
def date_to_string(context: Context, value: Value, kind: Value = None, style: Value = None) -> Value:
    """`07 Nov 2008`; with `ordinal` `7th Nov 2008`, with `US` too `Nov 7th, 2008`."""
    return stringified(context, value, ("date_to_string", "%b", kind, style))


@context_filter(reads=())
def date_to_long_string(context: Context, value: Value, kind: Value = None, style: Value = None) -> Value:
    """`07 November 2008`, and as `date_to_string`."""
    return stringified(context, value, ("date_to_long_string", "%B", kind, style))


@context_filter(reads=())
def date_to_xmlschema(context: Context, value: Value) -> Value:
    """`2008-11-07T13:07:54-08:00`."""
    if to_s(value) == "":
        return value
    return dates.strftime(local_time(context, value, ("date_to_xmlschema",)), "%Y-%m-%dT%H:%M:%S%:z")


@context_filter(reads=())
def date_to_rfc822(context: Context, value: Value) -> Value:
    """`Fri, 07 Nov 2008 13:07:54 -0800`."""
    if to_s(value) == "":
        return value
    return dates.strftime(local_time(context, value, ("date_to_rfc822",)), "%a, %d %b %Y %H:%M:%S %z")


def stringified(context: Context, value: Value, how: tuple[str, str, Value, Value]) -> Value:
    if to_s(value) == "":
        return value
    _, month, kind, style = how
    moment = local_time(context, value, how)
    if kind != "ordinal":
        return dates.strftime(moment, f"%d {month} %Y")
    day = f"{moment.day}{ordinal(moment.day)}"
    return dates.strftime(moment, f"{month} {day}, %Y" if style == "US" else f"{day} {month} %Y")


def ordinal(day: int) -> str:
    if 11 <= day <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def local_time(context: Context, value: Value, how: tuple[Value, ...]) -> datetime:
    """The time that `value` means, in the site's zone. `how` tells the recorder what is made of the clock's.

    Raises LiquidError for a value that means none.
    """
    build = surroundings(context)
    moment = time_of(value, build, how)
    if moment is None:
        raise LiquidError(
            f"Invalid Date: '{inspect(value)}' is not a valid datetime.",
            hint="write a date as in 2008-11-07 or 2008-11-07 13:07:54 -0800",
        )
    return moment.astimezone(zone_of(build))


def time_of(value: Value, build: Surroundings, how: tuple[Value, ...]) -> datetime | None:
    """Liquid's `Utils.to_date`: times, dates, epochs and text that Ruby can read as a time."""
    if isinstance(value, RecordedTime):
        return value.formatted(*how)
    if isinstance(value, datetime):
        return value
    if isinstance(value, calendar_date):
        return dates.local(datetime(value.year, value.month, value.day), zone_of(build))
    if isinstance(value, str) and not (value.isascii() and value.isdigit()):
        return time_of_text(value.lower(), build, how)
    if isinstance(value, int | str) and not isinstance(value, bool):
        with suppress(OverflowError, ValueError, OSError):  # beyond the years 1 to 9999
            return datetime.fromtimestamp(int(value), zone_of(build))
    return None


def time_of_text(text: str, build: Surroundings, how: tuple[Value, ...]) -> datetime | None:
    now = build.site.time
    if text in ("now", "today"):
        build.reads.current.add((CLOCK, *how))
        return now
    try:
        return dates.parse_time(text, now, zone_of(build))
    except DateError:
        return None


def zone_of(build: Surroundings) -> tzinfo:
    """The zone of the site's local times."""
    zone = build.site.time.tzinfo
    assert zone is not None
    return zone
