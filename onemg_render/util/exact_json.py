"""Values of YAML as texts of JSON that become the very same values again; what would not is refused."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timezone
from types import MappingProxyType
from typing import Any, Final

from onemg_render.util.dates.zones import fixed_zone

MARK: Final = "\0"
MARKED: Final = '"\\u0000'
"""A mark as it stands in a text."""
DATE: Final = f"{MARK}date"
TIME: Final = f"{MARK}time"
PAIRS: Final = f"{MARK}pairs"


def dumped(value: object) -> str | None:
    """The text for `value`; None if no text would give it back."""
    for prepared in (as_it_is, with_pairs):
        with suppress(TypeError, ValueError, RecursionError):
            text = ENCODER.encode(prepared(value))
            if loaded(text) == value:
                return text
    return None


def loaded(text: str) -> Any:
    """The value for which `text` was made, each time a new one."""
    return DECODER.decode(text) if MARKED in text else json.loads(text)


def as_it_is(value: object) -> object:
    return value


def with_pairs(value: object) -> object:
    """`value` with lists of pairs in place of mappings with keys that are no texts."""
    if type(value) is list:
        return [with_pairs(one) for one in value]
    if type(value) is not dict:
        return value
    if all(type(key) is str and not key.startswith(MARK) for key in value):
        return {key: with_pairs(one) for key, one in value.items()}
    return {PAIRS: [[with_pairs(key), with_pairs(one)] for key, one in value.items()]}


def marked(value: object) -> object:
    """A date or a moment with its offset. Raises TypeError for anything else."""
    if type(value) is date:
        return {DATE: value.isoformat()}
    if type(value) is datetime and not value.fold:
        plain = value.replace(tzinfo=None).isoformat()
        if value.tzinfo is UTC:
            return {TIME: [plain]}
        offset = value.utcoffset()
        seconds = int(offset.total_seconds()) if offset is not None else 0
        if type(value.tzinfo) is timezone and repr(value.tzinfo) == repr(fixed_zone(seconds)):
            return {TIME: [plain, seconds]}
    raise TypeError


def unmarked(mapping: dict[str, Any]) -> object:
    """What stands behind a mapping of JSON: itself, or what its mark says."""
    if len(mapping) == 1:
        ((key, value),) = mapping.items()
        if key in MAKERS:
            return MAKERS[key](value)
    return mapping


def moment(plain: str, *seconds: int) -> datetime:
    return datetime.fromisoformat(plain).replace(tzinfo=fixed_zone(*seconds) if seconds else UTC)


MAKERS: Final[Mapping[str, Callable[[Any], object]]] = MappingProxyType(
    {DATE: date.fromisoformat, TIME: lambda value: moment(*value), PAIRS: dict}
)
ENCODER: Final = json.JSONEncoder(default=marked)
DECODER: Final = json.JSONDecoder(object_hook=unmarked)
