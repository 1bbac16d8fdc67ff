"""Finds, parses and keeps the templates that others include (upstream `lib/jekyll/tags/include.rb`)."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

from onemg_render.config import SourceTree
from onemg_render.errors import ReadError
from onemg_render.liquid import Partial
from onemg_render.render.reads import FILE, INCLUDE, Reads
from onemg_render.site import Item

Parse: TypeAlias = Callable[[str, str, int], Partial]
"""A template from its text, the path that messages name, and the number of its first line there."""


class Includes:
    """The templates below the include folders, the site's before its theme's.

    safe: links that lead out of their folder are not followed, as upstream.
    earlier: the item of a file if it has been rendered when this is included; None if it makes no difference.
    """

    def __init__(
        self,
        tree: SourceTree,
        reads: Reads,
        parse: Parse,
        *,
        safe: bool,
        encoding: str,
        earlier: Callable[[Path], Item | None] | None = None,
    ) -> None:
        self.folders = tree.includes
        self._tree = tree
        self._reads = reads
        self._parse = parse
        self._safe = safe
        self._encoding = encoding
        self._earlier = earlier
        self._found: dict[str, Path | None] = {}
        self._partials: dict[Path, Partial] = {}
        self._texts: dict[Path, str] = {}

    def find(self, name: str) -> Partial | None:
        """The include of this name, None if no folder has it. Raises LiquidSyntaxError, ReadError."""
        self._reads.current.add((INCLUDE, name))
        path = self._path(name, self.folders)
        return None if path is None else self._partial(path)

    def relative(self, folder: Path, name: str) -> Partial | None:
        """The file of this name in `folder`, for `include_relative`."""
        path = folder / name.lstrip("/")
        self._reads.current.add((FILE, str(path)))
        if not self._allowed(path, folder):
            return None
        item = None if self._earlier is None else self._earlier(path)
        if item is None or not item.takes_liquid:
            return self._partial(path)
        return self._parse(item.content, item.relative_path, item.line)

    def source(self, name: str) -> tuple[str, str] | None:
        """Text and path of a template that Jinja2 includes or extends: an include or a layout."""
        self._reads.current.add((INCLUDE, name))
        path = self._path(name, (*self.folders, *self._tree.layouts))
        return None if path is None else (self._text(path), str(path))

    def shown(self, path: Path) -> str:
        """`path` as messages name it."""
        root = self._tree.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)

    def _path(self, name: str, folders: Iterable[Path]) -> Path | None:
        if name not in self._found:
            inside = name.lstrip("/")  # upstream joins the two as texts
            paths = ((folder, folder / inside) for folder in folders)
            self._found[name] = next((path for folder, path in paths if self._allowed(path, folder)), None)
        return self._found[name]

    def _allowed(self, path: Path, folder: Path) -> bool:
        if not path.is_file() or not self._tree.fence.holds(path):
            return False
        return not self._safe or path.resolve().is_relative_to(folder.resolve())

    def _partial(self, path: Path) -> Partial:
        known = self._partials.get(path)
        if known is None:
            known = self._partials[path] = self._parse(self._text(path), self.shown(path), 1)
        return known

    def _text(self, path: Path) -> str:
        """Read once in a build, so that what is kept of it is what was rendered."""
        if path not in self._texts:
            try:
                self._texts[path] = path.read_bytes().decode(self._encoding)
            except (OSError, UnicodeDecodeError) as error:
                raise ReadError(f"cannot read the include: {error}", path=self.shown(path)) from error
        return self._texts[path]
