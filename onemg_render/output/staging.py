"""The folder in which a build puts its files together, and the lock that goes with it: of two builds into one
destination the second waits.

The lock is SQLite's, which is the same on every system and ends with the process that holds it.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from onemg_render.errors import OutputError
from onemg_render.output.destination import STAGING

LOCK: Final = "lock"
FILES: Final = "files"
WAIT_SECONDS: Final = 60.0


@contextmanager
def staging_in(folder: Path) -> Iterator[Path]:
    """An empty folder inside `folder`, of this build alone until the block ends; gone afterwards.

    Raises OSError, and OutputError if another build does not come to its end.
    """
    place = folder / STAGING
    connection = lock_in(place)
    try:
        with closing(connection):
            try:
                empty(place)
                (place / FILES).mkdir()
                yield place / FILES
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
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != LOCK:
            path.unlink(missing_ok=True)


def lock_in(place: Path) -> sqlite3.Connection:
    """Waits for the lock in `place`, which is made if it is not there, and for the one after it if the holder
    has taken the file away.
    """
    while True:
        place.mkdir(parents=True, exist_ok=True)
        (place / LOCK).touch()
        connection = sqlite3.connect(place / LOCK, timeout=WAIT_SECONDS, isolation_level=None)
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
