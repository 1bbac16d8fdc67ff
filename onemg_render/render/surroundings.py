"""What Jekyll's tags and filters may ask of the build while a template is rendered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from onemg_render.render.reads import FILE, Reads
from onemg_render.reporting import Reporter

if TYPE_CHECKING:
    from onemg_render.config import Compat, Config, SourceTree
    from onemg_render.liquid import Context
    from onemg_render.site import Document, Excerpt, Page, Site

BUILD: Final = "build"
ITEM: Final = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """One build as its templates see it: the register `build` of every render context.

    now: the build's clock, for the `date` filter's "now"; the same for all templates.
    convert: text through the converters of an extension (`.md`, `.scss`), for markdownify and its kin.
    smartify: typographic quotes, dashes and dots.
    """

    config: "Config"
    compat: "Compat"
    tree: "SourceTree"
    site: "Site"
    reporter: Reporter
    reads: Reads
    now: datetime
    environment: str
    convert: Callable[[str, str], str]
    smartify: Callable[[str], str]

    def read_text(self, path: Path) -> str | None:
        """A file of the source as text, None if there is none: recorded either way."""
        self.reads.current.add((FILE, str(path)))
        try:
            return path.read_text(encoding=self.config.encoding)
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None


def surroundings(context: "Context") -> Surroundings:
    """The build to which `context` belongs."""
    return cast(Surroundings, context.registers[BUILD])


def current_item(context: "Context") -> "Page | Document | Excerpt | None":
    """The item whose body, excerpt or layouts are being rendered; None for a fragment of no file."""
    return cast("Page | Document | Excerpt | None", context.registers.get(ITEM))
