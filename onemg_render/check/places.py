"""Where in the sources a finding comes from: the page's own file, a layout, an include, a data file."""

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from onemg_render.site import Item, Site

INCLUDE: Final = re.compile(r"\{%-?\s*include\w*\s+[\"']?([^\s\"'{}%/][^\s\"'{}%]*)")
DATA_EXTENSIONS: Final = frozenset({".yml", ".yaml", ".json", ".csv", ".tsv"})

Position = tuple[int, int]
"""Line and column, from 1."""
Place = tuple[str, int | None, int | None]
"""An absolute path, line and column."""


class Places:
    """Finds texts in the sources of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._texts: dict[str, str] = {}
        self._positions: dict[tuple[str, str], Position | None] = {}
        self._named: dict[str, list[str]] = {}

    def of(self, item: Item, traces: Sequence[str]) -> Place | None:
        """Where the first of `traces` stands in the files that made `item`; None if none of them does."""
        files = [*self._templates(item), *self._data]
        for trace in traces:
            for file in files:
                position = self._position(file, trace)
                if position is not None:
                    return file, *position
        return None

    def _position(self, file: str, trace: str) -> Position | None:
        if (file, trace) not in self._positions:
            text = self._text(file)
            found = re.search(bounded(trace), text) if trace in text else None
            self._positions[file, trace] = None if found is None else position(text, found.start())
        return self._positions[file, trace]

    def _templates(self, item: Item) -> list[str]:
        """The item's file, its layouts from the inside out, and the includes that they name."""
        files = [item.path, *(layout.path for _, layout in self._site.layouts_around(item) if layout)]
        for file in files:
            files += [each for each in self._includes(file) if each not in files]
        return files

    def _includes(self, file: str) -> list[str]:
        if file not in self._named:
            folders = (*self._site.tree.includes, Path(file).parent)
            names = [name for name in dict.fromkeys(INCLUDE.findall(self._text(file))) if ".." not in name]
            found = (
                next((path for each in folders if (path := each / name).is_file()), None) for name in names
            )
            self._named[file] = [path.as_posix() for path in found if path is not None]
        return self._named[file]

    @cached_property
    def _data(self) -> list[str]:
        found = (path for folder in self._site.tree.data for path in sorted(folder.rglob("*")))
        data = [path.as_posix() for path in found if path.suffix in DATA_EXTENSIONS and path.is_file()]
        return [*data, *(str(Path(file.path).absolute()) for file in self._site.config.files)]

    def _text(self, file: str) -> str:
        if file not in self._texts:
            path = Path(file)
            self._texts[file] = (
                path.read_text(encoding="utf-8-sig", errors="replace") if path.is_file() else ""
            )
        return self._texts[file]


def position(text: str, offset: int) -> Position:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def bounded(trace: str) -> str:
    """A pattern for the text that does not match within words; a single word must look like an address."""
    before = r"(?<=[\"'(</=])" if re.fullmatch(r"[\w-]+", trace) else r"(?<![\w/-])"
    return f"{before if trace[0] not in '<{]#' else ''}{re.escape(trace)}(?![\\w-])"
