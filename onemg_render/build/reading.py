"""Reads the site of a build, while the Sass engine starts beside it."""

from contextlib import suppress

from onemg_render.build.assembly import Assembly
from onemg_render.errors import SassError
from onemg_render.read.reader import read
from onemg_render.render.environment import block_tags
from onemg_render.site import Site


def read_site(parts: Assembly) -> Site:
    """Everything that the sources hold, before any generator. Raises what reading raises."""
    parts.hooks.trigger("site", "after_init", parts.config)
    parts.hooks.trigger("site", "after_reset", parts.config)
    if any(folder.is_dir() for folder in parts.tree.sass):
        with suppress(SassError):  # whoever has a style sheet to compile will say that there is no engine
            parts.compiler.start()
    site = read(
        parts.config,
        parts.tree,
        time=parts.time,
        output_ext=parts.converters.output_ext,
        block_tags=block_tags(parts.liquid),
        reporter=parts.reporter,
        hooks=parts.hooks,
    )
    parts.hooks.trigger("site", "post_read", site)
    return site
