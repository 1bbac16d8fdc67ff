"""`{% include_cached file.html key=value %}`: an include rendered once for equal parameters
(jekyll-include-cache 0.2.1).
"""

from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from onemg_render.liquid import Body, Context, Partial, Render, Source, Value
from onemg_render.plugins.api import Extensions
from onemg_render.render.filters.grouping import identity
from onemg_render.render.reads import UNTRACKED, Read
from onemg_render.render.surroundings import surroundings
from onemg_render.render.tags.include import IncludeTag
from onemg_render.render.tags.parameters import parse_inclusion

SAME_ON_ALL_PAGES: Final = frozenset({"site", "jekyll", "include"})


class Watched(dict[str, Value]):
    """Variables that know whether any has been read that may be another on the next page.

    is_particular: so that what the include shows depends on which page comes first.
    """

    def __init__(self, variables: Mapping[str, Value]) -> None:
        super().__init__(variables)
        self.is_particular = False
        self._own: set[str] = set()

    def __getitem__(self, name: str) -> Value:
        self._look_at(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """A default is given where a value is only put aside while a scope hides it."""
        if default is None:
            self._look_at(name)
        return super().get(name, default)

    def __setitem__(self, name: str, value: Value) -> None:
        self._own.add(name)
        super().__setitem__(name, value)

    def _look_at(self, name: str) -> None:
        self.is_particular |= name not in SAME_ON_ALL_PAGES and name not in self._own


@contextmanager
def watched(context: Context) -> Iterator[Watched]:
    """Inside, the context's variables are watched; what was assigned stays."""
    variables = context.variables
    context.variables = watcher = Watched(variables)
    try:
        yield watcher
    finally:
        variables.clear()
        variables.update(watcher)
        context.variables = variables


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
                with reads.recording() as seen, watched(context) as variables:
                    text = partial.include(context, scope)
                if variables.is_particular or context.environment.strict_variables:
                    seen.add((UNTRACKED, "jekyll-include-cache"))
                self._known[key] = (text, frozenset(seen))
            text, asked = self._known[key]
            reads.current.update(asked)
            return text

        return render


def extensions() -> Extensions:
    """Not parallel: what is shown may depend on the page that comes first."""
    return Extensions(tags={"include_cached": IncludeCachedTag()}, safe=True, tracked=True)
