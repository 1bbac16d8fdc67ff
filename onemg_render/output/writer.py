"""Writes a build: all of it is staged, then the destination is cleaned, then each file is moved in whole.

A build that fails before that leaves the destination as it was; one that is killed later leaves whole files
only, old or new, and the next build puts them right.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EXDEV
from pathlib import Path
from stat import S_ISLNK
from typing import Final, NamedTuple

from onemg_render.errors import OutputError
from onemg_render.hooks import Hooks
from onemg_render.output.cleaner import clean, folders_of
from onemg_render.output.destination import STAGING, Destination
from onemg_render.output.files import Copied, OutputFile, Rendered, stamp_of
from onemg_render.output.staging import staging_in
from onemg_render.reporting import Reporter

LARGE_PIECE: Final = 1 << 20
LONG: Final = 60
LONG_PATH: Final = 200
"""Characters of a name, and of a path, from which on some system may find them too long."""
NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Written(NamedTuple):
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
    with _placed(str(destination.folder)), staging_in(destination.folder) as place:
        staged = _stage(planned, destination, place, links=links)
        removed = clean(destination, planned.keys(), hooks, force=force)
        destination.note()
        _move_in(staged, planned, str(destination.folder))
    return Written([destination.folder / name for name in sorted(staged)], sorted(removed))


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
                key="permalink",
                hint="the last of them is written; give one of them another permalink",
            )


def _stage(
    planned: Mapping[str, OutputFile], destination: Destination, staging: Path, *, links: bool
) -> dict[str, str]:
    """Every file that is not yet right in the destination, under a number in the folder `staging`."""
    staged: dict[str, str] = {}
    folder = str(destination.folder)
    is_new = all(entry.name == STAGING for entry in destination.folder.iterdir())
    places = Places(destination)
    for number, (name, file) in enumerate(planned.items()):
        target = None if is_new else f"{folder}/{name}"
        place = f"{staging}/{number}"
        with _placed(file.source, name):
            places.check(name)
            if isinstance(file, Copied):
                changed = _stage_copy(file.path, target, place, links=links)
            else:
                changed = _stage_content(file, target, place)
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


def _stage_content(file: Rendered, target: str | None, place: str) -> bool:
    """The content of `file`; nothing if `target` holds it already. target: None where nothing can be."""
    stamp = None if target is None else stamp_of(target)
    if stamp is not None and stamp == file.stamp:
        return False
    content = file.read()
    if target is not None and stamp is not None and stamp[0] == len(content) and _holds(target, content):
        return False
    with os.fdopen(os.open(place, NEW, 0o666), "wb") as out:
        out.write(content)
    return True


def _holds(target: str, content: bytes) -> bool:
    try:
        return Path(target).read_bytes() == content
    except OSError:
        return False


def _stage_copy(source: str, target: str | None, place: str, *, links: bool) -> bool:
    """A copy of `source` with its time and mode; nothing if `target` has the same size and time."""
    status = Path(source).stat(follow_symlinks=not links)
    if S_ISLNK(status.st_mode):
        return _stage_link(source, target, place)
    if target is not None and stamp_of(target) == (status.st_size, status.st_mtime_ns):
        return False
    with (
        Path(source).open("rb", buffering=0) as original,
        os.fdopen(os.open(place, NEW, status.st_mode & 0o777), "wb") as copy,
    ):
        shutil.copyfileobj(original, copy, min(status.st_size + 1, LARGE_PIECE))
    os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))
    return True


def _stage_link(source: str, target: str | None, place: str) -> bool:
    """A link like `source`; nothing if `target` is one."""
    link = Path(source).readlink()
    if target is not None and Path(target).is_symlink() and Path(target).readlink() == link:
        return False
    Path(place).symlink_to(link)
    return True


def _move_in(staged: Mapping[str, str], planned: Mapping[str, OutputFile], folder: str) -> None:
    """Give every staged file its place."""
    made: set[str] = set()
    for name, path in staged.items():
        above = name.rpartition("/")[0]
        with _placed(planned[name].source, name):
            if above not in made:
                Path(folder, above).mkdir(parents=True, exist_ok=True)
                made.add(above)
            Path(path).replace(f"{folder}/{name}")


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
