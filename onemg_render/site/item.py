"""What pages and documents share: a source file with front matter that becomes one file of the output."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from onemg_render.errors import PermalinkError
from onemg_render.liquid.runtime import is_true
from onemg_render.site.front_matter import FrontMatter
from onemg_render.site.permalink import Permalinks
from onemg_render.site.unread import Text, content_of, is_template
from onemg_render.util.once import once
from onemg_render.util.paths import extname
from onemg_render.util.stamps import moment

SASS_EXTENSIONS: Final = (".sass", ".scss")
COFFEE_EXTENSION: Final = ".coffee"


@dataclass(eq=False, repr=False, kw_only=True)
class Item:
    """A page or a document. Two items are equal only if they are one; they can be keys of dicts.

    path: the source file, absolute, with slashes; of a generated item the path it pretends to have.
    relative_path: as templates print it: from the source or theme (pages) or `collections_dir` (documents).
    data: front matter over defaults; `data["excerpt"]` may hold an `Excerpt`.
    content: the text after the front matter as it was read, never the rendered one.
    line: the line of the file on which `content` starts.
    mtime: the file's time of change in seconds since the epoch; None for an item without a file.
    position: place in Jekyll's rendering order, set by `Site.number`.
    """

    path: str
    relative_path: str
    permalinks: Permalinks
    data: FrontMatter = field(default_factory=FrontMatter)
    content: Text = Text()
    line: int = 1
    mtime: float | None = None
    position: int = -1

    @property
    def url(self) -> str:
        """The URL from the root of the site, percent-encoded, starting with a slash; without baseurl."""
        raise NotImplementedError

    @property
    def destination(self) -> str:
        """The output file, relative to the destination, with slashes."""
        raise NotImplementedError

    @property
    def modified(self) -> datetime | None:
        """The file's time of change, in the build's zone."""
        return None if self.mtime is None else moment(self.mtime, self.permalinks.time.tzinfo)

    @once
    def name(self) -> str:
        """The file name with its extension."""
        return self.path.rpartition("/")[2]

    @once
    def extname(self) -> str:
        """The extension of its file, with the dot."""
        return extname(self.name)

    @property
    def permalink(self) -> str | None:
        """The item's own template for its URL. Raises PermalinkError if it is no text."""
        permalink = self.data["permalink"]
        if not is_true(permalink):
            return None
        if not isinstance(permalink, str):
            raise PermalinkError(
                f"the permalink `{permalink}` is no text",
                path=self.relative_path,
                key="permalink",
                hint="write a path or a template, such as /docs/:title/",
            )
        return permalink

    @once
    def output_ext(self) -> str:
        """The permalink's extension if it has one, else what the converters make of the file."""
        permalink = self.permalink
        own = extname(permalink) if permalink and not permalink.endswith("/") else ""
        return own or self.permalinks.output_ext(self.extname)

    def settle(self) -> None:
        """Forget the URL and what follows from it, after a plug-in has changed the permalink."""
        for name in ("url", "destination", "output_ext"):
            self.__dict__.pop(name, None)

    @property
    def is_asset(self) -> bool:
        """Style sheets and CoffeeScript never get a layout."""
        return self.extname in SASS_EXTENSIONS or self.extname == COFFEE_EXTENSION

    @property
    def takes_layout(self) -> bool:
        """Whether layouts are put around it: not around style sheets and scripts, nor with `layout: none`."""
        return not self.is_asset and self.data["layout"] != "none"

    @property
    def takes_liquid(self) -> bool:
        """Whether Liquid is run on the content (upstream `render_with_liquid?`)."""
        if self.permalinks.compat.renders_on_request and self.data["render_with_liquid"] is False:
            return False
        return is_template(content_of(self))
