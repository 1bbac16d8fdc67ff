"""Where the imports of a style sheet were looked for: a new file there may stand before one that was read.

An import is looked for beside the file that has it, then below each load path; as `name`, `_name` or
`name/_index` (the module system's own order is dart-sass's `lib/src/importer/utils.dart`).
"""

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

ENDINGS: Final = (".scss", ".sass", ".css")
INDEX: Final = "index"


def looked_for(files: Iterable[Path], beside: Sequence[Path]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folders in which `files` were found, or could have been, and the names that matter in them.

    beside: folders in which imports were looked for, next to those of the files themselves.
    """
    read: dict[Path, set[str]] = {}
    for file in files:
        read.setdefault(file.parent, set()).add(name_of(file.name))
    tops = dict.fromkeys([*beside, *read])
    names = {INDEX}
    wanted: dict[tuple[str, ...], set[str]] = {}
    for folder, found in read.items():
        names |= found
        for parts in relative_to_each(folder, tops):
            names.update(parts)
            wanted.setdefault(parts, set()).update(found)
            for end, part in enumerate(parts):
                wanted.setdefault(parts[:end], set()).add(part)
    places = [str(top) for top in tops]
    folders = set(filter(os.path.isdir, places))
    for place in places:
        for inner, below in wanted.items():
            folders |= folders_in(os.path.join(place, *inner), below)  # noqa: PTH118 - of many
    return tuple(sorted(folders)), tuple(sorted(names))


def relative_to_each(folder: Path, tops: Container[Path]) -> Iterator[tuple[str, ...]]:
    """The ways to `folder` from those of `tops` in which it is."""
    return (folder.parts[len(top.parts) :] for top in (folder, *folder.parents) if top in tops)


def folders_in(place: str, names: Container[str]) -> set[str]:
    """The folders with one of these names in another, which need not be there."""
    try:
        with os.scandir(place) as entries:
            return {entry.path for entry in entries if entry.name in names and entry.is_dir()}
    except OSError:
        return set()


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
