"""Marks what a plug-in that is not `tracked` had a hand in: that alone is made again in every build."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Final, NamedTuple, ParamSpec, TypeVar

from onemg_render.hooks import Hook
from onemg_render.liquid import Tag
from onemg_render.plugins.api import Extensions, Processor
from onemg_render.render.reads import UNTRACKED, Reads

P = ParamSpec("P")
R = TypeVar("R")

SITE_WIDE: Final = frozenset({("site", "pre_render"), ("site", "post_render")})
"""Events at which a hook may change what all pages show."""


class Marks(NamedTuple):
    """Stands around the members of one plug-in. name: the plug-in's."""

    name: str
    reads: Reads

    def extensions(self, found: Extensions) -> Extensions:
        """The same members; while an item is rendered, to use one is a read that is never the same twice."""
        for tag in found.tags.values():
            self._mark_tag(tag)
        self._mark(found.converters, "convert")
        return found._replace(
            filters={name: self.marking(call) for name, call in found.filters.items()},
            processors={name: self._processor(make) for name, make in found.processors.items()},
            hooks=[hook._replace(call=self.marking(hook.call)) for hook in found.hooks],
            marked=not any(is_site_wide(hook) for hook in found.hooks),
        )

    def marking(self, call: Callable[P, R]) -> Callable[P, R]:
        @wraps(call)
        def marked(*args: P.args, **kwargs: P.kwargs) -> R:
            self.reads.current.add((UNTRACKED, self.name))
            return call(*args, **kwargs)

        return marked

    def _processor(self, make: Processor) -> Processor:
        return lambda config, reporter: self.marking(make(config, reporter))

    def _mark(self, members: Iterable[object], method: str) -> None:
        for member in members:
            setattr(member, method, self.marking(getattr(member, method)))

    def _mark_tag(self, tag: Tag) -> None:
        parse = tag.parse
        tag.parse = lambda markup, source: self.marking(parse(markup, source))  # type: ignore[method-assign]  # as in `guard`


def is_site_wide(hook: Hook) -> bool:
    return (hook.owner, hook.event) in SITE_WIDE
