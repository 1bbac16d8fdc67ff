"""The folder that a build writes: whether it may, and what stands in it."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from onemg_render.errors import OutputError

STAGING: Final = ".onemg-staging"
RECORD: Final = "destinations"
OWN_NAME: Final = "_site"
HOMES: Final = (Path("/home"), Path("/Users"), Path("C:/Users"))


class Destination(NamedTuple):
    """folder: the destination, absolute.
    keep: `keep_files` of the configuration: beginnings of paths that cleaning leaves alone.
    memory: the folder in which builds note where they wrote; None to note nothing.
    """

    folder: Path
    keep: Sequence[str] = ()
    memory: Path | None = None

    def check(self, source: Path) -> None:
        """Raises OutputError if the destination holds the source or somebody's home, or is no folder.

        Nothing lifts this, for cleaning would take with it what no build can bring back.
        """
        folder = self.folder.resolve()
        if source.resolve().is_relative_to(folder):
            raise OutputError(
                f"the destination {self.folder} is or contains the source",
                hint="choose a folder of its own, such as _site",
            )
        if is_home(folder):
            raise OutputError(
                f"the destination {self.folder} is or contains somebody's home",
                hint="choose a folder of its own, such as _site",
            )
        if self.folder.exists() and not self.folder.is_dir():
            raise OutputError(
                f"the destination {self.folder} is no folder", hint="remove the file, or choose another"
            )

    def existing(self) -> list[tuple[str, bool]]:
        """All in it but the kept, relative, with slashes, and whether each is a folder (a link is none)."""
        found: list[tuple[str, bool]] = []
        pending = [""]
        is_kept = self.keeps()
        while pending:
            inner = pending.pop()
            with os.scandir(self.folder / inner) as entries:
                for entry in entries:
                    path = inner + entry.name
                    if path == STAGING:
                        continue
                    is_folder = entry.is_dir(follow_symlinks=False)
                    if is_folder:
                        pending.append(f"{path}/")
                    if not is_kept(path):
                        found.append((path, is_folder))
        return sorted(found)

    def keeps(self) -> Callable[[str], bool]:
        """Whether cleaning leaves a path alone: it begins as a kept one, or is a folder above one."""
        keep = tuple(path.strip("/") for path in self.keep)
        above = {part for path in keep for part in map(str, Path(path).parents)}
        beginnings = tuple(path for path in keep if path)
        return lambda path: path.startswith(beginnings) or path in above

    def is_known(self) -> bool:
        """Whether an earlier build wrote it, or its name says so."""
        return self.folder.name == OWN_NAME or str(self.folder.resolve()) in self._noted()

    def note(self) -> None:
        """Remember that this destination is written by builds, if that can be kept anywhere."""
        if self.memory is None or self.is_known():
            return
        lines = [*self._noted(), str(self.folder.resolve())]
        with suppress(OSError):
            self.memory.mkdir(parents=True, exist_ok=True)
            (self.memory / RECORD).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def _noted(self) -> list[str]:
        try:
            return (
                [] if self.memory is None else (self.memory / RECORD).read_text(encoding="utf-8").splitlines()
            )
        except (OSError, UnicodeDecodeError):
            return []


def is_home(folder: Path) -> bool:
    """Whether a folder is the home of this user, holds it, or lies where the homes of all users do."""
    with suppress(RuntimeError):  # there is no home
        if Path.home().resolve().is_relative_to(folder):
            return True
    return folder.parent in (homes.resolve() for homes in HOMES)
