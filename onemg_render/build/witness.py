"""Describes what a build depended on and what it wrote, so that the next one sees that nothing has changed.

The description is the `.seen` file that `unchanged` reads, in parts: a number of its own, a digest of the
settings, the build's time, the moments between which the clock changes nothing; then the places of the
sources, an empty part, and those of the destination.
"""

import os
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, Self

from onemg_render.build import places
from onemg_render.build.assembly import Assembly
from onemg_render.build.graph import Graph
from onemg_render.build.options import BuildOptions
from onemg_render.build.unchanged import (
    ABSENT,
    FILE,
    FOLDER,
    LINE_END,
    PLACES,
    SEEN,
    SETTING,
    TIME,
    digest,
    is_current,
    is_same,
    listed,
    parts_of,
    status_of,
    surroundings,
    write_parts,
)
from onemg_render.site import Site
from onemg_render.util.stamps import file_stamp, is_settled

HOW_TO_SAY_IT: Final = frozenset({"quiet", "verbose", "profile"})
NEVER: Final = 1 << 63
IN_SECONDS: Final = 1_000_000_000


class Doubt(Exception):
    """Something has changed since the build began, or may change without a sign."""


class Witness(NamedTuple):
    """What is known when the parts of a build are together. path: of the `.seen` file.

    start: when the build began, in nanoseconds by the clock of the sources' file system.
    ours: names that the build itself makes; theirs: what else was in the folders where it makes them.
    """

    path: Path
    setting: str
    start: int
    ours: frozenset[str]
    theirs: Mapping[str, frozenset[str]]

    @classmethod
    def of(
        cls, store: Path, given: Mapping[str, object], options: BuildOptions, parts: Assembly, start: int
    ) -> Self:
        """store: where results of the build are kept. given, options: as `build` got them."""
        wanted = sorted((key, repr(value)) for key, value in given.items() if key not in HOW_TO_SAY_IT)
        made = (parts.config.destination, store.parent, store.parent.parent)
        ours = frozenset(place.name for place in made)
        folders = (place.parent for place in made if place.parent.is_dir())
        return cls(
            path=store.with_suffix(SEEN),
            setting=digest(repr((wanted, options, surroundings()))),
            start=start - lag(store.parent),
            ours=ours,
            theirs={folder.as_posix(): frozenset(os.listdir(folder)) - ours for folder in folders},  # noqa: PTH208 - names, no paths
        )

    def time(self) -> datetime | None:
        """The time of the last build, if nothing that it depended on has changed."""
        seen = parts_of(str(self.path))
        with suppress(ValueError, IndexError):
            if seen is not None and seen[SETTING] == self.setting and is_current(seen):
                sources = seen[PLACES : seen.index("", PLACES)]
                return datetime.fromisoformat(seen[TIME]) if all(map(is_same, sources)) else None
        return None

    def testify(self, parts: Assembly, site: Site, graph: Graph) -> str | None:
        """Write down what there is after a build; answers the number of that, None if there is any doubt."""
        self.forget()
        read = graph.files_read
        searched = [*map(os.path.dirname, read), *graph.folders_searched]
        files = dict.fromkeys([*places.files(parts), *read])
        until = min(
            [NEVER, *(int(moment.timestamp()) * IN_SECONDS for moment in places.moments(parts, site))]
        )
        scan = cache(entries_of)
        try:
            folders = dict.fromkeys([*places.folders(parts, site, scan), *searched])
            sources = [*(self._folder(path, scan(path)) for path in folders), *map(self._file, files)]
            outputs = [folder(path, scan(path)) for path in places.outputs(parts.config, scan)]
        except (OSError, Doubt):
            return None
        number = os.urandom(16).hex()
        heading = [number, self.setting, site.time.isoformat(), str(self.start), str(until)]
        is_written = write_parts(str(self.path), [*heading, *sources, "", *outputs])
        return number if is_written else None

    def forget(self) -> None:
        """What was seen may be so no more."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _folder(self, path: str, entries: Sequence[os.DirEntry[str]] | None) -> str:
        """A folder of the sources. Raises Doubt if it has changed since the build began."""
        if entries is None:
            return folder(path, None)
        theirs = self.theirs.get(path)
        if theirs is None:
            self._check(os.stat(path))  # noqa: PTH116 - as in `unchanged`
        elif {entry.name for entry in entries} - self.ours != theirs:
            raise Doubt
        for entry in entries:
            if not entry.is_dir():
                self._check(status_of(entry))
        return folder(path, entries)

    def _file(self, path: str) -> str:
        try:
            status = os.stat(path)  # noqa: PTH116 - as in `unchanged`
        except OSError:
            return place(FILE, path, ABSENT)
        self._check(status)
        return place(FILE, path, repr(file_stamp(status)))

    def _check(self, status: os.stat_result) -> None:
        if not is_settled(file_stamp(status), self.start):
            raise Doubt


def entries_of(path: str) -> Sequence[os.DirEntry[str]] | None:
    """What is in a folder; None if it is not there. Raises OSError."""
    try:
        with os.scandir(path) as entries:
            return list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return None


def folder(path: str, entries: Sequence[os.DirEntry[str]] | None) -> str:
    """The description of a folder with these in it. Raises Doubt."""
    return place(FOLDER, path, ABSENT if entries is None else listed(entries))


def place(kind: str, path: str, there: str) -> str:
    """The description of a place. Raises Doubt for a path that could be mistaken."""
    if LINE_END in path:
        raise Doubt
    path = path.replace("\n", LINE_END)
    return f"{kind} {path}\n{there}"


def lag(folder: Path) -> int:
    """By how many nanoseconds the clock of a folder's file system is behind ours, if that can be seen."""
    probe = folder / f"clock-{os.getpid()}"
    try:
        probe.write_bytes(b"")
        behind = time.time_ns() - probe.stat().st_mtime_ns
        probe.unlink()
    except OSError:
        return 0
    return max(0, behind)
