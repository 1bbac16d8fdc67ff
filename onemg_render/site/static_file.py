"""A file that is copied as it is (upstream `lib/jekyll/static_file.rb`)."""

from dataclasses import dataclass
from datetime import datetime

from onemg_render.config import FrontMatterDefaults
from onemg_render.liquid.runtime import is_true
from onemg_render.site.collection_settings import CollectionSettings
from onemg_render.site.permalink import Permalinks, file_of, fill_in_order
from onemg_render.util.once import once
from onemg_render.util.paths import extname
from onemg_render.util.stamps import moment


@dataclass(eq=False, repr=False, kw_only=True)
class StaticFile:
    """path: the source file, absolute, with slashes.
    folder: where it lies, with a leading slash (`/assets`), or empty; in a collection `_label/sub`.
    mtime: its time of change, which the copy keeps, in seconds since the epoch.
    """

    path: str
    folder: str
    name: str
    mtime: float
    permalinks: Permalinks
    defaults: FrontMatterDefaults
    collection: CollectionSettings | None = None

    @once
    def modified(self) -> datetime:
        """Its time of change, in the build's zone."""
        return moment(self.mtime, self.permalinks.time.tzinfo)

    @property
    def relative_path(self) -> str:
        """As templates see it: with a slash at its beginning."""
        return f"{self.folder}/{self.name}"

    @once
    def extname(self) -> str:
        """The extension, with the dot."""
        return extname(self.name)

    @once
    def basename(self) -> str:
        """The name without extension."""
        return self._without_ext(self.name)

    @property
    def type(self) -> str | None:
        """The label of its collection."""
        return self.collection.label if self.collection else None

    @once
    def data(self) -> dict[str, object]:
        """The configuration's defaults for it."""
        return dict(self.defaults.all(self.relative_path, self.type))

    @once
    def writes(self) -> bool:
        """Whether it is copied: its defaults may say `published: false`, its collection `output: false`."""
        as_listed = self.permalinks.compat.lists_collection_files
        if self.collection is None and not as_listed:  # Jekyll 3 asks only those of collections
            return True
        if self.collection and as_listed and not self.collection.writes:
            return False
        return is_true(self.defaults.all(self.url, self.type).get("published", True))

    @once
    def url(self) -> str:
        """The URL from the root of the site; not encoded unless a collection's permalink makes it."""
        if not self.permalinks.compat.lists_collection_files:
            return self._old_url()
        if self.collection is None:
            return self._without_ext(self.relative_path).rstrip("/") + self.extname
        path = self._without_ext(self.relative_path).replace(self.collection.relative_directory, "", 1)
        return self._in_collection(self.collection, path, self.basename).rstrip("/") + self.extname

    def _old_url(self) -> str:
        if self.collection is None:
            return self.relative_path
        path = self.relative_path[len(self.collection.relative_directory) :]
        return self._in_collection(self.collection, path, "").removesuffix("/")

    def _in_collection(self, collection: CollectionSettings, path: str, name: str) -> str:
        values = {
            ":collection": collection.label,
            ":path": path,
            ":output_ext": "",
            ":name": name,
            ":title": "",
        }
        return fill_in_order(collection.url_template, values, self.relative_path)

    @once
    def destination(self) -> str:
        """The output file, relative to the destination, with slashes."""
        if self.permalinks.compat.lists_collection_files:
            return file_of(self.url)
        folder = self.url.rpartition("/")[0] if self.collection else self.folder
        return f"{folder}/{self.name}".lstrip("/")

    def _without_ext(self, path: str) -> str:
        path = path[: len(path) - len(self.extname)]
        return path.rstrip(".") if self.permalinks.compat.trims_dots else path
