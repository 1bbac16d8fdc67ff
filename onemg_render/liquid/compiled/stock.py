"""The tree of a template as stock nodes of Jinja2, for its code generator."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from jinja2 import nodes as jinja

from onemg_render.liquid import nodes

KINDS: Final[Mapping[type[nodes.Node], tuple[type[jinja.Node], tuple[str, ...]]]] = {
    kind: (
        getattr(jinja, name),
        tuple(slot for base in kind.__mro__ if issubclass(base, nodes.Node) for slot in base.__slots__),
    )
    for name, kind in vars(nodes).items()
    if isinstance(kind, type) and issubclass(kind, nodes.Node)
}
"""The stock class of each of ours, and the fields that both have."""


class Stock:
    """Makes the stock nodes of one template.

    Jinja2's own constructors check and count fields, which would cost more than all the rest of compiling.
    """

    def __init__(self) -> None:
        self._origins: dict[int, nodes.CallBlock] = {}

    def body(self, statements: Sequence[nodes.Node]) -> list[jinja.Node]:
        return [self._node(statement) for statement in statements]

    def origin(self, node: jinja.CallBlock) -> nodes.CallBlock:
        """What a block was made from."""
        return self._origins[id(node)]

    def _node(self, node: nodes.Node) -> jinja.Node:
        kind, names = KINDS[type(node)]
        made = object.__new__(kind)
        made.__dict__ = {name: self._value(getattr(node, name)) for name in names}
        if isinstance(node, nodes.CallBlock):
            self._origins[id(made)] = node
        return made

    def _value(self, value: object) -> Any:
        if isinstance(value, nodes.Node):
            return self._node(value)
        return self.body(value) if value.__class__ is list else value
