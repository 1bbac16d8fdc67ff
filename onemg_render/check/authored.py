"""What authors have written as data: front matter and data files, with the places of their keys."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final

from onemg_render.check.built_site import BuiltSite
from onemg_render.config.front_matter import split
from onemg_render.errors import OnemgError
from onemg_render.reporting import Message, Severity
from onemg_render.site import Item
from onemg_render.util.yaml import Positions, load_bytes

TABLES: Final = (".csv", ".tsv")
DATA: Final = (".yml", ".yaml", ".json", *TABLES)
Keys = Sequence[str | int]


@dataclass(frozen=True)
class Authored:
    """One piece of data. path: its file. name: of the file, below the source or the data folder.

    read: makes its value. is_table: its first keys are rows, in which nothing has a column.
    """

    path: str
    name: str
    read: Callable[[], Any]
    is_table: bool = False

    @cached_property
    def value(self) -> Any:
        """As it stands in the file; nothing if that is broken, of which the build has told."""
        with suppress(OnemgError):
            return self.read()
        return {}

    def message(self, severity: Severity, text: str, keys: Keys, hint: str | None = None) -> Message:
        """A message about what stands at `keys`, or about the nearest that stands around it."""
        place = None
        for end in range(len(keys), 0, -1):
            place = place or self._place(keys[:end])
        line, column = place or (None, None)
        return Message(severity, text, "", self.path, line, column, hint=hint)

    def _place(self, keys: Keys) -> tuple[int, int | None] | None:
        if self.is_table:
            return (keys[0] + 2, None) if isinstance(keys[0], int) else None
        return self._positions.of(keys)

    @cached_property
    def _positions(self) -> Positions:
        text = text_of(Path(self.path))
        return Positions(split(text).yaml or text)


def front_matters(built: BuiltSite) -> Iterator[tuple[Item, Authored]]:
    """Of the pages and documents that have a file, each with its front matter as it stands there."""
    for item in built.site.items:
        if item.modified is not None:
            yield (
                item,
                Authored(item.path, item.relative_path.lstrip("/"), partial(front_matter_of, item.path)),
            )


def front_matter_of(path: str) -> Any:
    data = split(text_of(Path(path))).data
    return data if isinstance(data, dict) else {}


def data_files(built: BuiltSite) -> Iterator[Authored]:
    """Of the site itself, not of its theme."""
    folder = built.site.tree.data[0]
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.suffix in DATA and path.is_file():
            name = path.relative_to(folder).as_posix()
            if path.suffix in TABLES:
                yield Authored(path.as_posix(), name, partial(rows, built, name), is_table=True)
            else:
                yield Authored(path.as_posix(), name, partial(yaml_of, path))


def yaml_of(path: Path) -> Any:
    return load_bytes(path.read_bytes())


def rows(built: BuiltSite, name: str) -> Any:
    """A table as templates see it."""
    from onemg_render.read.data import key_of

    value: Any = built.site.data
    for part in Path(name).with_suffix("").parts:
        value = value.get(key_of(part)) if isinstance(value, dict) else None
    return value


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""
