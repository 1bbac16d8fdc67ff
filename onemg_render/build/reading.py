"""Reads the site of a build."""

from onemg_render.build.assembly import Assembly
from onemg_render.build.store import Store
from onemg_render.read.reader import read
from onemg_render.read.source_file import open_source
from onemg_render.render.environment import block_tags
from onemg_render.site import Site


def read_site(parts: Assembly, store: Store | None = None) -> Site:
    """Everything that the sources hold, before any generator. Raises what reading raises.

    store: knows source files, and perhaps items, from earlier builds.
    """
    parts.hooks.trigger("site", "after_init", parts.config)
    parts.hooks.trigger("site", "after_reset", parts.config)
    site = read(
        parts.config,
        parts.tree,
        time=parts.time,
        output_ext=parts.converters.output_ext,
        block_tags=block_tags(parts.liquid),
        reporter=parts.reporter,
        hooks=parts.hooks,
        open_file=open_source if store is None else store.files.open,
        known=None if store is None else store.items,
    )
    parts.hooks.trigger("site", "post_read", site)
    return site
