"""How where, sort, group_by and their kin read a property of an item (upstream `lib/jekyll/filters.rb`)."""

import re
from collections.abc import Callable
from typing import TypeAlias

from onemg_render.errors import LiquidError
from onemg_render.liquid import Drop, Listing, Value
from onemg_render.liquid.numbers import leading_float, leading_integer
from onemg_render.liquid.runtime import class_name, inspect, to_s
from onemg_render.util.patterns import regex

Read: TypeAlias = Callable[[Value], Value]
"""item -> the value of its property; raises LiquidError where Ruby has no such access."""
Reader: TypeAlias = Callable[[Value], Read]
"""The name of a property -> what reads it."""

NUMBER_STARTS = frozenset("0123456789-. \t\n\v\f\r")
INTEGER_LIKE = regex(r"\s*-?\d+\s*\Z", re.ASCII)
FLOAT_LIKE = regex(r"\s*-?(?:\d+\.?\d*|\.\d+)\s*\Z", re.ASCII)


def reader_of(name: Value) -> Read:
    """Jekyll 4: `a.b` is read step by step, false below nothing; what looks like a number becomes one."""
    path = to_s(name)
    if "." not in path:
        return lambda item: numeric(read(item, path))
    keys = steps(path)

    def stepwise(value: Value) -> Value:
        for key in keys:
            value = read(value, key) if can_be_read(value) else False
        return numeric(value)

    return stepwise


def reader_as_it_is(name: Value) -> Read:
    """Jekyll 3: any name is read step by step, nothing is converted."""
    keys = steps(to_s(name))
    if len(keys) == 1:
        return lambda item: read(item, keys[0])

    def stepwise(value: Value) -> Value:
        for key in keys:
            value = read(value, key)
        return value

    return stepwise


def steps(path: str) -> list[str]:
    """String#split: empty parts at the end are dropped."""
    return path.rstrip(".").split(".") if path.strip(".") else []


def read(value: Value, key: str) -> Value:
    """Ruby's `value[key]`."""
    if value.__class__ is dict or (isinstance(value, Drop) and not isinstance(value, Listing)):
        return value.get(key)
    if isinstance(value, str):
        return key if key in value else None
    if is_array(value):
        shown = inspect(plain_list(value))[:20]
        raise LiquidError(
            f"Error accessing object ({shown}) with given key. "
            f"Expected an integer but got {inspect(key)} instead."
        )
    raise LiquidError(f"cannot read the property {inspect(key)} of {class_name(value)}")


def can_be_read(value: Value) -> bool:
    """Whether Ruby's object has `[]` at all."""
    return isinstance(value, dict | Drop | str | list) or value.__class__ is int


def numeric(value: Value) -> Value:
    """Text that looks like a number as that number."""
    if value.__class__ is str and value[:1] in NUMBER_STARTS:
        if INTEGER_LIKE.match(value):
            return leading_integer(value)
        if FLOAT_LIKE.match(value):
            return float(value.strip()) if "." in value else leading_float(value)
    return value


def is_array(value: Value) -> bool:
    """Whether templates see an array: a list or a listing."""
    return isinstance(value, list | Listing)


def plain_list(value: Value) -> list[Value]:
    """An array's members."""
    return value.use() if isinstance(value, Listing) else list(value)


def consume(
    value: Value, operation: str, arguments: tuple[Value, ...], compute: Callable[[list[Value]], Value]
) -> Value:
    """`compute` on the members of something enumerable: through its `query` where it is a listing.

    A hash gives its values. Check with `is_enumerable` first.
    """
    if isinstance(value, Listing):
        return value.query(operation, arguments, compute)
    if isinstance(value, dict):
        return compute(list(value.values()))
    if isinstance(value, Drop):
        names = value.keys()
        return compute([value.get(key) for key in names])
    return compute(list(value))


def is_enumerable(value: Value) -> bool:
    """Whether Ruby's object has `select` and `group_by`."""
    return isinstance(value, list | dict | range | Drop)
