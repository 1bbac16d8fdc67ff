"""Generated source to a function, and its lines back to places in the template."""

from bisect import bisect_right
from collections.abc import Sequence
from types import TracebackType

from jinja2 import Environment
from jinja2.compiler import Frame
from jinja2.nodes import EvalContext

from onemg_render.errors import LiquidError
from onemg_render.liquid import nodes
from onemg_render.liquid.compiled.statements import RUNTIME, StatementWriter
from onemg_render.liquid.compiled.stock import Stock
from onemg_render.liquid.context import Context
from onemg_render.liquid.direct.statements import DirectCompiler, Run
from onemg_render.liquid.operations import Host

FILENAME = "<liquid>"


def compile_body(host: Host, direct: DirectCompiler, body: Sequence[nodes.Stmt]) -> Run | None:
    """A function for the body of a template, or None where CPython refuses its nesting."""
    jinja, stock = Environment(), Stock()
    writer = StatementWriter(jinja, host, lambda node: direct.statement(stock.origin(node)))
    try:
        source = writer.write_template(stock.body(body), Frame(EvalContext(jinja)))
        code = compile(source, FILENAME, "exec")
    except (SyntaxError, RecursionError, MemoryError):
        return None
    namespace: dict[str, object] = {**RUNTIME, **writer.constants.namespace}
    exec(code, namespace)
    run: Run = namespace["run"]  # type: ignore[assignment]  # what the source defines
    return placed(run, [line for _, line in writer.debug_info], [start for start, _ in writer.debug_info])


def placed(run: Run, lines: list[int], starts: list[int]) -> Run:
    """`run` whose errors know their place in the template."""

    def run_placed(context: Context, out: list[str]) -> None:
        try:
            run(context, out)
        except LiquidError as error:
            found = bisect_right(lines, innermost_line(error.__traceback__)) - 1
            raise error.at(starts[found] if found >= 0 else 0) from None

    return run_placed


def innermost_line(trace: TracebackType | None) -> int:
    """The line of generated code in which an error came up, as seen by the function that called it.

    The trace begins there; what lies behind another such function belongs to a partial.
    """
    line = 0
    if trace is None:
        return line
    caller = trace.tb_frame.f_code
    trace = trace.tb_next
    while trace is not None and trace.tb_frame.f_code is not caller:
        if trace.tb_frame.f_code.co_filename == FILENAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
