"""What must be rendered again: a kept node is good if all that it read would be answered as it was then.

Each node compares on its own, so that a body that comes out as before leaves the outputs around it alone.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import cast

from onemg_render.build.store import NodeKey, Store
from onemg_render.output import Stamp
from onemg_render.render.questions import ABSENT, Unanswerable
from onemg_render.render.reads import CONTENT, FILE, NODE, SASS_NAMES, Read
from onemg_render.render.renderer import Key, Node, Renderer, Stage
from onemg_render.reporting import Reporter
from onemg_render.site import Item


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
        self._answers: dict[Read, bytes | None] = {}
        self._good: set[int] = set()
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

    def reuse(self, key: Key) -> Node | None:
        """The kept node of this key if it is still good; its messages are said again."""
        item, stage = key
        name = (self._renderer.views.id(item), stage)
        kept = self._store.nodes.get(name)
        if kept is None:
            return None
        cause = self._changed(kept.reads, item)
        if cause is not None:
            self._causes[name] = cause
            return None
        node = self._store.node(name)
        self.reused.add(key)
        for message in node.messages:
            self._reporter.report(message)
        return node

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
                answer = self._asked(read)
            except Unanswerable:
                self._answers[read] = None
            else:
                self._answers[read] = sha256(repr(answer).encode("utf-8", "surrogatepass")).digest()
        return self._answers[read]

    def _asked(self, read: Read) -> object:
        if read[0] not in (NODE, CONTENT):
            return self._questions.answer(read)
        item = self._questions.items.get(cast(str, read[1]))
        if item is None:
            return ABSENT
        if read[0] == NODE:
            return self._renderer.node(item, cast(Stage, read[2])).digest
        return self._renderer.node(item, "body").digest if read[2] else self._questions.digest(item.content)

    def save(self, stamps: Mapping[Item, Stamp]) -> None:
        """Keep all nodes whose reads can be asked again. stamps: of the files with the outputs."""
        self.is_whole = True
        nodes: dict[NodeKey, Node] = {}
        reused: set[NodeKey] = set()
        answers: dict[Read, bytes] = {}
        for key, node in list(self._renderer.nodes.items()):
            name = (self._renderer.views.id(key[0]), key[1])
            if key in self.reused:
                nodes[name] = node
                reused.add(name)
            elif (found := self._all_answers(node)) is not None:
                nodes[name] = node
                answers |= found
            else:
                self.is_whole = False
        self._store.save(
            nodes,
            reused,
            answers,
            self._causes,
            {self._renderer.views.id(item): stamp for item, stamp in stamps.items()},
        )

    def _all_answers(self, node: Node) -> Mapping[Read, bytes] | None:
        found: dict[Read, bytes] = {}
        for read in node.reads:
            answer = self.answer(read)
            if answer is None:
                return None
            found[read] = answer
        return found
