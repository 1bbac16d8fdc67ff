"""The date filter (Ruby: lib/liquid/standardfilters.rb, lib/liquid/utils.rb)."""

import re
from datetime import date as Date
from datetime import datetime

from onemg_render.errors import DateError
from onemg_render.liquid.context import Context
from onemg_render.liquid.drops import Value
from onemg_render.liquid.filters.registry import context_filter
from onemg_render.liquid.runtime import to_s
from onemg_render.util import dates
from onemg_render.util.patterns import regex

EPOCH = regex(r"\A\d+\Z", re.ASCII)


@context_filter(reads=())
def date(context: Context, value: Value, format: Value) -> Value:
    """The value by Ruby's strftime; unchanged if it is no date or there is no format."""
    pattern = to_s(format)
    if not pattern:
        return value
    moment = to_date(context, value)
    return value if moment is None else dates.strftime(moment, pattern)


def to_date(context: Context, value: Value) -> Date | None:
    """A date, a time, seconds since 1970, `now`, `today`, or any text in which Ruby finds a date."""
    if isinstance(value, Date):
        return value
    if value.__class__ is int or (isinstance(value, str) and EPOCH.match(value)):
        return from_epoch(context, value)
    if not isinstance(value, str) or not value:
        return None
    wanted = value.lower()
    now = context.environment.now()
    if wanted in ("now", "today"):
        return now
    try:
        return dates.parse_time(wanted, now, now.tzinfo or dates.SystemZone())
    except DateError:
        return None


def from_epoch(context: Context, seconds: int | str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(seconds), context.environment.now().tzinfo)
    except (ValueError, OverflowError, OSError):
        return None
