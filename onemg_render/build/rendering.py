"""Renders everything that will be written, style sheets beside all else, and gathers what goes wrong."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from onemg_render.build.assembly import Assembly
from onemg_render.build.options import TemplateCost
from onemg_render.errors import BuildErrors, OnemgError
from onemg_render.render.renderer import Renderer
from onemg_render.site import Item, Site, StaticFile


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """outputs: the text of every item that becomes a file. source_maps: of the style sheets that have one."""

    outputs: Mapping[Item, str]
    source_maps: Mapping[Item, str]
    costs: Sequence[TemplateCost]


def render_all(parts: Assembly, site: Site) -> RenderedSite:
    """All outputs, in Jekyll's order of rendering.

    Raises the error of the one item that failed, or BuildErrors: each cause once, however many items meet it.
    """
    renderer = parts.renderer(site)
    payload = renderer.site_payload
    parts.hooks.trigger("site", "pre_render", site, payload)
    outputs = all_outputs(site, renderer)
    parts.hooks.trigger("site", "post_render", site, payload)
    costs = [TemplateCost(path, cost.count, cost.size, cost.seconds) for path, cost in renderer.costs.items()]
    return RenderedSite(outputs, renderer.source_maps, costs)


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
