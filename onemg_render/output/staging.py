"""The folder in which a build puts its files together, and the lock that goes with it: of two builds into one
destination the second waits.

The lock is SQLite's, which is the same on every system and ends with the process that holds it.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from onemg_render.errors import OutputError
from onemg_render.output.destination import STAGING, Destination
from onemg_render.output.stager import Stager

LOCK: Final = "lock"
WAIT_SECONDS: Final = 60.0


class Staging:
    """The staging of one build, taken when it is first wanted; to be closed.

    source: which the destination must not hold. links: whether links among copied files stay links.
    """

    def __init__(self, destination: Destination, source: Path, *, links: bool = False) -> None:
        self.destination = destination
        self._source = source
        self._links = links
        self._stager: Stager | None = None
        self._made: list[Path] = []
        self._end = ExitStack()

    @property
    def is_first(self) -> bool:
        """Whether there is nothing in the destination yet."""
        try:
            return all(entry.name == STAGING for entry in self.destination.folder.iterdir())
        except FileNotFoundError:
            return True
        except OSError:
            return False

    def early(self) -> Stager | None:
        """For files that are ready before all are; None where that cannot be, of which `open` tells later.

        It waits for no other build: that may hold its own from the beginning of its rendering.
        """
        if self._stager is not None:
            return self._stager
        folder = self.destination.folder
        self._made = [path for path in (folder, *folder.parents) if not path.exists()]
        try:
            self.destination.check(self._source)
            return self.open(wait=0)
        except (OSError, OutputError):
            self.close()
            return None

    def open(self, *, wait: float | None = None) -> Stager:
        """Where files are put; the same until it is closed. wait: so many seconds for another build.

        Raises OSError, and OutputError if that does not come to its end.
        """
        if self._stager is None:
            folder = self.destination.folder
            place = self._end.enter_context(staging_in(folder, WAIT_SECONDS if wait is None else wait))
            self._stager = Stager(str(place), None if self.is_first else str(folder), self._links)
        return self._stager

    def close(self) -> None:
        """Let others write; folders that were made early, and into which nothing came, are gone."""
        self._stager = None
        self._end.close()
        for folder in self._made:
            with suppress(OSError):
                folder.rmdir()


@contextmanager
def staging_in(folder: Path, wait: float) -> Iterator[Path]:
    """An empty folder inside `folder`, of this build alone until the block ends; gone afterwards.

    Raises OSError, and OutputError if another build does not come to its end.
    """
    place = folder / STAGING
    files = place / f"files-{os.getpid()}"  # a killed build's processes may not be at their end
    connection = lock_in(place, wait)
    try:
        with closing(connection):
            try:
                empty(place)
                files.mkdir()
                yield files
            finally:
                with suppress(OSError):
                    empty(place)
                    if os.name != "nt":  # there, nothing that is open is removed
                        (place / LOCK).unlink()
    finally:
        with suppress(OSError):
            if os.name == "nt":
                (place / LOCK).unlink()
            place.rmdir()


def empty(place: Path) -> None:
    """Remove what a killed build has left."""
    for path in place.iterdir():
        if path.is_dir() and not path.is_symlink():
            remove(path)
        elif path.name != LOCK:
            path.unlink(missing_ok=True)


def remove(folder: Path) -> None:
    """Remove a folder that has held files, each process's in a folder of its own: as a rule all are gone."""
    try:
        for part in folder.iterdir():
            part.rmdir()
        folder.rmdir()
    except OSError:
        from shutil import rmtree  # with modules for archives, and few builds leave files behind

        rmtree(folder, ignore_errors=True)


def lock_in(place: Path, wait: float) -> sqlite3.Connection:
    """Waits so many seconds for the lock in `place`, which is made if it is not there, and for the one after
    it if the holder has taken the file away.
    """
    while True:
        place.mkdir(parents=True, exist_ok=True)
        (place / LOCK).touch()
        connection = sqlite3.connect(place / LOCK, timeout=wait, isolation_level=None)
        try:
            before = (place / LOCK).stat().st_ino
            begin(connection, place)
            if (place / LOCK).stat().st_ino == before:
                return connection
        except FileNotFoundError:
            connection.close()
        except BaseException:
            connection.close()
            raise
        else:
            connection.close()


def begin(connection: sqlite3.Connection, place: Path) -> None:
    """Where a file system knows no locks there is none, and one build at a time has to do."""
    try:
        connection.execute("begin exclusive")
    except sqlite3.Error as error:
        if "is locked" in str(error):
            hint = "wait for its end, or choose another folder"
            raise OutputError(f"another build is writing to {place.parent}", hint=hint) from error
