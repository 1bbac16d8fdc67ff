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
    read = list(files)
    tops = dict.fromkeys([*beside, *(file.parent for file in read)])
    inner: set[Path] = {Path()}
    for file in read:
        for top in tops:
            if file.is_relative_to(top):
                found = file.relative_to(top)
                inner.update((*found.parents, found.parent / name_of(file.name)))
    folders = {top / path for top in tops for path in inner}
    names = {INDEX, *(name_of(file.name) for file in read), *(part for path in inner for part in path.parts)}
    return tuple(sorted(str(folder) for folder in folders if folder.is_dir())), tuple(sorted(names))


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
