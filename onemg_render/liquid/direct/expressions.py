"""The direct back end: a tree of nodes becomes nested Python closures. Cheap to make, for templates rendered
once.

An expression becomes a function of the context; a statement one that also takes the list of pieces put out so
far.
"""

from collections.abc import Callable, Mapping
from operator import ge, gt, le, lt
from typing import TYPE_CHECKING, TypeAlias

from onemg_render.errors import LiquidError
from onemg_render.liquid import nodes, operations
from onemg_render.liquid.advice import on_operator
from onemg_render.liquid.context import MISSING, Context
from onemg_render.liquid.drops import Drop, Value
from onemg_render.liquid.filters.registry import Filter, Signature
from onemg_render.liquid.literals import Literal
from onemg_render.liquid.loops import CONTINUE, segment
from onemg_render.liquid.numbers import to_i
from onemg_render.liquid.operations import Host
from onemg_render.liquid.runtime import COMMANDS, contains, equal, get, get_strictly, has, ordered

if TYPE_CHECKING:
    from onemg_render.liquid.names import Names

Evaluate: TypeAlias = Callable[[Context], Value]
Test: TypeAlias = Callable[[Context], bool]
Key: TypeAlias = tuple[Evaluate | None, str, bool]
"""One look-up of a chain: how to compute the key, or the key and whether it may be a command."""

ORDERS = {"<": lt, "<=": le, ">": gt, ">=": ge}


class Expressions:
    """Makes closures of expressions, and keeps them by node: the parser shares the nodes of equal markup."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._known: dict[int, tuple[nodes.Node, Evaluate]] = {}
        self._strict = host.strict_variables
        self._names = host.names
        self._makers: Mapping[type[nodes.Node], Callable[..., Evaluate]] = {
            nodes.Const: self._constant,
            nodes.Name: self._name,
            nodes.Getattr: self._path,
            nodes.Getitem: self._path,
            nodes.Filter: self._filters,
            nodes.Call: self._call,
            nodes.Compare: self.test,
            nodes.And: self.test,
            nodes.Or: self.test,
            nodes.Not: self.test,
        }

    def evaluate(self, node: nodes.Node) -> Evaluate:
        """The value of an expression."""
        known = self._known.get(id(node))
        if known is None:
            known = self._known[id(node)] = (node, self._makers[type(node)](node))
        return known[1]

    def test(self, node: nodes.Node) -> Test:
        """Whether a condition holds."""
        if isinstance(node, nodes.Not):
            positive = self.test(node.node)
            return lambda context: not positive(context)
        if isinstance(node, nodes.And | nodes.Or):
            return self._connected(node)
        if isinstance(node, nodes.Compare):
            return self._comparison(node)
        evaluate = self.evaluate(node)
        return lambda context: (value := evaluate(context)) is not None and value is not False

    def _connected(self, node: nodes.Node) -> Test:
        """`a and (b or (...))`, however long, without nesting."""
        tests: list[Test] = []
        ends: list[bool] = []
        while isinstance(node, nodes.And | nodes.Or):
            tests.append(self.test(node.left))
            ends.append(isinstance(node, nodes.Or))
            node = node.right
        last = self.test(node)
        steps = list(zip(tests, ends, strict=True))

        def connected(context: Context) -> bool:
            for test, end in steps:
                if test(context) is end:
                    return end
            return last(context)

        return connected

    def _comparison(self, node: nodes.Compare) -> Test:
        operator = node.ops[0].op
        left, right = self.evaluate(node.expr), self.evaluate(node.ops[0].expr)
        if operator == "==":
            wanted = text_constant(node.ops[0].expr)
            if wanted is not None and not isinstance(node.expr, nodes.Const):
                return lambda context: bool(left(context) == wanted)
            return lambda context: equal(left(context), right(context))
        if operator in ("!=", "<>"):
            return lambda context: not equal(left(context), right(context))
        if operator == "contains":
            return lambda context: contains(left(context), right(context))
        if operator in ORDERS:
            order = ORDERS[operator]
            return lambda context: ordered(left(context), right(context), order)

        def unknown(context: Context) -> bool:
            raise LiquidError(f"Unknown operator {operator}", hint=on_operator(operator))

        return unknown

    def _constant(self, node: nodes.Const) -> Evaluate:
        value = node.value
        return lambda context: value

    def _name(self, node: nodes.Name) -> Evaluate:
        name = node.name
        if name == "$continue":
            return lambda context: CONTINUE
        if self._strict:
            return lambda context: context.get(name)
        if self._names is not None:
            return watched(self._names, name, [], lambda context: context.variables.get(name))
        return lambda context: context.variables.get(name)

    def _path(self, node: nodes.Node) -> Evaluate:
        """A chain of look-ups, however long, without nesting."""
        keys: list[Key] = []
        while isinstance(node, nodes.Getattr | nodes.Getitem):
            if isinstance(node, nodes.Getattr):
                keys.append((None, node.attr, node.attr in COMMANDS))
            elif (written := text_constant(node.arg)) is not None:
                keys.append((None, written, False))
            else:
                keys.append((self.evaluate(node.arg), "", False))
            node = node.node
        keys.reverse()
        if self._strict:
            return strict_path(self.evaluate(node), keys)
        if not isinstance(node, nodes.Name):
            return path(self.evaluate(node), keys)
        is_short = len(keys) == 1 and keys[0][0] is None
        plain = attribute(node.name, *keys[0][1:]) if is_short else path(self._name(node), keys)
        return plain if self._names is None else watched(self._names, node.name, keys, plain)

    def _filters(self, node: nodes.Node) -> Evaluate:
        """A chain of filters, however long, without nesting."""
        steps: list[Callable[[Context, Value], Value]] = []
        while isinstance(node, nodes.Filter):
            steps.append(self._filter(node))
            node = node.node
        source = self.evaluate(node)
        if len(steps) == 1:
            only = steps[0]
            return lambda context: only(context, source(context))
        steps.reverse()

        def filtered(context: Context) -> Value:
            value = source(context)
            for step in steps:
                value = step(context, value)
            return value

        return filtered

    def _filter(self, node: nodes.Filter) -> Callable[[Context, Value], Value]:
        found = self._host.filter(node.name)
        arguments = [self.evaluate(argument) for argument in node.args]
        if node.kwargs:
            arguments.append(self._keywords(node.kwargs))
        if found is None:
            return self._unknown_filter(node.name)
        function, signature = found
        if (mismatch := signature.mismatch(len(arguments))) is not None:
            message, usage = mismatch, signature.usage(node.name)
            return lambda context, value: fail(message, usage)
        if not node.kwargs and all(isinstance(argument, nodes.Const) for argument in node.args):
            return with_constants(function, [nodes.constant(one) for one in node.args], signature)
        if signature.needs_context:
            return lambda context, value: function(context, value, *[a(context) for a in arguments])
        if len(arguments) == 1:
            argument = arguments[0]
            return lambda context, value: function(value, argument(context))
        return lambda context, value: function(value, *[a(context) for a in arguments])

    def _keywords(self, keywords: list[nodes.Keyword]) -> Evaluate:
        pairs = [(keyword.key, self.evaluate(keyword.value)) for keyword in keywords]
        return lambda context: {key: evaluate(context) for key, evaluate in pairs}

    def _unknown_filter(self, name: str) -> Callable[[Context, Value], Value]:
        if self._host.strict_filters:
            hint = self._host.filter_hint(name)
            return lambda context, value: fail(f"undefined filter {name}", hint)
        return lambda context, value: printable(value)

    def _call(self, node: nodes.Call) -> Evaluate:
        arguments = [self.evaluate(argument) for argument in node.args]
        keywords = {keyword.key: self.evaluate(keyword.value) for keyword in node.kwargs}
        match node.node.name:
            case "$range":
                return self._range(node, *arguments)
            case "$lookup":
                return lambda context: root(context, arguments[0](context))
            case "$increment":
                return lambda context: operations.increment(context, arguments[0](context))
            case "$decrement":
                return lambda context: operations.decrement(context, arguments[0](context))
            case "$cycle":
                return cycle(arguments[0], arguments[1:])
            case _:
                return self._segment(node, keywords)

    def _range(self, node: nodes.Call, first: Evaluate, last: Evaluate) -> Evaluate:
        if all(isinstance(bound, nodes.Const) for bound in node.args):
            bounds = operations.new_range(*(to_i(nodes.constant(bound)) for bound in node.args))
            return lambda context: bounds
        bound = operations.range_bound
        return lambda context: operations.new_range(bound(first(context)), bound(last(context)))

    def _segment(self, node: nodes.Call, keywords: dict[str, Evaluate]) -> Evaluate:
        name = nodes.constant(node.args[1])
        collection = self.evaluate(node.args[2])
        limit, offset = keywords.get("limit"), keywords.get("offset")
        reverse = "reversed" in keywords

        def chosen(context: Context) -> list[Value]:
            return segment(
                context,
                name,
                collection(context),
                reversed=reverse,
                limit=limit and limit(context),
                offset=offset and offset(context),
            )

        return chosen


def with_constants(
    function: Filter, arguments: list[Value], signature: Signature
) -> Callable[[Context, Value], Value]:
    """A filter whose arguments are written out, as most are."""
    if signature.needs_context:
        return (lambda context, value: function(context, value, *arguments)) if arguments else function
    if not arguments:
        return lambda context, value: function(value)
    return lambda context, value: function(value, *arguments)


def text_constant(node: nodes.Node) -> str | None:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None


def fail(message: str, hint: str | None = None, after: Value = None) -> Value:
    """An error as an expression; `after` is what must be evaluated before."""
    raise LiquidError(message, hint=hint)


def printable(value: Value) -> Value:
    """`empty` and `blank` pass no filter as what they are."""
    return "" if isinstance(value, Literal) else value


def root(context: Context, name: Value) -> Value:
    """The variable of a computed name."""
    return context.get(name) if isinstance(name, str) else None


def attribute(name: str, key: str, command: bool) -> Evaluate:
    """`page.title`: the look-up of nearly all templates."""
    if command:
        return lambda context: get(context.variables.get(name), key, True)

    def read(context: Context) -> Value:
        value = context.variables.get(name)
        return value.get(key) if value.__class__ is dict or isinstance(value, Drop) else get(value, key)

    return read


def path(source: Evaluate, keys: list[Key]) -> Evaluate:
    if not any(dynamic or command for dynamic, _, command in keys):
        return plain_path(source, [key for _, key, _ in keys])

    def read(context: Context) -> Value:
        value = source(context)
        for dynamic, key, command in keys:
            if value is None:
                return None
            if dynamic is not None:
                value = get(value, dynamic(context))
            elif command:
                value = get(value, key, True)
            else:
                is_plain = value.__class__ is dict or isinstance(value, Drop)
                value = value.get(key) if is_plain else get(value, key)
        return value

    return read


def plain_path(source: Evaluate, keys: list[str]) -> Evaluate:
    """`site.data.menu`: written names only, none of which is `size`, `first` or `last`."""

    def read(context: Context) -> Value:
        value = source(context)
        for key in keys:
            if value.__class__ is dict or isinstance(value, Drop):
                value = value.get(key)
            elif value is None:
                return None
            else:
                value = get(value, key)
        return value

    return read


def watched(names: "Names", root: str, keys: list[Key], plain: Evaluate) -> Evaluate:
    """A look-up that tells `names` what it found, up to the first key that is computed.

    plain: the look-up without that; it takes over once everything has been there.
    """
    end = next((number for number, key in enumerate(keys) if key[0] is not None), len(keys))
    ways = [(root, *(part for _, part, _ in keys[:number])) for number in range(end + 1)]
    is_known = False

    def read(context: Context) -> Value:
        nonlocal is_known
        if is_known:
            return plain(context)
        variables = context.variables
        value = variables.get(root, MISSING)
        if value is MISSING:
            names.missed(ways[0], variables, variables)
            return None
        for way, (_, key, command) in zip(ways, keys[:end], strict=False):
            names.found(way)
            above, value = value, get(value, key, command)
            if value is None:
                if above is not None and not has(above, key, command):
                    names.missed((*way, key), above.keys() if isinstance(above, Drop | dict) else (), {})
                else:
                    names.found((*way, key))
                return None
        names.found(ways[-1])
        is_known = True
        return plain(context)

    return read


def strict_path(source: Evaluate, keys: list[Key]) -> Evaluate:
    def read(context: Context) -> Value:
        value = source(context)
        for dynamic, key, command in keys:
            value = get_strictly(value, dynamic(context) if dynamic else key, command)
        return value

    return read


def cycle(key: Evaluate, values: list[Evaluate]) -> Evaluate:
    def next_value(context: Context) -> Value:
        position = operations.cycle(context, key(context), len(values))
        return values[position](context) if position < len(values) else None

    return next_value
