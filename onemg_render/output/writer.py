"""Writes a build: all of it is staged, then the destination is cleaned, then each file is moved in whole.

A build that fails before that leaves the destination as it was; one that is killed later leaves whole files
only, old or new, and the next build puts them right.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import EXDEV
from pathlib import Path
from typing import Final

from onemg_render.errors import OutputError
from onemg_render.hooks import Hooks
from onemg_render.output.cleaner import clean, folders_of
from onemg_render.output.destination import STAGING, Destination
from onemg_render.output.files import Copied, OutputFile, Rendered, stamp_of
from onemg_render.reporting import Reporter

LONG: Final = 60
LONG_PATH: Final = 200
"""Characters of a name, and of a path, from which on some system may find them too long."""
NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Written:
    """Paths in the destination that a build changed, sorted."""

    written: list[Path]
    removed: list[Path]


def write(
    files: Iterable[OutputFile],
    destination: Destination,
    *,
    hooks: Hooks,
    reporter: Reporter,
    links: bool = False,
    conflicts: bool = True,
    force: bool = False,
) -> Written:
    """Make `destination` hold exactly `files` and what it keeps; files whose bytes are right are not touched.

    files: of two for one path the later wins. links: links among copied files stay links, else what they
    lead to is copied. conflicts: warn of two files for one path. force: clean any destination.
    Raises OutputError; until everything is staged nothing has changed.
    """
    planned = plan(files, destination.folder, reporter, conflicts=conflicts)
    staging = destination.folder / STAGING
    with _placed(str(destination.folder)):
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
    try:
        staged = _stage(planned, destination, links=links)
        removed = clean(destination, planned.keys(), hooks, force=force)
        destination.note()
        for name, path in staged.items():
            with _placed(planned[name].source, name):
                _move(path, destination.folder / name)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Written(sorted(destination.folder / name for name in staged), sorted(removed))


def plan(
    files: Iterable[OutputFile], folder: Path, reporter: Reporter, *, conflicts: bool
) -> dict[str, OutputFile]:
    """Files by destination. Raises OutputError if a path is one's file and another's folder."""
    planned: dict[str, OutputFile] = {}
    sources: dict[str, list[str]] = {}
    for file in files:
        planned[file.destination] = file
        if not (isinstance(file, Rendered) and file.may_share):
            sources.setdefault(file.destination, []).append(file.source)
    if conflicts:
        _report_conflicts(sources, folder, reporter)
    for above in folders_of(planned.keys()) & planned.keys():
        inner = next(file for name, file in planned.items() if name.startswith(f"{above}/"))
        raise OutputError(
            f"{planned[above].source} is written to {above}, which {inner.source} needs as a folder",
            path=planned[above].source,
            hint="give one of them another permalink",
        )
    return planned


def _report_conflicts(sources: Mapping[str, list[str]], folder: Path, reporter: Reporter) -> None:
    for destination, names in sources.items():
        if len(names) > 1:
            reporter.warn(
                "The following destination is shared by multiple files. "
                f"{folder / destination}: {', '.join(names)}",
                topic="Conflict",
                path=names[-1],
                hint="the last of them is written; give one of them another permalink",
            )


def _stage(planned: Mapping[str, OutputFile], destination: Destination, *, links: bool) -> dict[str, Path]:
    """Every file that is not yet right in the destination, under a number in the staging folder."""
    staged: dict[str, Path] = {}
    folder = str(destination.folder)
    places = Places(destination)
    for number, (name, file) in enumerate(planned.items()):
        target = f"{folder}/{name}"
        if isinstance(file, Rendered) and file.stamp is not None and stamp_of(target) == file.stamp:
            continue
        place = destination.folder / STAGING / str(number)
        with _placed(file.source, name):
            places.check(name)
            if isinstance(file, Copied):
                changed = _stage_copy(Path(file.path), Path(target), place, links=links)
            elif changed := not _holds(Path(target), file):
                place.write_bytes(file.read())
            if changed:
                staged[name] = place
    return staged


class Places:
    """Whether files can be put into a folder under their names, asked before anything in it changes."""

    def __init__(self, destination: Destination) -> None:
        self._folder = destination.folder
        self._real = destination.folder.resolve()
        self._keeps = destination.keeps()
        self._checked: set[str] = set()

    def check(self, name: str) -> None:
        """Raises OSError, ValueError for a name that the system does not take, and for one that a kept link
        leads out of the folder.
        """
        above, _, last = name.rpartition("/")
        if len(last) > LONG or len(name) > LONG_PATH:
            self._check_length(self._folder / last)
            self._check_length(self._folder / name)
        if above and above not in self._checked:
            self._checked.add(above)
            self.check(above)
            place = self._folder / above
            if self._keeps(above) and place.is_symlink() and not place.resolve().is_relative_to(self._real):
                raise OSError(EXDEV, f"{above} is a link that leads out of the destination")

    def _check_length(self, path: Path) -> None:
        with suppress(FileNotFoundError, NotADirectoryError):
            path.lstat()


def _holds(target: Path, file: Rendered) -> bool:
    """Whether the destination has the bytes of this content already."""
    stamp = stamp_of(target)
    if stamp is None:
        return False
    content = file.read()
    try:
        return stamp[0] == len(content) and target.read_bytes() == content
    except OSError:
        return False


def _stage_copy(source: Path, target: Path, place: Path, *, links: bool) -> bool:
    """A copy of `source` with its time and mode; nothing if `target` has the same size and time."""
    if links and source.is_symlink():
        link = source.readlink()
        if target.is_symlink() and target.readlink() == link:
            return False
        place.symlink_to(link)
        return True
    status = source.stat()
    if not target.is_symlink() and target.is_file():
        there = target.stat()
        if (there.st_size, there.st_mtime_ns) == (status.st_size, status.st_mtime_ns):
            return False
    with (
        source.open("rb") as original,
        os.fdopen(os.open(place, NEW, status.st_mode & 0o777), "wb") as copy,
    ):
        shutil.copyfileobj(original, copy, 1 << 20)
    os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))
    return True


def _move(staged: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    Path(staged).replace(target)


@contextmanager
def _placed(source: str, name: str | None = None) -> Iterator[None]:
    """Trouble with the file system as an OutputError that names the file."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise OutputError(
            f"{name or source} cannot be written: {reason}",
            path=source if name else None,
            hint="check the space, the permissions and the name",
        ) from error
