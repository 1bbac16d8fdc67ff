"""How the parser makes nodes of Jinja2's tree.

Jinja2's own constructor checks and counts fields, which would cost more than all the rest of parsing; these
nodes are the same classes with the same fields. `lineno` is the offset of the token in the source: line and
column are computed from it when an error needs them.
"""

from typing import Any, TypeVar

from jinja2 import nodes

N = TypeVar("N", bound=nodes.Node)


def make(kind: type[N], start: int, **fields: Any) -> N:
    """A node of `kind` at an offset."""
    node = object.__new__(kind)
    fields["lineno"] = start
    fields["environment"] = None
    node.__dict__ = fields
    return node


def text_node(text: str) -> nodes.Output:
    data = object.__new__(nodes.TemplateData)
    data.__dict__ = {"data": text, "lineno": 0, "environment": None}
    return output(data, 0)


def output(expression: nodes.Expr, start: int) -> nodes.Output:
    node = object.__new__(nodes.Output)
    node.__dict__ = {"nodes": [expression], "lineno": start, "environment": None}
    return node


def block(call: nodes.Call, body: list[nodes.Stmt], start: int) -> nodes.CallBlock:
    """A statement for which Jinja2 has no node."""
    return make(nodes.CallBlock, start, call=call, args=[], defaults=[], body=body)


def is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and isinstance(node.nodes[0], nodes.TemplateData)


def without_text(body: list[nodes.Stmt]) -> list[nodes.Stmt]:
    """The body of a blank block: what it does, without what it would put out."""
    return [node for node in body if not is_text(node)]
