"""Runs the generators of plug-ins over a site that has been read."""

from collections.abc import Sequence

from onemg_render.build.assembly import Assembly
from onemg_render.config import Config, SourceTree
from onemg_render.errors import OnemgError, PluginError
from onemg_render.plugins.api import Generator
from onemg_render.site import Item, Site


class GeneratorTools:
    """What generators may use beside the site: `plugins.api.Tools`."""

    def __init__(self, site: Site, build: Assembly) -> None:
        self.config: Config = site.config
        self.tree: SourceTree = site.tree
        self.reporter = build.reporter
        self.environment = site.config.environment
        self._site = site
        self._build = build

    def markdownify(self, text: str) -> str:
        return self._build.converters.convert(text, ".md", "")

    def smartify(self, text: str) -> str:
        return self._build.smartify(text)

    def render_fragment(self, text: str, item: Item | None = None) -> str:
        """With a renderer of its own: the site may still change, and what a drop has shown it remembers."""
        return self._build.renderer(self._site).fragment(text, item)


def run_generators(site: Site, generators: Sequence[Generator], tools: GeneratorTools) -> None:
    """Raises PluginError, naming the generator, for whatever one of them raises."""
    for generator in generators:
        try:
            generator.generate(site, tools)
        except OnemgError:
            raise
        except Exception as error:  # a stranger's code: whatever it raises is about that plug-in
            name = type(generator).__name__
            raise PluginError(f"the generator {name} failed: {type(error).__name__}: {error}") from error
    site.number()
