"""Sets of changed files: a save at once, however the editor saves, and a burst as one more set."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Final, Literal

Kind = Literal["created", "modified", "closed", "gone", "moved here"]

SETTLE_SECONDS: Final = 0.012  # a file that may be renamed at once
OPEN_SECONDS: Final = 0.25 if sys.platform == "linux" else SETTLE_SECONDS  # Linux tells that it is whole
GONE_SECONDS: Final = 0.1  # renamed to a backup, and about to be written anew
LONGEST_SAVE_SECONDS: Final = 0.5
QUIET_SECONDS: Final = 0.15
LONGEST_BURST_SECONDS: Final = 20.0
WAITS: Final[dict[Kind, float]] = {
    "created": OPEN_SECONDS,
    "modified": OPEN_SECONDS,
    "closed": 0.0,
    "gone": GONE_SECONDS,
    "moved here": 0.0,
}
Stop: Final = None


class Changes:
    """Collects what happens to files and hands it out in sets; `put` may be called from any thread.

    quiet: how many seconds without a change end a burst. clock: seconds, for tests.
    """

    def __init__(self, *, quiet: float = QUIET_SECONDS, clock: Callable[[], float] = monotonic) -> None:
        self.quiet = quiet
        self._queue: SimpleQueue[tuple[Kind, Path] | None] = SimpleQueue()
        self._clock = clock

    def put(self, kind: Kind, path: Path) -> None:
        self._queue.put((kind, path))

    def stop(self) -> None:
        """End the iteration; whoever waits for a set wakes up."""
        self._queue.put(Stop)

    def sets(self) -> Iterator[frozenset[Path]]:
        """Sets of changed paths, until stopped.

        After a calm the first change comes as soon as its file is whole again. What comes while that is being
        worked on is a burst: the next set waits until nothing has changed for `quiet` seconds, so that a
        checkout or a replacement over many files is two sets, however long it takes.
        """
        while (first := self._queue.get()) is not Stop:
            save = Save(self._clock)
            save.add(*first)
            if not self._collect(save, None, LONGEST_SAVE_SECONDS):
                return
            while save.paths:
                yield save.paths
                save = Save(self._clock)
                if not self._queue.empty() and not self._collect(save, self.quiet, LONGEST_BURST_SECONDS):
                    return

    def _collect(self, save: "Save", pause: float | None, longest: float) -> bool:
        """Add what comes until nothing does for `pause`, or as long as the files need; False when stopped."""
        until = self._clock() + longest
        while self._clock() < until:
            try:
                change = self._queue.get(timeout=save.pause if pause is None else pause)
            except Empty:
                return True
            if change is Stop:
                return False
            save.add(*change)
        return True


class Save:
    """Files that change together, and how long to wait for the rest of what is done to them.

    Editors save in many ways: they truncate and write, rename the old file and write a new one, write a file
    beside it and rename that. A build in the middle would miss the page, or publish what is there only then.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until: dict[Path, float] = {}
        self._new: set[Path] = set()
        self._passing: set[Path] = set()

    @property
    def paths(self) -> frozenset[Path]:
        """What changed, without files that were there for a moment, unless that is all."""
        return frozenset(self._until.keys() - self._passing or self._until)

    @property
    def pause(self) -> float:
        """Seconds until all is likely to be done."""
        return max(0.0, max(self._until.values()) - self._clock())

    def add(self, kind: Kind, path: Path) -> None:
        wait = WAITS[kind]
        if kind == "created" and path not in self._until:
            self._new.add(path)
        self._passing.discard(path)
        if path in self._new and kind == "gone":
            wait = 0.0
            self._passing.add(path)
        elif path in self._new:
            wait = max(wait, SETTLE_SECONDS)
        self._until[path] = self._clock() + wait
