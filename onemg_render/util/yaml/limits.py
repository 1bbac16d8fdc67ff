"""How deep and how large values may be."""

from typing import Any, Final

MAX_DEPTH: Final = 200
MAX_VALUES: Final = 5_000_000  # what aliases may expand to

Extent = tuple[int, int]


def extent(value: Any, known: dict[int, Extent]) -> Extent:
    """How many values there are in `value`, and how deep, when every alias in it is written out."""
    if not isinstance(value, dict | list):
        return 1, 0
    if id(value) not in known:
        inside = [extent(item, known) for item in (value.values() if isinstance(value, dict) else value)]
        depth = max((depth for _, depth in inside), default=0)
        known[id(value)] = 1 + sum(weight for weight, _ in inside), depth + 1
    return known[id(value)]
