"""What is kept between builds: results of nodes, the reads they stand on, and the answers to those reads.

A SQLite file beside other caches. Whatever is wrong with it - damaged, foreign, of another version, locked by
another build - it is as if there were none. Nothing in it is code.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from onemg_render.render.reads import Read
from onemg_render.render.renderer import Node
from onemg_render.reporting import Message

FILE: Final = "store.sqlite"
WAIT_SECONDS: Final = 2.0
TABLES: Final = """
create table meta (name text primary key, value text);
create table reads (id integer primary key, read text, answer blob);
create table nodes (
  item text, stage text, text text, reads text, extra text, sum blob, primary key (item, stage)
);
"""

NodeKey = tuple[str, str]
"""The name of an item in reads, and the stage."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A node of the last build: what it read, with the answers of then, and a sum over its row."""

    reads: tuple[tuple[Read, bytes], ...]
    numbers: tuple[int, ...]
    sum: bytes


class Store:
    """One store, opened for one build. `nodes` is empty unless a build with the same `key` has saved it."""

    def __init__(self, folder: Path, key: str) -> None:
        self._path = folder / FILE
        self._key = key
        self._numbers: dict[Read, int] = {}
        self._answers: dict[Read, bytes] = {}
        self.nodes: dict[NodeKey, Kept] = {}
        self._connection: sqlite3.Connection | None = None
        if self._path.is_file():
            try:
                self._load()
            except (sqlite3.Error, ValueError, KeyError, TypeError):
                self.nodes = {}
                self.drop()

    def _load(self) -> None:
        self._connection = connect(self._path)
        known = dict(self._connection.execute("select name, value from meta"))
        if known.get("key") != self._key:
            self.drop()
            return
        by_number: dict[int, tuple[Read, bytes]] = {}
        for number, text, answer in self._connection.execute("select id, read, answer from reads"):
            read = as_read(json.loads(text))
            by_number[number] = (read, answer)
            self._numbers[read] = number
            self._answers[read] = answer
        for item, stage, reads, sum_ in self._connection.execute("select item, stage, reads, sum from nodes"):
            numbers = tuple(map(int, reads.split()))
            self.nodes[item, stage] = Kept(tuple(by_number[number] for number in numbers), numbers, sum_)

    def node(self, key: NodeKey) -> Node | None:
        """The node as it was kept; None if its row is not what it was when this store was opened."""
        kept = self.nodes.get(key)
        if kept is None or self._connection is None:
            return None
        with suppress(sqlite3.Error, ValueError, TypeError):
            row = self._connection.execute(
                "select text, reads, extra from nodes where item = ? and stage = ?", key
            ).fetchone()
            if row is not None and sum_of(row) == kept.sum:
                extra = json.loads(row[2])
                messages = tuple(as_message(fields) for fields in extra["messages"])
                return Node(row[0], frozenset(read for read, _ in kept.reads), extra["source_map"], messages)
        return None

    def save(
        self, nodes: Mapping[NodeKey, Node], reused: set[NodeKey], answers: Mapping[Read, bytes]
    ) -> None:
        """Keep `nodes` and no others. reused: those that are as they were. answers: to all of their reads."""
        with suppress(OSError, sqlite3.Error):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = self._connection or connect(self._path)
            with closing(self._connection) as connection, connection:
                connection.execute("begin immediate")
                self._write(connection, nodes, reused, answers)
        self._connection = None

    def _write(
        self,
        connection: sqlite3.Connection,
        nodes: Mapping[NodeKey, Node],
        reused: set[NodeKey],
        answers: Mapping[Read, bytes],
    ) -> None:
        if not connection.execute("select 1 from sqlite_master where name = 'nodes'").fetchone():
            for statement in filter(str.strip, TABLES.split(";")):
                connection.execute(statement)
        connection.execute("insert or replace into meta values ('key', ?)", (self._key,))
        connection.executemany("insert or replace into reads values (?, ?, ?)", self._new_reads(answers))
        gone = self.nodes.keys() - nodes.keys()
        connection.executemany("delete from nodes where item = ? and stage = ?", gone)
        rows = (self._row(key, node) for key, node in nodes.items() if key not in reused)
        connection.executemany("insert or replace into nodes values (?, ?, ?, ?, ?, ?)", rows)

    def _new_reads(self, answers: Mapping[Read, bytes]) -> Iterator[tuple[int, str, bytes]]:
        following = max(self._numbers.values(), default=0) + 1
        for read, answer in answers.items():
            if read not in self._numbers:
                self._numbers[read] = following
                following += 1
            if self._answers.get(read) != answer:
                yield self._numbers[read], json.dumps(read), answer

    def _row(self, key: NodeKey, node: Node) -> tuple[str, str, str, str, str, bytes]:
        reads = " ".join(str(self._numbers[read]) for read in node.reads)
        messages = [asdict(message) for message in node.messages]
        extra = json.dumps({"source_map": node.source_map, "messages": messages})
        return (*key, node.text, reads, extra, sum_of((node.text, reads, extra)))

    def drop(self) -> None:
        """Remove the file; the next build starts afresh."""
        self.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("pragma synchronous = off")
    return connection


def sum_of(row: Iterable[str]) -> bytes:
    return sha256("\0".join(row).encode("utf-8", "surrogatepass")).digest()


def as_read(value: object) -> Read:
    """A read as it was before it became JSON, which has no tuples."""
    assert isinstance(value, list)
    return tuple(as_read(one) if isinstance(one, list) else one for one in value)


def as_message(fields: Mapping[str, object]) -> Message:
    given = dict(fields)
    chain = given.pop("included_from")
    assert isinstance(chain, list)
    return Message(**given, included_from=tuple((path, line) for path, line in chain))  # type: ignore[arg-type]  # as written by asdict
