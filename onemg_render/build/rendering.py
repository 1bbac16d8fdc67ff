"""Renders everything that will be written, style sheets beside all else, and gathers what goes wrong."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from onemg_render.build.assembly import Assembly
from onemg_render.build.crew import Crew
from onemg_render.build.graph import Graph
from onemg_render.build.options import Reuse, TemplateCost
from onemg_render.build.store import Store
from onemg_render.errors import BuildErrors, OnemgError
from onemg_render.output import Staged
from onemg_render.render.reads import Read
from onemg_render.render.renderer import STAGES, Key, Node, Renderer
from onemg_render.site import Item, Site, StaticFile

PAGE_STAGES: Final = {"output": "Pages", "body": "Texts of pages", "excerpt": "Excerpts"}
STYLE_SHEET_STAGES: Final = {"body": "Style sheets"}


class RenderedSite(NamedTuple):
    """outputs: of every item that becomes a file. source_maps: of the style sheets that have one.

    nodes: all that were evaluated on the way.
    graph: what was kept of earlier builds, and keeps this one; None where nothing may be kept.
    staged: the files that are ready to be moved into the destination.
    """

    outputs: Mapping[Item, Node]
    source_maps: Mapping[Item, str]
    nodes: Mapping[Key, Node]
    costs: Sequence[TemplateCost]
    reuse: Sequence[Reuse]
    graph: Graph | None
    staged: Mapping[Item | StaticFile, Staged]

    @property
    def made(self) -> int:
        """How many outputs were rendered, not taken from an earlier build."""
        reused = self.graph.reused if self.graph is not None else ()
        return sum((item, "output") not in reused for item in self.outputs)

    def reads_of(self, item: Item) -> set[Read]:
        """What has been read for the output of an item, on all its stages."""
        nodes = (self.nodes.get((item, stage)) for stage in STAGES)
        return set().union(*(node.reads for node in nodes if node is not None))


def render_all(parts: Assembly, site: Site, store: Store | None, crew: Crew | None = None) -> RenderedSite:
    """All outputs, in Jekyll's order of rendering; those that `store` has and that still hold come from it.

    crew: other processes that may take a share, and have files ready then; None to render in this one.
    Raises the error of the one item that failed, or BuildErrors: each cause once, however many items meet it.
    """
    renderer = parts.renderer(site)
    graph = None if store is None else Graph(renderer, store, parts.reporter)
    if graph is not None:
        renderer.reuse, renderer.reconvert = graph.reuse, graph.reconvert
    payload = renderer.site_payload
    parts.hooks.trigger("site", "pre_render", site, payload)
    items = in_order(site)
    renderer.expected = sum(graph is None or not graph.is_sure(item) for item in items)
    try:
        outputs = all_outputs(site, items, renderer, crew, parts.reporter.progress)
    finally:
        parts.reporter.progress(0, 0)
    parts.hooks.trigger("site", "post_render", site, payload)
    costs = [TemplateCost(path, cost.count, cost.size, cost.seconds) for path, cost in renderer.costs.items()]
    tallies = parts.markdown.tallies + (Counter() if crew is None else crew.tallies)
    reuse = reused(renderer.nodes, graph.reused if graph is not None else (), tallies)
    staged = {} if crew is None else crew.staged
    return RenderedSite(outputs, renderer.source_maps, renderer.nodes, costs, reuse, graph, staged)


def reused(nodes: Iterable[Key], kept: Collection[Key], tallies: Counter[tuple[str, bool]]) -> list[Reuse]:
    """What came from earlier builds, then what several pages of this one have shared."""
    counts = Counter[tuple[str, bool]]()
    for key in nodes:
        item, stage = key
        name = STYLE_SHEET_STAGES.get(stage) if item.is_asset else PAGE_STAGES.get(stage)
        if name is not None:
            counts[name, key in kept] += 1
    counts += tallies
    names = dict.fromkeys(name for name, _ in counts)
    return [Reuse(name, counts[name, True], counts[name, False]) for name in names]


def in_order(site: Site) -> list[Item]:
    """The items that become files, as Jekyll renders them."""
    items = [item for item in site.outputs if not isinstance(item, StaticFile)]
    items.sort(key=lambda item: item.position)
    return items


def all_outputs(
    site: Site,
    items: Sequence[Item],
    renderer: Renderer,
    crew: Crew | None,
    progress: Callable[[int, int], None],
) -> dict[Item, Node]:
    # Style sheets last: they are being compiled meanwhile.
    assets = [item for item in items if item.is_asset]
    others = [item for item in items if not item.is_asset] if assets else items
    outputs: dict[Item, Node] = {}
    errors = Errors()
    for item in assets:
        try:
            renderer.begin(item)
        except OnemgError as error:
            errors.add(error)
    files = [item for item in site.outputs if isinstance(item, StaticFile)]
    if crew is not None:
        crew.work(renderer, others, files)
    for number, item in enumerate([*others, *assets]):
        progress(number, len(items))
        if crew is not None and number == len(others):
            crew.copy(files)
        if crew is not None:
            crew.tell(item)
        try:
            outputs[item] = renderer.node(item, "output")
        except OnemgError as error:
            errors.add(error)
    for item in unwritten(site, outputs):
        try:
            renderer.node(item, "body")
        except OnemgError as error:
            errors.add(error)
    errors.raise_if_any()
    return outputs


def unwritten(site: Site, outputs: Collection[Item]) -> Iterator[Item]:
    """The documents that are rendered for what Liquid may have to say of them, as in Jekyll."""
    return (item for item in site.items if item not in outputs and item.takes_liquid and not item.is_asset)


class Errors:
    """The independent errors of one phase, each cause once."""

    def __init__(self) -> None:
        self._errors: dict[tuple[str | None, int | None, str], OnemgError] = {}

    def add(self, error: OnemgError) -> None:
        self._errors.setdefault((error.path, error.line, error.message), error)

    def raise_if_any(self) -> None:
        errors = tuple(self._errors.values())
        if errors:
            raise errors[0] if len(errors) == 1 else BuildErrors(errors)
