"""Ruby's dates: zones, lenient parsing, strftime. A moment is an aware datetime, a day a date.

The zone of a build is a value that is handed in; nothing here asks the process for it.
"""

from onemg_render.util.dates.parse import parse_time, to_time
from onemg_render.util.dates.strftime import strftime
from onemg_render.util.dates.written import inspect, rfc822, text, xmlschema
from onemg_render.util.dates.zones import SystemZone, fixed_zone, is_utc, local, named_zone, unknown_zone

__all__ = [
    "SystemZone",
    "fixed_zone",
    "inspect",
    "is_utc",
    "local",
    "named_zone",
    "parse_time",
    "rfc822",
    "strftime",
    "text",
    "to_time",
    "unknown_zone",
    "xmlschema",
]
