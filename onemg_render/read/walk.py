"""The walk through the source, folder by folder (upstream `lib/jekyll/reader.rb`)."""

import os
from pathlib import Path
from typing import Final

from onemg_render.read.folders import entries, is_link_loop
from onemg_render.read.pages import read_file
from onemg_render.read.posts import read_drafts, read_posts
from onemg_render.read.reading import Reading
from onemg_render.util.paths import within

RESERVED: Final = frozenset({"_layouts", "_includes", "_data", "_sass", "_posts", "_drafts", "_plugins"})


def read_folders(reading: Reading) -> None:
    """Pages, static files and posts of the source, the first two sorted as templates see them."""
    for root in reading.site.tree.pages:
        if root.folder.is_dir():
            read_folder(reading, f"/{root.prefix}" if root.prefix else "", root.folder.as_posix())
    if reading.compat.includes_by_path:
        for included in reading.config.strings("include"):
            read_included(reading, included.strip("/"))
    reading.site.pages.sort(key=lambda page: page.name)
    reading.site.static_files.sort(key=lambda file: file.relative_path)


def read_folder(reading: Reading, folder: str, path: str) -> None:
    """One folder: its posts, then what lies in its folders, then its own pages and static files.

    folder: from the source, with a leading slash, or empty; path: absolute. Raises ReadError.
    """
    wanted = [entry for entry in entries(path, folder or ".") if is_wanted(reading, folder, entry)]
    if holds_posts(reading, folder):
        read_posts(reading, folder, path)
        read_drafts(reading, folder, path)
    for entry in wanted:
        inner = f"{folder}/{entry.name}"
        if entry.is_dir() and not is_closed(reading, inner, entry):
            read_folder(reading, inner, f"{path}/{entry.name}")
    for entry in wanted:
        if entry.is_dir():
            continue
        if entry.is_file() or entry.is_symlink():
            read_file(reading, folder, f"{path}/{entry.name}")
        else:
            reading.skip(f"{folder}/{entry.name}".lstrip("/"), "no file")


def is_wanted(reading: Reading, folder: str, entry: os.DirEntry[str]) -> bool:
    reason = reading.filter.reason(folder, entry.name, entry.path)
    if reason and entry.name not in RESERVED and entry.name[1:] not in reading.site.collections:
        reading.skip(f"{folder}/{entry.name}".lstrip("/"), reason)
    return reason is None


def is_closed(reading: Reading, folder: str, entry: os.DirEntry[str]) -> bool:
    """Whether a folder is not entered: the destination, or a link to a folder that it lies in."""
    if Path(entry.path).resolve() == reading.config.destination:
        reading.skip(folder.lstrip("/"), "destination")
        return True
    if entry.is_symlink() and is_link_loop(entry.path):
        reading.reporter.warn("a link to a folder that it lies in is not followed", path=folder.lstrip("/"))
        reading.skip(folder.lstrip("/"), "loop")
        return True
    return False


def holds_posts(reading: Reading, folder: str) -> bool:
    """With `collections_dir`, only what begins with its name may hold posts and drafts."""
    collections = reading.config.text("collections_dir")
    return not collections or folder.startswith(f"/{collections}")


def read_included(reading: Reading, path: str) -> None:
    """A file that `include` names, even in a folder that is not read; not a second time."""
    source = Path(within(reading.site.tree.main.as_posix(), path))
    if not source.is_file() or reading.filter.leads_out(str(source)):
        return
    known = {page.path for page in reading.site.pages} | {file.path for file in reading.site.static_files}
    if source.as_posix() not in known:
        read_file(reading, f"/{path}".rpartition("/")[0], source.as_posix())
