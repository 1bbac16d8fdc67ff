"""Renders everything that will be written, style sheets beside all else, and gathers what goes wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from onemg_render.build.assembly import Assembly
from onemg_render.build.graph import Graph
from onemg_render.build.options import TemplateCost
from onemg_render.build.store import Store
from onemg_render.errors import BuildErrors, OnemgError
from onemg_render.render.renderer import Renderer
from onemg_render.site import Item, Site, StaticFile


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """outputs: the text of every item that becomes a file. source_maps: of the style sheets that have one.

    count: how many outputs were rendered, not taken from an earlier build. keep: saves this build's results.
    """

    outputs: Mapping[Item, str]
    source_maps: Mapping[Item, str]
    costs: Sequence[TemplateCost]
    count: int
    keep: Callable[[], None]


def render_all(parts: Assembly, site: Site, store: Store | None) -> RenderedSite:
    """All outputs, in Jekyll's order of rendering; those that `store` has and that still hold come from it.

    Raises the error of the one item that failed, or BuildErrors: each cause once, however many items meet it.
    """
    renderer = parts.renderer(site)
    graph = None if store is None else Graph(renderer, store, parts.reporter)
    if graph is not None:
        renderer.reuse = graph.reuse
    payload = renderer.site_payload
    parts.hooks.trigger("site", "pre_render", site, payload)
    outputs = all_outputs(site, renderer)
    parts.hooks.trigger("site", "post_render", site, payload)
    costs = [TemplateCost(path, cost.count, cost.size, cost.seconds) for path, cost in renderer.costs.items()]
    reused = graph.reused if graph is not None else set()
    count = sum((item, "output") not in reused for item in outputs)
    keep = graph.save if graph is not None else lambda: None
    return RenderedSite(outputs, renderer.source_maps, costs, count, keep)


def all_outputs(site: Site, renderer: Renderer) -> dict[Item, str]:
    items = (item for item in site.outputs if not isinstance(item, StaticFile))
    # Style sheets last: they are being compiled meanwhile.
    wanted = sorted(items, key=lambda item: (item.is_asset, item.position))
    outputs: dict[Item, str] = {}
    errors = Errors()
    for item in wanted:
        with errors.collected():
            renderer.begin(item)
    for item in wanted:
        with errors.collected():
            outputs[item] = renderer.output(item)
    errors.raise_if_any()
    return outputs


class Errors:
    """The independent errors of one phase, each cause once."""

    def __init__(self) -> None:
        self._errors: dict[tuple[str | None, int | None, str], OnemgError] = {}

    @contextmanager
    def collected(self) -> Iterator[None]:
        try:
            yield
        except OnemgError as error:
            self._errors.setdefault((error.path, error.line, error.message), error)

    def raise_if_any(self) -> None:
        errors = tuple(self._errors.values())
        if errors:
            raise errors[0] if len(errors) == 1 else BuildErrors(errors)
