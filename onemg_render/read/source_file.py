"""One file of the source: opened once, read whole only if it begins with front matter."""

import os
import time
from collections.abc import Callable, Hashable
from errno import EINVAL
from stat import S_ISREG
from typing import Any, Final, Protocol, TypeVar, cast

from onemg_render.config.front_matter import Split, decode, has_front_matter, split
from onemg_render.util.stamps import FileStamp, file_stamp, is_settled

HEAD: Final = 1 << 12
REST: Final = 1 << 20
BINARY: Final = getattr(os, "O_BINARY", 0)
WITHOUT_WAITING: Final = getattr(os, "O_NONBLOCK", 0)
"""Else a pipe would be waited for, until somebody writes to it."""
NESTED: Final = (dict, list)
T = TypeVar("T")


class SourceFile:
    """path: absolute, with slashes; mtime: seconds since the epoch.
    raw: all bytes, of a file that begins with front matter or was asked for whole.
    """

    __slots__ = ("_made", "mtime", "path", "raw", "stamp")

    def __init__(self, path: str, status: os.stat_result, raw: bytes | None) -> None:
        self.path = path
        self.mtime = status.st_mtime
        self.stamp = file_stamp(status)
        self.raw = raw
        self._made: dict[Hashable, Any] | None = None

    def keep(self) -> None:
        """From now on, remember what is made of the file."""
        self._made = {}

    def parts(self, encoding: str) -> Split:
        """The text, cut at the end of its front matter. Raises ReadError."""
        return self._once(encoding, lambda: split(decode(self.raw or b"", encoding)))

    def value(self, name: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes of the file, to be changed by whoever asks: each gets one of their own."""
        return make() if self._made is None else cast(T, fresh(self._once(name, make)))

    def _once(self, name: Hashable, make: Callable[[], T]) -> T:
        if self._made is None:
            return make()
        if name not in self._made:
            self._made[name] = make()
        return cast(T, self._made[name])


def fresh(value: Any) -> Any:
    """A copy of what YAML gave, lists and mappings in it included."""
    if type(value) is dict:
        return {key: fresh(one) if type(one) in NESTED else one for key, one in value.items()}
    if type(value) is list:
        return [fresh(one) if type(one) in NESTED else one for one in value]
    return value


class OpenSource(Protocol):
    """Opens a source file, as `open_source` does."""

    def __call__(self, path: str, *, whole: bool = False) -> SourceFile: ...


class SourceFiles:
    """The source files that this process has read: one that is as it was is not read again."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, bool], SourceFile] = {}

    def open(self, path: str, *, whole: bool = False) -> SourceFile:
        """As `open_source`."""
        known = self._known.get((path, whole))
        if known is not None and known.stamp == stamp_at(path):
            return known
        now = time.time_ns()
        file = open_source(path, whole=whole)
        if is_settled(file.stamp, now):
            file.keep()
            self._known[path, whole] = file
        return file


def stamp_at(path: str) -> FileStamp | None:
    try:
        return file_stamp(os.stat(path))  # noqa: PTH116 - a Path for every file takes longer than the rest
    except OSError:
        return None


def open_source(path: str, *, whole: bool = False) -> SourceFile:
    """The file at `path`; whole: read it even without front matter. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | BINARY | WITHOUT_WAITING)
    try:
        status = os.fstat(descriptor)
        if not S_ISREG(status.st_mode):
            raise OSError(EINVAL, "it is no plain file")
        head = os.read(descriptor, HEAD)
        if not whole and not has_front_matter(head[: head.find(b"\n") + 1]):
            return SourceFile(path, status, None)
        parts = [head]
        if len(head) == HEAD:  # a shorter one is the whole file
            while parts[-1]:
                parts.append(os.read(descriptor, REST))
        return SourceFile(path, status, b"".join(parts))
    finally:
        os.close(descriptor)
