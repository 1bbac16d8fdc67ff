"""Data files as templates see them: mappings and lists that record which part of them was read."""

from collections.abc import Iterable
from typing import Final

from onemg_render.liquid import Table, Value
from onemg_render.liquid.runtime import inspect, is_key
from onemg_render.render.drops.listing import Answers, DataListing
from onemg_render.render.reads import DATA, DATA_TYPE

DEPTH: Final = 3
"""Below so many keys a value is handed out as it is: one record for all of it."""


def data_view(value: Value, path: tuple[Value, ...], answers: Answers) -> Value:
    """`value`, or a drop over it that records its parts; `path` leads to it from `site.data`."""
    if len(path) < DEPTH and isinstance(value, dict | list):
        answers.reads.current.add((DATA_TYPE, *path))
        if isinstance(value, dict):
            return DataTable(value, path, answers)
        return DataListing(value, (DATA, *path), answers)
    answers.reads.current.add((DATA, *path))
    return value


class DataTable(Table):
    """A folder or a file of mappings: looked up by key, walked over as pairs."""

    __slots__ = ("_answers", "_path", "table")

    def __init__(self, table: dict[Value, Value], path: tuple[Value, ...], answers: Answers) -> None:
        self.table = table
        self._path = path
        self._answers = answers

    def get(self, key: Value) -> Value:
        if not is_key(key):
            return None
        if key in self.table:
            return data_view(self.table[key], (*self._path, key), self._answers)
        self._answers.reads.current.add((DATA, *self._path, key))
        if key == "size":
            return self.size()
        return self.first() if key == "first" else None

    def has(self, key: Value) -> bool:
        self._answers.reads.current.add((DATA, *self._path, key))
        return is_key(key) and key in self.table

    def keys(self) -> Iterable[str]:
        return self.plain().keys()

    def plain(self) -> dict[str, Value]:
        self._answers.reads.current.add((DATA, *self._path))
        return self.table

    def identity(self) -> Value:
        return self.plain()

    def text(self) -> str:
        return inspect(self.plain())
