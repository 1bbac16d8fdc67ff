"""How filters are registered: a table from names to functions of (value, *arguments).

Keyword arguments reach a filter as one dictionary, its last argument, as in Ruby. A filter that needs the
context is marked and gets it first.
"""

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias, TypeVar

Filter: TypeAlias = Callable[..., Any]

F = TypeVar("F", bound=Filter)


def context_filter(*, reads: tuple[str, ...] | None = None) -> Callable[[F], F]:
    """Mark a filter that gets the context as its first argument.

    reads: the variables that it looks up there, if it can say so in advance; None: it may look up any. A
    filter that names them lets loops keep their own variables out of the context, which is faster.
    """

    def mark(function: F) -> F:
        function.needs_context = True  # type: ignore[attr-defined]  # the mark itself
        function.reads = reads  # type: ignore[attr-defined]  # the mark itself
        return function

    return mark


class Signature(NamedTuple):
    """How a filter is called: how many arguments it takes besides the value, and whether the context."""

    least: int
    most: int | None
    needs_context: bool
    reads: tuple[str, ...] | None

    def mismatch(self, given: int) -> str | None:
        """What Ruby says about a wrong number of arguments; the value counts as one."""
        if given >= self.least and (self.most is None or given <= self.most):
            return None
        if self.most is None:
            expected = f"{self.least + 1}+"
        else:
            expected = str(self.least + 1) + (f"..{self.most + 1}" if self.most != self.least else "")
        return f"wrong number of arguments (given {given + 1}, expected {expected})"

    def usage(self, name: str) -> str:
        """What would be right, in the terms of a template."""
        if self.most == 0:
            return f"`{name}` takes no arguments"
        most = "any number of" if self.most is None else self.most
        count = most if self.most == self.least else f"{self.least} to {most}"
        return f"`{name}: ...` takes {count} argument{'' if self.most == 1 else 's'}"


def signature(function: Filter) -> Signature:
    needs_context = getattr(function, "needs_context", False)
    taken = [p for p in inspect.signature(function).parameters.values() if p.kind is not p.KEYWORD_ONLY]
    own = taken[2 if needs_context else 1 :]
    positional = [parameter for parameter in own if parameter.kind is not parameter.VAR_POSITIONAL]
    least = sum(parameter.default is parameter.empty for parameter in positional)
    most = len(positional) if len(positional) == len(own) else None
    return Signature(least, most, needs_context, getattr(function, "reads", None))
