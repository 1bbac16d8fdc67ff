"""Which back end runs a template: closures at first, generated code once a template has shown to be hot."""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Literal

from jinja2 import nodes

from onemg_render.liquid.context import Context
from onemg_render.liquid.direct.statements import DirectCompiler, Run
from onemg_render.liquid.operations import Host

Tier = Literal["auto", "direct", "compiled"]
COMPILE_SECONDS = 200e-6
"""What compiling costs for each statement of a template."""


class Tiers:
    """Makes the function that runs a tree."""

    def __init__(self, host: Host, direct: DirectCompiler, tier: Tier) -> None:
        self._host = host
        self._direct = direct
        self._tier = tier

    def runner(self, body: Sequence[nodes.Node]) -> Run:
        if self._tier == "direct" or self._host.strict_variables:
            return self._direct.body(body).run
        if self._tier == "compiled":
            return self._compiled(body) or self._direct.body(body).run
        return Promoted(self._direct.body(body).run, lambda: self._compiled(body), count(body)).run

    def _compiled(self, body: Sequence[nodes.Node]) -> Run | None:
        from onemg_render.liquid.compiled.program import compile_body

        return compile_body(self._host, self._direct, body)


def count(body: Sequence[nodes.Node]) -> int:
    """The number of statements in a tree, text aside."""
    found = [node for node in body if isinstance(node, nodes.Stmt)]
    for node in found:
        found.extend(child for child in node.iter_child_nodes() if isinstance(child, nodes.Stmt))
    return len(found)


class Promoted:
    """A template that is compiled when it has spent as much time in closures as compiling would take."""

    __slots__ = ("_compile", "_run", "_seconds_left")

    def __init__(self, run: Run, compile_body: Callable[[], Run | None], statements: int) -> None:
        self._run = run
        self._compile: Callable[[], Run | None] | None = compile_body
        self._seconds_left = statements * COMPILE_SECONDS

    def run(self, context: Context, out: list[str]) -> None:
        if self._compile is None:
            self._run(context, out)
            return
        begin = perf_counter()
        self._run(context, out)
        self._seconds_left -= perf_counter() - begin
        if self._seconds_left < 0:
            self._run = self._compile() or self._run
            self._compile = None
