"""The tree of a template: Jinja2's nodes as far as Liquid needs them, with their names and fields.

Jinja2 itself takes longer to load than most templates to run. The tree of one that is run often becomes stock
nodes of Jinja2, from which its generator makes code (`compiled/stock.py`). Expressions are shared between
templates, so nothing changes a node.
"""

from collections.abc import Iterator
from typing import Any


class Node:
    """Its slots hold nodes, lists of nodes and plain values."""

    __slots__: tuple[str, ...] = ()

    def children(self) -> Iterator["Node"]:
        """The nodes right below."""
        for name in self.__slots__:
            value = getattr(self, name)
            if isinstance(value, Node):
                yield value
            elif isinstance(value, list):
                yield from value


class Expr(Node):
    """What has a value."""

    __slots__ = ()


class Const(Expr):
    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class TemplateData(Expr):
    """The text between tags."""

    __slots__ = ("data",)

    def __init__(self, data: str) -> None:
        self.data = data


class Name(Expr):
    """A variable; ctx: whether it is read (`load`) or set (`store`)."""

    __slots__ = ("ctx", "name")

    def __init__(self, name: str, ctx: str = "load") -> None:
        self.name = name
        self.ctx = ctx


class Getattr(Expr):
    """`node.attr`"""

    __slots__ = ("attr", "node")

    def __init__(self, node: Expr, attr: str) -> None:
        self.node = node
        self.attr = attr


class Getitem(Expr):
    """`node[arg]`"""

    __slots__ = ("arg", "node")

    def __init__(self, node: Expr, arg: Expr) -> None:
        self.node = node
        self.arg = arg


class Keyword(Node):
    """`key: value` among the arguments of a filter or a call."""

    __slots__ = ("key", "value")

    def __init__(self, key: str, value: Expr) -> None:
        self.key = key
        self.value = value


class Filter(Expr):
    """`node | name: args, kwargs`"""

    __slots__ = ("args", "kwargs", "name", "node")

    def __init__(self, node: Expr, name: str, args: list[Expr], kwargs: list[Keyword]) -> None:
        self.node = node
        self.name = name
        self.args = args
        self.kwargs = kwargs


class Call(Expr):
    """`$name(args, kwargs)`: what has no node of its own."""

    __slots__ = ("args", "kwargs", "node")

    def __init__(self, node: Name, args: list[Expr], kwargs: list[Keyword]) -> None:
        self.node = node
        self.args = args
        self.kwargs = kwargs


class Operand(Node):
    """The right side of a comparison: `op expr`."""

    __slots__ = ("expr", "op")

    def __init__(self, op: str, expr: Expr) -> None:
        self.op = op
        self.expr = expr


class Compare(Expr):
    """`expr ops`, with one operand."""

    __slots__ = ("expr", "ops")

    def __init__(self, expr: Expr, ops: list[Operand]) -> None:
        self.expr = expr
        self.ops = ops


class And(Expr):
    __slots__ = ("left", "right")

    def __init__(self, left: Expr, right: Expr) -> None:
        self.left = left
        self.right = right


class Or(Expr):
    __slots__ = ("left", "right")

    def __init__(self, left: Expr, right: Expr) -> None:
        self.left = left
        self.right = right


class Not(Expr):
    __slots__ = ("node",)

    def __init__(self, node: Expr) -> None:
        self.node = node


class Stmt(Node):
    """What is done. lineno: the offset of its tag in the source, of which errors make line and column."""

    __slots__ = ("lineno",)

    def __init__(self, lineno: int) -> None:
        self.lineno = lineno


class Output(Stmt):
    """Text, or `{{ expression }}`."""

    __slots__ = ("nodes",)

    def __init__(self, lineno: int, expression: Expr) -> None:
        self.lineno = lineno
        self.nodes = [expression]


class Assign(Stmt):
    __slots__ = ("node", "target")

    def __init__(self, lineno: int, target: Name, node: Expr) -> None:
        self.lineno = lineno
        self.target = target
        self.node = node


class AssignBlock(Stmt):
    """`capture`"""

    __slots__ = ("body", "target")

    def __init__(self, lineno: int, target: Name, body: list[Stmt]) -> None:
        self.lineno = lineno
        self.target = target
        self.body = body


class If(Stmt):
    __slots__ = ("body", "elif_", "else_", "test")

    def __init__(self, lineno: int, test: Expr, body: list[Stmt]) -> None:
        self.lineno = lineno
        self.test = test
        self.body = body
        self.elif_: list[If] = []
        self.else_: list[Stmt] = []


class For(Stmt):
    __slots__ = ("body", "else_", "iter", "target")

    def __init__(self, lineno: int, iter: Call, body: list[Stmt], else_: list[Stmt]) -> None:
        self.lineno = lineno
        self.target = Name(str(constant(iter.args[0])), "store")
        self.iter = iter
        self.body = body
        self.else_ = else_


class Break(Stmt):
    __slots__ = ()


class Continue(Stmt):
    __slots__ = ()


class CallBlock(Stmt):
    """A statement that has no node of its own."""

    __slots__ = ("body", "call")

    def __init__(self, lineno: int, call: Call, body: list[Stmt]) -> None:
        self.lineno = lineno
        self.call = call
        self.body = body


def constant(node: Node) -> Any:
    """The value of what is known to be a constant."""
    assert isinstance(node, Const)
    return node.value
