"""Puts files where they wait to be moved in: those that are not yet right in the destination."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple, Self

from onemg_render.output.files import Copied, OutputFile, Rendered, stamp_of

LARGE_PIECE: Final = 1 << 20
BINARY: Final = getattr(os, "O_BINARY", 0)
OLD: Final = os.O_RDONLY | BINARY
NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY


class Stager(NamedTuple):
    """folder: where files wait, under numbers; it is there.
    target: the destination, which is compared with; None while nothing is in it.
    links: whether links among copied files stay links, else what they lead to is copied.
    """

    folder: str
    target: str | None
    links: bool

    def part(self, name: str) -> Self:
        """Another, whose files wait in a folder of their own below this one's. Raises OSError."""
        folder = f"{self.folder}/{name}"
        Path(folder).mkdir()
        return self._replace(folder=folder)

    def put(self, file: OutputFile, number: int) -> str | None:
        """Where the file waits now; None if the destination holds it already. Raises OSError, ValueError."""
        place = f"{self.folder}/{number}"
        target = None if self.target is None else f"{self.target}/{file.destination}"
        if isinstance(file, Copied):
            is_staged = self._copy(file.path, target, place)
        else:
            is_staged = _content(file, target, place)
        return place if is_staged else None

    def _copy(self, source: str, target: str | None, place: str) -> bool:
        """A copy of `source` with its time and mode, unless `target` has the same size and time."""
        if self.links and Path(source).is_symlink():
            return _link(source, target, place)
        if target is not None:
            status = os.stat(source)  # noqa: PTH116 - of every static file in every build
            if stamp_of(target) == (status.st_size, status.st_mtime_ns):
                return False
        original = os.open(source, OLD)
        try:
            status = os.fstat(original)
            _write(place, _pieces(original, status.st_size), status.st_mode & 0o777)
        finally:
            os.close(original)
        os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))
        return True


def _content(file: Rendered, target: str | None, place: str) -> bool:
    """The content of `file`, unless `target` holds it already. target: None where nothing can be."""
    stamp = None if target is None else stamp_of(target)
    if stamp is not None and stamp == file.stamp:
        return False
    content = file.read()
    if target is not None and stamp is not None and stamp[0] == len(content) and _holds(target, content):
        return False
    _write(place, (content,), 0o666)
    return True


def _holds(target: str, content: bytes) -> bool:
    try:
        return Path(target).read_bytes() == content
    except OSError:
        return False


def _link(source: str, target: str | None, place: str) -> bool:
    """A link like `source`, unless `target` is one."""
    link = Path(source).readlink()
    if target is not None and Path(target).is_symlink() and Path(target).readlink() == link:
        return False
    Path(place).symlink_to(link)
    return True


def _pieces(original: int, size: int) -> Iterator[bytes]:
    """What is in an open file, as far as its size was that a moment ago."""
    while size > 0 and (piece := os.read(original, min(size, LARGE_PIECE))):
        yield piece
        size -= len(piece)


def _write(place: str, pieces: Iterable[bytes], mode: int) -> None:
    """A new file, without the questions that a file object asks of the system."""
    file = os.open(place, NEW, mode)
    try:
        for piece in pieces:
            done = os.write(file, piece)
            while done < len(piece):
                done += os.write(file, memoryview(piece)[done:])
    finally:
        os.close(file)
