"""Removes what an earlier build left in the destination (upstream `lib/jekyll/cleaner.rb`)."""

import os
from collections.abc import Collection
from pathlib import Path

from onemg_render.errors import OutputError
from onemg_render.hooks import Hooks
from onemg_render.output.destination import Destination

SHOWN = 5


def obsolete(destination: Destination, new: Collection[str]) -> list[str]:
    """What is to go before the files `new` are written: all they do not name, and what is in their way."""
    if not destination.folder.is_dir():
        return []
    folders = folders_of(new)
    there = destination.existing()
    return [name for name, is_folder in there if not (name in folders if is_folder else name in new)]


def folders_of(files: Collection[str]) -> set[str]:
    """All folders above these files."""
    folders: set[str] = set()
    for file in files:
        folder = file.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def clean(destination: Destination, new: Collection[str], hooks: Hooks, *, force: bool) -> list[str]:
    """Remove what is obsolete and return it: relative, with slashes.

    Hooks `clean`/`on_obsolete` may change the list of paths first.
    Raises OutputError if something would be lost that no earlier build has written, unless `force`.
    """
    paths = [destination.folder / path for path in obsolete(destination, new)]
    if paths and not force and not destination.is_known():
        raise _refusal(destination, paths)
    doomed = [str(path) for path in paths]
    hooks.trigger("clean", "on_obsolete", doomed)
    inside = f"{destination.folder}{os.sep}"
    removed = [Path(path) for path in doomed if path.startswith(inside)]
    for path in removed:
        _remove(path)
    return [path.relative_to(destination.folder).as_posix() for path in removed]


def _refusal(destination: Destination, paths: list[Path]) -> OutputError:
    names = ", ".join(str(path.relative_to(destination.folder)) for path in paths[:SHOWN])
    more = f" and {len(paths) - SHOWN} more" if len(paths) > SHOWN else ""
    return OutputError(
        f"the destination {destination.folder} holds what no build has written: {names}{more}",
        hint="choose an empty folder, list what shall stay in keep_files, or remove it all with --force",
    )


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            from shutil import rmtree  # with modules for archives, and few builds lose a folder

            rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except FileNotFoundError:
        return
    except OSError as error:
        raise OutputError(
            f"{path} cannot be removed: {(error.strerror or str(error)).lower()}",
            hint="check its permissions",
        ) from error
