"""What both back ends call for tags that are more than an expression: partials, counters, cycles, tables."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from onemg_render.errors import LiquidError
from onemg_render.liquid.context import Context, Settings
from onemg_render.liquid.drops import Listing, Value
from onemg_render.liquid.filters.registry import Filter, Signature
from onemg_render.liquid.loops import ForLoop, TableRowLoop, cut, items
from onemg_render.liquid.numbers import to_i, to_integer
from onemg_render.liquid.runtime import text

if TYPE_CHECKING:
    from onemg_render.liquid.names import Names


class Piece(Protocol):
    """A parsed template that can put out its pieces into a list."""

    def run(self, context: Context, out: list[str]) -> None: ...


class Host(Settings, Protocol):
    """What the back ends must know of the environment."""

    @property
    def strict_filters(self) -> bool: ...
    @property
    def names(self) -> "Names | None": ...
    def filter(self, name: str) -> tuple[Filter, Signature] | None: ...
    def filter_hint(self, name: str) -> str | None: ...
    def partial(self, name: str) -> Piece: ...


def range_bound(value: Value) -> int:
    """A bound of a range that is not a literal (lib/liquid/range_lookup.rb)."""
    if value is None or isinstance(value, str):
        return to_i(value)
    return to_integer(value)


def new_range(first: int, last: int) -> range:
    return range(first, last + 1)


def nothing() -> str:
    """The body of a tag that has none."""
    return ""


def increment(context: Context, name: str) -> str:
    return text(context.increment(name, 1))


def decrement(context: Context, name: str) -> str:
    return text(context.increment(name, -1) - 1)


def cycle(context: Context, key: Value, count: int) -> int:
    """The position of the next value of a cycle; `count` if a longer cycle of this name went beyond it."""
    known = (key.__class__, key if key.__hash__ else text(key))
    position = context.cycles.get(known, 0)
    context.cycles[known] = position + 1 if position + 1 < count else 0
    return min(position, count)


def changed(context: Context, found: str) -> str:
    """`found`, or nothing if the last ifchanged block gave the same."""
    if found == context.last_changed:
        return ""
    context.last_changed = found
    return found


def include(
    context: Context,
    out: list[str],
    partial: Piece,
    bound: tuple[str, Value],
    attributes: list[tuple[str, Callable[[Context], Value]]],
) -> None:
    """`{% include partial with value key: value %}`: a parameter sees those before it.

    bound: what the value is called inside, and the value; an array renders the partial for each item.
    """
    name, value = bound
    hidden = context.enter({})
    try:
        for key, evaluate in attributes:
            context.hide(hidden, key, evaluate(context))
        for item in value if isinstance(value, list) else [value]:
            context.hide(hidden, name, item)
            partial.run(context, out)
    finally:
        context.leave(hidden)


def partial_name(context: Context, value: Value) -> str:
    if not context.includes_allowed:
        raise LiquidError("include usage is not allowed in this context")
    if not isinstance(value, str):
        raise LiquidError("Argument error in tag 'include' - Illegal template name")
    return value


def last_part(name: str) -> str:
    """What the bound value of a partial is called inside it."""
    parts = name.rstrip("/").split("/")
    return parts[-1]


def render(
    context: Context,
    out: list[str],
    partial: Piece,
    call: tuple[str, str, bool, Value],
    arguments: dict[str, Value],
) -> None:
    """`{% render %}` of dialect 5: the partial sees nothing but its arguments.

    call: name of the partial, what the bound value is called inside, whether it is a collection to go
    through.
    """
    name, alias, each, bound = call
    if not each or not isinstance(bound, list | range | dict | Listing):
        partial.run(context.isolated(arguments if bound is None else {**arguments, alias: bound}), out)
        return
    values = items(bound)
    loop = ForLoop(name, len(values), None)
    for value in values:
        scope = {"forloop": loop, **arguments}
        partial.run(context.isolated(scope if value is None else {**scope, alias: value}), out)
        loop.index0 += 1


def tablerow(
    context: Context,
    out: list[str],
    table: tuple[str, Value, dict[str, Value]],
    run: Callable[[Context, list[str]], None],
) -> None:
    """A table whose cells are rendered by `run` (lib/liquid/tags/table_row.rb).

    table: the variable, the collection and the options. In 4.0 an interrupt does not end the table: each
    further cell is rendered up to its first tag.
    """
    variable, collection, options = table
    start = to_i(options.get("offset"))
    stop = start + to_i(options["limit"]) if "limit" in options else None
    values = cut(collection, items(collection), start, stop)
    newer = context.environment.dialect == "5"
    cols = to_i(options.get("cols", len(values) if newer else 0))
    loop = TableRowLoop(len(values), cols)
    context.spend(len(values))
    out.append('<tr class="row1">\n')
    hidden = context.enter({"tablerowloop": loop, variable: None})
    try:
        for value in values:
            context.variables[variable] = value
            out.append(f'<td class="col{loop.col}">')
            run(context, out)
            out.append("</td>")
            if newer and context.interrupts and context.interrupts.pop() == "break":
                break
            if loop.col == cols and loop.index0 < loop.length - 1:
                out.append(f'</tr>\n<tr class="row{loop.row + 1}">')
            loop.step()
    finally:
        context.leave(hidden)
    out.append("</tr>\n")
