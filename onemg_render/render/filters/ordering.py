"""Ruby's `<=>` and `sort` for the values that templates see."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from onemg_render.errors import LiquidError
from onemg_render.liquid import Value
from onemg_render.liquid.runtime import class_name
from onemg_render.render.drops.items import DocumentDrop

NUMBERS = (int, float, Decimal)

Compare = Callable[[Value, Value], int | None]


def compare(one: Value, other: Value) -> int | None:
    """-1, 0 or 1; None where Ruby cannot order the two (`<=>` is nil)."""
    if one is other:
        return 0
    kind = order_class(one)
    if kind is None or kind != order_class(other):
        return 0 if one.__class__ is other.__class__ and one == other else None
    if kind == "array":
        return compare_arrays(one, other)
    if kind == "document":
        return compare(one.get("date"), other.get("date")) or compare(one.get("path"), other.get("path"))
    return int(one > other) - int(one < other)


def compare_arrays(one: list[Value], other: list[Value]) -> int | None:
    for mine, theirs in zip(one, other, strict=False):
        order = compare(mine, theirs)
        if order != 0:
            return order
    return (len(one) > len(other)) - (len(one) < len(other))


def order_class(value: Value) -> str | None:
    """Values of one class can be ordered among themselves; None: only equal ones can."""
    if isinstance(value, bool):
        return None
    for kind, types in ORDERED.items():
        if isinstance(value, types):
            return kind
    return None


ORDERED: dict[str, type | tuple[type, ...]] = {
    "number": NUMBERS,
    "string": str,
    "array": list,
    "time": datetime,
    "date": date,
    "document": DocumentDrop,
}


def ruby_sorted(values: list[Value], ordered: Compare) -> list[Value]:
    """`values` in order, stably, by the steps of glibc's qsort, which Ruby uses.

    The steps show in the result where `ordered` is not consistent (numbers among text).

    Raises LiquidError for two values that cannot be ordered.
    """
    if len(values) < 2:
        return values[:]
    middle = len(values) // 2
    return merged(ruby_sorted(values[:middle], ordered), ruby_sorted(values[middle:], ordered), ordered)


def merged(left: list[Value], right: list[Value], ordered: Compare) -> list[Value]:
    out: list[Value] = []
    i = j = 0
    while i < len(left) and j < len(right):
        order = ordered(left[i], right[j])
        if order is None:
            raise LiquidError(f"comparison of {class_name(left[i])} with {class_name(right[j])} failed")
        if order <= 0:
            out.append(left[i])
            i += 1
        else:
            out.append(right[j])
            j += 1
    return out + left[i:] + right[j:]


def in_order(values: list[Value]) -> list[Value]:
    """Array#sort: LiquidError where two members cannot be ordered."""
    if uniform(values):
        return sorted(values)
    return ruby_sorted(values, compare)


def uniform(values: list[Value]) -> bool:
    """Whether Python's own order is Ruby's for these: all text, or all plain numbers."""
    kinds = {value.__class__ for value in values}
    return kinds <= {str} or (kinds <= {int, float} and not any(value != value for value in values))
