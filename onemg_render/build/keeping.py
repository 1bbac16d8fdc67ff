"""Whether a build may use what earlier ones have kept, and under which key that must have been kept."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

from onemg_render.build.assembly import Assembly
from onemg_render.build.options import BuildOptions
from onemg_render.build.store import Store
from onemg_render.build.unchanged import code
from onemg_render.build.workshop import Workshop
from onemg_render.build.writing import cache_of
from onemg_render.config import Config
from onemg_render.plugins.api import Extensions

READ_BY_TEMPLATES: Final = frozenset(
    {
        "baseurl", "cache_dir", "defaults", "description", "destination", "detach", "disable_disk_cache",
        "exclude", "force_polling", "future", "github", "host", "include", "incremental", "keep_files",
        "limit_posts", "livereload", "livereload_port", "open_url", "port", "profile", "quiet", "serving",
        "show_dir_listing", "show_drafts", "skip_initial_build", "source", "strict_front_matter", "time",
        "title", "unpublished", "url", "verbose", "watch",
    }
)  # fmt: skip
"""Known keys that no result depends on unless a template has read them, which is recorded."""
READ_BY_PLUGINS: Final = frozenset(
    {
        "autopages", "avatar", "commonmark", "emoji", "feed", "gist", "jekyll-archives", "jekyll-mentions",
        "last-modified-at", "octicons", "optional_front_matter", "paginate", "pagination", "plugins",
        "readme_index", "redirect_from", "relative_links", "remote_theme", "repository",
        "require_front_matter", "scholar", "theme", "titles_from_headings", "toc", "webrick",
    }
)  # fmt: skip
READ_BY_PLUGINS_OUTSIDE: Final = ("ASSET_HOST_URL", "GITHUB_HOSTNAME", "PAGES_AVATARS_URL", "SSL")
"""Variables of the environment that plug-ins read while they render."""


@contextmanager
def kept(parts: Assembly, options: BuildOptions, workshop: Workshop | None) -> Iterator[Store | None]:
    """The store of the site for one destination, open until the block ends, or as long as the workshop.

    None where nothing may be kept, or where a plug-in may change all pages without a sign.
    """
    path = place_of(parts, options)
    if path is None:
        yield None
        return
    store = opened(path, key_of(parts), workshop)
    if workshop is not None and store.items is None and not parts.extensions.files:
        from onemg_render.read.known_items import KnownItems  # one build alone has no use for them

        store.items = KnownItems()
    if options.fresh:
        store.drop()
    store.begin()
    parts.markdown.earlier = store.converted
    try:
        yield store
    finally:
        store.converted = parts.markdown.lasting
        if workshop is None:
            store.close()


def opened(path: Path, key: str, workshop: Workshop | None) -> Store:
    """The store of the last build in the workshop if it is still the right one, else a new one."""
    known = None if workshop is None else workshop.store
    if known is not None and known.is_current(path, key):
        return known
    if known is not None:
        known.close()
    store = Store(path, key)
    if workshop is not None:
        workshop.store = store
    return store


def place_of(parts: Assembly, options: BuildOptions) -> Path | None:
    """The file of the store, for a build that may use it."""
    is_known = parts.extensions.tracked or parts.extensions.marked
    may_keep = is_known and not options.strict and not options.dry
    return store_of(parts.config) if may_keep else None


def store_of(config: Config) -> Path | None:
    """The file of the store for the destination; None where nothing may be kept."""
    folder = cache_of(config)
    destination = sha256(str(config.destination).encode("utf-8", "surrogatepass")).hexdigest()
    return None if folder is None else folder / f"store-{destination[:12]}.sqlite"


def key_of(parts: Assembly) -> str:
    """A digest of all that every result depends on: the engine, the compat, and what Python code reads."""
    config = parts.config
    known = {*config.compat.defaults, *READ_BY_PLUGINS} - READ_BY_TEMPLATES
    settings = sorted((key, repr(config.get(key))) for key in known)
    zone = config.text("timezone") or (time.tzname, time.timezone)
    variables = [(name, os.environ.get(name)) for name in READ_BY_PLUGINS_OUTSIDE]
    mine = (code(), config.compat, config.detected.kramdown, config.environment)
    facts = (*mine, settings, zone, variables, members_of(parts.extensions))
    return sha256(repr(facts).encode("utf-8", "surrogatepass")).hexdigest()


def members_of(extensions: Extensions) -> Sequence[object]:
    """Names of what the plug-ins add, and the code of those that are not ours."""
    objects = (*extensions.setups, *extensions.generators, *extensions.converters)
    hooks = [(hook.owner, hook.event, hook.rank) for hook in extensions.hooks]
    code = [(str(path), sha256(path.read_bytes()).digest()) for path in extensions.files]
    named = (extensions.processors, extensions.tags, extensions.filters)
    return *map(list, named), [type(one).__qualname__ for one in objects], hooks, code
