"""Paths as Jekyll joins, matches and globs them (upstream `lib/jekyll/path_manager.rb`, Ruby's File and Dir).

A path is a string with forward slashes on every system.
"""

import os
import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from onemg_render.errors import PatternError
from onemg_render.util.patterns import regex

DRIVE: Final = regex(r"\A/?\w:/")
SLASHES: Final = regex("/{2,}")
MAGIC: Final = regex(r"[*?\[\\]")
MOST_ALTERNATIVES: Final = 1000


def within(base: str, *questionable: str | None) -> str:
    """Jekyll.sanitized_path: each path joined below `base`, with no way out of it.

    `..` stops at `base`; a path that already lies in `base` is taken as it is.
    """
    for path in questionable:
        if path is not None and path != base:
            base = _joined(base, path)
    return base


def _joined(base: str, path: str) -> str:
    # Taken as a path below a root of its own, so that `..` cannot climb; `~` is a name, not a home.
    clean = SLASHES.sub("/", posixpath.normpath(path if path.startswith("/") else "/" + path))
    if clean == base or clean.startswith(base.rstrip("/") + "/"):
        return clean
    if DRIVE.match(path) and path.startswith(base.rstrip("/") + "/"):
        return posixpath.normpath(path)
    return (base.rstrip("/") + DRIVE.sub("/", clean)).rstrip("/") or "/"


def files_in(folder: Path) -> list[Path]:
    """All files below `folder`, sorted; however deep they lie, which `Path.rglob` does not bear."""
    found: list[Path] = []
    folders = [str(folder)]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.is_file():
                    found.append(Path(entry.path))
    return sorted(found)


def extname(path: str) -> str:
    """Ruby's File.extname: `.gz` of `a.tar.gz`, `.` of `a.`, nothing of `.htaccess`."""
    stem, dot, extension = path.rpartition("/")[2].lstrip(".").rpartition(".")
    return dot + extension if stem else ""


def fnmatch(pattern: str, path: str) -> bool:
    """Ruby's File.fnmatch(pattern, path) without flags: `*` and `?` match `/` too, but no leading dot."""
    if not MAGIC.search(pattern):
        return pattern == path
    regexp = _compiled(pattern, r"[\s\S]*", r"[\s\S]")
    if regexp is None or (path.startswith(".") and pattern[:1] in ("*", "?", "[")):
        return False
    return regexp.fullmatch(path) is not None


@lru_cache(maxsize=1024)
def _compiled(pattern: str, star: str, question: str) -> re.Pattern[str] | None:
    regexp = _translated(pattern, star, question)
    return None if regexp is None else re.compile(regexp)


def _translated(pattern: str, star: str, question: str) -> str | None:
    """`pattern` as a regular expression; None if it can match nothing (a bracket that does not close)."""
    out: list[str] = []
    stars: list[int] = []
    at = 0
    while at < len(pattern):
        character = pattern[at]
        at += 1
        if character == "*":
            if not stars or stars[-1] != len(out) - 1:
                stars.append(len(out))
                out.append(star)
        elif character == "?":
            out.append(question)
        elif character == "[":
            bracket, at = _bracket(pattern, at)
            if bracket is None:
                return None
            out.append(bracket)
        else:
            if character == "\\":  # takes the next character as it is; nothing at the end
                character = pattern[at : at + 1]
                at += 1
            out.append(re.escape(character))
    return _bound(["".join(out[low:high]) for low, high in pairwise([0, *stars, len(out)])], star)


def _bound(parts: list[str], star: str) -> str:
    """The parts of a pattern, of which all but the first begin with a star, as one.

    What stands between two stars is right where it is found first, so that nothing is tried twice.
    """
    between = (f"(?>{star}?{part.removeprefix(star)})" for part in parts[1:-1])
    return "".join([parts[0], *between, *parts[1:][-1:]])


def _bracket(pattern: str, at: int) -> tuple[str | None, int]:
    """The set that opens before `at` as a regular expression, and where it ends (Ruby's dir.c bracket())."""
    negated = pattern[at : at + 1] in ("!", "^")
    at += negated
    members: list[str] = []
    while at < len(pattern) and pattern[at] != "]":
        low, at = _member(pattern, at)
        high = low
        if pattern[at : at + 1] == "-" and pattern[at + 1 : at + 2] not in ("", "]"):
            high, at = _member(pattern, at + 1)
        if low <= high:
            members.append(f"{re.escape(low)}-{re.escape(high)}")
    if at >= len(pattern):
        return None, at
    if not members:
        return (r"[\s\S]" if negated else r"[^\s\S]"), at + 1
    return f"[{'^' if negated else ''}{''.join(members)}]", at + 1


def _member(pattern: str, at: int) -> tuple[str, int]:
    if pattern[at] == "\\" and at + 1 < len(pattern):
        return pattern[at + 1], at + 2
    return pattern[at], at + 1


def glob(base: Path, pattern: str) -> list[str]:
    """Ruby's Dir.glob(pattern, base: base): paths below `base` in Ruby's order; knows `**/` and `{a,b}`.

    Raises PatternError.

    Names with a leading dot are matched by a leading dot in the pattern only; a name in `base` itself never
    acts as a pattern. `**/` does not follow links.
    """
    # A slash at the end is an empty last part: the folder itself.
    patterns = [tuple(re.sub("/+", "/", one.lstrip("/")).split("/")) for one in alternatives(pattern)]
    return list(dict.fromkeys(_walk(base, "", [parts for parts in patterns if parts != ("",)])))


def alternatives(pattern: str) -> Iterator[str]:
    """`a{b,c}d` -> `abd`, `acd`; braces nest. Raises PatternError if they stand for too many patterns."""
    pending, count = [pattern], 0
    while pending:
        one = pending.pop()
        choices = _choices(one)
        if choices is None:
            count += 1
            yield one
        else:
            pending += reversed(choices)
        if count + len(pending) > MOST_ALTERNATIVES:
            raise PatternError(f"the braces of `{pattern}` stand for more than {MOST_ALTERNATIVES} patterns")


def _choices(pattern: str) -> list[str] | None:
    """The pattern with each choice of its first braces; None if it has none that close."""
    start = pattern.find("{")
    depth, cuts = 0, [start]
    for at in range(max(start, 0), len(pattern) if start >= 0 else 0):
        depth += {"{": 1, "}": -1}.get(pattern[at], 0)
        if depth == 1 and pattern[at] == ",":
            cuts.append(at)
        if depth == 0:
            return [
                pattern[:start] + pattern[low + 1 : high] + pattern[at + 1 :]
                for low, high in zip(cuts, [*cuts[1:], at], strict=True)
            ]
    return None


def _walk(base: Path, prefix: str, patterns: list[tuple[str, ...]]) -> Iterator[str]:
    """What matches below `prefix`, entry by entry: each before what lies in it."""
    wanted = list(dict.fromkeys(patterns))
    for parts in wanted:  # grows: `**/a` also means `a`
        if _is_recursive(parts) and parts[1:] not in wanted:
            wanted.append(parts[1:])
    if ("",) in wanted and prefix:
        yield prefix
    wanted = [parts for parts in wanted if parts != ("",)]
    folder = base / prefix
    for name in _candidates(folder, wanted):
        rests = [rest for parts in wanted for rest in _rests(folder, name, parts)]
        if () in rests:
            yield prefix + name
        below = [rest for rest in rests if rest]
        if below and (folder / name).is_dir():
            yield from _walk(base, f"{prefix}{name}/", below)


def _rests(folder: Path, name: str, parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What of a pattern is left to match once `name` has matched its beginning."""
    if not _is_recursive(parts):
        if _matches(name, parts[0]):
            yield parts[1:]
    elif not name.startswith(".") and not (folder / name).is_symlink():
        yield parts


def _is_recursive(parts: tuple[str, ...]) -> bool:
    return parts[0] == "**" and len(parts) > 1


def _candidates(folder: Path, wanted: list[tuple[str, ...]]) -> list[str]:
    """The names in `folder`; only those that are wanted by name, if no pattern is among them."""
    plain = [parts[0] for parts in wanted if not MAGIC.search(parts[0])]
    if len(plain) == len(wanted):
        return [name for name in dict.fromkeys(plain) if (folder / name).exists()]
    return [*(name for name in plain if name in (".", "..")), *_names(folder)]


def _matches(name: str, part: str) -> bool:
    if not MAGIC.search(part):
        return name == part
    regexp = _compiled(part, "[^/]*", "[^/]")
    if regexp is None or name in (".", "..") or (name[0] == "." and part[0] != "."):
        return False
    return regexp.fullmatch(name) is not None


def _names(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []
