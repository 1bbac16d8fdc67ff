"""Layouts of the site and its theme (upstream `lib/jekyll/readers/layout_reader.rb`)."""

from pathlib import Path
from typing import Final

from onemg_render.errors import FrontMatterError, ReadError
from onemg_render.read.folders import files_below, unreadable
from onemg_render.read.pages import page_data
from onemg_render.read.reading import Reading
from onemg_render.site import Layout

NATIVE: Final = ".jinja"


def read_layouts(reading: Reading) -> None:
    """All layouts by name. Of two with one name the first folder wins; in one folder the later file does."""
    layouts = reading.site.layouts
    for folder in reading.site.tree.layouts:
        found = _read_folder(reading, folder) if folder.is_dir() else {}
        layouts.update({name: layout for name, layout in found.items() if name not in layouts})


def _read_folder(reading: Reading, folder: Path) -> dict[str, Layout]:
    found: dict[str, Layout] = {}
    base = folder.as_posix()
    for entry in files_below(base, reading.known_as(folder)):
        name = name_of(entry)
        path = f"{base}/{entry}"
        if name != entry and reading.filter.reason("", entry, path) is None:
            layout = _read(reading, path, f"{reading.known_as(folder)}/{entry}", name)
            if layout is not None:
                found[name] = layout
    return found


def name_of(entry: str) -> str:
    """A layout's name: its path without the ending, and without the one before `.jinja`."""
    folder, slash, name = entry.rpartition("/")
    plain = name.removesuffix(NATIVE)
    stem, dot, _ = plain.rpartition(".")
    return folder + slash + (stem if dot else plain)


def _read(reading: Reading, path: str, relative_path: str, name: str) -> Layout | None:
    try:
        file = reading.open_file(path, whole=True)
    except OSError as error:  # upstream only warns, and the layout is an empty one
        reading.warn(unreadable(relative_path, error))
        return Layout(name=name, path=path, relative_path=relative_path)
    try:
        parts = reading.parts(file)
        data = page_data(reading, file, parts, relative_path)
    except (FrontMatterError, ReadError) as error:
        reading.fail(error.located(relative_path))
        return None
    return Layout(
        name=name, path=path, relative_path=relative_path, data=data, content=parts.content, line=parts.line
    )
