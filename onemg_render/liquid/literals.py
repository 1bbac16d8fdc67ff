"""The literals `empty` and `blank`: objects that only comparisons understand; printed they are nothing.

Ruby: MethodLiteral in lib/liquid/expression.rb (4.0) and lib/liquid/condition.rb (5).
"""

from collections.abc import Callable
from typing import Final

from onemg_render.liquid.drops import Listing, Value


class Literal:
    """`empty` or `blank`. `matches`: whether `value == literal`."""

    __slots__ = ("matches", "name")

    def __init__(self, name: str, matches: Callable[[Value], bool]) -> None:
        self.name = name
        self.matches = matches


def is_empty(value: Value) -> bool:
    if isinstance(value, Listing):
        return not value.use()
    return isinstance(value, str | list | dict) and not value


def is_blank(value: Value) -> bool:
    """What ActiveSupport calls blank: dialect 5."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is False or is_empty(value)


def is_never(value: Value) -> bool:
    """Dialect 4.0 asks for `blank?`, which no plain Ruby object has."""
    return False


EMPTY: Final = Literal("empty", is_empty)
LITERALS_4 = {"empty": EMPTY, "blank": Literal("blank", is_never)}
LITERALS_5 = {"empty": EMPTY, "blank": Literal("blank", is_blank)}
