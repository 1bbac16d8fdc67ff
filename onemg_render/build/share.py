"""The share that one process has in rendering a site: which items are its, and what comes of them, as data.

Whatever a process cannot do by itself - an item that fails, one that shows many others, a style sheet - it
leaves to the process that builds, which goes over all items in their order in the end.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing import parent_process
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from onemg_render.build.assembly import Assembly
from onemg_render.build.outputs import file_of, text_in
from onemg_render.errors import OnemgError, WorkerError
from onemg_render.output import Copied, OutputFile, Staged, Stager
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


class Load(NamedTuple):
    """What is to be done, by whichever process gets to it: items are rendered, then files are copied.

    stager: where this process puts the files that are ready; None to leave them all to the end.
    """

    items: Sequence[Item]
    copies: Sequence[Copied] = ()
    stager: Stager | None = None

    @property
    def size(self) -> int:
        """How much there is of both."""
        return len(self.items) + len(self.copies)


class Made(NamedTuple):
    """A node on its way from one process to another; `item` by its name in reads.

    text: or the file that holds it.
    """

    item: str
    stage: Stage
    text: str | Path
    reads: frozenset[Read]
    messages: tuple[Message, ...]
    digest: bytes | None
    origin: bytes | None

    @classmethod
    def of(cls, renderer: Renderer, key: Key, *, digest: bool, file: Path | None = None) -> "Made":
        node = renderer.nodes[key]
        name = renderer.views.id(key[0])
        text = node.text if file is None else file
        known = node.digest if digest else None
        return cls(name, key[1], text, node.reads, node.messages, known, node.origin)

    def node(self) -> Node:
        text = self.text if isinstance(self.text, str) else partial(text_in, self.text)
        return Node(text, self.reads, None, self.messages, digest=self.digest, origin=self.origin)


class Said(NamedTuple):
    """A message that was held back. repeated: it is one that may be said again and again."""

    message: Message
    repeated: bool


@dataclass(slots=True)
class Part:
    """What came of one turn: nodes for other processes, what each item had to say, and the files that are
    ready, by their number in the load. In the end there is one more, with what is known only then.

    costs: of templates. tallies: of converted texts, as `Markdown` counts them.
    counted: `increment` was used, whose numbers go on from one item to the next.
    """

    nodes: list[Made] = field(default_factory=list)
    said: dict[str, list[Said]] = field(default_factory=dict)
    staged: dict[int, Staged] = field(default_factory=dict)
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


def turns_of(load: Load, processes: int) -> Iterator[bytes]:
    """Long ones at first, for neighbours often show each other; single items at last: so all end together.

    The files to be copied fill what time is left.
    """
    first = 0
    for end in (len(load.items), load.size):
        while first < end:
            last = first + max(1, (end - first) // (PARTS * processes))
            yield first.to_bytes(NUMBER) + last.to_bytes(NUMBER)
            first = last
    for _ in range(processes):
        yield bytes(2 * NUMBER)


class Share:
    """One process at work on its turns of a load: it says nothing, and gathers what comes of them.

    reuse: the node that was kept from an earlier build, asked for where one is needed.
    done: how many items were rendered before. made: the nodes that were evaluated.
    """

    def __init__(
        self,
        renderer: Renderer,
        reporter: Reporter,
        load: Load,
        reuse: Callable[[Key], Node | None] = lambda key: None,
        *,
        done: int = 0,
    ) -> None:
        self._renderer = renderer
        self._reporter = reporter
        self._load = load
        self._reuse = reuse
        self._done = done
        self._parent = parent_process()
        self._current: Item | None = None
        self._foreign = 0
        self.made: list[Key] = []

    def work(self, turns: Turns) -> Iterator[Part]:
        """What came of each turn, without nodes, and in the end of all; then the reporter is as before."""
        costs = {path: copy(cost) for path, cost in self._renderer.costs.items()}
        messages, show = dict(self._reporter.messages), self._reporter.show
        self._renderer.reuse = self._admitted
        try:
            for turn in turns:
                yield self._turn(turn)
        finally:
            self._renderer.reuse = self._reuse
            self._reporter.show = show
            self._reporter.messages = messages
        new = {path: cost.since(costs.get(path, Cost())) for path, cost in self._renderer.costs.items()}
        counted = any((COUNTERS,) in self._renderer.nodes[key].reads for key in self.made)
        yield Part(costs=new, counted=counted)

    def sent(self, turns: Turns, *, digests: bool) -> Iterator[Part]:
        """The same, with the nodes. digests: those of the texts too, and no text is left in a file."""
        begin = 0
        for part in self.work(turns):
            keys, begin = self.made[begin:], len(self.made)
            places = {} if digests else self._places(part.staged)
            files = [places.get(item) if stage == "output" else None for item, stage in keys]
            part.nodes = [
                Made.of(self._renderer, key, digest=digests, file=file)
                for key, file in zip(keys, files, strict=True)
            ]
            yield part

    def _turn(self, turn: range) -> Part:
        part = Part()
        known = len(self._renderer.nodes)
        items = self._load.items
        for number in turn:
            self._check_parent()
            if number < len(items):
                self._render(items[number], part.said)
                self._reporter.progress(self._done + number, self._done + len(items))
            self._stage(number, part.staged)
        self.made.extend(islice(self._renderer.nodes, known, None))
        return part

    def _check_parent(self) -> None:
        """Ends a process that was left alone: nobody waits for it, and the next build may meet its files."""
        if self._parent is not None and not self._parent.is_alive():
            raise SystemExit(1)

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

    def _stage(self, number: int, staged: dict[int, Staged]) -> None:
        """Puts a file where it waits; one that is not ready, or that cannot be put, is left to the end."""
        stager, file = self._load.stager, self._file(number)
        if stager is not None and file is not None:
            with suppress(OSError, ValueError, OnemgError):
                staged[number] = Staged(stager.put(file, number))

    def _file(self, number: int) -> OutputFile | None:
        """The file of that number; None for that of an item whose output is not there."""
        items = self._load.items
        if number >= len(items):
            return self._load.copies[number - len(items)]
        output = self._renderer.nodes.get((items[number], "output"))
        return None if output is None else file_of(items[number], output)

    def _places(self, staged: Mapping[int, Staged]) -> Mapping[Item, Path]:
        """Where the outputs are that have become files."""
        items, stager = self._load.items, self._load.stager
        target = None if stager is None else stager.target
        return {
            items[number]: Path(file.place or f"{target}/{items[number].destination}")
            for number, file in staged.items()
            if number < len(items)
        }
