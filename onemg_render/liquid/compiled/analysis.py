"""What generated code must know of a piece of tree beforehand."""

from collections.abc import Sequence
from functools import cached_property
from types import NoneType

from jinja2 import nodes

from onemg_render.liquid.compiled.expressions import asks_context, is_position
from onemg_render.liquid.operations import Host

OUTSIDE = frozenset(("$include", "$tag", "$tablerow", "$render"))
INTERRUPTING = frozenset(("$include", "$tag", "$tablerow"))
PLAIN = frozenset((str, int, NoneType))
"""The types of most fields, which hold no node."""


def call_name(node: nodes.Call) -> str | None:
    return node.node.name if isinstance(node.node, nodes.Name) else None


def block_name(node: nodes.Node) -> str | None:
    """The name of a statement for which Jinja2 has no node."""
    return call_name(node.call) if isinstance(node, nodes.CallBlock) else None


class Inside:
    """All that stands inside some statements; they are gone through once."""

    def __init__(self, body: Sequence[nodes.Node]) -> None:
        self.nodes = list(body)
        for node in self.nodes:
            for value in node.__dict__.values():  # Jinja2's own iterators ask each field by its name
                if value.__class__ is list:
                    if value and isinstance(value[0], nodes.Node):
                        self.nodes.extend(value)
                elif value.__class__ not in PLAIN and isinstance(value, nodes.Node):
                    self.nodes.append(value)

    @cached_property
    def opens(self) -> bool:
        """Whether something may leave an interrupt that is not written there."""
        return any(block_name(node) in INTERRUPTING for node in self.nodes)

    @cached_property
    def interrupts(self) -> bool:
        """Whether control may leave these statements other than at their end."""
        return self.opens or any(isinstance(node, nodes.Break | nodes.Continue) for node in self.nodes)

    @cached_property
    def attribute_roots(self) -> dict[str, int]:
        """How often an attribute of each variable is read."""
        counts: dict[str, int] = {}
        for node in self.nodes:
            if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
                name = node.node.name
                counts[name] = counts.get(name, 0) + 1
        return counts

    @cached_property
    def changed_names(self) -> set[str]:
        """The variables that are set; loops set theirs, counters theirs."""
        names: set[str] = set()
        for node in self.nodes:
            if isinstance(node, nodes.Name) and node.ctx == "store":
                names.add(node.name)
            elif isinstance(node, nodes.Call) and call_name(node) in ("$increment", "$decrement"):
                names.add(node.args[0].as_const())
        return names


class LoopNeeds:
    """What a `for` must keep beside its Python variables.

    publish: something inside may ask the context for its variables. forloop: something inside takes `forloop`
    as an object. counted: its position is used.
    """

    def __init__(self, host: Host, inside: Inside, variable: str) -> None:
        self.variable = variable
        names = {variable, "forloop"}
        positions = sum(is_position(inner) for inner in inside.nodes)
        mentions = sum(isinstance(inner, nodes.Name) and inner.name == "forloop" for inner in inside.nodes)
        self.publish = any(asks(host, inner, names) for inner in inside.nodes)
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
    return name in OUTSIDE or (name == "$case" and Inside([node]).interrupts)
