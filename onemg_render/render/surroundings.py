"""What Jekyll's tags and filters may ask of the build while a template is rendered."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from onemg_render.liquid import Context, Drop
from onemg_render.render.includes import Includes
from onemg_render.render.reads import FILE, Reads
from onemg_render.reporting import Reporter
from onemg_render.site import Document, Excerpt, Item, Page, Site

if TYPE_CHECKING:
    from onemg_render.config import Compat, Config, SourceTree

BUILD: Final = "build"
ITEM: Final = "item"


class Surroundings(NamedTuple):
    """One build as its templates see it: the register `build` of every render context.

    convert: text through the converters of an extension (`.md`, `.scss`), for markdownify and its kin.
    smartify: typographic quotes, dashes and dots.
    single: the drop of a page, document or static file that was found by name.
    relative_urls: what `relative_url` has answered, as menus ask for the same links on every page.
    """

    site: Site
    reporter: Reporter
    reads: Reads
    environment: str
    includes: Includes
    convert: Callable[[str, str], str]
    smartify: Callable[[str], str]
    single: Callable[[Item], Drop]
    relative_urls: dict[str, str]

    @property
    def config(self) -> "Config":
        """The site's configuration."""
        return self.site.config

    @property
    def compat(self) -> "Compat":
        """Whose rules hold."""
        return self.site.compat

    @property
    def tree(self) -> "SourceTree":
        """The folders of the sources."""
        return self.site.tree

    def read_text(self, path: Path) -> str | None:
        """A file of the source as text, None if there is none to be read: recorded either way."""
        self.reads.current.add((FILE, str(path)))
        if not self.tree.fence.holds(path):
            return None
        try:
            return path.read_text(encoding="utf-8")
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None


def surroundings(context: Context) -> Surroundings:
    """The build to which `context` belongs."""
    return cast(Surroundings, context.registers[BUILD])


def current_item(context: Context) -> Page | Document | Excerpt | None:
    """The item whose body, excerpt or layouts are being rendered; None for a fragment of no file."""
    return cast("Page | Document | Excerpt | None", context.registers.get(ITEM))
