"""Finds, parses and keeps the templates that others include (upstream `lib/jekyll/tags/include.rb`)."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from onemg_render.errors import ReadError
from onemg_render.liquid import Partial
from onemg_render.render.reads import FILE, INCLUDE, Reads

Parse: TypeAlias = Callable[[str, str], Partial]
"""A template from its text and the path that messages name."""


class Includes:
    """The templates below the include folders, the site's before its themes'.

    folders: absolute, in the order in which they are searched. root: the source, from which paths are shown.
    safe: links that lead out of their folder are not followed.
    """

    def __init__(
        self, folders: Sequence[Path], root: Path, parse: Parse, reads: Reads, *, safe: bool, encoding: str
    ) -> None:
        self.folders = tuple(folders)
        self._root = root
        self._parse = parse
        self._reads = reads
        self._safe = safe
        self._encoding = encoding
        self._known: dict[str, Partial | None] = {}
        self._files: dict[Path, Partial] = {}

    def find(self, name: str) -> Partial | None:
        """The include of this name, None if no folder has it. Raises LiquidSyntaxError, ReadError."""
        self._reads.current.add((INCLUDE, name))
        if name not in self._known:
            self._known[name] = self._first(name)
        return self._known[name]

    def relative(self, folder: Path, name: str) -> Partial | None:
        """The file of this name in `folder`, for `include_relative`."""
        path = folder / name
        self._reads.current.add((FILE, str(path)))
        return self._partial(path) if self._allowed(path, folder) else None

    def _first(self, name: str) -> Partial | None:
        for folder in self.folders:
            path = folder / name
            if self._allowed(path, folder):
                return self._partial(path)
        return None

    def _allowed(self, path: Path, folder: Path) -> bool:
        if not path.is_file():
            return False
        return not self._safe or path.resolve().is_relative_to(folder.resolve())

    def _partial(self, path: Path) -> Partial:
        known = self._files.get(path)
        if known is None:
            known = self._files[path] = self._parse(self._text(path), self.shown(path))
        return known

    def _text(self, path: Path) -> str:
        try:
            return path.read_bytes().decode(self._encoding)
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(f"cannot read the include: {error}", path=self.shown(path)) from error

    def shown(self, path: Path) -> str:
        """`path` as messages name it."""
        return path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else str(path)
