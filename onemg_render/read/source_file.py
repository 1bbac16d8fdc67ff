"""One file of the source: opened once, read whole only if it begins with front matter.

What has been made of a file is known again by the file's stamp: it is not even opened then.
"""

import os
import time
from collections.abc import Callable, Mapping
from errno import EINVAL
from itertools import chain
from stat import S_ISREG
from typing import Any, Final, NamedTuple, Protocol, TypeAlias, TypeVar, cast

from onemg_render.config.front_matter import Split, decode, has_front_matter, split
from onemg_render.site.unread import Unread, is_template
from onemg_render.util.exact_json import dumped, loaded
from onemg_render.util.stamps import FileStamp, file_stamp, is_settled

HEAD: Final = 1 << 12
REST: Final = 1 << 20
BINARY: Final = getattr(os, "O_BINARY", 0)
WITHOUT_WAITING: Final = getattr(os, "O_NONBLOCK", 0)
"""Else a pipe would be waited for, until somebody writes to it."""
STATIC: Final = "static"
TEXT: Final = "text"
TEMPLATE: Final = "template"
PARTS: Final = "parts"
APART: Final = "\0"
T = TypeVar("T")

Name: TypeAlias = tuple[str, bool]
"""Of a file among those that were read: its path, and whether it was asked for whole."""


class SourceChanged(BaseException):
    """A file that was as before has changed when it is read. No error: nothing on the way may catch it."""


class Record(NamedTuple):
    """What is known of a file from an earlier build. made: a text of `SourceFile.record`."""

    stamp: FileStamp
    made: str


class Parts(NamedTuple):
    """A text, cut at the end of its front matter.

    content: what follows it. line: of the file, on which that begins. data: gets the value of the front
    matter; may raise FrontMatterError.
    """

    content: str | Unread
    line: int
    data: Callable[[], Any]

    @classmethod
    def of(cls, cut: Split) -> "Parts":
        """Those of a text that has been read."""
        return cls(cut.body, cut.line, lambda: cut.data)


class SourceFile:
    """path: absolute, with slashes; mtime: seconds since the epoch.
    is_static: it does not begin with front matter, nor was it asked for whole; nothing of it is read.
    """

    __slots__ = ("_cut", "_made", "_raw", "_whole", "is_static", "mtime", "path", "stamp")

    def __init__(
        self, path: str, status: os.stat_result, raw: bytes | None, *, whole: bool, is_static: bool = False
    ) -> None:
        self.path = path
        self.mtime = status.st_mtime
        self.stamp = file_stamp(status)
        self.is_static = is_static
        self._raw = raw
        self._whole = whole
        self._cut: Split | None = None
        self._made: dict[str, str] | None = None

    @classmethod
    def known(cls, path: str, status: os.stat_result, made: str, *, whole: bool) -> "SourceFile":
        """The file of which `made` is the record."""
        kind, *rest = made.split(APART)
        file = cls(path, status, None, whole=whole, is_static=kind == STATIC)
        file._made = dict(zip(rest[::2], rest[1::2], strict=True))
        return file

    @property
    def is_kept(self) -> bool:
        """Whether a change of the file would be seen."""
        return self._made is not None

    def keep(self) -> None:
        """From now on, remember what is made of the file."""
        self._made = {}

    @property
    def raw(self) -> bytes:
        """All bytes. Raises SourceChanged."""
        if self._raw is None:
            try:
                again = open_source(self.path, whole=self._whole)
            except OSError as error:
                raise SourceChanged from error
            if again.stamp != self.stamp or again._raw is None:
                raise SourceChanged
            self._raw = again._raw
        return self._raw

    def parts(self, encoding: str) -> Parts:
        """The text, cut at the end of its front matter. Raises ReadError."""
        known = None if self._cut is not None or self._made is None else self._made.get(PARTS)
        if known is None:
            return Parts.of(self._split(encoding))
        line, digest, kind = known.split()
        unread = Unread(bytes.fromhex(digest), lambda: self._split(encoding).body, kind == TEMPLATE)
        return Parts(unread, int(line), lambda: self._split(encoding).data)

    def _split(self, encoding: str) -> Split:
        if self._cut is None:
            self._cut = split(decode(self.raw, encoding))
            self._raw = None
        return self._cut

    def value(self, name: str, make: Callable[[], T]) -> T:
        """What `make` makes of the file, to be changed by whoever asks: each gets one of their own.

        Nothing but the file and what no build with the same store changes may go into it.
        """
        known = None if self._made is None else self._made.get(name)
        if known is not None:
            return cast(T, loaded(known))
        value = make()
        if self._made is not None and (text := dumped(value)) is not None:
            self._made[name] = text
        return value

    def record(self, digest: Callable[[str], bytes]) -> str:
        """What was made of the file, as a text. digest: that of a text."""
        made = self._made or {}
        if self._cut is not None:
            line, body = self._cut.line, self._cut.body
            kind = TEMPLATE if is_template(body) else TEXT
            made = {**made, PARTS: f"{line} {digest(body).hex()} {kind}"}
        return APART.join([STATIC if self.is_static else TEXT, *chain.from_iterable(made.items())])


class OpenSource(Protocol):
    """Opens a source file, as `open_source` does."""

    def __call__(self, path: str, *, whole: bool = False) -> SourceFile: ...


class SourceFiles:
    """The source files that have been read: one that is as it was is not read again.

    opened: in this build, those of which something may be kept. records: of earlier builds.
    """

    def __init__(self, records: Mapping[Name, Record]) -> None:
        self._records = records
        self._known: dict[Name, SourceFile] = {}
        self.opened: dict[Name, SourceFile] = {}

    def begin(self) -> None:
        """Another build begins."""
        self.opened = {}

    def open(self, path: str, *, whole: bool = False) -> SourceFile:
        """As `open_source`."""
        name = (path, whole)
        file = self._as_it_was(name)
        if file is None:
            now = time.time_ns()
            file = open_source(path, whole=whole)
            if not is_settled(file.stamp, now):
                return file
            file.keep()
        self._known[name] = self.opened[name] = file
        return file

    def _as_it_was(self, name: Name) -> SourceFile | None:
        path, whole = name
        known = self._known.get(name)
        record = None if known is not None else self._records.get(name)
        if known is None and record is None:
            return None
        try:
            status = os.stat(path)  # noqa: PTH116 - a Path for every file takes longer than the rest
        except OSError:
            return None
        if known is not None:
            return known if known.stamp == file_stamp(status) else None
        if record is not None and record.stamp == file_stamp(status):
            return SourceFile.known(path, status, record.made, whole=whole)
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
            return SourceFile(path, status, None, whole=whole, is_static=True)
        parts = [head]
        if len(head) == HEAD:  # a shorter one is the whole file
            while parts[-1]:
                parts.append(os.read(descriptor, REST))
        return SourceFile(path, status, b"".join(parts), whole=whole)
    finally:
        os.close(descriptor)
