"""What all readers of one build share: the site that grows, the rules, and where messages go."""

from collections.abc import Callable, Container
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onemg_render.config import Compat, Config
from onemg_render.config.front_matter import decode
from onemg_render.errors import FrontMatterError, OnemgError
from onemg_render.hooks import Hooks
from onemg_render.liquid.runtime import is_true
from onemg_render.read.entry_filter import EntryFilter
from onemg_render.read.folders import is_vanished, unreadable
from onemg_render.read.source_file import OpenSource, Parts, SourceFile
from onemg_render.reporting import Message, Reporter
from onemg_render.site import CollectionSettings, Site, Skipped

if TYPE_CHECKING:
    from onemg_render.read.known_items import AnItem, KnownItems


@dataclass(eq=False, repr=False)
class Reading:
    """block_tags: names of the Liquid tags that have an end tag, to cut excerpts by.
    known: items of earlier builds of this process; None where they are of no use.
    errors: what makes the build fail once everything has been looked at.
    """

    site: Site
    filter: EntryFilter
    reporter: Reporter
    hooks: Hooks
    block_tags: Container[str]
    open_file: OpenSource
    known: "KnownItems | None" = None
    errors: list[OnemgError] = field(default_factory=list)

    @property
    def config(self) -> Config:
        return self.site.config

    @property
    def encoding(self) -> str:
        return self.config.text("encoding") or "utf-8"

    @property
    def compat(self) -> Compat:
        return self.site.compat

    def skip(self, path: str, reason: str, until: datetime | None = None) -> None:
        self.site.skipped.append(Skipped(path, reason, until))

    def fail(self, error: OnemgError) -> None:
        """Go on, so that all independent errors are found in one run."""
        self.errors.append(error)

    def warn(self, error: OnemgError, topic: str = "") -> None:
        self.reporter.report(Message.from_error(error, "warning", topic))

    def open(self, path: str, relative_path: str, *, whole: bool = False) -> SourceFile | None:
        """The file at `path`; None, and said why, if it cannot be read. What has vanished was never there."""
        if self.filter.leads_out(path):
            self.skip(relative_path, "symlink")
            return None
        try:
            return self.open_file(path, whole=whole)
        except OSError as error:
            if not is_vanished(path, error):
                self.fail(unreadable(relative_path, error))
        self.skip(relative_path, "unreadable")
        return None

    def item(
        self,
        file: SourceFile,
        kind: "type[AnItem]",
        name: str,
        make: "Callable[[], AnItem | None]",
        collection: CollectionSettings | None = None,
    ) -> "AnItem | None":
        """The item that `make` reads, or the same again, if it was read in silence in an earlier build."""
        if self.known is None:
            return make()
        item = self.known.copy(file, kind, name, self.site, collection)
        if item is None:
            said = len(self.reporter.messages)
            item = make()
            if item is not None and len(self.reporter.messages) == said:
                self.known.keep(file, item, self.site.time)
        return item

    def text(self, file: SourceFile) -> str:
        """The file's text. Raises ReadError if it is not in the encoding that the configuration names."""
        return decode(file.raw, self.encoding)

    def parts(self, file: SourceFile) -> Parts:
        """The file's text, cut behind its front matter. Raises ReadError as `text` does."""
        return file.parts(self.encoding)

    def known_as(self, folder: Path) -> str:
        """A folder as the user knows it: relative to the source, or to the theme it belongs to."""
        theme = self.site.tree.theme
        for root in (self.site.tree.root, *([theme.root] if theme else [])):
            if folder.is_relative_to(root):
                return folder.relative_to(root).as_posix()
        return folder.as_posix()


def as_mapping(data: object) -> dict[str, object]:
    """The value of a front matter block. Raises FrontMatterError if it is neither a mapping nor empty."""
    if not is_true(data):
        return {}
    if not isinstance(data, dict):
        raise FrontMatterError("the front matter is no mapping", line=1, hint="write each line as key: value")
    return data
