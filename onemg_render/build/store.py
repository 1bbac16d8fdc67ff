"""What is kept between builds: results of nodes, the reads they stand on, and the answers to those reads.

A SQLite file beside other caches. Whatever is wrong with it - damaged, foreign, of another version, locked by
another build - it is as if there were none. Nothing in it is code.
"""

import json
import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from onemg_render.output import Stamp
from onemg_render.read.source_file import Name, Record, SourceFiles
from onemg_render.render.reads import Read
from onemg_render.render.renderer import Node
from onemg_render.reporting import Message
from onemg_render.util.stamps import FileStamp, decoded, digest_of

if TYPE_CHECKING:
    from onemg_render.read.known_items import KnownItems

WAIT_SECONDS: Final = 2.0
PAGE_SIZE: Final = 16384
CACHE_KIB: Final = 512
"""Most texts fit into a page. None is written twice: a larger cache would only be memory to be filled."""
NUMBERS: Final = "I"
"""Numbers of reads, as an array holds them."""
TABLES: Final = """
create table meta (name text primary key, value text);
create table reads (id integer primary key, read text, answer blob);
create table nodes (
  item text, stage text, digest blob, origin blob, reads blob, extra text, stamp text,
  build integer, cause text, primary key (item, stage)
);
create table texts (item text, stage text, text blob, primary key (item, stage));
create table sources (path text, whole integer, stamp text, made text, primary key (path, whole));
"""

NOTHING_MORE: Final[Mapping[str, Any]] = {"source_map": None, "messages": ()}

NodeKey = tuple[str, str]
"""The name of an item in reads, and the stage."""


class Kept:
    """A node of the last build. reads: numbers of what it read. digest: of its text.

    origin: the digest of the text that was converted, if it is a body.
    stamp: of the file in the destination that holds it.
    """

    __slots__ = ("digest", "extra", "origin", "reads", "stamp")

    def __init__(
        self, reads: Sequence[int], digest: bytes, origin: bytes | None, extra: str, stamp: Stamp | None
    ) -> None:
        self.reads = reads
        self.digest = digest
        self.origin = origin
        self.extra = extra
        self.stamp = stamp


class New(NamedTuple):
    """A node that is to be kept. reads: their places among all that are. cause: the read for which what was
    kept in its place was no good any more.
    """

    node: Node
    reads: Sequence[int]
    stamp: Stamp | None
    cause: Read | None


class StoreChanged(Exception):
    """Another build has written the store, or it is damaged, after a node of it was taken for good."""


class Store:
    """One store, opened for one build or for those of a workshop.

    nodes: empty unless a build with the same `key` has saved them. reads: by number, with their last answers.
    files: the sources that builds with this key have read. items: what they have become, for a process that
    reads them again; None where that is of no use. converted: Markdown of the last build of this process, and
    what became of it.
    """

    def __init__(self, path: Path, key: str) -> None:
        self._path = path
        self._key = key
        self._numbers: dict[Read, int] = {}
        self._made: dict[NodeKey, Node] = {}
        self._digests: dict[str, bytes] = {}
        self._digests_before: dict[str, bytes] = {}
        self.nodes: dict[NodeKey, Kept] = {}
        self.reads: dict[int, tuple[Read, bytes]] = {}
        self._sources: dict[Name, Record] = {}
        self.files = SourceFiles(self._sources)
        self.items: KnownItems | None = None
        self.converted: Mapping[str, str] = {}
        self._connection: sqlite3.Connection | None = None
        self._version: tuple[int, int] | None = None
        if self._path.is_file():
            try:
                self._load()
            except (sqlite3.Error, ValueError, KeyError, TypeError):
                self.drop()

    def _load(self) -> None:
        self._connection = connect(self._path)
        known = dict(self._connection.execute("select name, value from meta"))
        if known.get("key") != self._key:
            self.drop()
            return
        kept = self._connection.execute("select id, read, answer from reads").fetchall()
        reads = json.loads(f"[{','.join(text for _, text, _ in kept)}]")
        for (number, _, answer), value in zip(kept, reads, strict=True):
            self.reads[number] = (as_read(value), answer)
        self._numbers = {read: number for number, (read, _) in self.reads.items()}
        rows = self._connection.execute("select item, stage, digest, origin, reads, extra, stamp from nodes")
        for item, stage, digest, origin, numbers, extra, stamp in rows:
            self.nodes[item, stage] = Kept(as_numbers(numbers), digest, origin, extra, as_stamp(stamp))
        sources = self._connection.execute("select path, whole, stamp, made from sources")
        for path, whole, stamp, made in sources:
            self._sources[path, bool(whole)] = Record(as_file_stamp(stamp), made)
        self._version = self._seen_version()

    def is_current(self, path: Path, key: str) -> bool:
        """Whether what is in memory is what is in the file, for a build at `path` with this key."""
        is_meant = (self._path, self._key) == (path, key)
        return is_meant and self._version is not None and self._version == self._seen_version()

    def _seen_version(self) -> tuple[int, int] | None:
        """Changes when others write the file, or put another in its place; None without a connection."""
        try:
            if self._connection is None:
                return None
            return self._connection.execute("pragma data_version").fetchone()[0], self._path.stat().st_ino
        except (OSError, sqlite3.Error):
            return None

    def begin(self) -> None:
        """Another build begins, and remembers texts of the last one, not of all."""
        self.files.begin()
        self._digests, self._digests_before = {}, self._digests

    def digest(self, text: str) -> bytes:
        """Of a source's text, which a workshop has again and again."""
        known = self._digests.get(text)
        if known is None:
            known = self._digests[text] = self._digests_before.get(text) or digest_of(text)
        return known

    def number(self, read: Read) -> int | None:
        """That of a read among those that are kept."""
        return self._numbers.get(read)

    @property
    def has_style_sheets(self) -> bool:
        """Whether any is kept: only assets are kept between Liquid and conversion."""
        return any(stage == "liquid" for _, stage in self.nodes)

    def node(self, key: NodeKey) -> Node:
        """The node as it was kept; its text is read when it is asked for, which may raise StoreChanged."""
        node = self._made.get(key)
        if node is None:
            kept = self.nodes[key]
            extra: Mapping[str, Any] = json.loads(kept.extra) if kept.extra else NOTHING_MORE
            node = self._made[key] = Node(
                lambda: self._text(key, kept.digest),
                lambda: frozenset(self.reads[number][0] for number in kept.reads),
                extra["source_map"],
                tuple(as_message(fields) for fields in extra["messages"]),
                digest=kept.digest,
            )
        return node

    def _text(self, key: NodeKey, digest: bytes) -> str:
        with suppress(sqlite3.Error, TypeError, AttributeError):
            assert self._connection is not None
            row = self._connection.execute(
                "select text from texts where item = ? and stage = ?", key
            ).fetchone()
            if sha256(row[0]).digest() == digest:
                return decoded(row[0])
        raise StoreChanged

    def save(
        self,
        made: Mapping[NodeKey, New],
        answers: Mapping[Read, bytes],
        reused: set[NodeKey],
        stamps: Mapping[str, Stamp],
    ) -> None:
        """Keep these nodes and no others; nothing, if another build has kept something meanwhile.

        answers: to all that the new ones have read, in the order of their places. reused: those that are as
        they were. stamps: of the outputs among these, by item.
        """
        known, self._version = self._version, None
        with suppress(OSError, sqlite3.Error):
            self._make_folder()
            self._connection = self._connection or connect(self._path)
            with self._connection as connection:
                connection.execute("begin immediate")
                if known is None:
                    make_tables(connection)  # which fails if others have made theirs
                elif known != self._seen_version():
                    return
                numbers = self._write_reads(connection, answers)
                self._write_stamps(connection, stamps, reused)
                self._write_nodes(connection, made, numbers, reused)
                self._write_sources(connection)
            self._version = self._seen_version()

    def _make_folder(self) -> None:
        ignored = self._path.parent / ".gitignore"
        if not ignored.exists():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            ignored.write_text("*\n", encoding="utf-8")

    def _write_reads(self, connection: sqlite3.Connection, answers: Mapping[Read, bytes]) -> Sequence[int]:
        """The numbers of all reads, in the order of `answers`."""
        connection.execute("insert or replace into meta values ('key', ?)", (self._key,))
        following, numbers, new = max(self.reads, default=0) + 1, [], []
        for read, answer in answers.items():
            number = self._numbers.setdefault(read, following)
            following += number == following
            numbers.append(number)
            if number not in self.reads or self.reads[number][1] != answer:
                self.reads[number] = (read, answer)
                new.append((number, json.dumps(read), answer))
        connection.executemany("insert or replace into reads values (?, ?, ?)", new)
        return numbers

    def _write_nodes(
        self,
        connection: sqlite3.Connection,
        made: Mapping[NodeKey, New],
        numbers: Sequence[int],
        reused: set[NodeKey],
    ) -> None:
        build = build_of(connection) + 1
        connection.execute("insert or replace into meta values ('build', ?)", (str(build),))
        gone = self.nodes.keys() - reused - made.keys()
        for table in ("nodes", "texts"):  # texts apart: most are never read again
            connection.executemany(f"delete from {table} where item = ? and stage = ?", gone)
        for key in gone:
            self._forget(key)
        texts = ((*key, new.node.encoded()) for key, new in made.items())
        connection.executemany("insert or replace into texts values (?, ?, ?)", texts)
        rows = (
            (*self._row(key, new, numbers), build, "null" if new.cause is None else json.dumps(new.cause))
            for key, new in made.items()
        )
        connection.executemany("insert or replace into nodes values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _write_stamps(
        self, connection: sqlite3.Connection, stamps: Mapping[str, Stamp], reused: set[NodeKey]
    ) -> None:
        """Of the outputs that stay; the others get theirs when they are written."""
        outputs = (item for item, stage in reused if stage == "output")
        known = ((item, self.nodes[item, "output"].stamp) for item in outputs)
        new = [(item, stamps[item]) for item, stamp in known if item in stamps and stamps[item] != stamp]
        connection.executemany(
            "update nodes set stamp = ? where item = ? and stage = 'output'",
            ((as_text(stamp), item) for item, stamp in new),
        )
        for item, stamp in new:
            self.nodes[item, "output"].stamp = stamp

    def _write_sources(self, connection: sqlite3.Connection) -> None:
        opened, known = self.files.opened, self._sources
        gone = known.keys() - opened.keys()
        connection.executemany("delete from sources where path = ? and whole = ?", gone)
        for name in gone:
            del known[name]
        new = [name for name, file in opened.items() if name not in known or known[name].stamp != file.stamp]
        for name in new:
            known[name] = Record(opened[name].stamp, opened[name].record(self.digest))
        rows = ((*name, "{} {} {} {}".format(*known[name].stamp), known[name].made) for name in new)
        connection.executemany("insert or replace into sources values (?, ?, ?, ?)", rows)

    def _row(
        self, key: NodeKey, new: New, numbers: Sequence[int]
    ) -> tuple[str, str, bytes, bytes | None, bytes, str, str]:
        self._forget(key)
        node = new.node
        reads = array(NUMBERS, [numbers[place] for place in new.reads])
        extra = ""
        if node.messages or node.source_map:
            messages = [asdict(message) for message in node.messages]
            extra = json.dumps({"source_map": node.source_map, "messages": messages})
        self.nodes[key] = Kept(reads, node.digest, node.origin, extra, new.stamp)
        return (*key, node.digest, node.origin, reads.tobytes(), extra, as_text(new.stamp))

    def _forget(self, key: NodeKey) -> None:
        self.nodes.pop(key, None)
        self._made.pop(key, None)

    def drop(self) -> None:
        """Remove the file; the next build starts afresh."""
        self.close()
        for kept in (self.nodes, self.reads, self._numbers, self._made, self._sources):
            kept.clear()
        self.files = SourceFiles(self._sources)
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = self._version = None


class Recalled:
    """What is known of an item from the builds before. reads: when it was last rendered.

    ago: by stage, how many builds ago it was rendered, 0 for the last one. causes: by stage, the read that
    was answered otherwise than before, None if it was new.
    """

    def __init__(self) -> None:
        self.reads: set[Read] = set()
        self.ago: dict[str, int] = {}
        self.causes: dict[str, Read | None] = {}


def recall(path: Path) -> dict[str, Recalled]:
    """By item what the store knows, under whatever key; nothing without a store."""
    found: dict[str, Recalled] = {}
    with suppress(sqlite3.Error, ValueError, KeyError), closing(connect_to_read(path)) as connection:
        rows = connection.execute("select id, read from reads")
        by_number = {number: as_read(json.loads(text)) for number, text in rows}
        last = build_of(connection)
        nodes = connection.execute("select item, stage, reads, build, cause from nodes")
        for item, stage, numbers, build, text in nodes:
            recalled = found.setdefault(item, Recalled())
            recalled.reads.update(by_number[number] for number in as_numbers(numbers))
            recalled.ago[stage] = last - build
            cause = json.loads(text)
            recalled.causes[stage] = None if cause is None else as_read(cause)
    return found


def build_of(connection: sqlite3.Connection) -> int:
    """The number of the build that has written the store last."""
    row = connection.execute("select value from meta where name = 'build'").fetchone()
    return 0 if row is None else int(row[0])


def connect_to_read(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=WAIT_SECONDS)


def connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("pragma synchronous = off")
    connection.execute(f"pragma page_size = {PAGE_SIZE}")
    connection.execute(f"pragma cache_size = -{CACHE_KIB}")
    return connection


def make_tables(connection: sqlite3.Connection) -> None:
    for statement in filter(str.strip, TABLES.split(";")):
        connection.execute(statement)


def as_numbers(data: bytes) -> Sequence[int]:
    """Raises ValueError or TypeError for what is no list of them."""
    numbers = array(NUMBERS)
    numbers.frombytes(data)
    return numbers


def as_text(stamp: Stamp | None) -> str:
    return f"{stamp[0]} {stamp[1]}" if stamp is not None else ""


def as_stamp(text: str) -> Stamp | None:
    size, _, changed = text.partition(" ")
    return (int(size), int(changed)) if text else None


def as_file_stamp(text: str) -> FileStamp:
    """Raises ValueError for what is none."""
    size, content, own, number = map(int, text.split())
    return size, content, own, number


def as_read(value: object) -> Read:
    """A read as it was before it became JSON, which has no tuples."""
    assert isinstance(value, list)
    return tuple([as_read(one) if type(one) is list else one for one in value])


def as_message(fields: Mapping[str, object]) -> Message:
    given = dict(fields)
    chain = given.pop("included_from")
    assert isinstance(chain, list)
    return Message(**given, included_from=tuple((path, line) for path, line in chain))  # type: ignore[arg-type]  # as written by asdict
