"""Filters on sequences (Ruby: lib/liquid/standardfilters.rb).

A value becomes a list as Ruby's InputIterator makes one: arrays are flattened, a hash is one item, nil is
none. A `Listing` is asked by `query`, so that it may know the question instead of its members.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from onemg_render.errors import LiquidError
from onemg_render.liquid.drops import Drop, Fields, Listing, Table, Value
from onemg_render.liquid.filters.ordering import caseless, identity, order, order_5, ruby_sort
from onemg_render.liquid.literals import Literal
from onemg_render.liquid.loops import bounded, expanded
from onemg_render.liquid.numbers import to_number
from onemg_render.liquid.runtime import is_true, run_command, same, to_s
from onemg_render.liquid.runtime import join as joined
from onemg_render.util import dates

LARGEST_POSITION = 2**63
Values: TypeAlias = list[Value]


class PropertyError(LiquidError):
    """Ruby's TypeError of `item[property]`."""


class NoLookup(LiquidError):
    """Ruby's NoMethodError: the item has no `[]` at all."""


def flat(value: Value) -> Values:
    """The items of a value."""
    if isinstance(value, list | Listing):
        return flattened(value.use() if isinstance(value, Listing) else value)
    if value is None:
        return []
    if isinstance(value, Fields):
        return value.use()
    if isinstance(value, range):
        return list(expanded(value))
    if isinstance(value, datetime):
        return parts_of_time(value)
    return ["" if isinstance(value, Literal) else value]


def parts_of_time(moment: datetime) -> Values:
    """Time#to_a, by which Ruby's Array() takes a time apart."""
    day = moment.timetuple()
    return [
        *(day.tm_sec, day.tm_min, day.tm_hour, day.tm_mday, day.tm_mon, day.tm_year),
        *(moment.isoweekday() % 7, day.tm_yday, bool(moment.dst()), dates.strftime(moment, "%Z") or None),
    ]


def flattened(values: Values) -> Values:
    if not any(isinstance(item, list | Listing) for item in values):
        return values
    found: Values = []
    stack = [iter(values)]
    while stack:
        for item in stack[-1]:
            if isinstance(item, list | Listing):
                stack.append(iter(item.use() if isinstance(item, Listing) else item))
                break
            found.append(item)
        else:
            stack.pop()
    return found


def ask(value: Value, name: str, arguments: tuple[Value, ...], compute: Callable[[Values], Value]) -> Value:
    """Compute on the items of a value; a listing decides how."""
    if isinstance(value, Listing):
        return value.query(name, arguments, lambda values: compute(flattened(values)))
    return compute(flat(value))


def has_lookup(item: Value) -> bool:
    """Whether Ruby's object has `[]`."""
    return isinstance(item, dict | str | list | Drop) or item.__class__ is int


def property_of(item: Value, key: Value) -> Value:
    """`item[key]` as plain Ruby has it: text is searched, an integer gives bits."""
    if isinstance(item, Drop) and not isinstance(item, Listing):
        return item.get(key)
    if isinstance(item, dict):
        return item.get(key) if key is None or isinstance(key, str | int | float) else None
    if not has_lookup(item):
        raise NoLookup(f"undefined method `[]' for {item!r}")
    if isinstance(item, str) and isinstance(key, str):
        return key if key in item else None
    if key.__class__ not in (int, float):
        raise PropertyError(f"cannot select the property '{to_s(key)}'")
    position = int(key)
    is_bit = isinstance(item, int) and (isinstance(key, int) or abs(item) < LARGEST_POSITION // 2)
    if abs(position) >= LARGEST_POSITION and not is_bit:
        raise LiquidError(f"{to_s(key)} is too large for a position")
    if isinstance(item, int):
        return item >> position & 1 if position >= 0 else 0
    sequence = item.use() if isinstance(item, Listing) else item
    return sequence[position] if -len(sequence) <= position < len(sequence) else None


def size(value: Value) -> int:
    if isinstance(value, Listing):
        return len(value.use())
    if isinstance(value, Table):
        return value.size()
    found = run_command(value, "size")
    return int(found) if found is not None else 0


def first(value: Value) -> Value:
    return end(value, "first")


def last(value: Value) -> Value:
    return end(value, "last")


def end(value: Value, name: str) -> Value:
    if isinstance(value, Listing):
        return value.get(name)
    if isinstance(value, Table | Fields):
        return value.first() if name == "first" else None
    return run_command(value, name)


def end_5(value: Value, name: str) -> Value:
    if isinstance(value, str):
        return value[:1] if name == "first" else value[-1:]
    return end(value, name)


def first_5(value: Value) -> Value:
    return end_5(value, "first")


def last_5(value: Value) -> Value:
    return end_5(value, "last")


def join(value: Value, glue: Value = " ") -> str:
    if value.__class__ is list:
        try:
            return to_s(glue).join(value)
        except TypeError:  # something in it is no text
            pass
    return str(ask(value, "join", (glue,), lambda values: joined(values, to_s(glue))))


def concat(value: Value, other: Value) -> Value:
    if not isinstance(other, list | Listing):
        raise LiquidError("concat filter requires an array argument")
    first, second = flat(value), other.use() if isinstance(other, Listing) else other
    bounded(len(first) + len(second))
    return [*first, *second]


def reverse(value: Value) -> Value:
    return ask(value, "reverse", (), lambda values: values[::-1])


def sort(value: Value, key: Value = None) -> Value:
    return ask(value, "sort", (key,), lambda values: ordered_by(values, key, order))


def sort_5(value: Value, key: Value = None) -> Value:
    return ask(value, "sort", (key,), lambda values: ordered_by(values, key, order_5))


def sort_natural(value: Value, key: Value = None) -> Value:
    return ask(value, "sort_natural", (key,), lambda values: ordered_by(values, key, caseless))


def ordered_by(values: Values, key: Value, compare: Callable[[Value, Value], int]) -> Value:
    if key is None:
        return ruby_sort(values, values, compare)
    if not all(map(has_lookup, values)):
        return None
    if len(values) < 2:
        return values
    return ruby_sort(values, [property_of(item, key) for item in values], compare)


def where(value: Value, key: Value, target: Value = None) -> Value:
    """Dialect 4.0: what the first item is decides about all."""

    def chosen(values: Values) -> Value:
        if values and not has_lookup(values[0]):
            return None
        return [item for item in values if holds(item, key, target)]

    return ask(value, "where", (key, target), chosen)


def holds(item: Value, key: Value, target: Value) -> bool:
    found = property_of(item, key)
    return is_true(found) if target is None else same(found, target)


def select(
    name: str, choose: Callable[[Values, Callable[[Value], bool]], Value], nothing: Value = None
) -> Value:
    """A filter of dialect 5 that tests a property of each item; nil as soon as an item has no properties."""

    def filtered(value: Value, key: Value, target: Value = None) -> Value:
        key = "" if key is None else key

        def compute(values: Values) -> Value:
            try:
                return choose(values, lambda item: holds(item, key, target)) if values else nothing
            except NoLookup:
                return None

        return ask(value, name, (key, target), compute)

    return filtered


def position(values: Values, test: Callable[[Value], bool]) -> int | None:
    return next((index for index, item in enumerate(values) if test(item)), None)


def member(values: Values, test: Callable[[Value], bool]) -> Value:
    return next((item for item in values if test(item)), None)


where_5 = select("where", lambda values, test: list(filter(test, values)), [])
reject = select("reject", lambda values, test: [item for item in values if not test(item)], [])
has = select("has", lambda values, test: any(map(test, values)), False)
find = select("find", member)
find_index = select("find_index", position)


def first_of_each(values: Values, keys: Values) -> Values:
    """The first value of each key; keys are the same where Ruby's `eql?` holds."""
    seen: dict[Value, Value] = {}
    for item, key in zip(values, keys, strict=True):
        seen.setdefault(identity(key), item)
    return list(seen.values())


def uniq(value: Value, key: Value = None) -> Value:
    """Dialect 4.0: nil if the first item has no properties."""

    def distinct(values: Values) -> Value:
        if key is not None and values and not has_lookup(values[0]):
            return None
        asked = key is not None and len(values) > 1  # Ruby asks for no key where there is nothing to compare
        return first_of_each(values, [property_of(item, key) for item in values] if asked else values)

    return ask(value, "uniq", (key,), distinct)


def uniq_5(value: Value, key: Value = None) -> Value:
    """Dialect 5: nil if any item has no properties."""

    def distinct(values: Values) -> Value:
        asked = key is not None and len(values) > 1
        try:
            return first_of_each(values, [property_of(item, key) for item in values] if asked else values)
        except NoLookup:
            return None

    return ask(value, "uniq", (key,), distinct)


def compact(value: Value, key: Value = None) -> Value:
    """Dialect 4.0: nil if the first item has no properties."""

    def present(values: Values) -> Value:
        if key is not None and values and not has_lookup(values[0]):
            return None
        return [item for item in values if (item if key is None else property_of(item, key)) is not None]

    return ask(value, "compact", (key,), present)


def compact_5(value: Value, key: Value = None) -> Value:
    """Dialect 5: nil if any item has no properties."""

    def present(values: Values) -> Value:
        try:
            return [item for item in values if (item if key is None else property_of(item, key)) is not None]
        except NoLookup:
            return None

    return ask(value, "compact", (key,), present)


def map_property(value: Value, key: Value) -> Value:
    def mapped(values: Values) -> Value:
        if key == "to_liquid":
            return values
        return [property_of(item, key) if has_lookup(item) else None for item in values]

    return ask(value, "map", (key,), mapped)


def total(value: Value, key: Value = None) -> Value:
    """`sum` of dialect 5."""

    def added(values: Values) -> Value:
        try:
            numbers = values if key is None else flattened([property_of(item, key) for item in values])
        except NoLookup:
            return None
        result = sum(map(to_number, numbers))
        return result if isinstance(result, int) else float(result)

    return ask(value, "sum", (key,), added)
