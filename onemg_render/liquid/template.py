"""A parsed template."""

from onemg_render.liquid.context import Context
from onemg_render.liquid.drops import Value


class Template:
    """A parsed template; may be rendered any number of times, each with a context of its own.

    path: the file as the user knows it, or None. source: its text.
    """

    def __init__(self, source: str, path: str | None, line: int) -> None:
        self.source = source
        self.path = path
        self.line = line

    def render(self, context: Context) -> str:
        """The text that this template gives with `context`;

        Raises LiquidError at the first error, as Jekyll does.
        """
        return self.source

    def include(self, context: Context, scope: dict[str, Value]) -> str:
        """The text inside the running template:

        `scope` holds meanwhile, assigns stay, a break goes on outside.
        """
        hidden = context.enter(scope)
        try:
            return self.source
        finally:
            context.leave(hidden)
