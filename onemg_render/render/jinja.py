"""Native Jinja2 templates: layouts and includes whose names end in `.jinja`, sandboxed.

They see the same drops as Liquid and have Jekyll's filters beside Jinja's own, which win where both have a
name. They may include, extend and be extended by each other, include Liquid files and be included by them.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Protocol

import jinja2
from jinja2.runtime import Context as JinjaContext
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from onemg_render.errors import OnemgError, TemplateError
from onemg_render.liquid import Context, Drop, Filter, Partial, Value
from onemg_render.liquid.runtime import text

SUFFIX: Final = ".jinja"
LIQUID: Final = "liquid context"
"""The variable, no name that a template could write, in which filters and includes find Liquid's context."""


class Sources(Protocol):
    """Where templates are found by the names that `include` and `extends` give."""

    def source(self, name: str) -> tuple[str, str] | None:
        """Text and path of a `.jinja` template, None if there is none; recorded either way."""
        ...

    def find(self, name: str) -> Partial | None:
        """A Liquid include."""
        ...


class Jinja:
    """The Jinja2 environment of one build."""

    def __init__(self, filters: Mapping[str, Filter], sources: Sources) -> None:
        self._environment = Sandbox(sources)
        for name, function in filters.items():
            self._environment.filters.setdefault(name, adapted(function))

    def parse(self, source: str, path: str, line: int = 1) -> "JinjaPartial":
        """Raises TemplateError with the place in the file."""
        try:
            template = self._environment.from_string(source)
        except jinja2.TemplateSyntaxError as error:
            raise failure(error, path, source, error.lineno + line - 1) from error
        return JinjaPartial(template, source, path, line)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2 that looks into drops by `get`, prints as Liquid does, and takes Liquid files as templates."""

    def __init__(self, sources: Sources) -> None:
        super().__init__(
            undefined=jinja2.ChainableUndefined,
            finalize=printed,
            keep_trailing_newline=True,
            loader=jinja2.FunctionLoader(lambda name: found(sources, name)),
        )
        self._sources = sources

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Drop):
            return obj.get(argument)
        if isinstance(obj, dict | list | tuple) and not isinstance(argument, str):
            return super().getitem(obj, argument)
        if isinstance(obj, dict) and argument in obj:
            return obj[argument]
        return super().getattr(obj, str(argument))

    def get_template(
        self, name: "str | jinja2.Template", parent: str | None = None, globals: Any = None
    ) -> "jinja2.Template":
        if isinstance(name, str) and not name.endswith(SUFFIX):
            partial = self._sources.find(name)
            if partial is None:
                raise jinja2.TemplateNotFound(name)
            return LiquidTemplate(partial)  # type: ignore[return-value]  # all of Template that `include` uses
        return super().get_template(name, parent, globals)


class LiquidTemplate:
    """A Liquid file in the shape in which Jinja's `include` takes templates."""

    def __init__(self, partial: Partial) -> None:
        self._partial = partial

    def new_context(self, variables: Any, shared: bool = False, local: Any = None) -> dict[str, Value]:
        return {**variables, **(local or {})}

    def root_render_func(self, variables: dict[str, Value]) -> Iterator[str]:
        context = variables[LIQUID]
        visible = {name: value for name, value in variables.items() if not callable(value)}
        yield self._partial.include(context, {k: v for k, v in visible.items() if k != LIQUID})


class JinjaPartial:
    """A Jinja2 template in the shape in which Liquid takes partials."""

    def __init__(self, template: jinja2.Template, source: str, path: str, line: int) -> None:
        self._template = template
        self._source = source
        self._line = line
        self.path = path

    def render(self, context: Context) -> str:
        """Raises TemplateError with the line in the template."""
        try:
            return self._template.render({**context.variables, LIQUID: context})
        except OnemgError:
            raise
        except Exception as error:  # expressions raise whatever Python does: it is the template's fault
            raise failure(error, self.path, self._source, line_of(error) + self._line - 1) from error

    def include(self, context: Context, scope: dict[str, Value]) -> str:
        with context.scope(scope):
            return self.render(context)


def found(sources: Sources, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    source = sources.source(name)
    return None if source is None else (*source, lambda: True)


def adapted(function: Filter) -> Callable[..., Value]:
    """A filter of Liquid's table as one of Jinja's."""
    if not getattr(function, "needs_context", False):
        return lambda value, *arguments: function(defined(value), *arguments)

    @jinja2.pass_context
    def with_context(context: JinjaContext, value: Value, *arguments: Value) -> Value:
        return function(context[LIQUID], defined(value), *arguments)

    return with_context


def defined(value: Value) -> Value:
    return None if isinstance(value, Undefined) else value


def printed(value: Value) -> str:
    """As Liquid prints it; what Jinja knows as undefined is nothing."""
    return str(value) if isinstance(value, Undefined | Markup) else text(value)


def failure(error: Exception, path: str, source: str, line: int) -> TemplateError:
    name = error.name if isinstance(error, jinja2.TemplateNotFound) else None
    message = f"there is no template `{name}`" if name else str(error) or "the template fails"
    return TemplateError(message, path=path, line=line, source=source)


def line_of(error: Exception) -> int:
    """The line of the template in the trace of `error`; Jinja rewrites traces to name it."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if "<template>" in trace.tb_frame.f_code.co_filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
