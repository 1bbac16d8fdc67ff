"""Runs the generators of plug-ins over a site that has been read."""

from collections.abc import Callable

from onemg_render.build.assembly import Assembly
from onemg_render.plugins.api import Generator
from onemg_render.site import Item, Site


class GeneratorTools:
    """What generators may use beside the site: `plugins.api.Tools`."""

    def __init__(self, parts: Assembly, site: Site) -> None:
        self.config = parts.config
        self.tree = parts.tree
        self.reporter = parts.reporter
        self.environment = parts.config.environment
        self._parts = parts
        self._site = site

    def markdownify(self, text: str) -> str:
        return self._parts.converters.convert(text, ".md", "")

    def smartify(self, text: str) -> str:
        return self._parts.converters.smartify(text)

    def render_fragment(self, text: str, item: Item | None = None) -> str:
        """With a renderer of its own: the site may still change, and drops remember what they have shown."""
        return self._parts.renderer(self._site).fragment(text, item)


def generate(parts: Assembly, site: Site, after: Callable[[Generator], None] | None = None) -> None:
    """Run the generators, highest priority first. Raises PluginError for what one of them raises.

    after: called with each when it has run.
    """
    tools = GeneratorTools(parts, site)
    for generator in parts.extensions.generators:
        generator.generate(site, tools)
        if after is not None:
            after(generator)
    site.number()
