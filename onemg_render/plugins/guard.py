"""What a stranger's plug-in raises, told as its mistake: with the line of its own file, in a template also
with the place of the tag or filter.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from types import ModuleType
from typing import NamedTuple, ParamSpec, TypeVar

from onemg_render.errors import LiquidError, OnemgError, PluginError
from onemg_render.hooks import Hooks
from onemg_render.liquid import Tag
from onemg_render.plugins.api import Extensions, Processor

P = ParamSpec("P")
R = TypeVar("R")


class Guard(NamedTuple):
    """Stands around all that one plug-in adds. name: the plug-in's; file: that of its module."""

    name: str
    file: str | None

    @classmethod
    def of(cls, module: ModuleType, name: str) -> "Guard":
        return cls(name, module.__file__)

    def extensions(self, found: Extensions) -> Extensions:
        """The same members; whatever they raise is a PluginError, or a LiquidError from tags and filters."""
        try:
            Hooks(found.hooks)
        except PluginError as error:
            raise error.located(self.file or self.name) from error
        self._watch(found.setups, "configure")
        self._watch(found.generators, "generate")
        self._watch(found.converters, "matches", "output_ext", "convert")
        for name, tag in found.tags.items():
            self._watch_tag(name, tag)
        return found._replace(
            filters={
                name: self.rendering(call, f"the filter `{name}`") for name, call in found.filters.items()
            },
            processors={name: self._processor(make, name) for name, make in found.processors.items()},
            hooks=[
                hook._replace(call=self.calling(hook.call, f"its hook {hook.event}")) for hook in found.hooks
            ],
        )

    def calling(self, call: Callable[P, R], what: str) -> Callable[P, R]:
        """`call`, whose errors name the plug-in's file and line."""

        @wraps(call)
        def watched(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return call(*args, **kwargs)
            except OnemgError:
                raise
            except Exception as error:  # a stranger's code: whatever it raises is about that plug-in
                message = f"the plug-in failed, {what}: {type(error).__name__}: {error}"
                raise PluginError(message, path=self.file or self.name, line=self.line_of(error)) from error

        return watched

    def rendering(self, call: Callable[P, R], what: str) -> Callable[P, R]:
        """`call`, whose errors are those of the template that it is used in."""

        @wraps(call)
        def watched(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return call(*args, **kwargs)
            except OnemgError:
                raise
            except Exception as error:  # as above
                place = ":".join(str(part) for part in (self.file or self.name, self.line_of(error)) if part)
                hint = f"it comes from the plug-in {place}"
                raise LiquidError(f"{what} failed: {type(error).__name__}: {error}", hint=hint) from error

        return watched

    def line_of(self, error: BaseException) -> int | None:
        """The innermost line of the plug-in's own file that led to `error`."""
        line, trace = None, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.file:
                line = trace.tb_lineno
            trace = trace.tb_next
        return line

    def _processor(self, make: Processor, name: str) -> Processor:
        what = f"the processor {name}"
        return lambda config, reporter: self.calling(self.calling(make, what)(config, reporter), what)

    def _watch(self, members: Iterable[object], *methods: str) -> None:
        for member in members:
            for method in methods:
                what = f"{type(member).__name__}.{method}"
                setattr(member, method, self.calling(getattr(member, method), what))

    def _watch_tag(self, name: str, tag: Tag) -> None:
        what = f"the tag `{name}`"
        parse = self.rendering(tag.parse, what)
        tag.parse = lambda markup, source: self.rendering(parse(markup, source), what)  # type: ignore[method-assign]  # plug-ins make their tags anew for each build
