"""Which back end runs a template: closures at first, generated code once a template has shown to be hot."""

from collections.abc import Sequence
from time import perf_counter
from typing import Literal

from onemg_render.liquid import nodes
from onemg_render.liquid.context import Context
from onemg_render.liquid.direct.statements import DirectCompiler, Run
from onemg_render.liquid.operations import Host

Tier = Literal["auto", "direct", "compiled"]
COMPILE_SECONDS = 200e-6
"""What compiling costs for each tag of a template."""
LOAD_SECONDS = 15e-3
"""What loading Jinja2 costs, before the first template is compiled."""


class Tiers:
    """Makes the functions that run trees."""

    def __init__(self, host: Host, direct: DirectCompiler, tier: Tier) -> None:
        self.tier = "direct" if host.strict_variables or host.names is not None else tier
        self.seconds_to_load = LOAD_SECONDS
        self._host = host
        self._direct = direct

    def direct(self, body: Sequence[nodes.Stmt]) -> Run:
        return self._direct.body(body).run

    def compiled(self, body: Sequence[nodes.Stmt]) -> Run | None:
        """None where CPython refuses the nesting of the generated code."""
        from onemg_render.liquid.compiled.program import compile_body  # only sites with hot templates need it

        self.seconds_to_load = 0.0
        return compile_body(self._host, self._direct, body)


class Program:
    """The tree of a template and, from its first run on, the function that runs it.

    A template is compiled when it is asked for again after it has spent as much time in closures as compiling
    takes, for the first one with the loading of Jinja2. statements: how many tags it has.
    """

    __slots__ = ("_body", "_run", "_seconds_left", "_tiers")

    def __init__(self, tiers: Tiers, body: Sequence[nodes.Stmt], statements: int) -> None:
        self._tiers = tiers
        self._body: Sequence[nodes.Stmt] | None = body
        self._run: Run | None = None
        self._seconds_left = (statements + 1) * COMPILE_SECONDS

    def run(self, context: Context, out: list[str]) -> None:
        """Put the pieces of the template into `out`."""
        if self._body is None and self._run is not None:
            self._run(context, out)
            return
        run = self._next()
        begin = perf_counter()
        run(context, out)
        self._seconds_left -= perf_counter() - begin

    def _next(self) -> Run:
        """What runs this time; a template is compiled only when it is asked for again."""
        if self._run is None:
            return self._first()
        if self._seconds_left < -self._tiers.seconds_to_load and self._body is not None:
            return self._settle(self._tiers.compiled(self._body) or self._run)
        return self._run

    def _first(self) -> Run:
        assert self._body is not None
        if self._tiers.tier == "compiled":
            return self._settle(self._tiers.compiled(self._body) or self._tiers.direct(self._body))
        self._run = self._tiers.direct(self._body)
        return self._settle(self._run) if self._tiers.tier == "direct" else self._run

    def _settle(self, run: Run) -> Run:
        """Keep `run` for good, and the tree no longer."""
        self._run = run
        self._body = None
        return run
