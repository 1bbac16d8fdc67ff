"""Expressions as Python source.

A look-up is inlined for what nearly all values are: `t.get('title')` of a dictionary or a drop; `t` is
rebound by each look-up and read at once.
"""

from collections.abc import Mapping

from jinja2 import nodes

from onemg_render.liquid import operations
from onemg_render.liquid.advice import on_operator
from onemg_render.liquid.compiled.constants import Constants
from onemg_render.liquid.filters.registry import Signature
from onemg_render.liquid.literals import Literal
from onemg_render.liquid.numbers import to_i
from onemg_render.liquid.operations import Host
from onemg_render.liquid.runtime import COMMANDS

ORDERS = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
POSITIONS = {
    "index": "({i} + 1)",
    "index0": "{i}",
    "rindex": "({n} - {i})",
    "rindex0": "({n} - {i} - 1)",
    "first": "({i} == 0)",
    "last": "({i} == {n} - 1)",
    "length": "{n}",
}
INLINE = (str, int, bool, type(None))


class ExpressionWriter:
    """Writes expressions.

    Locals: variables that are Python's; position: index and length of the innermost loop.
    """

    def __init__(self, host: Host, constants: Constants) -> None:
        self.locals: dict[str, str] = {}
        self.readers: dict[str, str] = {}
        self.position: Mapping[str, str] | None = None
        self._host = host
        self._constants = constants

    def value(self, node: nodes.Node) -> str:
        """Source of the value of an expression."""
        match node:
            case nodes.Const():
                return self._constant(node.value)
            case nodes.Name():
                return self._name(node.name)
            case nodes.Getattr():
                return self._attribute(node)
            case nodes.Getitem():
                return f"read({self.value(node.node)}, {self.value(node.arg)})"
            case nodes.Filter():
                return self._filter(node)
            case nodes.Call():
                return self._call(node)
            case _:
                return self.test(node)

    def test(self, node: nodes.Node) -> str:
        """Source of something that is true in Python if the condition holds."""
        match node:
            case nodes.Not():
                return f"(not {self.test(node.node)})"
            case nodes.And():
                return f"({self.test(node.left)} and {self.test(node.right)})"
            case nodes.Or():
                return f"({self.test(node.left)} or {self.test(node.right)})"
            case nodes.Compare():
                return self._comparison(node)
            case nodes.Getattr(attr="first" | "last") if is_position(node) and self.position is not None:
                return self._attribute(node)
            case _:
                return f"((t := {self.value(node)}) is not None and t is not False)"

    def output(self, node: nodes.Node) -> str:
        """Source of what an expression prints."""
        if isinstance(node, nodes.TemplateData):
            return repr(node.data)
        return f"t if (t := {self.value(node)}).__class__ is str else text(t)"

    def _constant(self, value: object) -> str:
        return repr(value) if isinstance(value, INLINE) else self._constants.name(value)

    def _name(self, name: str) -> str:
        if name == "$continue":
            return "CONTINUE"
        return self.locals.get(name) or f"get({name!r})"

    def bound_reader(self, source: str) -> str:
        """Source of what reads the attributes of a value."""
        return f"t.get if (t := {source}).__class__ is dict or isinstance(t, Drop) else reader(t)"

    def _attribute(self, node: nodes.Getattr) -> str:
        owner = node.node
        if self.position is not None and is_position(node):
            return POSITIONS[node.attr].format_map(self.position)
        if node.attr in COMMANDS:
            inner = self.value(owner)
            if node.attr == "size":
                return f"(len(t) if (t := {inner}).__class__ is list else read(t, 'size', True))"
            return f"read({inner}, {node.attr!r}, True)"
        if isinstance(owner, nodes.Name) and owner.name in self.readers:
            return f"{self.readers[owner.name]}({node.attr!r})"
        fast = f"t.get({node.attr!r}) if (t := {self.value(owner)}).__class__ is dict or isinstance(t, Drop)"
        return f"({fast} else read(t, {node.attr!r}))"

    def _comparison(self, node: nodes.Compare) -> str:
        operator, right_node = node.ops[0].op, node.ops[0].expr
        left, right = self.value(node.expr), self.value(right_node)
        if operator in ORDERS:
            name = ORDERS[operator]
            if isinstance(right_node, nodes.Const) and right_node.value.__class__ is int:
                fast = f"u {operator} {right} if (u := {left}).__class__ is int"
                return f"({fast} else ordered(u, {right}, {name}))"
            return f"ordered({left}, {right}, {name})"
        if operator == "contains":
            return f"contains({left}, {right})"
        if operator == "==":
            return self._equality(node.expr, right_node)
        if operator in ("!=", "<>"):
            return f"(not {self._equality(node.expr, right_node)})"
        return f"fail({f'Unknown operator {operator}'!r}, {on_operator(operator)!r})"

    def _equality(self, left_node: nodes.Node, right_node: nodes.Node) -> str:
        left, right = self.value(left_node), self.value(right_node)
        if isinstance(left_node, nodes.Const) or is_literal(right_node):
            return f"equal({left}, {right})"
        if isinstance(right_node, nodes.Const):
            if right_node.value is None or isinstance(right_node.value, bool):
                return f"({left} is {right})"
            if isinstance(right_node.value, str):
                return f"({left} == {right})"
        return f"(u == {right} if (u := {left}).__class__ is str else equal(u, {right}))"

    def _filter(self, node: nodes.Filter) -> str:
        assert node.node is not None
        arguments = [self.value(node.node), *map(self.value, node.args)]
        if node.kwargs:
            shown = ", ".join(f"{pair.key!r}: {self.value(pair.value)}" for pair in pairs(node))
            arguments.append(f"{{{shown}}}")
        found = self._host.filter(node.name)
        if found is None:
            if self._host.strict_filters:
                hint = self._host.filter_hint(node.name)
                return f"fail({f'undefined filter {node.name}'!r}, {hint!r}, {arguments[0]})"
            return f"printable({arguments[0]})"
        function, signature = found
        if (mismatch := signature.mismatch(len(arguments) - 1)) is not None:
            return f"fail({mismatch!r}, {signature.usage(node.name)!r}, {arguments[0]})"
        if signature.needs_context:
            arguments.insert(0, "context")
        return f"{self._constants.name(function)}({', '.join(arguments)})"

    def _call(self, node: nodes.Call) -> str:
        assert isinstance(node.node, nodes.Name)
        name = node.node.name
        arguments = [self.value(argument) for argument in node.args]
        if name == "$range":
            return self._range(node, arguments)
        if name == "$lookup":
            return f"root(context, {arguments[0]})"
        if name == "$cycle":
            values = "".join(f"{value}, " for value in arguments[1:])
            return f"({values}None)[cycle(context, {arguments[0]}, {len(arguments) - 1})]"
        if name == "$segment":
            options = "".join(f", {pair.key}={self.value(pair.value)}" for pair in pairs(node))
            return f"segment(context, {arguments[1]}, {arguments[2]}{options})"
        return f"{name[1:]}(context, {arguments[0]})"

    def _range(self, node: nodes.Call, bounds: list[str]) -> str:
        if all(isinstance(bound, nodes.Const) for bound in node.args):
            return self._constants.name(
                operations.new_range(*(to_i(bound.as_const()) for bound in node.args))
            )
        return f"new_range(range_bound({bounds[0]}), range_bound({bounds[1]}))"


def is_position(node: nodes.Node) -> bool:
    """Whether this is `forloop.index` or another number that a loop knows of itself."""
    if not isinstance(node, nodes.Getattr) or node.attr not in POSITIONS:
        return False
    return isinstance(node.node, nodes.Name) and node.node.name == "forloop"


def is_literal(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, Literal)


def asks_context(signature: Signature, names: set[str]) -> bool:
    """Whether a filter may look up one of `names` in the context."""
    if not signature.needs_context:
        return False
    return signature.reads is None or not names.isdisjoint(signature.reads)


def pairs(node: nodes.Call | nodes.Filter) -> list[nodes.Keyword]:
    return [keyword for keyword in node.kwargs if isinstance(keyword, nodes.Keyword)]
