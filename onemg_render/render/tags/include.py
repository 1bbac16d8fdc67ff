"""`{% include file.html key="value" %}`, `{% include_relative file.md %}` (`lib/jekyll/tags/include.rb`)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from onemg_render.errors import TagError
from onemg_render.liquid import Body, Context, Partial, Render, Source
from onemg_render.render.surroundings import Surroundings, current_item, surroundings
from onemg_render.render.tags.parameters import parse_inclusion
from onemg_render.site import Excerpt
from onemg_render.util.close_matches import close_matches
from onemg_render.util.paths import files_in
from onemg_render.util.patterns import regex

VARIABLE: Final = regex(r"(page|site|include|layout|post)\.[\w.-]+$")
SHOWN: Final = 5


class IncludeTag:
    """A file of the include folders, rendered with what surrounds it; its parameters are `include.key`."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        inclusion = parse_inclusion(markup, source)

        def render(context: Context, body: Body) -> str:
            name = inclusion.name(context)
            partial = self.find(context, name)
            return partial.include(context, inclusion.scope(context))

        return render

    def find(self, context: Context, name: str) -> Partial:
        """The partial of that name. Raises TagError, which tells the folders that were looked in."""
        build = surroundings(context)
        return build.includes.find(name) or missing(name, build.includes.folders, build)


class IncludeRelativeTag(IncludeTag):
    """A file beside the page that is being rendered, or below that."""

    def find(self, context: Context, name: str) -> Partial:
        build = surroundings(context)
        folder = folder_of_page(context, build)
        return build.includes.relative(folder, name) or missing(name, [folder], build)


def folder_of_page(context: Context, build: Surroundings) -> Path:
    item = current_item(context)
    if item is None:
        return Path(build.tree.main)
    return Path(item.item.path if isinstance(item, Excerpt) else item.path).parent


def missing(name: str, folders: Sequence[Path], build: Surroundings) -> Partial:
    """Raises the error for an include that no folder has, with names that come near."""
    shown = ", ".join(build.includes.shown(folder) or "." for folder in folders)
    found = (
        path.relative_to(folder).as_posix()
        for folder in folders
        if build.tree.fence.holds(folder)
        for path in files_in(folder)
    )
    known = list(dict.fromkeys(found))
    near = close_matches(name, known, n=3)
    is_beside = folders != build.includes.folders
    kept = (
        "it must not be a symlink in safe mode"
        if build.config.get("safe")
        else advice(name, known, is_beside)
    )
    raise TagError(
        f"Could not locate the included file '{name}' in any of: {shown}",
        hint=f"did you mean {' or '.join(near)}?" if near else kept,
    )


def advice(name: str, known: Sequence[str], is_beside: bool) -> str:
    """For a name that comes near none."""
    if VARIABLE.match(name):
        return f"a variable stands in double braces: {{% include {{{{ {name} }}}} %}}"
    if is_beside:
        return "it is looked for beside the page"
    some = ", ".join(sorted(known)[:SHOWN])
    return (
        f"there are {some}{', ...' if len(known) > SHOWN else ''}"
        if known
        else "make a file of that name there"
    )
