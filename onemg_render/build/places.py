"""Where the sources of a build lie, as far as a change there can change the site, and where the site lies."""

import os
from collections.abc import Callable, Container, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, TypeAlias

from onemg_render.build.assembly import Assembly
from onemg_render.build.gems import searched
from onemg_render.build.writing import cache_of, destination_of
from onemg_render.config import Config
from onemg_render.output import STAGING
from onemg_render.sass.compiler import bundled, on_path
from onemg_render.site import Site

CLOSED: Final = frozenset({"excluded", "destination", "symlink"})
"""Why a folder of the source is not looked into by anyone."""
REPOSITORY: Final = ".git"

Scan: TypeAlias = Callable[[str], Sequence[os.DirEntry[str]] | None]
"""What is in a folder; None if it is not there. Raises OSError for one that cannot be looked into."""


def folders(parts: Assembly, site: Site, scan: Scan) -> Iterator[str]:
    """All folders whose files the build reads or may find; some may not be there. Raises OSError."""
    tree = parts.tree
    yield tree.root.as_posix()
    closed = {skipped.path for skipped in site.skipped if is_closed(skipped.path, skipped.reason)}
    for root in tree.pages:
        top = root.folder.as_posix()
        inside = (path.removeprefix(f"{root.prefix}/") for path in closed)
        yield from below(top, scan, {*(f"{top}/{path}" for path in inside), *made(parts.config)})
    theme = [] if tree.theme is None else [tree.theme.root]
    whole = [*tree.layouts, *tree.includes, *tree.data, *tree.sass, *tree.plugins]
    whole += [folder for folder in ([tree.theme.assets] if tree.theme else []) if folder is not None]
    whole += [Path(collection.settings.directory) for collection in site.collections.values()]
    for folder in whole:
        yield from below(folder.as_posix(), scan)
    gems = searched(tree.root) if isinstance(parts.config.get("theme"), str) else ()
    for folder in (*theme, *gems, *parts.styles.load_paths):
        yield folder.as_posix()


def made(config: Config) -> Iterator[str]:
    """The folders that builds make: they may not have been there when the source was read."""
    yield config.destination.as_posix()
    if (cache := cache_of(config)) is not None:
        yield cache.parent.as_posix()


def is_closed(path: str, reason: str) -> bool:
    """What is special by its dot is left alone; a plug-in may read what is special by its underscore."""
    return reason in CLOSED or (reason == "special" and path.rpartition("/")[2].startswith((".", "_site")))


def below(folder: str, scan: Scan, closed: Container[str] = ()) -> Iterator[str]:
    """`folder` and those in it but the closed ones; links to folders are followed, each folder once."""
    pending, entered = [folder], {os.path.realpath(folder)}
    while pending:
        path = pending.pop()
        yield path
        for entry in scan(path) or ():
            if not entry.is_dir() or entry.name == REPOSITORY:
                continue
            inner = f"{path}/{entry.name}"
            real = os.path.realpath(inner) if entry.is_symlink() else inner
            if inner not in closed and real not in entered:
                entered.add(real)
                pending.append(inner)


def files(parts: Assembly) -> Iterator[str]:
    """Single files, beside those that templates and style sheets have read; some may not be there."""
    tree, config = parts.tree, parts.config
    yield from (file.path for file in config.files)
    yield from (file.as_posix() for file in parts.extensions.files)
    yield from (f"{tree.main.as_posix()}/{path.strip('/')}" for path in config.strings("include"))
    if "BUNDLE_GEMFILE" in os.environ:
        yield from (os.environ["BUNDLE_GEMFILE"] + ending for ending in ("", ".lock"))
    if tree.theme is not None and tree.theme.config is not None:
        yield tree.theme.config.as_posix()
    if not bundled() and (program := on_path()):
        yield program
    for tell in parts.extensions.outside:
        yield from (file.as_posix() for file in tell(config, tree).files)


def moments(parts: Assembly, site: Site) -> Iterator[datetime]:
    """When the clock, or a plug-in that looks around now and then, may change the site."""
    if not parts.config.get("time"):
        yield from (skipped.until for skipped in site.skipped if skipped.until is not None)
        for collection in site.collections.values():
            yield from (document.date for document in collection.docs if site.publisher.is_future(document))
    looks = [tell(parts.config, parts.tree).until for tell in parts.extensions.outside]
    if parts.tree.theme is None and parts.config.get("theme"):
        from onemg_render.build import pages_themes  # with what fetches them

        looks.append(pages_themes.until(str(parts.config.get("theme")), parts.config))
    yield from (moment for moment in looks if moment is not None)


def outputs(config: Config, scan: Scan) -> Iterator[str]:
    """The folders of the destination but those that the build keeps. Raises OSError."""
    destination = destination_of(config)
    kept = tuple(path.strip("/") for path in (*destination.keep, STAGING) if path.strip("/"))
    root = destination.folder.as_posix()
    for folder in below(root, scan):
        if not folder.removeprefix(root).lstrip("/").startswith(kept):
            yield folder
