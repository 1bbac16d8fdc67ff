"""Which files and folders of the source are read (upstream `lib/jekyll/entry_filter.rb`)."""

import pathlib
from collections.abc import Callable, Sequence
from typing import Final

from onemg_render.config import Compat
from onemg_render.util.fence import Fence
from onemg_render.util.paths import fnmatch

SPECIAL: Final = (".", "_", "#", "~")
WILDCARDS: Final = ("*", "?", "[", "\\")


class Patterns:
    """A list of `include` or `exclude`: globs, in which `*` passes slashes, and beginnings of paths.

    folders: an entry `name/` also stands for the folder itself, not only for what is in it.
    """

    def __init__(self, patterns: Sequence[str], *, folders: bool) -> None:
        rooted = [pattern if pattern.startswith("/") else f"/{pattern}" for pattern in patterns]
        self._beginnings = tuple(rooted)
        self._globs = [pattern for pattern in rooted if any(mark in pattern for mark in WILDCARDS)]
        self._folders = frozenset(pattern[:-1] for pattern in rooted if folders and pattern.endswith("/"))

    def match(self, path: str, is_folder: Callable[[], bool]) -> bool:
        """path: from the source, with a leading slash."""
        return (
            path.startswith(self._beginnings)
            or (bool(self._globs) and any(fnmatch(pattern, path) for pattern in self._globs))
            or (path in self._folders and is_folder())
        )


class EntryFilter:
    """The rules of one build.

    fence: links that lead out of it are left out.
    """

    def __init__(
        self, include: Sequence[str], exclude: Sequence[str], *, fence: Fence, compat: Compat
    ) -> None:
        self._fence = fence
        self._drops_dot_names = compat.drops_dot_names
        excluded = [one for one in exclude if not (compat.includes_by_path and one in include)]
        self._included = Patterns(include, folders=compat.includes_by_path)
        self._excluded = Patterns(excluded, folders=compat.includes_by_path)

    def reason(self, base: str, entry: str, path: str) -> str | None:
        """Why an entry is not read; None if it is.

        base: the folder that is listed, from the source, with a leading slash, or empty (of a collection
        `_label`, whatever holds it); entry: the name, or the path below `base`; path: the file, absolute.
        """

        def is_folder() -> bool:
            return pathlib.Path(path).is_dir()

        name = entry.rpartition("/")[2]
        if self._drops_dot_names and entry.endswith("."):
            return "special"
        if self.leads_out(path):
            return "symlink"
        if self._included.match(f"/{entry}", is_folder) or self._included.match(f"/{name}", is_folder):
            return None
        if entry.startswith(SPECIAL) or name.startswith(SPECIAL) or entry.endswith("~"):
            return "special"
        rooted = f"{base}/{entry}" if base.startswith("/") or not base else f"/{base}/{entry}"
        return "excluded" if self._excluded.match(rooted, is_folder) else None

    def leads_out(self, path: str) -> bool:
        """Whether, in safe mode, `path` is or lies behind a link to something outside the source."""
        return not self._fence.holds(path)
