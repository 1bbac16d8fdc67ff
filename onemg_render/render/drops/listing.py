"""Sequences as templates see them: they record how they are consumed, and remember what was asked of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, TypeVar, cast

from onemg_render.liquid import Drop, Listing, Value
from onemg_render.render.reads import CONTENT, NODE, QUERY, SIZE, Read, Reads

if TYPE_CHECKING:
    from onemg_render.site import StaticFile
    from onemg_render.site.item import Item

T = TypeVar("T")
Name: TypeAlias = str | tuple[object, ...]
"""How a listing was chosen: `posts`, `tags.python`, or (query, whose members, filter, arguments...)."""

TYPED: Final = "\0typed"
OF_DROPS: Final = frozenset({"compact", "concat", "map", "reverse", "sort_natural", "uniq"})
"""Liquid's filters answer with drops of items (its `InputIterator`), Jekyll's with the items themselves."""
READER_KINDS: Final = frozenset({CONTENT, NODE})
"""Reads whose answer depends on who asks: a query that makes one is not remembered for the next reader."""


class Answers:
    """The answers that collection filters gave in one build, with what they were read from."""

    def __init__(self, reads: Reads) -> None:
        self.reads = reads
        self._known: dict[Read, tuple[Value, frozenset[Read]]] = {}
        self._tables: dict[tuple[object, ...], tuple[object, frozenset[Read]]] = {}

    def ask(
        self, listing: Name, operation: str, arguments: tuple[Value, ...], compute: Callable[[Read], Value]
    ) -> Value:
        """The answer to a question: computed once, then read; `compute` gets the name of the answer.

        What `compute` reads of the listing itself is part of the question and not recorded: the record is
        the answer. An answer that is a listing again records by itself how it is used, if it is.
        """
        name = (QUERY, listing, operation, *map(typed, arguments))
        known = self._known.get(name)
        if known is None:
            with self.reads.recording() as made:
                answer = compute(name)
            others = frozenset(read for read in made if read[1:2] != (listing,))
            if any(read[0] in READER_KINDS for read in others):
                self.reads.current |= made
                return answer
            records_itself = isinstance(answer, ItemListing | DataListing)
            known = (answer, others if records_itself else others | {name})
            self._known[name] = known
        answer, made_reads = known
        self.reads.current |= made_reads
        return answer

    def table(self, listing: Name, name: tuple[Value, ...], make: Callable[[], T]) -> T:
        """What answers many questions of a listing at once, made once; read by the same rules as answers."""
        known = self._tables.get((listing, *name))
        if known is None:
            with self.reads.recording() as made:
                table = make()
            others = frozenset(read for read in made if read[1:2] != (listing,))
            if any(read[0] in READER_KINDS for read in others):
                self.reads.current |= made
                return table
            known = self._tables[listing, *name] = (table, others)
        self.reads.current |= known[1]
        return cast(T, known[0])


class Members(Protocol):
    """Where the drops of a listing's members are made."""

    answers: Answers

    def member(self, item: "Item | StaticFile", listing: Name) -> Drop:
        """The drop of `item` as a member of the listing of this name."""
        ...


class ItemListing(Listing):
    """Items of the site under a name that says how they were chosen."""

    __slots__ = ("_by_drop", "_drops", "_members", "name")

    def __init__(self, name: Name, items: "list[Item | StaticFile]", members: Members) -> None:
        self.name = name
        self._members = members
        self._drops: list[Value] | None = None
        self._by_drop: dict[int, Item | StaticFile] | None = None
        super().__init__(items)

    def use(self) -> list[Value]:
        self._members.answers.reads.current.add((SIZE, self.name))
        return self.drops()

    def drops(self) -> list[Value]:
        """The members without a record of their use."""
        if self._drops is None:
            self._drops = [self._members.member(item, self.name) for item in self.items]
        return self._drops

    def includes(self, value: Value, same: Callable[[Value, Value], bool]) -> bool:
        """Upstream's own lists hold items, not drops of them, so that none is like what a template holds."""
        made_drops = isinstance(self.name, tuple) and self.name[2] in OF_DROPS
        return made_drops and super().includes(value, same)

    def query(
        self,
        operation: str,
        arguments: tuple[Value, ...],
        compute: Callable[[list[Value]], Value],
    ) -> Value:
        if not are_scalars(arguments):
            return compute(self.use())
        return self._members.answers.ask(
            self.name, operation, arguments, lambda name: self._named(compute(self.drops()), name)
        )

    def table(self, name: tuple[Value, ...], make: Callable[[list[Value]], T]) -> T:
        return self._members.answers.table(self.name, name, lambda: make(self.drops()))

    def _items_by_drop(self) -> "dict[int, Item | StaticFile]":
        if self._by_drop is None:
            self._by_drop = {id(drop): item for drop, item in zip(self.drops(), self.items, strict=True)}
        return self._by_drop

    def _named(self, answer: Value, name: Name) -> Value:
        """An answer that is a choice of members is a listing again."""
        if isinstance(answer, list):
            items = self._items_by_drop()
            if all(id(drop) in items for drop in answer):
                return ItemListing(name, [items[id(drop)] for drop in answer], self._members)
        return answer


class DataListing(Listing):
    """A list from a data file, or what filters made of one. name: the read that answers with all of it."""

    __slots__ = ("_answers", "name")

    def __init__(self, items: list[Value], name: Read, answers: Answers) -> None:
        self.name = name
        self._answers = answers
        super().__init__(items)

    def use(self) -> list[Value]:
        self._answers.reads.current.add(self.name)
        return self.items

    def query(
        self,
        operation: str,
        arguments: tuple[Value, ...],
        compute: Callable[[list[Value]], Value],
    ) -> Value:
        if not are_scalars(arguments):
            return compute(self.use())
        return self._answers.ask(
            self.name, operation, arguments, lambda name: self._named(compute(self.items), name)
        )

    def table(self, name: tuple[Value, ...], make: Callable[[list[Value]], T]) -> T:
        return self._answers.table(self.name, name, lambda: make(self.items))

    def _named(self, answer: Value, name: Read) -> Value:
        return DataListing(answer, name, self._answers) if answer.__class__ is list else answer


def are_scalars(values: tuple[Value, ...]) -> bool:
    """Whether all of `values` are plain scalars, or named ones, which say all about themselves."""
    return all(
        are_scalars(value)
        if isinstance(value, tuple)
        else value is None or isinstance(value, str | int | float)
        for value in values
    )


def typed(value: Value) -> Value:
    """A scalar that is equal only to those of its type: 1, 1.0 and true are one key to Python."""
    if isinstance(value, bool | float):
        return (TYPED, type(value).__name__, value)
    return value


def untyped(value: Value) -> Value:
    """The scalar of which `typed` made this."""
    return value[2] if isinstance(value, tuple) and value[0] == TYPED else value
