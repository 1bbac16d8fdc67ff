"""Watches folders and answers sets of changed files: the first change at once, a burst as one more set."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

SETTLE_SECONDS: Final = 0.012  # an editor truncates and writes: wait for the second half
QUIET_SECONDS: Final = 0.15
LONGEST_BURST_SECONDS: Final = 20.0
IGNORED_EVENTS: Final = frozenset({"opened", "closed_no_write"})
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

Stop: Final = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What to watch.

    folders: with all that is below them; the source and the theme.
    except_: folders below those whose changes mean nothing: the destination, the cache.
    """

    folders: tuple[Path, ...]
    except_: tuple[Path, ...] = ()

    def sees(self, path: Path) -> bool:
        """Whether a change of `path` can change the site."""
        if any(path.is_relative_to(folder) for folder in self.except_):
            return False
        folder = next((folder for folder in self.folders if path.is_relative_to(folder)), None)
        if folder is None or IGNORED_FOLDERS.intersection(path.relative_to(folder).parts):
            return False
        return not any(fnmatch(path.name, pattern) for pattern in EDITOR_FILES)


class Changes:
    """Collects changed paths and hands them out in sets; `put` may be called from any thread.

    clock: seconds, for tests.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._queue: SimpleQueue[Path | None] = SimpleQueue()
        self._clock = clock

    def put(self, path: Path) -> None:
        self._queue.put(path)

    def stop(self) -> None:
        """End the iteration; whoever waits for a set wakes up."""
        self._queue.put(Stop)

    def sets(self, settle: float = SETTLE_SECONDS, quiet: float = QUIET_SECONDS) -> Iterator[frozenset[Path]]:
        """Sets of changed paths, until stopped.

        After a calm the first change comes at once (after `settle`). What comes while it is being worked on
        is a burst: the next set waits until nothing has changed for `quiet` seconds, so that a checkout or a
        replacement over many files is two sets, however long it takes.
        """
        while (first := self._queue.get()) is not Stop:
            collected = {first}
            if not self._collect(collected, settle, until=self._clock() + settle):
                return
            yield frozenset(collected)
            while not self._queue.empty():
                collected = set()
                if not self._collect(collected, quiet, until=self._clock() + LONGEST_BURST_SECONDS):
                    return
                yield frozenset(collected)

    def _collect(self, into: set[Path], pause: float, until: float) -> bool:
        """Add what comes until nothing does for `pause` seconds; False when stopped."""
        while self._clock() < until:
            try:
                path = self._queue.get(timeout=pause)
            except Empty:
                return True
            if path is Stop:
                return False
            into.add(path)
        return True


class _Forward(FileSystemEventHandler):
    def __init__(self, watched: Watched, changes: Changes) -> None:
        self._watched = watched
        self._changes = changes

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in IGNORED_EVENTS or (event.is_directory and event.event_type == "modified"):
            return
        for name in (event.src_path, event.dest_path):
            path = Path(name.decode() if isinstance(name, bytes) else name)
            if name and self._watched.sees(path):
                self._changes.put(path)


class Watcher:
    """Runs watchdog's observer from `start` to `stop`; what changes goes to `changes`.

    polling: look at every file again and again, where the system does not tell (network drives).
    """

    def __init__(self, watched: Watched, changes: Changes, *, polling: bool = False) -> None:
        self._observer = PollingObserver() if polling else Observer()
        for folder in outermost(watched.folders):
            self._observer.schedule(_Forward(watched, changes), str(folder), recursive=True)

    def start(self) -> None:
        self._observer.start()

    def stop(self) -> None:
        self._observer.stop()
        self._observer.join()


def outermost(folders: Iterable[Path]) -> list[Path]:
    """Those that exist and do not lie in another of them."""
    present = sorted({folder.resolve() for folder in folders if folder.is_dir()})
    return [
        one for one in present if not any(one != other and one.is_relative_to(other) for other in present)
    ]
