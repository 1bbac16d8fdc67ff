"""`{% include_cached file.html key=value %}`: an include rendered once for equal parameters
(jekyll-include-cache 0.2.1).
"""

from collections.abc import Hashable

from onemg_render.liquid import Body, Context, Partial, Render, Source
from onemg_render.plugins.api import Extensions
from onemg_render.render.filters.grouping import identity
from onemg_render.render.reads import Read
from onemg_render.render.surroundings import surroundings
from onemg_render.render.tags.include import IncludeTag
from onemg_render.render.tags.parameters import parse_inclusion


class IncludeCachedTag(IncludeTag):
    """What the file shows of the page on which it is first included, it shows on every page."""

    def __init__(self) -> None:
        self._known: dict[tuple[Partial, Hashable], tuple[str, frozenset[Read]]] = {}

    def parse(self, markup: str, source: Source) -> Render:
        inclusion = parse_inclusion(markup, source)

        def render(context: Context, body: Body) -> str:
            reads = surroundings(context).reads
            partial = self.find(context, inclusion.name(context))
            scope = inclusion.scope(context)
            key = (partial, identity(scope))
            if key not in self._known:
                with reads.recording() as seen:
                    text = partial.include(context, scope)
                self._known[key] = (text, frozenset(seen))
            text, asked = self._known[key]
            reads.current.update(asked)
            return text

        return render


def extensions() -> Extensions:
    """Not parallel: what is shown may depend on the page that comes first."""
    return Extensions(tags={"include_cached": IncludeCachedTag()}, safe=True, tracked=True)
