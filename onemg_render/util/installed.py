"""What installed packages declare for this program, as entry points."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def declared(group: str, name: str) -> "Iterable[EntryPoint]":
    """The entry points of that group and name (packaging.python.org, "Entry points specification").

    The library that reads them loads the modules of e-mail, so it is asked only if a package has the group.
    """
    if not any(may_declare(Path(folder), group) for folder in sys.path):
        return ()
    from importlib.metadata import entry_points

    return entry_points(group=group, name=name)


def may_declare(place: Path, group: str) -> bool:
    """Whether a package in a folder has the group; in an archive it is not looked for."""
    if place.is_file():
        return True
    files = place.glob("*-info/entry_points.txt")
    return any(group in file.read_text(encoding="utf-8", errors="replace") for file in files)
