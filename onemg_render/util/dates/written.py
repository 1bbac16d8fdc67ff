"""How Ruby prints moments and dates: to_s, inspect and the formats of the Web (upstream `lib/time.rb`)."""

from datetime import date, datetime

from onemg_render.util.dates.strftime import strftime
from onemg_render.util.dates.zones import is_utc


def text(moment: date) -> str:
    """Ruby's to_s: `2024-03-05` for a date, `2024-03-05 10:00:00 +0100` or `... UTC` for a moment."""
    if not isinstance(moment, datetime):
        return strftime(moment, "%Y-%m-%d")
    return strftime(moment, "%Y-%m-%d %H:%M:%S UTC" if is_utc(moment.tzinfo) else "%Y-%m-%d %H:%M:%S %z")


def inspect(moment: date) -> str:
    """Ruby's inspect: of a moment with the fraction of its second, of a date with its day numbers."""
    if not isinstance(moment, datetime):
        julian = moment.toordinal() + 1721425
        return f"#<Date: {text(moment)} (({julian}j,0s,0n),+0s,2299161j)>"
    fraction = f"{moment.microsecond:06d}".rstrip("0")
    written = text(moment)
    return f"{written[:19]}.{fraction}{written[19:]}" if fraction else written


def xmlschema(moment: datetime) -> str:
    """Time#xmlschema: `2024-03-05T10:00:00+01:00`, `Z` for UTC."""
    return strftime(moment, "%Y-%m-%dT%H:%M:%SZ" if is_utc(moment.tzinfo) else "%Y-%m-%dT%H:%M:%S%:z")


def rfc822(moment: datetime) -> str:
    """Time#rfc822: `Tue, 05 Mar 2024 10:00:00 +0100`; UTC is `-0000`."""
    return strftime(
        moment, "%a, %d %b %Y %H:%M:%S -0000" if is_utc(moment.tzinfo) else "%a, %d %b %Y %H:%M:%S %z"
    )
