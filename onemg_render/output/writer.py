"""Writes a build: all of it is staged, then the destination is cleaned, then each file is moved in whole.

A build that fails before that leaves the destination as it was; one that is killed later leaves whole files
only, old or new, and the next build puts them right.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from errno import EXDEV
from pathlib import Path
from typing import Final, NamedTuple

from onemg_render.errors import OutputError
from onemg_render.hooks import Hooks
from onemg_render.output.cleaner import clean, folders_of
from onemg_render.output.destination import Destination
from onemg_render.output.files import OutputFile, Rendered
from onemg_render.output.stager import Stager
from onemg_render.output.staging import Staging
from onemg_render.reporting import Reporter

LONG: Final = 60
LONG_PATH: Final = 200
"""Characters of a name, and of a path, from which on some system may find them too long."""


class Written(NamedTuple):
    """Paths in the destination that a build changed: relative to it, with slashes, sorted."""

    written: Sequence[str] = ()
    removed: Sequence[str] = ()


def write(
    files: Iterable[OutputFile],
    staging: Staging,
    *,
    hooks: Hooks,
    reporter: Reporter,
    conflicts: bool = True,
    force: bool = False,
) -> Written:
    """Make the destination hold exactly `files` and what it keeps; what is right there is not touched.

    files: of two for one path the later wins. staging: closed in the end. conflicts: warn of two files for
    one path. force: clean any destination.
    Raises OutputError; until everything is staged nothing has changed.
    """
    destination = staging.destination
    planned = plan(files, destination.folder, reporter, conflicts=conflicts)
    try:
        with closing(staging):
            staged = _stage(planned, destination, staging.open())
            removed = clean(destination, planned.keys(), hooks, force=force)
            destination.note()
            _move_in(staged, planned, str(destination.folder))
    except (OSError, ValueError) as error:
        raise refused(error, str(destination.folder)) from error
    return Written(sorted(staged), sorted(removed))


def plan(
    files: Iterable[OutputFile], folder: Path, reporter: Reporter, *, conflicts: bool
) -> dict[str, OutputFile]:
    """Files by destination. Raises OutputError if a path is one's file and another's folder."""
    planned: dict[str, OutputFile] = {}
    shared: dict[str, list[OutputFile]] = {}
    for file in files:
        name = file.destination
        if name in planned:
            shared.setdefault(name, [planned[name]]).append(file)
        planned[name] = file
    if conflicts:
        _report_conflicts(shared, folder, reporter)
    for above in folders_of(planned.keys()) & planned.keys():
        inner = next(file for name, file in planned.items() if name.startswith(f"{above}/"))
        raise OutputError(
            f"{planned[above].source} is written to {above}, which {inner.source} needs as a folder",
            path=planned[above].source,
            hint="give one of them another permalink",
        )
    return planned


def _report_conflicts(shared: Mapping[str, Sequence[OutputFile]], folder: Path, reporter: Reporter) -> None:
    for destination, files in shared.items():
        names = [file.source for file in files if not (isinstance(file, Rendered) and file.may_share)]
        if len(names) > 1:
            reporter.warn(
                "The following destination is shared by multiple files. "
                f"{folder / destination}: {', '.join(names)}",
                topic="Conflict",
                path=names[-1],
                key="permalink",
                hint="the last of them is written; give one of them another permalink",
            )


def _stage(planned: Mapping[str, OutputFile], destination: Destination, stager: Stager) -> dict[str, str]:
    """Where every file waits that is not yet right in the destination."""
    staged: dict[str, str] = {}
    places = Places(destination)
    name = ""
    try:
        for number, (name, file) in enumerate(planned.items()):
            places.check(name)
            place = stager.put(file, number) if file.staged is None else file.staged.place
            if place is not None:
                staged[name] = place
    except (OSError, ValueError) as error:
        raise refused(error, planned[name].source, name) from error
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


def _move_in(staged: Mapping[str, str], planned: Mapping[str, OutputFile], folder: str) -> None:
    """Give every staged file its place."""
    made: set[str] = set()
    name = ""
    try:
        for name, path in staged.items():
            above = name.rpartition("/")[0]
            if above not in made:
                Path(folder, above).mkdir(parents=True, exist_ok=True)
                made.add(above)
            os.replace(path, f"{folder}/{name}")  # noqa: PTH105 - of every file, for which a path takes too long
    except (OSError, ValueError) as error:
        raise refused(error, planned[name].source, name) from error


def refused(error: OSError | ValueError, source: str, name: str | None = None) -> OutputError:
    """The error for what the file system does not do. name: the file's, if it is about one."""
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    return OutputError(
        f"{name or source} cannot be written: {reason}",
        path=source if name else None,
        hint="check the space, the permissions and the name",
    )
