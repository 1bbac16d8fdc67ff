"""Finds what `@use` and `@import` name where the engine does not do so itself, and only inside the fence.

The order within a folder is that of https://sass-lang.com/documentation/at-rules/import/#finding-the-file.
"""

from pathlib import Path
from typing import Final

from onemg_render.errors import SassError
from onemg_render.sass.style_sheets import Request, Syntax

EXTENSIONS: Final = (".scss", ".sass", ".css")
SYNTAXES: Final[dict[str, Syntax]] = {".scss": "scss", ".sass": "indented", ".css": "css"}


class Imports:
    """The files that one compilation asks for; `read` are those that it got."""

    def __init__(self, request: Request) -> None:
        self._folders = request.load_paths
        self._own = request.path
        self._fence = request.fence
        self.read: dict[Path, None] = {}

    def find(self, url: str, beside: Path | None, *, from_import: bool) -> Path | None:
        """The file of this name: beside the one that imports it, then in each load path."""
        above = beside or self._own
        for folder in (*([above.parent] if above else []), *self._folders):
            found = self.at(folder / url, from_import=from_import)
            if found is not None:
                return found
        return None

    def at(self, path: Path, *, from_import: bool) -> Path | None:
        """The file that a path without `_`, extension or `index` stands for."""
        if path.suffix in EXTENSIONS:
            return self._first(path.parent / f"_{path.name}", path)
        for place in (path, path / "index"):
            suffixes = [f".import{ext}" for ext in EXTENSIONS] if from_import else []
            for suffix in (*suffixes, *EXTENSIONS):
                name = place.name + suffix
                found = self._first(place.parent / f"_{name}", place.parent / name)
                if found is not None:
                    return found
        return None

    def load(self, path: Path) -> tuple[str, Syntax]:
        """Raises SassError if it cannot be read."""
        self.read[path] = None
        try:
            return path.read_text(encoding="utf-8-sig"), SYNTAXES.get(path.suffix, "scss")
        except (OSError, UnicodeDecodeError) as error:
            raise SassError(f"the style sheet cannot be read: {error}", path=str(path)) from error

    def _first(self, *paths: Path) -> Path | None:
        """A style sheet that imports its own name means another's."""
        found = (path for path in paths if path != self._own and path.is_file())
        return next(filter(self._fence.holds, found), None)
