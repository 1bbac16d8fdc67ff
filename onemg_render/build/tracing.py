"""Which plug-ins had a hand in an item: those whose running changed it, and those that its rendering used."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from onemg_render.build.assembly import Assembly
from onemg_render.build.generating import generate
from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import assembled
from onemg_render.build.reading import read_site
from onemg_render.errors import OnemgError
from onemg_render.plugins.api import Generator
from onemg_render.plugins.loader import plugin_of
from onemg_render.render.reads import UNTRACKED
from onemg_render.reporting import Reporter
from onemg_render.site import Item, Site


@dataclass(slots=True)
class Trace:
    """A site up to where rendering begins. generated: by item the plug-ins that made or changed it."""

    parts: Assembly
    site: Site
    generated: dict[Item, list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, given: Mapping[str, object], options: BuildOptions, reporter: Reporter) -> Self:
        """The site of a configuration, read and generated. Raises what a build raises until then."""
        parts = assembled(given, options._replace(trace=True), reporter)
        trace = cls(parts, read_site(parts))
        trace.generate()
        return trace

    def generate(self) -> None:
        """Run the generators, and note which of them made or changed which items."""
        known = {item: facts(item) for item in self.site.items}

        def compare(generator: Generator) -> None:
            for item in self.site.items:
                now = facts(item)
                if known.get(item) != now:
                    self.generated[item].append(plugin_of(generator))
                    known[item] = now

        generate(self.parts, self.site, compare)

    def plugins(self, item: Item) -> list[str]:
        """The names of those that had a hand in the item, in that order; it is rendered to see."""
        renderer = self.parts.renderer(self.site)
        with suppress(OnemgError), silence(self.parts.reporter):
            renderer.node(item, "output")
        nodes = [node for (owner, _), node in renderer.nodes.items() if owner is item]
        used = sorted({str(read[1]) for node in nodes for read in node.reads if read[0] == UNTRACKED})
        return list(dict.fromkeys([*self.generated.get(item, ()), *used]))


@contextmanager
def silence(reporter: Reporter) -> Iterator[None]:
    """What is said meanwhile has been said by the build that it comes from."""
    show, reporter.show = reporter.show, lambda message: None
    try:
        yield
    finally:
        reporter.show = show


def facts(item: Item) -> object:
    """What a generator may change of an item; not its address, which stays as it is once it is asked for."""
    return item.content, plain(dict(item.data)), id(getattr(item, "pager", None))


def plain(value: object) -> object:
    """What front matter holds, to be compared later; of other objects only which ones they are."""
    if isinstance(value, dict):
        return [(key, plain(one)) for key, one in value.items()]
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value if isinstance(value, str | int | float | date | None) else id(value)
