"""What a render asked for: the questions whose answers decide whether its result is still good.

A read is a tuple, the kind first, that can be asked again of a later state of the site; `build` compares the
answers. While a node (an item's body, excerpt or output) is evaluated, its reads collect in a set on top of a
stack, because nodes evaluate each other.
"""

import time
from collections.abc import Callable
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
SOURCE_MAPS: Final = "source_maps"  # (source_maps, item): how many style sheets come before it; () any at all
LEFT: Final = "left"  # (left, item): the item whose text stands in `content` when this one comes
FILE: Final = "file"  # (file, path): its text, or ABSENT
SASS_NAMES: Final = "sass_names"  # (sass_names, folders, names): files there that an import can mean
LINK: Final = "link"  # (link, path): the URL that the link tag finds for a source path
POST_URL: Final = "post_url"  # (post_url, name)
CLOCK: Final = "clock"  # (clock, filter, arguments...): the build's time through a date filter; (clock,) raw
COMPARED: Final = "compared"  # (compared, moment): whether the build's time lies before, at or after it
ENVIRONMENT: Final = "environment"  # (environment, name)
COUNTERS: Final = "counters"  # (counters,): how far `increment` had counted when this item came
TAGS: Final = "tags"  # (tags,): the names of the tags that exist, which cut excerpts
UNTRACKED: Final = "untracked"  # (untracked, plug-in): never the same twice


class Reads:
    """The recorder of one build.

    current: the set that reads go to at the moment; `reads.current.add((CONFIG, "title"))` records one.
    began: before anything was read, in nanoseconds.
    """

    __slots__ = ("_stack", "began", "current")

    def __init__(self) -> None:
        self.began = time.time_ns()
        self.current: set[Read] = set()
        self._stack: list[set[Read]] = []

    def recording(self) -> "Recording":
        """Everything read inside goes to the set that this yields, and to no other."""
        return Recording(self)

    def push(self) -> set[Read]:
        """Begin to record for another node; answers the set that fills."""
        self._stack.append(self.current)
        self.current = set()
        return self.current

    def pop(self) -> None:
        """Go on recording for the node before."""
        self.current = self._stack.pop()


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
    """The build's time as templates see it.

    A date filter records what it prints, a comparison with what it compares, any other use the time itself.
    """

    reads: Reads
    moment: datetime

    @classmethod
    def of(cls, moment: datetime, reads: Reads) -> "RecordedTime":
        recorded = cls.combine(moment.date(), moment.timetz())
        recorded.moment = moment
        recorded.reads = reads
        return recorded

    def formatted(self, *how: object) -> datetime:
        """The plain time, for a date filter that turns it into text in this way."""
        self.reads.current.add((CLOCK, *how))
        return self.moment

    def _against(self, other: object) -> object:
        """`other`, once it is recorded that something hangs on which of the two comes first."""
        if isinstance(other, RecordedTime):
            return other.moment
        if isinstance(other, datetime):
            self.reads.current.add((COMPARED, other.isoformat()))
        return other

    def __lt__(self, other: object) -> bool:
        return self.moment < self._against(other)  # type: ignore[operator]  # raises TypeError as times do

    def __le__(self, other: object) -> bool:
        return self.moment <= self._against(other)  # type: ignore[operator]  # raises TypeError as times do

    def __gt__(self, other: object) -> bool:
        return self.moment > self._against(other)  # type: ignore[operator]  # raises TypeError as times do

    def __ge__(self, other: object) -> bool:
        return self.moment >= self._against(other)  # type: ignore[operator]  # raises TypeError as times do

    def __eq__(self, other: object) -> bool:
        return self.moment == self._against(other)

    def __hash__(self) -> int:
        return hash(self._exposed())

    def _exposed(self) -> datetime:
        """The plain time, once it is recorded that the result hangs on all of it."""
        self.reads.current.add((CLOCK,))
        return self.moment


def _property(name: str) -> property:
    return property(lambda time: getattr(time._exposed(), name))


def _method(name: str) -> Callable[..., object]:
    return lambda time, *args, **options: getattr(time._exposed(), name)(*args, **options)


for _name in ("year", "month", "day", "hour", "minute", "second", "microsecond", "fold"):
    setattr(RecordedTime, _name, _property(_name))
for _name in (
    *("__add__", "__format__", "__radd__", "__reduce_ex__", "__repr__", "__rsub__", "__str__", "__sub__"),
    *("astimezone", "ctime", "date", "dst", "isocalendar", "isoformat", "isoweekday", "replace", "strftime"),
    *("time", "timestamp", "timetuple", "timetz", "toordinal", "tzname", "utcoffset", "utctimetuple"),
    "weekday",
):
    setattr(RecordedTime, _name, _method(_name))
