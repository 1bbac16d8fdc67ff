"""The share that one process has in rendering a site: which items are its, and what comes of them, as data.

Whatever a process cannot do by itself - an item that fails, one that shows many others, a style sheet - it
leaves to the process that builds, which goes over all items in their order in the end.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from onemg_render.build.assembly import Assembly
from onemg_render.errors import WorkerError
from onemg_render.read.source_file import SourceChanged
from onemg_render.render.reads import COUNTERS, Read
from onemg_render.render.renderer import Key, Node, Renderer, Stage
from onemg_render.render.templates import Cost
from onemg_render.reporting import Message, Reporter
from onemg_render.site import Item, Site

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Lock

Again: TypeAlias = Callable[[], tuple[Assembly, Site]]
"""Reads the site once more, in a process that has not inherited it: a function that can be pickled."""

FOREIGN: Final = 24
"""So many nodes of other items an item may need; what shows more waits until the others are there."""
PARTS: Final = 4
"""The first turns together are one part in so many of the work; later ones are shorter."""
SECONDS_FOR_A_TURN: Final = 30.0
NUMBER: Final = 4


class Postponed(BaseException):
    """An item is left to the end; no error: nothing on the way may catch it."""


@dataclass(frozen=True, slots=True)
class Made:
    """A node on its way from one process to another; `item` by its name in reads."""

    item: str
    stage: Stage
    text: str
    reads: frozenset[Read]
    messages: tuple[Message, ...]
    digest: bytes | None

    @classmethod
    def of(cls, renderer: Renderer, key: Key, *, digest: bool) -> "Made":
        node = renderer.nodes[key]
        name = renderer.views.id(key[0])
        return cls(name, key[1], node.text, node.reads, node.messages, node.digest if digest else None)

    def node(self) -> Node:
        return Node(self.text, self.reads, None, self.messages, digest=self.digest)


@dataclass(frozen=True, slots=True)
class Said:
    """A message that was held back. repeated: it is one that may be said again and again."""

    message: Message
    repeated: bool


@dataclass(slots=True)
class Part:
    """What one process has done: the nodes it made, what each item had to say, and the costs of templates.

    tallies: of converted texts, as `Markdown` counts them.
    counted: `increment` was used, whose numbers go on from one item to the next.
    """

    nodes: list[Made] = field(default_factory=list)
    said: dict[str, list[Said]] = field(default_factory=dict)
    costs: Mapping[str, Cost] = field(default_factory=dict)
    tallies: Counter[tuple[str, bool]] = field(default_factory=Counter)
    counted: bool = False


class Turns:
    """Hands out items by their numbers, each once, to whichever process asks next.

    All turns are in a pipe before anyone asks, an empty one for each process behind them. Iterating raises
    WorkerError if a process has ended with the lock in its hands.
    """

    def __init__(self, reader: "Connection", lock: "Lock") -> None:
        self._reader = reader
        self._lock = lock

    def __iter__(self) -> Iterator[range]:
        while turn := self._next():
            yield turn

    def _next(self) -> range:
        if not self._lock.acquire(timeout=SECONDS_FOR_A_TURN):
            raise WorkerError("a rendering process has ended in the middle of its work")
        try:
            turn = self._reader.recv_bytes()
        finally:
            self._lock.release()
        return range(int.from_bytes(turn[:NUMBER]), int.from_bytes(turn[NUMBER:]))


def turns_of(count: int, processes: int) -> Iterator[bytes]:
    """Long ones at first, for neighbours often show each other; single items at last: so all end together."""
    first = 0
    while first < count:
        last = first + max(1, (count - first) // (PARTS * processes))
        yield first.to_bytes(NUMBER) + last.to_bytes(NUMBER)
        first = last
    for _ in range(processes):
        yield bytes(2 * NUMBER)


class Share:
    """One process at work on the items of its turns: it says nothing, and gathers what comes of them.

    reuse: the node that was kept from an earlier build, asked for where one is needed.
    done: how many items were rendered before.
    """

    def __init__(
        self,
        renderer: Renderer,
        reporter: Reporter,
        items: Sequence[Item],
        reuse: Callable[[Key], Node | None] = lambda key: None,
        *,
        done: int = 0,
    ) -> None:
        self._renderer = renderer
        self._reporter = reporter
        self._items = items
        self._reuse = reuse
        self._done = done
        self._current: Item | None = None
        self._foreign = 0

    def work(self, turns: Turns, *, digests: bool) -> Part:
        """What came of it; digests: those of the texts too. Afterwards the reporter is as it was before."""
        part = Part()
        known = set(self._renderer.nodes)
        costs = {path: replace(cost) for path, cost in self._renderer.costs.items()}
        messages, show = dict(self._reporter.messages), self._reporter.show
        self._renderer.reuse = self._admitted
        try:
            for turn in turns:
                for number in turn:
                    self._render(self._items[number], part.said)
                    self._reporter.progress(self._done + number, self._done + len(self._items))
        finally:
            self._renderer.reuse = self._reuse
            self._reporter.show = show
            self._reporter.messages = messages
        made = [key for key in self._renderer.nodes if key not in known]
        part.nodes = [Made.of(self._renderer, key, digest=digests) for key in made]
        part.counted = any((COUNTERS,) in node.reads for node in part.nodes)
        part.costs = {
            path: cost.since(costs.get(path, Cost())) for path, cost in self._renderer.costs.items()
        }
        return part

    def _render(self, item: Item, said: dict[str, list[Said]]) -> None:
        heard: list[Said] = []
        messages = self._reporter.messages
        self._reporter.show = lambda message: heard.append(Said(message, message not in messages))
        self._current, self._foreign = item, 0
        content = item.content
        try:
            self._renderer.node(item, "output")
        except (Exception, Postponed, SourceChanged):  # noqa: BLE001  # whatever it is, it comes again where it is told
            item.content = content  # a hook may have changed it, and will again
        if heard:
            said[self._renderer.views.id(item)] = heard

    def _admitted(self, key: Key) -> Node | None:
        """Asked before a node is made: the one kept from an earlier build. Raises Postponed."""
        kept = self._reuse(key)
        if kept is None and key[0] is not self._current:
            self._foreign += 1
            if self._foreign > FOREIGN or key[0].is_asset:
                raise Postponed
        return kept
