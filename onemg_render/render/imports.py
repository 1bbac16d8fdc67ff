"""Where the imports of a style sheet were looked for: a new file there may stand before one that was read.

An import is looked for beside the file that has it, then below each load path; as `name`, `_name` or
`name/_index` (the module system's own order is dart-sass's `lib/src/importer/utils.dart`).
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

ENDINGS: Final = (".scss", ".sass", ".css")
INDEX: Final = "index"


def looked_for(files: Iterable[Path], beside: Sequence[Path]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folders in which `files` were found, or could have been, and the names that matter in them.

    beside: folders in which imports were looked for, next to those of the files themselves.
    """
    read = [(file.parent, name_of(file.name)) for file in files]
    own = dict.fromkeys(folder for folder, _ in read)
    tops = dict.fromkeys([*beside, *own])
    below = {folder: relative_to_each(folder, tops) for folder in own}
    between = {above for paths in below.values() for path in paths for above in (path, *path.parents)}
    # As texts: some hundred names in each of ten folders, and paths take ten times as long.
    inner = {str(path) for path in between if path.parts}
    inner.update(str(path / name) for folder, name in read for path in below[folder])
    folders = {os.path.join(top, path) for top in map(str, tops) for path in inner}  # noqa: PTH118 - of many
    folders.update(map(str, tops))
    names = {INDEX, *(name for _, name in read), *(part for path in between for part in path.parts)}
    return tuple(sorted(filter(os.path.isdir, folders))), tuple(sorted(names))


def relative_to_each(folder: Path, tops: Iterable[Path]) -> list[Path]:
    """The ways to `folder` from those of `tops` in which it is."""
    return [folder.relative_to(top) for top in tops if folder.is_relative_to(top)]


def name_of(file: str) -> str:
    """By which name a file can be imported: `colours` for `_colours.scss`."""
    stem, ending = os.path.splitext(file)  # noqa: PTH122 - of a name, not of a path
    return (stem if ending in ENDINGS else file).removeprefix("_").removesuffix(".import")


def there(folders: Iterable[str], names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """What is in each of the folders that an import of one of these names can lead to."""
    wanted = frozenset(names)
    for folder in folders:
        try:
            entries = os.listdir(folder)  # noqa: PTH208 - names, no paths
        except OSError:
            entries = []
        yield tuple(sorted(entry for entry in entries if name_of(entry) in wanted))
