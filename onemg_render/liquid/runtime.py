"""What templates do with values: look up, print, test, compare. Everything follows Ruby's objects, not
Python's.

`get` is the one way into a value; `text` the one way out of it.
"""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from onemg_render.errors import LiquidError
from onemg_render.liquid.drops import Drop, Listing, Table, Value
from onemg_render.liquid.literals import Literal
from onemg_render.liquid.numbers import decimal_text, float_text, integer_text
from onemg_render.util import dates
from onemg_render.util.close_matches import close_matches
from onemg_render.util.patterns import regex

DAY_ZERO: Final = 1721424.5
"""The astronomical Julian day before Python's first day: with it Ruby compares dates to numbers."""
COMMANDS = frozenset(("size", "first", "last"))
SPACE: Final = " \t\r\n\f\v\0"
PLAIN = regex(r"[ !$-\[\]-~]*")
UNPRINTABLE = ("Cc", "Cn", "Zl", "Zp")
ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\f": "\\f",
    "\v": "\\v",
    "\b": "\\b",
    "\a": "\\a",
    "\x1b": "\\e",
}


def get(value: Value, key: Value, command: bool = False) -> Value:
    """`value[key]`, or None where there is nothing.

    command: the key was written behind a dot, so that size, first and last have their meaning for values that
    do not hold such a key (Ruby: lib/liquid/variable_lookup.rb).
    """
    kind = value.__class__
    if kind is dict:
        found = dict_get(value, key)
        if found is None and command and key in COMMANDS and key not in value:
            return run_command(value, key)
        return found
    if isinstance(value, Drop):
        return value.get(key)
    if kind is list and key.__class__ is int:
        return value[key] if -len(value) <= key < len(value) else None
    if command and key in COMMANDS:
        return run_command(value, key)
    return None


def reader(value: Value) -> Callable[[Value], Value]:
    """What reads the keys of `value`, which is neither a dictionary nor a drop."""
    return lambda key: get(value, key)


def get_strictly(value: Value, key: Value, command: bool = False) -> Value:
    """As `get`, but an error where there is nothing: strict_variables."""
    if not has(value, key, command):
        names = value.keys() if isinstance(value, Drop | dict) else ()
        near = close_matches(to_s(key), [name for name in names if isinstance(name, str)], 1)
        hint = f"did you mean {near[0]}?" if near else None
        raise LiquidError(f"undefined variable {to_s(key)}", hint=hint)
    return get(value, key, command)


def has(value: Value, key: Value, command: bool = False) -> bool:
    """Whether there is something at `value[key]`, be it nil."""
    if isinstance(value, Drop):
        return value.has(key)
    if isinstance(value, dict):
        return is_key(key) and (key in value or (command and key in ("size", "first")))
    if isinstance(value, list):
        return key.__class__ is int or (command and key in COMMANDS)
    return command and key in COMMANDS and has_command(value, key)


def is_key(key: Value) -> bool:
    """Whether a value may be a key of a mapping: texts, numbers, true, false and nil."""
    return key.__class__ in (str, int, float, bool) or key is None


def dict_get(value: dict[Value, Value], key: Value) -> Value:
    kind = key.__class__
    if kind is str:
        return value.get(key)
    if kind is int or kind is float or kind is bool:  # in Python 1, 1.0 and True are one key
        return next((found for own, found in value.items() if own == key and own.__class__ is kind), None)
    return value.get(key) if key is None else None


def has_command(value: Value, name: str) -> bool:
    if isinstance(value, str) or value.__class__ is int:
        return name == "size"
    return isinstance(value, (range, list | dict))


def run_command(value: Value, name: str) -> Value:
    if isinstance(value, list | range):
        if name == "size":
            return len(value)
        if not value:
            return boundary_of_empty_range(value, name)
        return value[0] if name == "first" else value[-1]
    if isinstance(value, dict):
        if name == "size":
            return len(value)
        return next(([key, found] for key, found in value.items()), None) if name == "first" else None
    if name == "size":
        if isinstance(value, str):
            return len(value)
        if value.__class__ is int:
            return max(8, (value.bit_length() + 7) // 8)
    return None


def boundary_of_empty_range(value: list[Value] | range, name: str) -> Value:
    """`(3..1).first` is 3 and `.last` is 1 although the range is empty."""
    if isinstance(value, list):
        return None
    return value.start if name == "first" else value.stop - 1


def text(value: Value) -> str:
    """What `{{ value }}` prints."""
    if isinstance(value, str):
        return str(value)
    printer = PRINTERS.get(value.__class__)
    if printer is not None:
        return printer(value)
    for kind, printer in PRINTERS_OF_KINDS:
        if isinstance(value, kind):
            return printer(value)
    return inspect(value)


def to_s(value: Value) -> str:
    """Object#to_s, what filters take a value for: as it is printed, but arrays are inspected."""
    if value.__class__ is str:
        return str(value)
    if isinstance(value, list):
        return inspect(value)
    return inspect(value.use()) if isinstance(value, Listing) else text(value)


def join(values: Iterable[Value], glue: str) -> str:
    """Array#join: nested arrays take the same glue, all else is printed."""
    return glue.join(
        [
            value
            if value.__class__ is str
            else join(value.use() if isinstance(value, Listing) else value, glue)
            if isinstance(value, list | Listing)
            else text(value)
            for value in values
        ]
    )


def listing_text(value: Listing) -> str:
    return join(value.use(), "")


def range_text(value: range) -> str:
    return f"{value.start}..{value.stop - 1}"


def inspect(value: Value) -> str:
    """Object#inspect: what a hash or an array shows of what it holds."""
    if value is None:
        return "nil"
    if isinstance(value, str):
        return inspect_string(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inspect(key)}=>{inspect(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inspect, value)) + "]"
    if isinstance(value, Drop):
        return inspect(value.plain())
    if isinstance(value, date):
        return dates.inspect(value)
    return text(value) if value.__class__ in PRINTERS else repr(value)


def inspect_string(value: str) -> str:
    """String#inspect."""
    if PLAIN.fullmatch(value):
        return f'"{value}"'
    shown: list[str] = []
    for position, character in enumerate(value):
        if character in ESCAPES:
            shown.append(ESCAPES[character])
        elif character == "#" and value[position + 1 : position + 2] in ("{", "$", "@"):
            shown.append("\\#")
        elif unicodedata.category(character) not in UNPRINTABLE or character == "\x85":
            shown.append(character)
        else:
            code = ord(character)
            shown.append(f"\\u{code:04X}" if code < 0x10000 else f"\\u{{{code:X}}}")
    return '"' + "".join(shown) + '"'


def is_true(value: Value) -> bool:
    """Only nil and false are false."""
    return value is not None and value is not False


def equal(left: Value, right: Value) -> bool:
    """`left == right` in a condition, where `empty` and `blank` ask the other side."""
    if isinstance(left, Literal):
        return left.matches(right)
    if isinstance(right, Literal):
        return right.matches(left)
    return same(left, right)


def same(left: Value, right: Value) -> bool:
    """Ruby's `left == right`."""
    kind, other = left.__class__, right.__class__
    if kind is other:
        if kind is list:
            return len(left) == len(right) and all(map(same, left, right))
        if kind is dict:
            return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
        if kind is range:  # in Python all empty ranges are equal
            return bool(left.start == right.start and left.stop == right.stop)
    elif kind is bool or other is bool:
        return False
    if isinstance(left, Drop) or isinstance(right, Drop):
        return same_views(left, right)
    return bool(left == right)


def same_views(left: Value, right: Value) -> bool:
    """`same` where one of the two at least is a drop."""
    if isinstance(left, Listing) or isinstance(right, Listing):
        return is_sequence(left) and is_sequence(right) and same(sequence(left), sequence(right))
    return same(*(value.identity() if isinstance(value, Drop) else value for value in (left, right)))


def is_sequence(value: Value) -> bool:
    return isinstance(value, list | Listing)


def sequence(value: Value) -> list[Value]:
    return list(value.use() if isinstance(value, Listing) else value)


def contains(left: Value, right: Value) -> bool:
    """`left contains right`."""
    if not is_true(left) or not is_true(right):
        return False
    if isinstance(left, str):
        return to_s(right) in left
    if left.__class__ is list and right.__class__ is str:
        return right in left
    if left.__class__ is list:
        return any(same(item, right) for item in left)
    if isinstance(left, Listing):
        return left.includes(right, same)
    if isinstance(left, dict):
        return is_key(right) and right in left
    if isinstance(left, Table):
        return left.has(right)
    if isinstance(left, range):
        return isinstance(right, int | float | Decimal) and left.start <= right <= left.stop - 1
    return False


def is_number(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and value.__class__ is not bool


def are_comparable(left: Value, right: Value) -> bool:
    if is_number(left):
        return is_number(right)
    if isinstance(left, str):
        return isinstance(right, str)
    if isinstance(left, datetime):
        return isinstance(right, datetime)
    if isinstance(left, date):
        return is_number(right) or (isinstance(right, date) and not isinstance(right, datetime))
    return False


def has_order(value: Value) -> bool:
    return is_number(value) or isinstance(value, str | date)


def ordered(left: Value, right: Value, test: Callable[[Value, Value], bool]) -> bool:
    """`left < right` and its kin: false where a side has no order, an error where the two do not fit."""
    if not has_order(left) or not has_order(right):
        return False
    if not are_comparable(left, right):
        raise incomparable(left, right)
    if isinstance(left, date) and is_number(right):
        return test(left.toordinal() + DAY_ZERO, right)
    return test(left, right)


def incomparable(left: Value, right: Value) -> LiquidError:
    shown = inspect(right) if right is None or isinstance(right, bool | int | float) else class_name(right)
    return LiquidError(f"comparison of {class_name(left)} with {shown} failed")


def class_name(value: Value) -> str:
    """The name of the Ruby class of a value."""
    for kinds, name in CLASS_NAMES:
        if isinstance(value, kinds):
            return name if name != "bool" else f"{value!s}Class"
    return type(value).__name__


CLASS_NAMES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "bool"),
    (type(None), "NilClass"),
    (int, "Integer"),
    (float, "Float"),
    (Decimal, "BigDecimal"),
    (str, "String"),
    ((list, Listing), "Array"),
    (dict, "Hash"),
    (datetime, "Time"),
    (date, "Date"),
    (range, "Range"),
)

PRINTERS: dict[type, Callable[..., str]] = {
    type(None): lambda value: "",
    bool: lambda value: "true" if value else "false",
    int: integer_text,
    float: float_text,
    list: lambda value: join(value, ""),
    Decimal: decimal_text,
    range: range_text,
    Literal: lambda value: "",
}
PRINTERS_OF_KINDS: tuple[tuple[type, Callable[..., str]], ...] = (
    (Listing, listing_text),
    (Drop, lambda value: value.text()),
    (date, dates.text),
)
