"""What a site is read from, watched: its source, configuration files, theme, and where links lead."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onemg_render.reporting import Reporter
from onemg_render.serve.changes import Changes
from onemg_render.serve.watcher import Watched, Watcher

if TYPE_CHECKING:
    from onemg_render.config import SourceTree


class Sources:
    """Iterating over `changes.sets()` answers what happens to them, from `start` to `close`.

    apart: folders and files that builds write. config_files: as `--config` names them.
    """

    def __init__(
        self,
        source: Path,
        config_files: Iterable[str | Path],
        *,
        apart: Iterable[Path],
        reporter: Reporter,
        polling: bool,
    ) -> None:
        self.changes = Changes()
        self._main = Watched(folder=source.resolve(), apart=frozenset(path.resolve() for path in apart))
        self._watcher = Watcher(self.changes, reporter, polling=polling)
        self._watcher.watch(self._main)
        for file in config_files:
            self._add_file(Path(file))

    def start(self) -> None:
        self._watcher.start()

    def close(self) -> None:
        self.changes.stop()
        self._watcher.stop()

    @property
    def folder(self) -> Path:
        return self._main.folder

    def follow(self, tree: "SourceTree", changed: frozenset[Path]) -> None:
        """After a build: watch what it has read outside of the source too. changed: empty the first time."""
        outside = [*tree.roots, *tree.layouts, *tree.includes, *tree.data, *tree.sass, *tree.plugins]
        for folder in outside:
            self._add(folder)
        if not changed or any(path.is_symlink() or path.is_dir() for path in changed):
            for link in links(self._main):
                self._add(link) if link.is_dir() else self._add_file(link)

    def named(self, path: Path) -> str:
        """A changed file as the user knows it: from the source, or in full."""
        return (path.relative_to(self.folder) if path.is_relative_to(self.folder) else path).as_posix()

    def _add(self, folder: Path) -> None:
        self._watcher.watch(Watched(folder=folder.resolve(), apart=self._main.apart))

    def _add_file(self, file: Path) -> None:
        target = file.resolve()
        self._watcher.watch(Watched(folder=target.parent, only=frozenset({target.name})))


def links(watched: Watched) -> Iterator[Path]:
    """The links below its folder; not those behind them."""
    for parent, folders, files in os.walk(watched.folder):
        paths = [path for name in (*folders, *files) if watched.sees(path := Path(parent, name))]
        folders[:] = [path.name for path in paths if path.name in folders]
        yield from (path for path in paths if path.is_symlink())
