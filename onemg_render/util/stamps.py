"""By which a file is known to be the one that it was: its size, times and number. And a text: its digest."""

import os
from datetime import datetime, tzinfo
from hashlib import sha256
from typing import Final, TypeAlias

FileStamp: TypeAlias = tuple[int, int, int, int]
"""Size, time of change of content and of the file's own data in nanoseconds, number in its file system."""

BINARY: Final = getattr(os, "O_BINARY", 0)
REST: Final = 1 << 16
"""How much is read at once of a file that has grown."""
SECOND: Final = 1_000_000_000
FINE: Final = SECOND // 50
COARSE: Final = 2 * SECOND
"""How far apart two changes must be to have different times: with a clock that ticks, and with FAT's."""


def file_stamp(status: os.stat_result) -> FileStamp:
    """What the system says of a file, as far as it tells a change."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def stamp_and_content(path: str) -> tuple[FileStamp, bytes]:
    """What the system says of the file at `path`, and all that is in it. Raises OSError."""
    file = os.open(path, os.O_RDONLY | BINARY)
    try:
        status = os.fstat(file)
        pieces = [os.read(file, status.st_size + 1)]
        while pieces[-1]:
            pieces.append(os.read(file, REST))
        return file_stamp(status), b"".join(pieces)
    finally:
        os.close(file)


def encoded(text: str) -> bytes:
    """Bytes that are those of no other text, whatever is in it."""
    return text.encode("utf-8", "surrogatepass")


def decoded(content: bytes) -> str:
    """The text with these bytes. Raises UnicodeDecodeError."""
    return content.decode("utf-8", "surrogatepass")


def digest_of(text: str) -> bytes:
    """By which a text is known to be the same."""
    return sha256(encoded(text)).digest()


def moment(seconds: float, zone: tzinfo | None) -> datetime:
    """The time that a file system or git gives; the nearest, for one beyond the years 1 to 9999."""
    try:
        return datetime.fromtimestamp(seconds, zone)
    except (OverflowError, ValueError, OSError):
        return (datetime.max if seconds > 0 else datetime.min).replace(tzinfo=zone)


def is_settled(stamp: FileStamp, now: int) -> bool:
    """Whether a change of the file at `now` (in nanoseconds) or later changes its stamp as well.

    A file that changed a moment ago may change again and keep its time.
    """
    _, content, own, _ = stamp
    tick = FINE if content % SECOND or own % SECOND else COARSE
    return max(content, own) < now - tick
