"""What a render asked for: the questions whose answers decide whether its result is still good.

A read is a tuple, the kind first, that can be asked again of a later state of the site; `build` compares the
answers. While a node (an item's body, excerpt or output) is evaluated, its reads collect in a set on top of a
stack, because nodes evaluate each other.
"""

from datetime import datetime
from typing import Final

Read = tuple[object, ...]

OWN: Final = "own"  # (own, item): data, url and raw text of the item
NODE: Final = "node"  # (node, item, stage): the result of another node: its body, excerpt or output
FIELD: Final = "field"  # (field, listing, name): that field of every member, in order
SIZE: Final = "size"  # (size, listing): how many members there are
ITEM: Final = "item"  # (item, id, name): one field of one item; ABSENT when the item is gone
NEIGHBOUR: Final = "neighbour"  # (neighbour, id, next|previous): which item stands there
CONTENT: Final = (
    "content"  # (content, id, converted): its body or raw text, by the reader's place in the order
)
QUERY: Final = "query"  # (query, listing, filter, arguments...): the answer
KEYS: Final = "\0keys"  # in place of a field or key: which of them there are
IDENTITY: Final = "\0identity"  # likewise: which members there are, in order
DATA_TYPE: Final = "data_type"  # (data_type, path...): whether it is a mapping, a list, or absent
DATA: Final = "data"  # (data, path...): a value of the data files; () for the whole
CONFIG: Final = "config"  # (config, key)
INCLUDE: Final = "include"  # (include, name): the file it resolves to and its text, or ABSENT
LAYOUT: Final = "layout"  # (layout, name): likewise
LAYOUT_DATA: Final = "layout_data"  # (layout_data, item): what the item before it left in `layout`
FILE: Final = "file"  # (file, path): its text, or ABSENT
SASS_NAMES: Final = "sass_names"  # (sass_names, folders, names): files there that an import can mean
LINK: Final = "link"  # (link, path): the URL that the link tag finds for a source path
POST_URL: Final = "post_url"  # (post_url, name)
CLOCK: Final = "clock"  # (clock, filter, arguments...): the build's time through a date filter; (clock,) raw
ENVIRONMENT: Final = "environment"  # (environment, name)
COUNTERS: Final = "counters"  # (counters,): how far `increment` had counted when this item came
TAGS: Final = "tags"  # (tags,): the names of the tags that exist, which cut excerpts
UNTRACKED: Final = "untracked"  # (untracked, plug-in): never the same twice


class Reads:
    """The recorder of one build.

    current: the set that reads go to at the moment; `reads.current.add((CONFIG, "title"))` records one.
    """

    __slots__ = ("_stack", "current", "times")

    def __init__(self) -> None:
        self.current: set[Read] = set()
        self.times: dict[int, RecordedTime] = {}
        self._stack: list[tuple[set[Read], dict[int, RecordedTime]]] = []

    def recording(self) -> "Recording":
        """Everything read inside goes to the set that this yields, and to no other."""
        return Recording(self)

    def push(self) -> set[Read]:
        """Begin to record for another node; answers the set that fills."""
        self._stack.append((self.current, self.times))
        self.current, self.times = set(), {}
        return self.current

    def pop(self) -> None:
        """Go on recording for the node before."""
        if self.times:
            self.current.add((CLOCK,))
        self.current, self.times = self._stack.pop()

    def time(self, moment: datetime) -> "RecordedTime":
        """The build's time for a template: a date filter records what it printed, any other use the time."""
        recorded = RecordedTime.of(moment, self)
        self.times[id(recorded)] = recorded
        return recorded

    def formatted(self, moment: "RecordedTime", *how: object) -> None:
        """A date filter has turned `moment` into text in this way."""
        self.times.pop(id(moment), None)
        self.current.add((CLOCK, *how))


class Recording:
    """The block of `Reads.recording`; a class, as there are several for every page of every build."""

    __slots__ = ("_reads",)

    def __init__(self, reads: Reads) -> None:
        self._reads = reads

    def __enter__(self) -> set[Read]:
        return self._reads.push()

    def __exit__(self, *_: object) -> None:
        self._reads.pop()


class RecordedTime(datetime):
    """The build's time as templates see it; comparing it is a read of the time itself.

    What `replace` or `astimezone` make of it is recorded no more: `reads` is None.
    """

    reads: Reads | None = None

    @classmethod
    def of(cls, moment: datetime, reads: Reads) -> "RecordedTime":
        recorded = cls.combine(moment.date(), moment.timetz())
        recorded.reads = reads
        return recorded

    def _exposed(self) -> None:
        if self.reads is not None:
            self.reads.current.add((CLOCK,))

    def __lt__(self, other: datetime) -> bool:  # type: ignore[override]  # as in datetime
        self._exposed()
        return super().__lt__(other)

    def __le__(self, other: datetime) -> bool:  # type: ignore[override]  # as in datetime
        self._exposed()
        return super().__le__(other)

    def __gt__(self, other: datetime) -> bool:  # type: ignore[override]  # as in datetime
        self._exposed()
        return super().__gt__(other)

    def __ge__(self, other: datetime) -> bool:  # type: ignore[override]  # as in datetime
        self._exposed()
        return super().__ge__(other)

    def __eq__(self, other: object) -> bool:
        self._exposed()
        return super().__eq__(other)

    __hash__ = datetime.__hash__
