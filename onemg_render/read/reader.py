"""Reads a source into a site (upstream `lib/jekyll/reader.rb`, `site.rb#read`)."""

import re
from collections.abc import Callable, Container
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onemg_render.config import Config, FrontMatterDefaults, SourceTree
from onemg_render.errors import BuildErrors
from onemg_render.hooks import Hooks
from onemg_render.read.collections import read_collections
from onemg_render.read.data import read_data
from onemg_render.read.entry_filter import EntryFilter
from onemg_render.read.layouts import read_layouts
from onemg_render.read.ordering import by_date
from onemg_render.read.reading import Reading
from onemg_render.read.source_file import OpenSource, open_source
from onemg_render.read.theme import read_theme_assets
from onemg_render.read.walk import read_folders
from onemg_render.reporting import Reporter
from onemg_render.site import Collection, CollectionSettings, Permalinks, Publisher, Site
from onemg_render.util.paths import within
from onemg_render.util.patterns import regex

if TYPE_CHECKING:
    from onemg_render.read.known_items import KnownItems

OUTSIDE_LABEL: Final = regex(r"[^a-z0-9_\-.]", re.I | re.A)


def read(
    config: Config,
    tree: SourceTree,
    *,
    time: datetime,
    output_ext: Callable[[str], str],
    block_tags: Container[str],
    reporter: Reporter,
    hooks: Hooks | None = None,
    open_file: OpenSource = open_source,
    known: "KnownItems | None" = None,
) -> Site:
    """The site in `tree`, everything in its order, before any generator.

    time: site.time, in the build's zone. output_ext: from a source file's extension to its output's, as the
    build's converters have it. block_tags: the Liquid tags that have an end tag. hooks: for `post_init`.
    open_file: how source files are opened, for whoever reads them again and again. known: items of earlier
    builds of this process.
    Raises what the site cannot be built with, as BuildErrors if it is more than one error.
    """
    site = empty_site(config, tree, time, output_ext, reporter)
    entry_filter = EntryFilter(
        config.strings("include"),
        config.strings("exclude"),
        fence=tree.fence,
        compat=config.compat,
    )
    reading = Reading(site, entry_filter, reporter, hooks or Hooks(), block_tags, open_file, known)
    if known is not None:
        known.begin(site.defaults)
    read_layouts(reading)
    read_folders(reading)
    site.collections["posts"].docs = by_date(site.posts)
    read_collections(reading)
    read_theme_assets(reading)
    site.data = read_data(reading)
    limit_posts(reading)
    site.number()
    if reading.errors:
        raise reading.errors[0] if len(reading.errors) == 1 else BuildErrors(tuple(reading.errors))
    return site


def empty_site(
    config: Config, tree: SourceTree, time: datetime, output_ext: Callable[[str], str], reporter: Reporter
) -> Site:
    permalinks = Permalinks(config.text("permalink"), output_ext, time, config.compat, config.error)
    container = Path(within(tree.main.as_posix(), config.text("collections_dir")))
    collections = config.mapping("collections")
    return Site(
        config=config,
        compat=config.compat,
        tree=tree,
        time=time,
        permalinks=permalinks,
        defaults=FrontMatterDefaults(config, tree, reporter),
        publisher=Publisher(config.flag("future"), config.flag("unpublished"), time),
        collections={
            key: Collection(
                CollectionSettings(
                    label=label,
                    metadata=collections.get(label) or {},
                    directory=(container / f"_{label}").as_posix(),
                    permalinks=permalinks,
                )
            )
            for key in collections
            for label in [OUTSIDE_LABEL.sub("", key)]
        },
    )


def limit_posts(reading: Reading) -> None:
    """Keep the newest posts only (`limit_posts`)."""
    limit = reading.config.integer("limit_posts")
    posts = reading.site.collections["posts"]
    if limit:
        for post in posts.docs[:-limit]:
            reading.skip(post.relative_path, "limit")
        posts.docs = posts.docs[-limit:]
