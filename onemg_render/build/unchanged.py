"""Answers a build in which nothing has changed, without loading the engine.

After a build that went well, two files lie beside its store. `.seen` describes all that the build depended
on and all that it wrote: folders with the stamps of their files, single files, and how long the clock changes
nothing. `.said` holds what a command line made of it: a digest of the command, and what it printed. If the
same command comes again and all looks as it did, the same is said again. Any doubt ends in a build.

This module imports nothing heavy and nothing that does.
"""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from typing import Final

import onemg_render
from onemg_render.util.stamps import file_stamp

SEEN: Final = ".seen"
SAID: Final = ".said"
FORMAT: Final = "onemg 1"
APART: Final = "\0"
LINE_END: Final = "\x1f"
"""Stands for a line end in a path, in the heading of a place."""
FOLDER: Final = "folder"
FILE: Final = "file"
ABSENT: Final = "absent"
SETTING, TIME, SINCE, UNTIL, PLACES = range(1, 6)
"""The parts of a `.seen` file, after its number."""
SECONDS: Final = "@seconds@"
"""Stands in a `.said` file for how long it took."""
SAFE: Final = "--safe"
"""With it, nothing that lies in the source is believed."""
COMMANDS: Final = frozenset({"build", "b"})
CACHE: Final = ".jekyll-cache/onemg"
PASSING: Final = frozenset({"_", "SHLVL", "OLDPWD", "PWD", "COLUMNS", "LINES"})
"""Variables of the environment that change from one command to the next and say nothing to a build."""


def answered(arguments: list[str]) -> bool:
    """Whether `onemg ARGUMENTS` would find the site built already; if so it has been said."""
    if COMMANDS.isdisjoint(arguments) or SAFE in arguments:
        return False
    start = time.perf_counter()
    for stem in stems(f"{source_of(arguments)}/{CACHE}"):
        said, seen = parts_of(stem + SAID), parts_of(stem + SEEN)
        if said and seen and said[:2] == [seen[0], asked(arguments)] and is_as_seen(seen):
            repeat(said[2:], time.perf_counter() - start)
            return True
    return False


def stems(folder: str) -> Iterator[str]:
    """Of the `.said` files in `folder`."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - pathlib takes as long to load as all this
    except OSError:
        return
    for name in names:
        if name.endswith(SAID):
            yield f"{folder}/{name.removesuffix(SAID)}"


def source_of(arguments: list[str]) -> str:
    """The folder that the options name as the source. Whoever errs here finds nothing, and builds."""
    for at, word in enumerate(arguments):
        if word.startswith("--source="):
            return word.partition("=")[2]
        if word in ("-s", "--source"):
            return (arguments[at + 1 :] or ["."])[0]
    return "."


def asked(arguments: list[str]) -> str:
    """A digest of a command and of the world in which it was given."""
    terminal = [stream.isatty() for stream in (sys.stdout, sys.stderr)]
    return digest(repr((arguments, os.getcwd(), terminal, surroundings())))  # noqa: PTH109 - as above


def surroundings() -> tuple[object, ...]:
    """What a build depends on beside its sources and settings: the environment and the code."""
    environment = sorted(pair for pair in os.environ.items() if pair[0] not in PASSING)
    return environment, sys.executable, sys.version, code()


@cache
def code() -> tuple[object, ...]:
    """The engine's version, when its files last changed, and when packages were last added or removed.

    Looked at once: what changes later is not the code that this process runs.
    """
    newest, count = 0, 0
    pending = [os.path.dirname(onemg_render.__file__)]  # noqa: PTH120 - as above
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        pending.append(entry.path)
                elif entry.name.endswith((".py", ".html", ".xml")):
                    newest, count = max(newest, entry.stat().st_mtime_ns), count + 1
    installed = [(path, look(path)) for path in sys.path if path.endswith("-packages")]
    return onemg_render.__version__, newest, count, installed


def parts_of(path: str) -> list[str] | None:
    """The parts of a file that `write_parts` wrote; None if there is none."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:  # noqa: PTH123 - as above
            parts = file.read().split(APART)
    except OSError:
        return None
    return parts[1:-1] if parts[0] == FORMAT and parts[-1] == FORMAT else None


def write_parts(path: str, parts: list[str]) -> bool:
    """Whether `parts` could be written to a file, in place of what is there, wholly or not at all."""
    new = f"{path}.{os.getpid()}"
    try:
        with open(new, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:  # noqa: PTH123 - as above
            file.write(APART.join([FORMAT, *parts, FORMAT]))
        os.replace(new, path)  # noqa: PTH105 - as above
    except (OSError, UnicodeEncodeError):
        return False
    return True


def is_as_seen(seen: list[str]) -> bool:
    """Whether all that a `.seen` file describes looks as it did, and the clock still allows that."""
    try:
        return is_current(seen) and all(map(is_same, filter(None, seen[PLACES:])))
    except (ValueError, IndexError):
        return False


def is_current(parts: list[str]) -> bool:
    """Whether the clock shows no earlier moment than then, and none that changes something."""
    return int(parts[SINCE]) <= time.time_ns() < int(parts[UNTIL])


def is_same(place: str) -> bool:
    """Whether a place looks as its description says: `kind path`, then what is there."""
    heading, _, there = place.partition("\n")
    kind, _, path = heading.partition(" ")
    path = path.replace(LINE_END, "\n")
    return look(path) == there if kind == FILE else is_same_folder(path, there)


def look(path: str) -> str:
    """The stamp of the file at `path`."""
    try:
        return repr(file_stamp(os.stat(path)))  # noqa: PTH116 - as above
    except OSError:
        return ABSENT


def is_same_folder(path: str, there: str) -> bool:
    """Whether a folder holds what `listed` told of it, looked at up to the first difference."""
    at = 0
    try:
        with os.scandir(path) as entries:
            for entry in in_order(entries):
                line = described(entry)
                if not there.startswith(line, at):
                    return False
                at += len(line)
    except OSError:
        return there == ABSENT
    return at == len(there)


def listed(entries: Iterable[os.DirEntry[str]]) -> str:
    """Names in a folder, with the stamps of its files."""
    return "".join(map(described, in_order(entries)))


def in_order(entries: Iterable[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
    return sorted(entries, key=lambda entry: entry.name)


def described(entry: os.DirEntry[str]) -> str:
    if entry.is_dir(follow_symlinks=False):
        return f"{entry.name}/\n"
    return f"{entry.name} {file_stamp(status_of(entry))}\n"


def status_of(entry: os.DirEntry[str]) -> os.stat_result:
    """Of what a link leads to, if that is there."""
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)


def repeat(said: list[str], seconds: float) -> None:
    """Say again what was said: texts that begin with the number of their stream."""
    for text in said:
        stream = sys.stderr if text[0] == "2" else sys.stdout
        stream.write(text[1:].replace(SECONDS, f"{seconds:.3f}"))
        stream.flush()


def digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
