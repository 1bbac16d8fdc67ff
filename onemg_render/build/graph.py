"""What must be rendered again: a kept node is good if all that it read would be answered as it was then.

Each node compares on its own, so that a body that comes out as before leaves the outputs around it alone.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final, cast

from onemg_render.build.store import New, NodeKey, Store
from onemg_render.output import Stamp
from onemg_render.render.questions import Unanswerable
from onemg_render.render.reads import CONTENT, FILE, NODE, OWN, SASS_NAMES, Read
from onemg_render.render.renderer import Key, Node, Renderer, Stage
from onemg_render.reporting import Reporter
from onemg_render.site import Item
from onemg_render.site.unread import content_of

NOWHERE: Final = -1
GONE: Final = b""
"""In place of the digest of an item's text where there is no such item."""


class Graph:
    """Stands between the renderer of a build and the store.

    reused: the nodes that were taken from it. is_whole: whether all nodes have been kept, once they have.
    """

    def __init__(self, renderer: Renderer, store: Store, reporter: Reporter) -> None:
        self._renderer = renderer
        self._questions = renderer.questions
        self._questions.digest = store.digest
        self._store = store
        self._reporter = reporter
        self._known = {} if store.items is None else store.items.present
        self._answers: dict[Read, bytes | None] = {}
        self._good: set[int] = set()
        self._sure: set[NodeKey] | None = None
        self._causes: dict[NodeKey, Read] = {}
        self.reused: set[Key] = set()
        self.is_whole = False

    @property
    def files_read(self) -> list[str]:
        """By all nodes, below whatever folder."""
        return [cast(str, read[1]) for read in self._answers if read[0] == FILE]

    @property
    def folders_searched(self) -> list[str]:
        """By all style sheets."""
        found = (cast(Sequence[str], read[1]) for read in self._answers if read[0] == SASS_NAMES)
        return [folder for folders in found for folder in folders]

    def stamp(self, item: Item) -> Stamp | None:
        """Of the file that holds the item's output, if that is kept from an earlier build."""
        if (item, "output") not in self.reused:
            return None
        return self._store.nodes[self._renderer.views.id(item), "output"].stamp

    def is_sure(self, item: Item) -> bool:
        """Whether the kept output of an item is good whatever comes of the others."""
        return (self._renderer.views.id(item), "output") in self.sure

    def reuse(self, key: Key) -> Node | None:
        """The kept node of this key if it is still good; its messages are said again."""
        name = self._name(key)
        kept = self._store.nodes.get(name)
        if kept is None:
            return None
        if name not in self.sure:
            cause = self._changed(kept.reads, key[0])
            if cause is not None:
                self._causes[name] = cause
                return None
        node = self._store.node(name)
        self.reused.add(key)
        for message in node.messages:
            self._reporter.report(message)
        return node

    def reconvert(self, item: Item, origin: bytes) -> str | None:
        """The kept body of `item`, if it was made of the text with that digest without a word."""
        name = (self._renderer.views.id(item), "body")
        kept = self._store.nodes.get(name)
        if kept is None or kept.origin != origin or kept.extra:
            return None
        return self._store.node(name).text

    @property
    def sure(self) -> set[NodeKey]:
        """The kept nodes that are good whatever comes of the others: nothing that one of them read has
        changed, nor anything behind the results that it read, however far.

        Found before anything is rendered, by asking each question once: most nodes are never looked at.
        """
        if self._sure is None:
            self._sure = self._beyond_doubt(self._doubted())
        return self._sure

    def _doubted(self) -> set[int]:
        """The reads that are answered otherwise than they were, or that depend on who reads."""
        kept, nodes = self._store.reads, self._store.nodes
        doubted: set[int] = set()
        for number in set().union(*(node.reads for node in nodes.values())):
            read, answer = kept[number]
            if read[0] == NODE:
                node = nodes.get(cast(NodeKey, read[1:]))
                holds = node is not None and node.digest == answer
            else:
                holds = read[0] != CONTENT and self.answer(read) == answer
                if holds:
                    self._good.add(number)
            if not holds:
                doubted.add(number)
        return doubted

    def _beyond_doubt(self, doubted: set[int]) -> set[NodeKey]:
        """All kept nodes but those that read what is doubted, and those that read these, and so on.

        A node that has something to say again is left to be met on the way to what is written.
        """
        nodes = self._store.nodes
        pending = [name for name, node in nodes.items() if node.extra or not doubted.isdisjoint(node.reads)]
        sure = nodes.keys() - pending
        results = {name: number for name in nodes if (number := self._store.number((NODE, *name)))}
        readers = self._readers(sure, set(results.values())) if pending else {}
        while pending:
            fallen = sure.intersection(readers.get(results.get(pending.pop(), 0), ()))
            sure -= fallen
            pending += fallen
        return sure

    def _readers(self, nodes: set[NodeKey], results: set[int]) -> Mapping[int, Sequence[NodeKey]]:
        """Which of these nodes read each of these results."""
        readers: dict[int, list[NodeKey]] = {}
        for name in nodes:
            for number in results.intersection(self._store.nodes[name].reads):
                readers.setdefault(number, []).append(name)
        return readers

    def _changed(self, numbers: Sequence[int], reader: Item) -> Read | None:
        """The first of these reads that would be answered otherwise than it was; None if none would."""
        good = self._good
        asked = [number for number in numbers if number not in good]
        changed = next((number for number in asked if not self._holds(number, reader)), None)
        return None if changed is None else self._store.reads[changed][0]

    def _holds(self, number: int, reader: Item) -> bool:
        """Whether a read of `reader` would be answered as it was; noted if that is so for all readers."""
        read, answer = self._store.reads[number]
        if self.answer(read) != answer:
            return False
        if read[0] == CONTENT:
            return self._on_same_side(read, reader)
        self._good.add(number)
        return True

    def _on_same_side(self, read: Read, reader: Item) -> bool:
        """Whether an item whose content was read still comes before its reader, or after it."""
        item = self._questions.items.get(cast(str, read[1]))
        return item is not None and (item.position < reader.position) == read[2]

    def answer(self, read: Read) -> bytes | None:
        """A digest of the answer to `read` now; None if it cannot be asked."""
        if read not in self._answers:
            try:
                self._answers[read] = self._asked(read)
            except Unanswerable:
                self._answers[read] = None
        return self._answers[read]

    def _asked(self, read: Read) -> bytes:
        if read[0] not in (OWN, NODE, CONTENT):
            return self._questions.answer(read)
        item = self._questions.items.get(cast(str, read[1]))
        if item is None:
            return GONE
        if read[0] == OWN:
            return self._own(read, item)
        if read[0] == NODE:
            return self._renderer.node(item, cast(Stage, read[2])).digest
        return self._renderer.node(item, "body").digest if read[2] else self._questions.text(item)

    def _own(self, read: Read, item: Item) -> bytes:
        """What an item says of itself; not asked again of one that is as it was when it was asked before."""
        known = self._known.get(item)
        if known is None or not known.has(content_of(item)):
            return self._questions.answer(read)
        if known.answer is None:
            known.answer = self._questions.answer(read)
        return known.answer

    def save(self, stamps: Mapping[Item, Stamp]) -> None:
        """Keep all nodes whose reads can be asked again. stamps: of the files with the outputs."""
        self.is_whole = True
        made: dict[NodeKey, New] = {}
        asked = Asked(self.answer)
        for key, node in list(self._renderer.nodes.items()):
            if key in self.reused:
                continue
            name = self._name(key)
            places = asked.places(node.reads, (OWN, name[0]))
            if places is None:
                self.is_whole = False
            else:
                stamp = stamps.get(key[0]) if key[1] == "output" else None
                made[name] = New(node, places, stamp, self._causes.get(name))
        reused = self.sure.union(map(self._name, self.reused))
        named = {self._renderer.views.id(item): stamp for item, stamp in stamps.items()}
        self._store.save(made, asked.answers, reused, named)

    def _name(self, key: Key) -> NodeKey:
        return self._renderer.views.id(key[0]), key[1]


class Asked:
    """The reads of many nodes, each asked once. answers: of those that can be asked again."""

    def __init__(self, ask: Callable[[Read], bytes | None]) -> None:
        self._ask = ask
        self._places: dict[Read, int] = {}
        self.answers: dict[Read, bytes] = {}

    def places(self, reads: Collection[Read], first: Read) -> list[int] | None:
        """Where these stand among the answers, `first` at first if it is one; None if one has no answer.

        An item itself is looked at before all else that it has read: its change is the cause to tell.
        """
        known = [*map(self._places.get, reads)]  # most are: of many nodes the whole time goes into this line
        found = [
            self._new(read) if place is None else place for read, place in zip(reads, known, strict=True)
        ]
        if NOWHERE in found:
            return None
        if first in reads:
            found.remove(self._places[first])
            found.insert(0, self._places[first])
        return found

    def _new(self, read: Read) -> int:
        answer = self._ask(read)
        if answer is not None:
            self.answers[read] = answer
        place = self._places[read] = NOWHERE if answer is None else len(self.answers) - 1
        return place
