"""Front matter that the configuration gives to many files (upstream `lib/jekyll/frontmatter_defaults.rb`)."""

import posixpath
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from onemg_render.config.config import Config
from onemg_render.config.source_tree import SourceTree
from onemg_render.errors import ConfigError, DateError
from onemg_render.reporting import Reporter
from onemg_render.util import dates
from onemg_render.util.mappings import deep_merge
from onemg_render.util.paths import glob

TOPIC: Final = "Defaults"
SINGULAR: Final = {"page": "pages", "post": "posts", "draft": "drafts"}


class DefaultSet(NamedTuple):
    """One entry of `defaults`.

    beginnings: of the paths in its scope, as they are compared, several for a glob; None applies everywhere.
    length: of the path as written, which decides precedence.
    type: `pages`, `posts`, `drafts`, a collection's label, or None for all.
    at: its place in the list.
    """

    at: int
    beginnings: tuple[str, ...] | None
    length: int
    type: str | None
    values: Mapping[str, Any]

    def applies(self, path: str, type: str | None) -> bool:
        """Whether a file is in its scope. path: as it is compared."""
        if self.type is not None and self.type != type:
            return False
        return self.beginnings is None or path.startswith(self.beginnings)

    def precedes(self, other: "DefaultSet | None") -> bool:
        """Whether this set, met after `other`, lays its values over those."""
        if other is None or self.length != other.length:
            return other is None or self.length > other.length
        return self.type is not None or other.type is None


class FrontMatterDefaults:
    """The key `defaults` of one build, ready to be asked."""

    def __init__(self, config: Config, tree: SourceTree, reporter: Reporter) -> None:
        """Reports entries that are no use; raises ConfigError for a `date` that is none."""
        self._config = config
        self._tree = tree
        self._reporter = reporter
        self._by_component = config.compat.scope_path == "components"
        self._collections_dir = config.text("collections_dir")
        entries = config.get("defaults")
        read = (self._set(entry, at) for at, entry in enumerate(entries if isinstance(entries, list) else []))
        self._sets = [one for one in read if one is not None]
        self._merged: dict[tuple[int, ...], Mapping[str, Any]] = {}

    def __repr__(self) -> str:
        """The same for the same defaults."""
        return repr(self._sets)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._sets)

    def all(self, path: str, type: str | None) -> Mapping[str, Any]:
        """All default values for a file; shared between files, so not to be changed.

        path: relative to the source, without `collections_dir`; type: `pages`, `posts`, `drafts` or a label.
        Longer paths win, then sets with a type, then later ones; mappings merge.
        """
        path = self._compared(path.removeprefix("/"))
        chosen = tuple([at for at, one in enumerate(self._sets) if one.applies(path, type)])
        if chosen not in self._merged:
            self._merged[chosen] = self._merge([self._sets[at] for at in chosen])
        return self._merged[chosen]

    def find(self, path: str, type: str | None, key: str) -> Any:
        """The default value of one key for a file (see `all`), None if there is none."""
        giving = self._giving(path, type, key)
        return None if giving is None else giving.values[key]

    def error(self, message: str, path: str, type: str | None, key: str) -> ConfigError:
        """An error about the default value of a key, placed where the configuration has it."""
        giving = self._giving(path, type, key)
        keys = ("defaults",) if giving is None else ("defaults", giving.at, "values", key)
        return self._config.error(message, *keys)

    def _giving(self, path: str, type: str | None, key: str) -> DefaultSet | None:
        path = self._compared(path.removeprefix("/"))
        last: DefaultSet | None = None
        for one in self._sets:
            if key in one.values and one.applies(path, type) and one.precedes(last):
                last = one
        return last

    @staticmethod
    def _merge(sets: list[DefaultSet]) -> Mapping[str, Any]:
        values: dict[str, Any] = {}
        last: DefaultSet | None = None
        for one in sets:
            if one.precedes(last):
                values, last = deep_merge(values, one.values), one
            else:
                values = deep_merge(one.values, values)
        return values

    def _compared(self, path: str) -> str:
        """The path of a file or a scope, so that one begins with the other if the scope holds the file."""
        return f"{path}/" if self._by_component else path

    def _set(self, entry: Any, at: int) -> DefaultSet | None:
        scope, values = (
            (entry.get("scope", {}), entry.get("values")) if isinstance(entry, Mapping) else (None, None)
        )
        if not isinstance(scope, Mapping) or not isinstance(values, Mapping):
            error = self._config.error("", "defaults", at)
            self._reporter.warn(
                f"An invalid front-matter default set was found, and is skipped: {entry}",
                topic=TOPIC,
                path=error.path,
                line=error.line,
                hint="an entry has a `scope` (with `path` and `type`) and a mapping of `values`",
            )
            return None
        path = scope.get("path")
        written = path if isinstance(path, str) else ""
        return DefaultSet(
            at=at,
            beginnings=tuple(map(self._compared, self._paths(written))) if written else None,
            length=len(written.removeprefix("/")),
            type=self._type(scope.get("type")),
            values=self._dated(values, at),
        )

    def _type(self, type: Any) -> str | None:
        if isinstance(type, str) and type in SINGULAR:
            self._reporter.warn(f"the type `{type}` should be written `{SINGULAR[type]}`", topic=TOPIC)
            return SINGULAR[type]
        return None if type is None else str(type)

    def _paths(self, written: str) -> tuple[str, ...]:
        if "*" not in written:
            return (self._without_collections_dir(written),)
        if ".." in written.split("/"):
            return ()  # what lies outside is no file of the site
        if written.startswith("/") and not self._by_component:
            return ()  # to upstream a path of the file system
        found = [
            posixpath.join(root.prefix, hit.rstrip("/"))
            for root in self._tree.pages
            if not root.prefix or written.startswith(root.prefix + "/")
            for hit in glob(root.folder, written.removeprefix(root.prefix + "/") if root.prefix else written)
        ]
        return tuple(self._without_collections_dir(hit) for hit in found)

    def _without_collections_dir(self, path: str) -> str:
        return path.removeprefix(f"{self._collections_dir}/") if self._collections_dir else path

    def _dated(self, values: Mapping[str, Any], at: int) -> Mapping[str, Any]:
        """`values` with its date as a local time; a moment keeps its own offset."""
        if "date" not in values or isinstance(values["date"], datetime):
            return values
        try:
            return {**values, "date": dates.to_time(values["date"], self._config.now())}
        except DateError as error:
            raise self._config.error(
                f"invalid date in front matter defaults: {error.message}", "defaults", at, "values", "date"
            ) from error
