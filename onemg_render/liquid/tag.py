"""The seam for tags of the surrounding program: Jekyll's own and those of plug-ins.

    class Shout:
        '''{% shout 3 %}hello{% endshout %} -> HELLO!!!'''

        block = True

        def parse(self, markup: str, source: Source) -> Render:
            count = source.expression(markup)

            def render(context: Context, body: Body) -> str:
                return body().upper() + "!" * count(context)

            return render

`parse` runs once for each place where the tag stands and must not keep state on the tag itself.
"""

from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeAlias

from onemg_render.errors import LiquidError
from onemg_render.liquid.context import Context, Settings
from onemg_render.liquid.drops import Value

Body: TypeAlias = Callable[[], str]
"""Renders what stands between a block tag and its end;

May be called any number of times. "" for other tags.
"""

Render: TypeAlias = Callable[[Context, Body], str]


class Expression(Protocol):
    """A parsed expression. `names` are the variables at its roots: all that it can depend on.

    `paths` are the names with the keys written behind them, up to the first that is computed.
    """

    @property
    def paths(self) -> frozenset[tuple[str, ...]]:
        """The look-ups that lead from the expression's roots."""

    @property
    def names(self) -> frozenset[str]:
        """The variables at the expression's roots."""

    @property
    def comparison(self) -> "Comparison | None":
        """Its parts, if it compares two values."""

    def __call__(self, context: Context) -> Value: ...


class Comparison(NamedTuple):
    """`left operator right` of a condition."""

    left: Expression
    operator: str
    right: Expression


class Partial(Protocol):
    """A parsed template, as a tag sees it."""

    @property
    def path(self) -> str | None:
        """The file that it comes from, if any."""

    def render(self, context: Context) -> str:
        """Render as a template of its own: interrupts end here."""
        ...

    def include(self, context: Context, scope: dict[str, Value]) -> str:
        """Render inside the running template:

        `scope` holds meanwhile, assigns stay, a break goes on outside.
        """
        ...


class Engine(Settings, Protocol):
    """The environment, as a tag or filter sees it."""

    def parse(self, source: str, path: str | None = None, line: int = 1) -> Partial:
        """A template of its own; `line` is that of its first line in the file at `path`."""

    def expression(self, text: str) -> Expression:
        """`a.b[0]`, a literal or a range, without filters: Ruby's `context[text]`."""
        ...

    def variable(self, text: str) -> Expression:
        """What may stand between `{{` and `}}`: an expression with filters."""
        ...

    def condition(self, text: str) -> Expression:
        """What may stand in an `if`, strictly parsed; raises LiquidSyntaxError."""
        ...


class Source(Protocol):
    """The place where a tag stands, given to `Tag.parse`."""

    @property
    def path(self) -> str | None:
        """The file in which the tag stands, if any."""

    @property
    def line(self) -> int:
        """Counted from the top of the file."""
        ...

    @property
    def name(self) -> str:
        """The name by which the tag was called."""
        ...

    @property
    def environment(self) -> Engine:
        """The environment that parses the template."""

    def expression(self, text: str) -> Expression:
        """As `Engine.expression`, with this place in errors."""
        ...

    def variable(self, text: str) -> Expression:
        """As `Engine.variable`, with this place in errors."""
        ...

    def template(self, text: str) -> Partial:
        """A piece of template that stands at this place."""
        ...

    def error(self, message: str, *, hint: str | None = None) -> LiquidError:
        """A syntax error at this place, to be raised."""
        ...


class Tag(Protocol):
    """A tag. `block`: whether it has a body and an end tag."""

    @property
    def block(self) -> bool:
        """Whether it has a body and an end tag."""

    def parse(self, markup: str, source: Source) -> Render:
        """What renders the tag at this place. Raises what `source.error` makes for markup that is wrong."""
