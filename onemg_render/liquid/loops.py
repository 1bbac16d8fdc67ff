"""What loops run over and what they tell about themselves.

Ruby: lib/liquid/{forloop_drop,tablerowloop_drop,utils}.rb.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, Final, TypeAlias

from onemg_render.errors import LiquidError
from onemg_render.liquid.context import Context
from onemg_render.liquid.drops import Drop, Fields, Listing, Table, Value
from onemg_render.liquid.numbers import to_i, to_integer

LARGEST_ARRAY = 20_000_000
CONTINUE: Final = object()
"""The offset of a loop that goes on where the last one of its name ended."""

Facts: TypeAlias = Mapping[str, Callable[[Any], Value]]


class Loop(Drop):
    """What both kinds of loops tell about where they are; `index0` moves on while the loop runs."""

    __slots__ = ("index0", "length")

    facts: ClassVar[Facts] = {
        "index": lambda loop: loop.index0 + 1,
        "index0": lambda loop: loop.index0,
        "rindex": lambda loop: loop.length - loop.index0,
        "rindex0": lambda loop: loop.length - loop.index0 - 1,
        "first": lambda loop: loop.index0 == 0,
        "last": lambda loop: loop.index0 == loop.length - 1,
        "length": lambda loop: loop.length,
    }
    ruby: ClassVar[str]

    def __init__(self, length: int) -> None:
        self.length = length
        self.index0 = 0

    def keys(self) -> Iterable[str]:
        return self.facts.keys()

    def has(self, key: Value) -> bool:
        return True

    def get(self, key: Value) -> Value:
        read = self.facts.get(key) if key.__class__ is str else None
        return read(self) if read else None

    def plain(self) -> Value:
        return self.text()

    def text(self) -> str:
        return self.ruby


class ForLoop(Loop):
    """`forloop`."""

    __slots__ = ("name", "parentloop")

    facts: ClassVar[Facts] = {
        **Loop.facts,
        "name": lambda loop: loop.name,
        "parentloop": lambda loop: loop.parentloop,
    }
    ruby = "Liquid::ForloopDrop"

    def __init__(self, name: str, length: int, parentloop: "ForLoop | None") -> None:
        super().__init__(length)
        self.name = name
        self.parentloop = parentloop


class TableRowLoop(Loop):
    """`tablerowloop`."""

    __slots__ = ("col", "cols", "row")

    facts: ClassVar[Facts] = {
        **Loop.facts,
        "col": lambda loop: loop.col,
        "col0": lambda loop: loop.col - 1,
        "row": lambda loop: loop.row,
        "col_first": lambda loop: loop.col == 1,
        "col_last": lambda loop: loop.col == loop.cols,
    }
    ruby = "Liquid::TablerowloopDrop"

    def __init__(self, length: int, cols: int) -> None:
        super().__init__(length)
        self.cols = cols
        self.col = 1
        self.row = 1

    def step(self) -> None:
        self.index0 += 1
        if self.col == self.cols:
            self.col = 1
            self.row += 1
        else:
            self.col += 1


def items(value: Value) -> list[Value]:
    """What a loop over `value` runs over; text is one item, a hash its pairs, what has no items none.

    The list may be the value itself and is not to be changed.
    """
    if value.__class__ is list:
        return value
    if isinstance(value, Listing | Fields):
        return value.use()
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, dict):
        return [[key, item] for key, item in value.items()]
    if isinstance(value, range):
        return expanded(value)
    if isinstance(value, Table):
        return [[key, value.get(key)] for key in value.keys()]  # noqa: SIM118 - a drop is no mapping
    return []


def expanded(value: range) -> list[int]:
    """The numbers of a range; an error when they are more than any page can mean."""
    bounded(len(value), "a range")
    return list(value)


def bounded(length: int, what: str = "an array") -> None:
    """An error before an array is made that no page can mean."""
    if length > LARGEST_ARRAY:
        raise LiquidError(f"{what} of {length} members is too large")


def segment(
    context: Context,
    name: str,
    collection: Value,
    *,
    reversed: bool = False,
    limit: Value = None,
    offset: Value = None,
) -> list[Value]:
    """The items of one `for` loop; remembers where it ends, for `offset: continue`."""
    newer = context.environment.dialect == "5"
    to_count = to_integer if newer else to_i
    start = context.offsets.get(name, 0) if offset is CONTINUE else 0 if offset is None else to_count(offset)
    stop = None if limit is None or (limit is False and not newer) else to_count(limit) + start
    chosen = items(collection)
    if start or stop is not None:
        chosen = cut(collection, chosen, start, stop)
    if reversed:
        chosen = chosen[::-1]
    context.offsets[name] = start + len(chosen)
    context.spend(len(chosen))
    return chosen


def cut(collection: Value, chosen: list[Value], start: int, stop: int | None) -> list[Value]:
    """The part of `chosen` between two positions; text cannot be cut (lib/liquid/utils.rb)."""
    if isinstance(collection, str):
        return chosen
    return chosen[max(start, 0) : stop if stop is None else max(stop, 0)]
