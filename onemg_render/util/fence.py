"""What a build of a stranger's sources may read: what really lies below its folders, links followed."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

PRIVATE: Final = (".git",)
"""A checkout's own folder: in CI it holds the token that fetched the sources."""


class Fence:
    """Folders outside of which nothing is read; without any (`OPEN`) everything may be.

    A fence remembers where folders really are, so it belongs to one build.
    """

    def __init__(self, folders: Iterable[str | Path] | None) -> None:
        self._folders = None if folders is None else tuple(os.path.realpath(folder) for folder in folders)
        self._known: dict[str, bool] = {}

    @property
    def folders(self) -> tuple[str, ...] | None:
        """Those inside, as they really are; None if everything is."""
        return self._folders

    def around(self, folder: str | Path) -> "Fence":
        """This fence with one more folder inside; an open one stays open."""
        return self if self._folders is None else Fence((*self._folders, folder))

    def holds(self, path: str | Path) -> bool:
        """Whether what `path` leads to, be it there or not, may be read."""
        if self._folders is None:
            return True
        folder, name = os.path.split(path)
        if name.startswith(".") or not name or os.path.islink(path):  # noqa: PTH114 - asked of every file
            return self._lies_inside(os.path.realpath(path))
        if folder not in self._known:
            self._known[folder] = self._lies_inside(os.path.realpath(folder))
        return self._known[folder] or self._lies_inside(os.path.realpath(path))

    def _lies_inside(self, real: str) -> bool:
        for folder in self._folders or ():
            if Path(real).is_relative_to(folder):
                first = Path(real).relative_to(folder).parts[:1]
                return tuple(map(str.casefold, first)) != PRIVATE
        return False


OPEN: Final = Fence(None)
