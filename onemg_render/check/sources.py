"""Which source files a page of the output comes from: what its rendering read, else what its files name."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from onemg_render.read.data import key_of
from onemg_render.render.reads import CONTENT, DATA, DATA_TYPE, FIELD, INCLUDE, ITEM, NEIGHBOUR, QUERY, Read
from onemg_render.site import Item, Site, StaticFile
from onemg_render.util.paths import files_in
from onemg_render.util.patterns import regex

NAMED: Final = regex(r"\{%-?\s*include\w*\s+[\"']?([^\s\"'{}%/][^\s\"'{}%]*)")
DATA_EXTENSIONS: Final = frozenset({".yml", ".yaml", ".json", ".csv", ".tsv"})
OF_OTHERS: Final = frozenset({CONTENT, FIELD, ITEM, NEIGHBOUR, QUERY})
"""Kinds of reads by which a page shows something of other pages."""

ReadsOf = Callable[[Item], Collection[Read]]


class Sources:
    """reads_of: what an item has read while it was rendered; None when the site was built by someone else."""

    def __init__(self, site: Site, reads_of: ReadsOf | None) -> None:
        self._site = site
        self._reads_of = reads_of
        self._texts: dict[str, str] = {}
        self._named: dict[str, list[str]] = {}
        self._of: dict[Item | StaticFile, list[str]] = {}

    def of(self, item: Item | StaticFile) -> Sequence[str]:
        """Paths, the likeliest first: its own, its layouts, their includes, data, the configuration."""
        if item not in self._of:
            self._of[item] = [item.path] if isinstance(item, StaticFile) else list(self._behind(item))
        return self._of[item]

    def text(self, file: str) -> str:
        if file not in self._texts:
            path = Path(file)
            self._texts[file] = (
                path.read_text(encoding="utf-8-sig", errors="replace") if path.is_file() else ""
            )
        return self._texts[file]

    def _behind(self, item: Item) -> Iterator[str]:
        reads = None if self._reads_of is None else self._reads_of(item)
        templates = [item.path, *(layout.path for _, layout in self._site.layouts_around(item) if layout)]
        for file in templates:
            templates += [each for each in self._includes(file) if each not in templates]
        yield from dict.fromkeys([*templates, *self._read_includes(reads or ())])
        yield from (file for _, file in self._data) if reads is None else self._read_data(reads)
        yield from (str(Path(file.path).absolute()) for file in self._site.config.files)

    def shows_others(self, item: Item | StaticFile) -> bool:
        """Whether the page may show texts of other pages; one without a source of its own does."""
        if isinstance(item, StaticFile):
            return False
        return not self.text(item.path) or any(read[0] in OF_OTHERS for read in self._reads(item))

    def shown_in(self, item: Item | StaticFile) -> Iterator[str]:
        """The files of the pages whose whole text the page shows."""
        reads = () if isinstance(item, StaticFile) else self._reads(item)
        for name in sorted(str(read[1]) for read in reads if read[0] == CONTENT):
            if name in self._items:
                yield self._items[name].path

    @cached_property
    def pages(self) -> list[str]:
        """The files of all pages and documents."""
        return [item.path for item in self._site.items if self.text(item.path)]

    @cached_property
    def _items(self) -> dict[str, Item]:
        return {item.relative_path: item for item in self._site.items}

    def _reads(self, item: Item) -> Collection[Read]:
        return () if self._reads_of is None else self._reads_of(item)

    def _includes(self, file: str) -> list[str]:
        """The includes that a file names in so many words, in their order."""
        if file not in self._named:
            names = [name for name in dict.fromkeys(NAMED.findall(self.text(file))) if ".." not in name]
            found = (self._include(name, Path(file).parent) for name in names)
            self._named[file] = [path for path in found if path is not None]
        return self._named[file]

    def _include(self, name: str, *beside: Path) -> str | None:
        paths = (folder / name for folder in (*self._site.tree.includes, *beside))
        return next((path.as_posix() for path in paths if path.is_file()), None)

    def _read_includes(self, reads: Collection[Read]) -> Iterator[str]:
        for name in sorted(str(read[1]) for read in reads if read[0] == INCLUDE):
            path = self._include(name)
            if path is not None:
                yield path

    def _read_data(self, reads: Collection[Read]) -> Iterator[str]:
        paths = {read[1:] for read in reads if read[0] in (DATA, DATA_TYPE)}
        passed = {path[:end] for path in paths for end in range(len(path))}
        for path, file in self._data:
            if any(wanted[: len(path)] == path or path[: len(wanted)] == wanted for wanted in paths - passed):
                yield file

    @cached_property
    def _data(self) -> list[tuple[tuple[object, ...], str]]:
        """Data files with their place below `site.data`, the site's own before the theme's."""
        found = (
            (folder, path) for folder in self._site.tree.data for path in files_in(folder)
            if path.suffix in DATA_EXTENSIONS
        )  # fmt: skip
        return [
            ((*map(key_of, path.relative_to(folder).with_suffix("").parts),), path.as_posix())
            for folder, path in found
        ]
