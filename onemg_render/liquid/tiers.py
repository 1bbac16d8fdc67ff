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
SHARE_SAVED = 0.3
"""Of the time in closures, what generated code saves."""
FEW = 5
"""Texts more than there were, by which one that is unlike the others misleads less."""


class Tiers:
    """Makes the functions that run trees, and knows when which pays.

    done, left: how many of about equal texts have been rendered, and how many will be; without word of that a
        template is expected to be used as much again as it was.
    seconds_within: what templates have taken that the one at work includes.
    """

    def __init__(self, host: Host, direct: DirectCompiler, tier: Tier) -> None:
        self.tier = "direct" if host.strict_variables or host.names is not None else tier
        self.done = 0
        self.left = FEW
        self.seconds_within = 0.0
        self._seconds_to_load = LOAD_SECONDS
        self._host = host
        self._direct = direct

    def direct(self, body: Sequence[nodes.Stmt]) -> Run:
        return self._direct.body(body).run

    def compiled(self, body: Sequence[nodes.Stmt]) -> Run | None:
        """None where CPython refuses the nesting of the generated code."""
        from onemg_render.liquid.compiled.program import compile_body  # only sites with hot templates need it

        self._seconds_to_load = 0.0
        return compile_body(self._host, self._direct, body)

    def pays(self, statements: int, seconds: float, since: int) -> bool:
        """Whether a template of so many tags is worth compiling after so long in closures.

        since: how many texts had been rendered when it was first used.
        """
        to_come = seconds * self.left / (self.done - since + FEW)
        return to_come * SHARE_SAVED > statements * COMPILE_SECONDS + self._seconds_to_load


class Program:
    """The tree of a template and, from its first run on, the function that runs it.

    A template is compiled when it is asked for again and what that will save is more than what it takes, for
    the first one with the loading of Jinja2. Its longest run does not count: that is the first, in which much
    is made that is there later, or one in which the process had to wait. statements: how many tags it has.
    """

    __slots__ = ("_body", "_longest", "_run", "_seconds", "_since", "_statements", "_tiers")

    def __init__(self, tiers: Tiers, body: Sequence[nodes.Stmt], statements: int) -> None:
        self._tiers = tiers
        self._body: Sequence[nodes.Stmt] | None = body
        self._run: Run | None = None
        self._statements = statements + 1
        self._seconds = 0.0
        self._longest = 0.0
        self._since = 0

    def run(self, context: Context, out: list[str]) -> None:
        """Put the pieces of the template into `out`."""
        if self._body is None and self._run is not None:
            self._run(context, out)
            return
        tiers = self._tiers
        run, before = self._next(), tiers.seconds_within
        begin = perf_counter()
        tiers.seconds_within = 0.0
        run(context, out)
        seconds = perf_counter() - begin
        own = seconds - tiers.seconds_within  # what it includes counts for itself
        self._seconds += own
        self._longest = max(self._longest, own)
        tiers.seconds_within = before + seconds

    def _next(self) -> Run:
        """What runs this time; a template is compiled only when it is asked for again."""
        if self._run is None:
            return self._first()
        if self._body is not None and self._tiers.pays(
            self._statements, self._seconds - self._longest, self._since
        ):
            return self._settle(self._tiers.compiled(self._body) or self._run)
        return self._run

    def _first(self) -> Run:
        assert self._body is not None
        self._since = self._tiers.done
        if self._tiers.tier == "compiled":
            return self._settle(self._tiers.compiled(self._body) or self._tiers.direct(self._body))
        self._run = self._tiers.direct(self._body)
        return self._settle(self._run) if self._tiers.tier == "direct" else self._run

    def _settle(self, run: Run) -> Run:
        """Keep `run` for good, and the tree no longer."""
        self._run = run
        self._body = None
        return run
