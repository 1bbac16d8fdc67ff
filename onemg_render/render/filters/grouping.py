"""group_by, group_by_exp and sort (upstream `lib/jekyll/filters/grouping_filters.rb` and `filters.rb`)."""

from collections.abc import Hashable, Iterable

from onemg_render.errors import LiquidError
from onemg_render.liquid import Context, Drop, Value, context_filter
from onemg_render.liquid.runtime import class_name, text, to_s
from onemg_render.render.filters import expressions
from onemg_render.render.filters.ordering import compare, in_order, ruby_sorted, uniform
from onemg_render.render.filters.properties import (
    Read,
    Reader,
    consume,
    is_array,
    is_enumerable,
    reader_as_it_is,
    reader_of,
)

NILS = {"first": -1, "last": 1}


def group_by(value: Value, name: Value) -> Value:
    """Groups `{name, items, size}` in the order in which their first members come."""
    return grouped_by(value, name, reader_of)


def group_by_in_jekyll_3(value: Value, name: Value) -> Value:
    return grouped_by(value, name, reader_as_it_is)


def grouped_by(value: Value, name: Value, reader: Reader) -> Value:
    if not is_enumerable(value):
        return value
    read = reader(name)

    def compute(items: list[Value]) -> Value:
        return groups((to_s(read(item)), item) for item in items)

    return consume(pairs(value), "group_by", (name,), compute)


@context_filter()
def group_by_exp(context: Context, value: Value, variable: Value, expression: Value) -> Value:
    """Groups by the value of an expression, filters allowed, that calls each member `variable`."""
    if not is_enumerable(value):
        return value
    parsed = expressions.variable(context, expression)

    def compute(items: list[Value]) -> Value:
        return groups((key, item) for item, key in expressions.each_value(context, variable, parsed, items))

    asked = expressions.free_values(context, variable, expression, parsed)
    return consume(pairs(value), "group_by_exp", asked, compute)


def groups(keyed: Iterable[tuple[Value, Value]]) -> list[dict[str, Value]]:
    found: dict[Hashable, tuple[Value, list[Value]]] = {}
    for key, item in keyed:
        found.setdefault(identity(key), (key, []))[1].append(item)
    return [{"name": key, "items": items, "size": len(items)} for key, items in found.values()]


def identity(value: Value) -> Hashable:
    """A key that two values share if Ruby takes them for the same key of a hash (`eql?`)."""
    if isinstance(value, list):
        return (list, *map(identity, value))
    if isinstance(value, dict):
        return (dict, frozenset((identity(key), identity(item)) for key, item in value.items()))
    if isinstance(value, Drop):
        return id(value)
    return (value.__class__, value)


def pairs(value: Value) -> Value:
    """What Ruby's loops see of a value: a hash as `[key, value]` pairs."""
    if isinstance(value, dict):
        return [[key, item] for key, item in value.items()]
    if isinstance(value, Drop) and not is_array(value):
        names = value.keys()
        return [[key, value.get(key)] for key in names]
    return value


def sort(value: Value, name: Value = None, nils: Value = "first") -> Value:
    """In order, by a property if one is named; members without it come `first` or `last`."""
    return sorted_by(value, name, nils, reader_of, fall_back=True)


def sort_in_jekyll_3(value: Value, name: Value = None, nils: Value = "first") -> Value:
    """Values that cannot be ordered are an error, and text is never taken for a number."""
    return sorted_by(value, name, nils, reader_as_it_is, fall_back=False)


def sorted_by(value: Value, name: Value, nils: Value, reader: Reader, *, fall_back: bool) -> Value:
    if value is None:
        raise LiquidError("Cannot sort a null object.", hint="the variable before `| sort` has no value")
    if name is not None and nils not in NILS:
        raise LiquidError(
            f"Invalid nils order: '{text(nils)}' is not a valid nils order. It must be 'first' or 'last'."
        )
    if not is_enumerable(value):
        raise LiquidError(f"cannot sort {class_name(value)}", hint="`sort` wants an array")
    if name is None:
        return consume(pairs(value), "sort", (), in_order)
    read = reader(name)
    return consume(
        pairs(value),
        "sort",
        (name, nils),
        lambda items: by_property(items, read, NILS[nils], fall_back=fall_back),
    )


def by_property(items: list[Value], read: Read, nils: int, *, fall_back: bool) -> list[Value]:
    keyed = [(read(item), item) for item in items]
    present = [pair for pair in keyed if pair[0] is not None]
    absent = [item for key, item in keyed if key is None]

    def ordered(one: tuple[Value, Value], other: tuple[Value, Value]) -> int | None:
        order = compare(one[0], other[0])
        return compare(to_s(one[0]), to_s(other[0])) if order is None and fall_back else order

    if uniform([key for key, _ in present]):
        present.sort(key=lambda pair: pair[0])
    else:
        present = ruby_sorted(present, ordered)
    found = [item for _, item in present]
    return absent + found if nils < 0 else found + absent
