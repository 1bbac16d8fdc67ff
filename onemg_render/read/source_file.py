"""One file of the source: opened once, read whole only if it begins with front matter."""

import os
from dataclasses import dataclass
from typing import Final

from onemg_render.config.front_matter import has_front_matter

HEAD: Final = 1 << 12
REST: Final = 1 << 20
BINARY: Final = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """path: absolute, with slashes; mtime: seconds since the epoch.
    raw: all bytes, of a file that begins with front matter or was asked for whole.
    """

    path: str
    mtime: float
    raw: bytes | None


def open_source(path: str, *, whole: bool = False) -> SourceFile:
    """The file at `path`; whole: read it even without front matter. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | BINARY)
    try:
        mtime = os.fstat(descriptor).st_mtime
        head = os.read(descriptor, HEAD)
        if not whole and not has_front_matter(head[: head.find(b"\n") + 1]):
            return SourceFile(path, mtime, None)
        parts = [head]
        if len(head) == HEAD:  # a shorter one is the whole file
            while parts[-1]:
                parts.append(os.read(descriptor, REST))
        return SourceFile(path, mtime, b"".join(parts))
    finally:
        os.close(descriptor)
