"""Texts that grow: `{% assign x = x | append: ... %}` in a loop.

Each step of the plain way copies the whole text, once for every filter. Python lengthens a text in place if
nothing else holds it; so the context lets go of it for that moment.
"""

from typing import Any

from onemg_render.liquid.context import Context
from onemg_render.liquid.drops import Value
from onemg_render.liquid.filters.strings import append, bounded
from onemg_render.liquid.operations import Host
from onemg_render.liquid.runtime import to_s


def pieces_of(name: str, value: Any, host: Host) -> list[Any]:
    """What `assign name = value` appends to the variable itself; nothing where it is another assignment.

    value: a node, ours or Jinja2's, which have the same fields.
    """
    pieces: list[Any] = []
    while (
        getattr(value, "name", None) == "append" and len(getattr(value, "args", ())) == 1 and not value.kwargs
    ):
        pieces.append(value.args[0])
        value = value.node
    is_itself = getattr(value, "name", None) == name and not hasattr(value, "args")
    return pieces[::-1] if is_itself and is_plain(host) else []


def is_plain(host: Host) -> bool:
    """Whether `append` is ours, and nobody wants to know which variables were there."""
    found = host.filter("append")
    return found is not None and found[0] is append and not host.strict_variables and host.names is None


def grow(context: Context, name: str, *pieces: Value) -> None:
    """Append `pieces` to a variable, as text."""
    more = "".join([str(piece) if piece.__class__ is str else to_s(piece) for piece in pieces])
    value = context.variables.get(name)
    text = str(value) if value.__class__ is str else to_s(value)
    length = len(text) + len(more)
    bounded(length)
    if length <= context.longest:
        del value
        context.release(name)
    text += more
    context.assign(name, text)
