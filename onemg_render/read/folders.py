"""Folders listed in the order that the site depends on: by name, as Ruby's sorted globs have it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from onemg_render.errors import ReadError
from onemg_render.util.patterns import regex

NO_TEXT: Final = regex("[\ud800-\udfff]")
DEEPEST: Final = 400
"""So many folders may lie in each other: each takes a place on Python's stack while it is read."""


def entries(folder: str, path: str) -> list[os.DirEntry[str]]:
    """What is in `folder`, sorted.

    Raises ReadError, naming `path`, if it cannot be listed, is too deep, or holds a name that is no text.
    """
    if path.count("/") > DEEPEST:
        raise ReadError(
            f"more than {DEEPEST} folders lie in each other", path=path.lstrip("/").partition("/")[0]
        )
    try:
        with os.scandir(folder) as found:
            listed = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        raise unreadable(path, error, "folder") from error
    for entry in listed:
        if not entry.name.isascii() and NO_TEXT.search(entry.name):
            raise ReadError(f"the name {entry.name!a} in the folder {path} is not UTF-8", hint="rename it")
    return listed


def files_below(folder: str, path: str, *, hidden: bool = False, inner: str = "") -> Iterator[str]:
    """All files below `folder`, relative to it, folder by folder in order, as Ruby's Dir["**/*"].

    Linked folders are not entered. hidden: names with a leading dot count too.
    """
    for entry in entries(folder, path):
        if entry.name.startswith(".") and not hidden:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(
                entry.path, f"{path}/{entry.name}", hidden=hidden, inner=f"{inner}{entry.name}/"
            )
        elif not entry.is_dir():
            yield f"{inner}{entry.name}"


def unreadable(path: str, error: OSError, kind: str = "file") -> ReadError:
    reason = (error.strerror or str(error)).lower()
    return ReadError(
        f"the {kind} cannot be read: {reason}", path=path, hint="check that it exists and may be read"
    )


def is_link_loop(folder: str) -> bool:
    """Whether a linked folder is one of those that it lies in."""
    return any(parent.samefile(folder) for parent in Path(folder).parents)


def is_vanished(path: str, error: OSError) -> bool:
    """Whether a file went away between being listed and being read; a link to nowhere is still there."""
    return isinstance(error, FileNotFoundError) and not os.path.lexists(path)
