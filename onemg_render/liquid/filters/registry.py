"""How filters are registered: a table from names to functions of (value, *arguments).

Keyword arguments reach a filter as one dictionary, its last argument, as in Ruby. A filter that needs the
context is marked and gets it first.
"""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

Filter: TypeAlias = Callable[..., Any]

F = TypeVar("F", bound=Filter)


def context_filter(*, reads: tuple[str, ...] | None = None) -> Callable[[F], F]:
    """Mark a filter that gets the context as its first argument.

    reads: the variables that it looks up there, if it can say so in advance; None: it may look up any.
    A filter that names them lets loops keep their own variables out of the context, which is faster.
    """

    def mark(function: F) -> F:
        function.needs_context = True  # type: ignore[attr-defined]  # the mark itself
        function.reads = reads  # type: ignore[attr-defined]  # the mark itself
        return function

    return mark
