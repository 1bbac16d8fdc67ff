"""Bodies, excerpts and outputs of a site's items, each a pure function evaluated on demand.

Upstream (`lib/jekyll/renderer.rb`) renders items in a fixed order and changes them as it goes: `content` read
from elsewhere is converted if the item came earlier, else raw. Here that is a rule about two positions:
whoever reads the content of an earlier item has its body evaluated first. So nothing depends on the order in
which nodes are asked for, and each knows what it has read.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Final, Literal, get_args

from onemg_render.errors import OnemgError, TemplateError
from onemg_render.liquid import Value
from onemg_render.render.questions import Questions
from onemg_render.render.reads import CONTENT, LEFT, NODE, OWN, UNTRACKED, Read, Reads
from onemg_render.render.steps import Steps
from onemg_render.render.templates import Cost
from onemg_render.render.views import Views
from onemg_render.reporting import Message
from onemg_render.site import Document, Excerpt, Item, Page, Site, SourceMap
from onemg_render.util.stamps import encoded

Stage = Literal["liquid", "body", "excerpt", "inner", "output"]
Key = tuple[Item, Stage]
STAGES: Final = get_args(Stage)

DEPTH: Final = 12
"""So many nodes may wait for each other on the Python stack; a longer chain is taken from its far end."""


class Node:
    """The result of one stage of one item, all that it depends on, and what was reported on the way.

    text, reads: or what gets them when they are first asked for; of a node kept from an earlier build often
        nobody does. digest: of the text; computed unless it is known.
    origin: of a body the digest of the text that was converted, if that was asked for.
    """

    __slots__ = ("_digest", "_load", "_reads", "_text", "messages", "origin", "source_map")

    def __init__(
        self,
        text: str | Callable[[], str],
        reads: frozenset[Read] | Callable[[], frozenset[Read]],
        source_map: str | None = None,
        messages: tuple[Message, ...] = (),
        *,
        digest: bytes | None = None,
        origin: bytes | None = None,
    ) -> None:
        self._text = text if isinstance(text, str) else None
        self._load = None if isinstance(text, str) else text
        self._digest = digest
        self._reads = reads
        self.source_map = source_map
        self.messages = messages
        self.origin = origin

    @property
    def is_loaded(self) -> bool:
        """Whether the text is at hand, as it is of all that was evaluated in this build."""
        return self._text is not None

    @property
    def reads(self) -> frozenset[Read]:
        """What was asked for while the text was made."""
        if not isinstance(self._reads, frozenset):
            self._reads = self._reads()
        return self._reads

    @property
    def text(self) -> str:
        """The text, loaded if it was kept elsewhere."""
        if self._text is None:
            self.load()
        assert self._text is not None
        return self._text

    def load(self) -> None:
        """Gets the text, if it is not at hand."""
        if self._text is None:
            assert self._load is not None
            self._text = self._load()

    @property
    def digest(self) -> bytes:
        """The digest of the text, by which other nodes read it."""
        if self._digest is None:
            self.encoded()
        assert self._digest is not None
        return self._digest

    def encoded(self) -> bytes:
        """The text as bytes, by which its digest is known from then on."""
        content = encoded(self.text)
        if self._digest is None:
            self._digest = sha256(content).digest()
        return content


class Deferred(BaseException):
    """A node down a long chain that must be evaluated first; no error: nothing on the way may catch it."""

    def __init__(self, key: Key) -> None:
        self.key = key


class Renderer:
    """Evaluates the nodes of one site, each once, and answers what templates may see of other items.

    reuse: a node that was kept from an earlier build and is still good.
    reconvert: what an earlier build has made of the text with this digest by the converters of an item; None
        to have all texts converted.
    expected: how many outputs are to be made; 0 where nobody knows.
    """

    def __init__(self, site: Site, reads: Reads, steps: "Callable[[Views], Steps]") -> None:
        self.nodes: dict[Key, Node] = {}
        self._reads = reads
        self._waiting: list[Key] = []
        self._begun: dict[Item, bool] = {}
        self.views = Views(site, reads, self)
        self._steps = steps(self.views)
        self.questions = Questions(site, self.views, self._steps)
        self.reuse: Callable[[Key], Node | None] = lambda key: None
        self.reconvert: Callable[[Item, bytes], str | None] | None = None
        self.expected = 0
        self._origins: dict[Item, bytes] = {}

    @property
    def site_payload(self) -> dict[str, Value]:
        """The variables of no item, as the site's hooks get them."""
        return self._steps.payload.variables(None, None)

    @property
    def source_maps(self) -> Mapping[Item, str]:
        """Of the style sheets that have been rendered and have one."""
        return self._steps.styles.source_maps

    @property
    def costs(self) -> Mapping[str, Cost]:
        """What each template cost, by its path."""
        return self._steps.templates.costs

    def cost(self, path: str) -> Cost:
        """What one template cost so far; may be added to."""
        return self._steps.templates.costs.setdefault(path, Cost())

    @property
    def counters(self) -> dict[str, Value]:
        """What `increment` has counted so far."""
        return self._steps.templates.counters

    def begin(self, item: Item) -> None:
        """Lets a style sheet be compiled while other items are rendered; of other items nothing is begun."""
        if not item.is_asset or item in self._begun or (item, "body") in self.nodes:
            return
        kept = None if self._waiting else self._kept((item, "body"))
        if kept is None:
            self._begun[item] = self._steps.begin_style(item, self._node(item, "liquid").text)

    def body(self, item: Item) -> str:
        """The item's text after Liquid and conversion."""
        return self._node(item, "body").text

    def output(self, item: Item) -> str:
        """The item's body inside its layouts: what is written."""
        return self._node(item, "output").text

    def left_content(self) -> str | None:
        """What stands in `content` when the reader's body is rendered: what another's last layout got."""
        reader = self.reader
        if reader is None:
            return None
        self._reads.current.add((LEFT, self.views.id(reader)))
        leaver = self._steps.left_content.leaver(reader)
        if leaver is None:
            return None
        stage: Stage = "inner" if len(self._steps.layouts.chain(leaver.data["layout"])) > 1 else "body"
        self._reads.current.add((NODE, self.views.id(leaver), stage))
        return self._node(leaver, stage).text

    @property
    def reader(self) -> Item | None:
        """The item whose node is being evaluated."""
        return self._waiting[-1][0] if self._waiting else None

    @property
    def makes_source_maps(self) -> bool:
        """Whether the site's style sheets get source maps."""
        return self._steps.styles.makes_source_maps

    @property
    def document(self) -> Document | None:
        """Upstream's `current_document`, which an excerpt is not."""
        item, stage = self._waiting[-1] if self._waiting else (None, None)
        return item if isinstance(item, Document) and stage != "excerpt" else None

    def content(self, item: Item, *, own: bool) -> str:
        """What a template sees as `content` of `item`; own: through the variable `page`.

        A page's own variable is made before it is converted, a document's is live.
        """
        reader, stage = self._waiting[-1] if self._waiting else (None, None)
        if isinstance(item, SourceMap):
            return self._source_map(item.style_sheet)
        if item is reader:
            is_converted = stage == "output" and not (own and isinstance(item, Page))
        else:
            is_converted = reader is not None and item.position < reader.position
            self._reads.current.add((CONTENT, self.views.id(item), is_converted))
        return self.body(item) if is_converted else item.content

    def _source_map(self, style_sheet: Page) -> str:
        self._reads.current.add((UNTRACKED, style_sheet.relative_path))
        self.body(style_sheet)
        return self.source_maps[style_sheet]

    def is_dated(self, document: Document) -> bool:
        """Whether a document without a date shows the site's, by Jekyll 3's order of rendering."""
        reader = self.reader
        if document is reader:
            return document in self._steps.laid_out and self._steps.dates(document)
        is_before = reader is not None and document.position < reader.position
        self._reads.current.add((CONTENT, self.views.id(document), is_before))
        return is_before and self._steps.dates(document)

    def finished(self, item: Item) -> str | None:
        """The output of an item that comes before the reader; None for the reader and later ones."""
        reader = self.reader
        if reader is None or item.position >= reader.position:
            return None
        self._reads.current.add((NODE, self.views.id(item), "output"))
        return self.output(item)

    def excerpt(self, item: Item) -> str | None:
        """The item's excerpt, rendered; a text from front matter as it is; None if there is none."""
        excerpt = item.data["excerpt"]
        if not isinstance(excerpt, Excerpt):
            return None if excerpt is None or excerpt is False else str(excerpt)
        self._reads.current.add((NODE, self.views.id(item), "excerpt"))
        return self._node(item, "excerpt").text

    def fragment(self, text: str, item: Item | None) -> str:
        """`text` through Liquid as if it stood in `item`; of other items it sees the sources."""
        return self._steps.fragment(text, item)

    def node(self, item: Item, stage: Stage) -> Node:
        """The node, evaluated if it has not been yet."""
        return self._node(item, stage)

    def recall(self, key: Key) -> Node | None:
        """The node if it is there, or was kept from an earlier build and is still good; never evaluated."""
        return self.nodes.get(key) or self._kept(key)

    def _node(self, item: Item, stage: Stage) -> Node:
        key = (item, stage)
        known = self.nodes.get(key)
        if known is not None:
            return known
        if not self._waiting:
            return self._from_far_end(key)
        if key in self._waiting:
            raise TemplateError(f"the {stage} shows itself", path=item.relative_path)
        if len(self._waiting) >= DEPTH:
            raise Deferred(key)
        return self._evaluate(key)

    def _from_far_end(self, key: Key) -> Node:
        """Evaluates `key` after all that a chain too long for the stack leads to."""
        chain = [key]
        while chain:
            try:
                self._evaluate(chain[-1])
            except Deferred as deferred:
                if deferred.key in chain:
                    raise TemplateError("items show each other", path=key[0].relative_path) from None
                chain.append(deferred.key)
            else:
                chain.pop()
        return self.nodes[key]

    def _evaluate(self, key: Key) -> Node:
        self._waiting.append(key)
        try:
            return self._kept(key) or self._made(key)
        finally:
            self._waiting.pop()

    def _kept(self, key: Key) -> Node | None:
        node = self.reuse(key)
        if node is not None:
            self.nodes[key] = node
            if node.source_map is not None:
                self._steps.styles.source_maps[key[0]] = node.source_map
        return node

    def _made(self, key: Key) -> Node:
        item, stage = key
        reported = len(self._steps.reporter.messages)
        if stage == "output":
            self._steps.reporter.repeat("debug", item.relative_path, topic="Rendering")
        try:
            with self._reads.recording() as reads:
                reads.add((OWN, self.views.id(item)))
                text = self._text(item, stage)
        except OnemgError as error:
            if (item.relative_path, None) not in error.included_from:
                error.located(item.relative_path)
            raise
        messages = tuple(self._steps.reporter.messages)[reported:]
        source_map, origin = None, None
        if stage == "output" and self.expected:
            self.expected -= 1
            self._steps.templates.environment.expect(self.expected)
        if stage == "body":
            source_map, origin = self.source_maps.get(item), self._origins.get(item)
        node = self.nodes[key] = Node(text, frozenset(reads), source_map, messages, origin=origin)
        return node

    def _text(self, item: Item, stage: Stage) -> str:
        match stage:
            case "liquid":
                return self._steps.liquid(item, self.left_content)
            case "body":
                return self._body(item)
            case "excerpt":
                excerpt = item.data["excerpt"]
                assert isinstance(excerpt, Excerpt)
                return self._steps.excerpt(excerpt)
            case "inner":
                self._reads.current.add((NODE, self.views.id(item), "body"))
                return self._steps.inner(item, self.body(item))
            case "output":
                self._reads.current.add((NODE, self.views.id(item), "body"))
                return self._steps.output(item, self.body(item))

    def _body(self, item: Item) -> str:
        if not item.is_asset:
            text = self._steps.liquid(item, self.left_content)
            known = self._converted_before(item, text)
            return self._steps.converted(item, text) if known is None else known
        self._reads.current.add((NODE, self.views.id(item), "liquid"))
        self.begin(item)
        return self._steps.converted(item, self._node(item, "liquid").text)

    def _converted_before(self, item: Item, text: str) -> str | None:
        """What `text` was converted to in an earlier build, unless hooks may have had a hand in it."""
        if self.reconvert is None or self._steps.hooks:
            return None
        digest = self._origins[item] = self.questions.digest(text)
        return self.reconvert(item, digest)
