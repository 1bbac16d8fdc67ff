"""What a build hands over to be written."""

import os
from collections.abc import Callable
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple, TypeAlias

from onemg_render.site import StaticFile

Stamp: TypeAlias = tuple[int, int]
"""Size and time of change in nanoseconds, by which a file is known again."""


class Staged(NamedTuple):
    """A file that was ready before the others. place: where it waits; None if the destination holds it."""

    place: str | None


class Rendered(NamedTuple):
    """A file with content.

    destination: relative, with slashes; source: where it comes from, for messages.
    content: the bytes, or what gets them when they are needed.
    may_share: no word is lost if another file has the same destination.
    stamp: of the file in the destination when it last held this content; None if that is not known.
    staged: None unless it is already.
    """

    destination: str
    source: str
    content: bytes | Callable[[], bytes]
    may_share: bool = False
    stamp: Stamp | None = None
    staged: Staged | None = None

    def read(self) -> bytes:
        """The content's bytes, which are made now if they were not yet."""
        return self.content if isinstance(self.content, bytes) else self.content()


def stamp_of(path: str | Path) -> Stamp | None:
    """None for what is no plain file."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if S_ISREG(status.st_mode) else None


class Copied(NamedTuple):
    """A file that is copied with its time of change. path: the file, absolute. staged: as above."""

    destination: str
    source: str
    path: str
    staged: Staged | None = None

    @classmethod
    def of(cls, file: StaticFile, staged: Staged | None = None) -> "Copied":
        """The copy of a static file."""
        return cls(file.destination, file.relative_path.lstrip("/"), file.path, staged)

    def read(self) -> bytes:
        """The file's bytes. Raises OSError."""
        return Path(self.path).read_bytes()


OutputFile = Rendered | Copied
