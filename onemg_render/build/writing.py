"""Hands what was rendered, and what is only copied, to the destination."""

import os
from collections.abc import Iterator
from pathlib import Path

from onemg_render.build.assembly import Assembly
from onemg_render.build.outputs import file_of
from onemg_render.build.rendering import RenderedSite
from onemg_render.config import Config
from onemg_render.output import (
    Copied,
    Destination,
    OutputFile,
    Rendered,
    Staging,
    Stamp,
    Written,
    stamp_of,
    write,
)
from onemg_render.site import Document, Item, Site, StaticFile
from onemg_render.util.paths import within


def write_all(
    parts: Assembly, site: Site, rendered: RenderedSite, staging: Staging, *, force: bool
) -> Written:
    """Makes the destination hold the site. Raises OutputError before anything has changed there."""
    config = parts.config
    staging.destination.check(config.source)
    written = write(
        files(site, rendered),
        staging,
        hooks=parts.hooks,
        reporter=parts.reporter,
        conflicts=config.compat.reports_conflicts,
        force=force,
    )
    if parts.hooks:
        tell(parts, site)
    return written


def keeps_links(config: Config) -> bool:
    """As in Jekyll; but a preview shows what links lead to, as the published site will."""
    return config.environment != "production" and not (config.flag("safe") or config.flag("serving"))


def staging_of(config: Config) -> Staging:
    """The staging of a build with this configuration."""
    return Staging(destination_of(config), config.source, links=keeps_links(config))


def destination_of(config: Config) -> Destination:
    """The folder that a site is written to, with what must be kept in it and what is remembered of it."""
    return Destination(config.destination, config.strings("keep_files"), memory_of(config))


def files(site: Site, rendered: RenderedSite) -> Iterator[OutputFile]:
    """In the order of writing: of two for one destination the later wins."""
    for item in site.outputs:
        staged = rendered.staged.get(item)
        if isinstance(item, StaticFile):
            yield Copied.of(item, staged)
            continue
        stamp = rendered.graph.stamp(item) if rendered.graph is not None else None
        yield file_of(item, rendered.outputs[item], stamp=stamp, staged=staged)
        if item in rendered.source_maps:
            name = f"{item.name.removesuffix(item.extname)}.css.map"
            place = f"{item.destination.rpartition('/')[0]}/{name}".lstrip("/")
            yield Rendered(place, item.relative_path, rendered.source_maps[item].encode())


def keep(parts: Assembly, site: Site, rendered: RenderedSite, changed: Written) -> None:
    """Keep this build's results for the next one, with the stamps of the files that are new."""
    if rendered.graph is None:
        return
    written = frozenset(changed.written)
    there = {item.destination: item for item in site.outputs}
    folder = str(parts.config.destination)
    stamps: dict[Item, Stamp] = {}
    for name, item in there.items():
        if isinstance(item, Item) and (name in written or rendered.graph.stamp(item) is None):
            stamp = stamp_of(f"{folder}/{name}")
            if stamp is not None:
                stamps[item] = stamp
    rendered.graph.save(stamps)


def memory_of(config: Config) -> Path | None:
    """Where builds note what they wrote: beside the source, or among the user's caches if its are off."""
    return cache_of(config) or user_cache()


def cache_of(config: Config) -> Path | None:
    """The folder for what builds of this source keep; None if they are not to write into it.

    Asked to be safe, a build trusts nothing that lies in the source; GitHub Pages' rules, which imply safe
    mode, say nothing about a user's own machine.
    """
    if config.flag("disable_disk_cache") or config.distrusts_source:
        return None
    return Path(within(config.source.as_posix(), config.text("cache_dir") or ".jekyll-cache"), "onemg")


def user_cache() -> Path | None:
    """The folder of the user's caches; None where there is no user's folder."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(named) if named else Path.home() / ".cache") / "onemg-render"
    except RuntimeError:
        return None


def tell(parts: Assembly, site: Site) -> None:
    """The hooks for what has been written."""
    for item in site.outputs:
        if not isinstance(item, StaticFile):
            owners = (item.collection.label, "documents") if isinstance(item, Document) else ("pages",)
            for owner in owners:
                parts.hooks.trigger(owner, "post_write", item)
    parts.hooks.trigger("site", "post_write", site)
