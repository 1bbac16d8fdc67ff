"""Ruby's orders, and its way to sort by one."""

from collections.abc import Callable
from operator import gt, lt

from onemg_render.errors import LiquidError
from onemg_render.liquid.drops import Drop, Value
from onemg_render.liquid.runtime import are_comparable, incomparable, is_number, ordered, same, to_s
from onemg_render.util.sorting import merge_sorted

LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def spaceship(left: Value, right: Value) -> int | None:
    """`left <=> right`: None where Ruby has no answer."""
    if are_comparable(left, right):
        return int(ordered(left, right, gt)) - int(ordered(left, right, lt))
    if isinstance(left, list) and isinstance(right, list):
        for one, other in zip(left, right, strict=False):
            found = spaceship(one, other)
            if found != 0:
                return found
        return (len(left) > len(right)) - (len(left) < len(right))
    return 0 if same(left, right) else None


def order(left: Value, right: Value) -> int:
    """nil last; else by `<=>`, which must know an answer (standardfilters.rb, nil_safe_compare)."""
    if left is None or right is None:
        return 1 if left is None else -1
    found = spaceship(left, right)
    if found is None:
        raise incomparable(left, right)
    return found


def caseless(left: Value, right: Value) -> int:
    """nil last; else as text, without the case of ASCII letters."""
    if left is None or right is None:
        return 1 if left is None else -1
    one, other = to_s(left).translate(LOWER), to_s(right).translate(LOWER)
    return (one > other) - (one < other)


def order_5(left: Value, right: Value) -> int:
    """As `order`, but nils are equal and the complaint is Liquid's own."""
    found = spaceship(left, right)
    if found is None:
        if left is None or right is None:
            return 1 if left is None else -1
        raise LiquidError("cannot sort values of incompatible types")
    return found


def ruby_sort(values: list[Value], keys: list[Value], compare: Callable[[Value, Value], int]) -> list[Value]:
    """`values` in the order of `keys`, as Ruby sorts on a system with glibc's merge sort.

    That matters where `compare` contradicts itself: for two nils it says that the first is greater.
    """
    if compare is not caseless and (all(map(is_number, keys)) or all(isinstance(key, str) for key in keys)):
        numbers = sorted(range(len(keys)), key=keys.__getitem__)
    else:
        numbers = merge_sorted(range(len(keys)), lambda one, other: compare(keys[one], keys[other]))
    return [values[number] for number in numbers]


def identity(value: Value) -> Value:
    """A key that is equal where Ruby's `eql?` holds: 1, 1.0 and true differ."""
    if isinstance(value, list):
        return (list, tuple(map(identity, value)))
    if isinstance(value, dict):
        return (dict, frozenset((identity(key), identity(item)) for key, item in value.items()))
    if isinstance(value, Drop):
        return identity(value.identity())
    if isinstance(value, range):
        return (range, value.start, value.stop)
    return (value.__class__, value)
