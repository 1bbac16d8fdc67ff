"""What generated code must know of a piece of tree beforehand."""

from collections.abc import Sequence

from jinja2 import nodes

from onemg_render.liquid.compiled.expressions import asks_context, is_position
from onemg_render.liquid.operations import Host

OUTSIDE = frozenset(("$include", "$tag", "$tablerow", "$render"))
INTERRUPTING = frozenset(("$include", "$tag", "$tablerow"))


def descendants(body: Sequence[nodes.Node]) -> list[nodes.Node]:
    found = list(body)
    for node in found:
        found.extend(node.iter_child_nodes())
    return found


def call_name(node: nodes.Call) -> str | None:
    return node.node.name if isinstance(node.node, nodes.Name) else None


def block_name(node: nodes.Node) -> str | None:
    """The name of a statement for which Jinja2 has no node."""
    return call_name(node.call) if isinstance(node, nodes.CallBlock) else None


def opens(body: Sequence[nodes.Node]) -> bool:
    """Whether something inside may leave an interrupt that is not written there."""
    return any(block_name(node) in INTERRUPTING for node in descendants(body))


def interrupts(body: Sequence[nodes.Node]) -> bool:
    """Whether control may leave these statements other than at their end."""
    return opens(body) or any(isinstance(node, nodes.Break | nodes.Continue) for node in descendants(body))


class LoopNeeds:
    """What a `for` must keep beside its Python variables.

    publish: something inside may ask the context for its variables. forloop: something inside takes `forloop`
    as an object. counted: its position is used.
    """

    def __init__(self, host: Host, node: nodes.For, variable: str) -> None:
        self.variable = variable
        inside = descendants(node.body)
        names = {variable, "forloop"}
        positions = sum(is_position(inner) for inner in inside)
        mentions = sum(isinstance(inner, nodes.Name) and inner.name == "forloop" for inner in inside)
        self.publish = any(asks(host, inner, names) for inner in inside)
        self.forloop = self.publish or mentions > positions
        self.counted = self.forloop or positions > 0


def asks(host: Host, node: nodes.Node, names: set[str]) -> bool:
    """Whether `node` may look up one of `names` in the context."""
    if isinstance(node, nodes.Filter):
        found = host.filter(node.name)
        return found is not None and asks_context(found[1], names)
    if isinstance(node, nodes.Call):
        return call_name(node) == "$lookup"
    name = block_name(node)
    return name in OUTSIDE or (name == "$case" and interrupts([node]))


def attribute_roots(body: Sequence[nodes.Node]) -> dict[str, int]:
    """How often statements read an attribute of each variable."""
    counts: dict[str, int] = {}
    for node in descendants(body):
        if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            name = node.node.name
            counts[name] = counts.get(name, 0) + 1
    return counts


def changed_names(body: Sequence[nodes.Node]) -> set[str]:
    """The variables that statements set; loops set theirs, counters theirs."""
    names: set[str] = set()
    for node in descendants(body):
        if isinstance(node, nodes.Name) and node.ctx == "store":
            names.add(node.name)
        elif isinstance(node, nodes.Call) and call_name(node) in ("$increment", "$decrement"):
            names.add(node.args[0].as_const())
    return names
