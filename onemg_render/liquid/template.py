"""A parsed template: its tree, and the back end that runs it."""

from onemg_render.errors import LiquidError, LiquidSyntaxError
from onemg_render.liquid.context import LIKE_ITERATIONS, Context
from onemg_render.liquid.direct.statements import Run
from onemg_render.liquid.drops import Value


class Template:
    """A parsed template; may be rendered any number of times, each with a context of its own.

    path: the file as the user knows it, or None. source: its text. warnings: what error mode `warn` let pass.
    """

    __slots__ = ("_run", "line", "path", "source", "warnings")

    def __init__(self, source: str, path: str | None, line: int, run: Run) -> None:
        self.source = source
        self.path = path
        self.line = line
        self.warnings: list[LiquidSyntaxError] = []
        self._run = run

    def render(self, context: Context) -> str:
        """The text that this template gives with `context`;

        Raises LiquidError at the first error, as Jekyll does.
        """
        out: list[str] = []
        self.run(context, out)
        context.interrupts.clear()
        return context.joined(out)

    def include(self, context: Context, scope: dict[str, Value]) -> str:
        """The text inside the running template:

        `scope` holds meanwhile, assigns stay, a break goes on outside.
        """
        out: list[str] = []
        context.spend(LIKE_ITERATIONS)
        hidden = context.enter(scope)
        try:
            self.run(context, out)
        finally:
            context.leave(hidden)
        return context.joined(out)

    def run(self, context: Context, out: list[str]) -> None:
        """Put out the pieces of this template; errors leave with their place in it."""
        try:
            self._run(context, out)
        except LiquidError as error:
            raise located(error, self.source, self.path, self.line) from None
        except RecursionError:
            raise located(LiquidError("Nesting too deep"), self.source, self.path, self.line) from None
        except MemoryError:
            raise located(LiquidError("Memory limits exceeded"), self.source, self.path, self.line) from None


def located(error: LiquidError, source: str, path: str | None, line: int) -> LiquidError:
    """`error` with path, line and column from its offset;

    One link more if it comes from an included template.
    """
    _, at_line, column = placed(source, path or "", line, error.offset or 0)
    error.offset = None
    if error.line is not None:
        error.included_from = (*error.included_from, (path or "", at_line))
        return error
    error.path = path
    error.line = at_line
    error.template_line = at_line - line + 1
    error.column = column
    error.source = "\n" * (line - 1) + source
    return error


def placed(source: str, path: str, line: int, offset: int) -> tuple[str, int, int]:
    """Path, line and column of an offset; line: the number of the source's first line in its file."""
    return path, line + source.count("\n", 0, offset), offset - source.rfind("\n", 0, offset)
