"""Watches folders, and tells what happens to the files in them that can change the site."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from onemg_render.reporting import Reporter
from onemg_render.serve.changes import Changes, Kind

POLL_SECONDS: Final = 0.5
EDITOR_FILES: Final = (
    "*~",
    "*.swp",
    "*.swx",
    "*.swo",
    "#*#",
    ".#*",
    "4913",
    ".goutputstream-*",
    "*.tmp",
    "*___jb_*",
)
IGNORED_FOLDERS: Final = frozenset(
    {".git", ".svn", ".hg", "node_modules", ".sass-cache", ".jekyll-cache", ".bundle"}
)
EVENTS: Final = (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
)
"""Not that a file is opened and read, which a build does to all of them."""
KINDS: Final[dict[str, Kind]] = {
    "created": "created",
    "modified": "modified",
    "closed": "closed",
    "deleted": "gone",
    "moved": "gone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A folder to watch, resolved, with all that is below it.

    apart: folders and files below it whose changes mean nothing: what a build writes.
    only: the names in it that count, then nothing below it does; empty for all.
    """

    folder: Path
    apart: frozenset[Path] = frozenset()
    only: frozenset[str] = frozenset()

    def sees(self, path: Path) -> bool:
        """Whether a change of `path` can change the site."""
        if self.only:
            return path.parent == self.folder and path.name in self.only
        if not path.is_relative_to(self.folder) or IGNORED_FOLDERS.intersection(
            path.relative_to(self.folder).parts
        ):
            return False
        return self.apart.isdisjoint((path, *path.parents)) and not any(
            fnmatch(path.name, pattern) for pattern in EDITOR_FILES
        )


class Watcher:
    """Runs watchdog's observer from `start` to `stop`; what changes goes to `changes`.

    polling: look at every file again and again, where the system does not tell (network drives).
    """

    def __init__(self, changes: Changes, reporter: Reporter, *, polling: bool = False) -> None:
        self._changes = changes
        self._reporter = reporter
        self._polling = polling
        self._watched: list[Watched] = []
        self._observer: BaseObserver | None = None

    def start(self) -> None:
        self._attempt(
            lambda: self._observe(PollingObserver(timeout=POLL_SECONDS) if self._polling else Observer())
        )

    def stop(self) -> None:
        if self._observer is not None:
            self._observer.stop()

    def watch(self, watched: Watched) -> None:
        """Watch this too, unless it is watched already; before the start or after it."""
        known = (
            one == watched or (not watched.only and one.folder == watched.folder) or one.sees(watched.folder)
            for one in self._watched
        )
        if not watched.folder.is_dir() or any(known):
            return
        self._watched.append(watched)
        observer = self._observer
        if observer is not None:
            self._attempt(lambda: self._schedule(watched, observer))

    def _observe(self, observer: BaseObserver) -> None:
        self._observer = observer
        for watched in self._watched:
            self._schedule(watched, observer)
        observer.start()

    def _attempt(self, what: Callable[[], None]) -> None:
        """Do it, by looking where the system is not able to tell."""
        try:
            what()
        except OSError as error:
            self._reporter.warn(
                f"the system cannot tell what changes ({error}); looking for changes instead",
                hint="its limit of watched folders may be too low (on Linux: fs.inotify.max_user_watches)",
            )
            self.stop()
            self._polling = True
            self._observe(PollingObserver(timeout=POLL_SECONDS))

    def _schedule(self, watched: Watched, observer: BaseObserver) -> None:
        if watched.folder.is_dir():
            Forward(watched, self._changes, observer).begin(apiece=self._polling or sys.platform == "linux")


class Forward(FileSystemEventHandler):
    """Hands on what one `Watched` sees."""

    def __init__(self, watched: Watched, changes: Changes, observer: BaseObserver) -> None:
        self._watched = watched
        self._changes = changes
        self._observer = observer
        self._inner: dict[Path, ObservedWatch] | None = None

    def begin(self, *, apiece: bool) -> None:
        """Begin to watch. apiece: the folders below one by one, as the system watches each by itself then;
        those that do not matter are left out, for they may be more than it can watch.
        """
        self._schedule(self._watched.folder, recursive=not (apiece or self._watched.only))
        if apiece and not self._watched.only:
            self._inner = {}
            with os.scandir(self._watched.folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        self._enter(Path(entry.path))

    def on_any_event(self, event: FileSystemEvent) -> None:
        kind = KINDS.get(event.event_type)
        if kind is None:
            return
        self._tell(kind, os.fsdecode(event.src_path), is_folder=event.is_directory)
        if event.dest_path:
            self._tell("moved here", os.fsdecode(event.dest_path), is_folder=event.is_directory)

    def _tell(self, kind: Kind, name: str, *, is_folder: bool) -> None:
        path = Path(name)
        if not self._watched.sees(path):
            return
        if is_folder and path.parent == self._watched.folder:
            self._leave(path)
            if kind != "gone":
                with suppress(OSError):  # gone again meanwhile
                    self._enter(path)
        self._changes.put(kind, path)
        if is_folder and kind == "created":
            self._changes.put("closed", path)  # it is whole as it is

    def _enter(self, folder: Path) -> None:
        if self._inner is not None and self._watched.sees(folder):
            self._inner[folder] = self._schedule(folder, recursive=True)

    def _leave(self, folder: Path) -> None:
        if self._inner is not None and folder in self._inner:
            self._observer.unschedule(self._inner.pop(folder))

    def _schedule(self, folder: Path, *, recursive: bool) -> ObservedWatch:
        return self._observer.schedule(self, str(folder), recursive=recursive, event_filter=list(EVENTS))
