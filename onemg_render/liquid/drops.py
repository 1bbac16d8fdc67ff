"""What templates may look into besides plain data: drops, and listings, the drops that are sequences.

A drop is a read-only view whose values are looked up by name when a template asks (Ruby: lib/liquid/drop.rb).
Everything that a template can learn from a drop passes through the methods below, so that a subclass can
record it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
Value: TypeAlias = Any
"""What templates see: None, bool, int, float, Decimal, str, list, dict, date, datetime, range or a Drop."""


class Drop:
    """A read-only view. Subclasses override `get` and `keys`, and `plain` or `text` where they differ."""

    __slots__ = ()

    def get(self, key: Value) -> Value:
        """The value below `key`, None where there is none."""
        return None

    def has(self, key: Value) -> bool:
        """Whether `key` exists: asked where a missing value and nil differ (strict_variables, `contains`)."""
        return key in self.keys()

    def keys(self) -> Iterable[str]:
        """The names below which there are values, in the order in which loops show them."""
        return ()

    def plain(self) -> Value:
        """This drop as plain data: what inspection and JSON see."""
        return {key: self.get(key) for key in self.keys()}

    def identity(self) -> Value:
        """What `==` and `uniq` compare in place of this drop: two views of one thing answer alike."""
        return (Drop, id(self))

    def text(self) -> str:
        """What `{{ drop }}` prints."""
        return type(self).__name__


class Fields(Drop):
    """A drop with `each` in Ruby: filters and loops see its names (Jekyll's `lib/jekyll/drops/drop.rb`)."""

    __slots__ = ()

    def use(self) -> list[Value]:
        """Its keys."""
        return list(self.keys())

    def first(self) -> Value:
        """The first pair."""
        return next(([key, self.get(key)] for key in self.keys()), None)


class Table(Drop):
    """A mapping behind a drop: it counts, prints and begins as a hash does."""

    __slots__ = ()

    def size(self) -> int:
        """How many keys it has."""
        return len(list(self.keys()))

    def first(self) -> Value:
        """The first pair."""
        return next(([key, self.get(key)] for key in self.keys()), None)


class Listing(Drop):
    """A sequence of values behind a drop: what a collection is to templates.

    `use` is the one hook through which loops, size, first, last, indexes, join, contains, empty and filters
    consume it. `query` is what collection filters call; a subclass may record the question instead of the
    use.
    """

    __slots__ = ("items",)

    def __init__(self, items: list[Value]) -> None:
        self.items = items

    def use(self) -> list[Value]:
        """All values, in order. The list is not to be changed."""
        return self.items

    def query(
        self,
        operation: str,
        arguments: tuple[Value, ...],
        compute: Callable[[list[Value]], Value],
    ) -> Value:
        """The answer of a collection filter: `compute(values)`, where operation and arguments name the
        question.

        The answer may be any value; a subclass may wrap a list into a `Listing` that remembers where it came
        from.
        """
        return compute(self.use())

    def table(self, name: tuple[Value, ...], make: Callable[[list[Value]], T]) -> T:
        """What a filter works out of the values to answer such questions; a subclass may keep it."""
        return make(self.use())

    def includes(self, value: Value, same: Callable[[Value, Value], bool]) -> bool:
        """Whether one of the values is the `same` as `value`: `contains`."""
        return any(same(item, value) for item in self.use())

    def keys(self) -> Iterable[str]:
        """What it answers to beside positions."""
        return ("size", "first", "last")

    def get(self, key: Value) -> Value:
        """A member by its position, negative ones from the end; or size, first, last."""
        if key.__class__ is int:
            items = self.use()
            return items[key] if -len(items) <= key < len(items) else None
        if key == "size":
            return len(self.use())
        if key == "first":
            return next(iter(self.use()), None)
        if key == "last":
            return next(reversed(self.use()), None)
        return None

    def plain(self) -> Value:
        """Its members as filters and comparisons see them."""
        return [item.plain() if isinstance(item, Drop) else item for item in self.use()]

    def __iter__(self) -> Iterator[Value]:
        return iter(self.use())

    def __len__(self) -> int:
        return len(self.use())
