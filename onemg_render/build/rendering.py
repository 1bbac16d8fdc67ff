"""Renders everything that will be written, style sheets beside all else, and gathers what goes wrong."""

from onemg_render.errors import BuildErrors, OnemgError
from onemg_render.render.renderer import Renderer
from onemg_render.site import Item, Site, StaticFile


def render_all(site: Site, renderer: Renderer) -> dict[Item, str]:
    """The output of every item that becomes a file, in Jekyll's order of rendering.

    Raises the error of the one item that failed, or BuildErrors: each cause once, however many items meet it.
    """
    wanted = sorted(
        (item for item in site.outputs if not isinstance(item, StaticFile)), key=lambda item: item.position
    )
    outputs: dict[Item, str] = {}
    errors: dict[tuple[str | None, int | None, str], OnemgError] = {}
    for work in (renderer.begin, renderer.output):
        for item in wanted:
            try:
                outputs[item] = work(item) or ""
            except OnemgError as error:
                errors.setdefault((error.path, error.line, error.message), error)
    if errors:
        raise next(iter(errors.values())) if len(errors) == 1 else BuildErrors(tuple(errors.values()))
    return outputs
