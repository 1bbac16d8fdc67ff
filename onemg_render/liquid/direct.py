"""The direct back end: a tree of nodes becomes nested Python closures. Cheap to make, for templates rendered
once.

An expression becomes a function of the context; a statement one that also takes the list of pieces put out so
far.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import ge, gt, le, lt
from typing import NamedTuple, TypeAlias

from jinja2 import nodes

from onemg_render.errors import LiquidError
from onemg_render.liquid import operations
from onemg_render.liquid.context import Context
from onemg_render.liquid.drops import Value
from onemg_render.liquid.literals import Literal
from onemg_render.liquid.loops import CONTINUE, ForLoop, segment
from onemg_render.liquid.numbers import to_i
from onemg_render.liquid.operations import Host
from onemg_render.liquid.runtime import COMMANDS, contains, equal, get, get_strictly, is_true, ordered, text

Evaluate: TypeAlias = Callable[[Context], Value]
Test: TypeAlias = Callable[[Context], bool]
Run: TypeAlias = Callable[[Context, list[str]], None]

ORDERS = {"<": lt, "<=": le, ">": gt, ">=": ge}


class Expressions:
    """Makes closures of expressions, and keeps them by node: the parser shares the nodes of equal markup."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._known: dict[int, tuple[nodes.Node, Evaluate]] = {}
        self._strict = host.strict_variables
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
            return lambda context: equal(left(context), right(context))
        if operator in ("!=", "<>"):
            return lambda context: not equal(left(context), right(context))
        if operator == "contains":
            return lambda context: contains(left(context), right(context))
        if operator in ORDERS:
            order = ORDERS[operator]
            return lambda context: ordered(left(context), right(context), order)

        def unknown(context: Context) -> bool:
            raise LiquidError(f"Unknown operator {operator}")

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
        return lambda context: context.variables.get(name)

    def _path(self, node: nodes.Node) -> Evaluate:
        """A chain of look-ups, however long, without nesting."""
        keys: list[tuple[Evaluate | None, str, bool]] = []
        while isinstance(node, nodes.Getattr | nodes.Getitem):
            if isinstance(node, nodes.Getattr):
                keys.append((None, node.attr, node.attr in COMMANDS))
            else:
                keys.append((self.evaluate(node.arg), "", False))
            node = node.node
        keys.reverse()
        if self._strict:
            return strict_path(self.evaluate(node), keys)
        if isinstance(node, nodes.Name) and len(keys) == 1 and keys[0][0] is None:
            return attribute(node.name, keys[0][1], keys[0][2])
        return path(self.evaluate(node), keys)

    def _filters(self, node: nodes.Node) -> Evaluate:
        """A chain of filters, however long, without nesting."""
        steps: list[Callable[[Context, Value], Value]] = []
        while isinstance(node, nodes.Filter):
            steps.append(self._filter(node))
            assert node.node is not None
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
            arguments.append(self._keywords(pairs(node)))
        if found is None:
            return self._unknown_filter(node.name)
        function, signature = found
        if (mismatch := signature.mismatch(len(arguments))) is not None:
            message = mismatch
            return lambda context, value: fail(message)
        if signature.needs_context:
            return lambda context, value: function(context, value, *[a(context) for a in arguments])
        if not arguments:
            return lambda context, value: function(value)
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
        return lambda context, value: "" if isinstance(value, Literal) else value

    def _call(self, node: nodes.Call) -> Evaluate:
        assert isinstance(node.node, nodes.Name)
        arguments = [self.evaluate(argument) for argument in node.args]
        keywords = {keyword.key: self.evaluate(keyword.value) for keyword in pairs(node)}
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
            bounds = operations.new_range(*(to_i(bound.as_const()) for bound in node.args))
            return lambda context: bounds
        bound = operations.range_bound
        return lambda context: operations.new_range(bound(first(context)), bound(last(context)))

    def _segment(self, node: nodes.Call, keywords: dict[str, Evaluate]) -> Evaluate:
        name = node.args[1].as_const()
        collection = self.evaluate(node.args[2])
        limit, offset = keywords.get("limit"), keywords.get("offset")
        reverse = "reversed" in keywords

        def chosen(context: Context) -> list[Value]:
            return segment(
                context,
                name,
                collection(context),
                reverse=reverse,
                limit=limit and limit(context),
                offset=offset and offset(context),
            )

        return chosen


def fail(message: str, hint: str | None = None) -> Value:
    raise LiquidError(message, hint=hint)


def root(context: Context, name: Value) -> Value:
    """The variable of a computed name."""
    return context.get(name) if isinstance(name, str) else None


def attribute(name: str, key: str, command: bool) -> Evaluate:
    """`page.title`: the look-up of nearly all templates."""
    if command:
        return lambda context: get(context.variables.get(name), key, True)

    def read(context: Context) -> Value:
        value = context.variables.get(name)
        return value.get(key) if value.__class__ is dict else get(value, key)

    return read


def path(source: Evaluate, keys: list[tuple[Evaluate | None, str, bool]]) -> Evaluate:
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
                value = value.get(key) if value.__class__ is dict else get(value, key)
        return value

    return read


def strict_path(source: Evaluate, keys: list[tuple[Evaluate | None, str, bool]]) -> Evaluate:
    def read(context: Context) -> Value:
        value = source(context)
        for dynamic, key, command in keys:
            value = get_strictly(value, dynamic(context) if dynamic else key, command)
        return value

    return read


def cycle(key: Evaluate, values: list[Evaluate]) -> Evaluate:
    def next_value(context: Context) -> Value:
        position = operations.cycle(context, key(context), len(values))
        return values[position](context) if values else None

    return next_value


class Step(NamedTuple):
    """A statement as a closure.

    interrupts: it may leave a break or continue for the surrounding statements. opens: so may something
    inside it that a loop does not stop.
    """

    run: Run
    interrupts: bool
    opens: bool


class DirectCompiler:
    """Makes one closure of the body of a template."""

    def __init__(self, host: Host, expressions: Expressions) -> None:
        self._host = host
        self._expressions = expressions
        self._makers: Mapping[type[nodes.Node], Callable[..., Step]] = {
            nodes.Output: self._output,
            nodes.Assign: self._assign,
            nodes.AssignBlock: self._capture,
            nodes.If: self._if,
            nodes.For: self._for,
            nodes.Break: self._break,
            nodes.Continue: self._continue,
            nodes.CallBlock: self._block,
        }

    def body(self, statements: Sequence[nodes.Node]) -> Step:
        """The statements one after the other; the innermost body that sees an error tells where it is."""
        steps: list[str | Run] = []
        places: dict[int, int] = {}
        tags: set[int] = set()
        interrupts = opens = False
        for statement in statements:
            if isinstance(statement, nodes.Output) and isinstance(statement.nodes[0], nodes.TemplateData):
                steps.append(statement.nodes[0].data)
                continue
            step = self._makers[type(statement)](statement)
            places[id(step.run)] = statement.lineno
            if not is_variable(statement):
                tags.add(id(step.run))
            steps.append(step.run)
            interrupts = interrupts or step.interrupts
            opens = opens or step.opens
        run = checked_body(steps, places, tags) if interrupts else plain_body(steps, places)
        return Step(run, interrupts, opens)

    def _output(self, node: nodes.Output) -> Step:
        expression = node.nodes[0]
        evaluate = self._expressions.evaluate(expression)

        def put(context: Context, out: list[str]) -> None:
            value = evaluate(context)
            out.append(value if value.__class__ is str else text(value))

        return Step(put, False, False)

    def _assign(self, node: nodes.Assign) -> Step:
        assert isinstance(node.target, nodes.Name)
        name = node.target.name
        evaluate = self._expressions.evaluate(node.node)

        def assign(context: Context, out: list[str]) -> None:
            value = evaluate(context)
            context.assign(name, "" if isinstance(value, Literal) else value)

        return Step(assign, False, False)

    def _capture(self, node: nodes.AssignBlock) -> Step:
        assert isinstance(node.target, nodes.Name)
        name = node.target.name
        body = self.body(node.body)

        def capture(context: Context, out: list[str]) -> None:
            pieces: list[str] = []
            body.run(context, pieces)
            context.assign(name, context.joined(pieces))

        return Step(capture, body.interrupts, body.opens)

    def _if(self, node: nodes.If) -> Step:
        branches = [node, *node.elif_]
        bodies = [self.body(branch.body) for branch in branches]
        otherwise = self.body(node.else_)
        arms = [
            (self._expressions.test(branch.test), body.run)
            for branch, body in zip(branches, bodies, strict=True)
        ]
        last = otherwise.run if node.else_ else None
        everything = [*bodies, otherwise]
        interrupts = any(body.interrupts for body in everything)
        opens = any(body.opens for body in everything)
        if len(arms) == 1:
            return Step(choice(*arms[0], last), interrupts, opens)

        def choose(context: Context, out: list[str]) -> None:
            for test, run in arms:
                if test(context):
                    run(context, out)
                    return
            if last is not None:
                last(context, out)

        return Step(choose, interrupts, opens)

    def _for(self, node: nodes.For) -> Step:
        assert isinstance(node.iter, nodes.Call)
        variable = node.iter.args[0].as_const()
        name = node.iter.args[1].as_const()
        chosen = self._expressions.evaluate(node.iter)
        body, otherwise = self.body(node.body), self.body(node.else_)
        run, stops = body.run, body.interrupts

        def loop(context: Context, out: list[str]) -> None:
            values = chosen(context)
            if not values:
                otherwise.run(context, out)
                return
            forloop = ForLoop(name, len(values), context.loops[-1] if context.loops else None)
            hidden = context.enter({"forloop": forloop, variable: None})
            context.loops.append(forloop)
            variables = context.variables
            try:
                for forloop.index0, value in enumerate(values):
                    variables[variable] = value
                    run(context, out)
                    if stops and context.interrupts and context.interrupts.pop() == "break":
                        break
            finally:
                context.loops.pop()
                context.leave(hidden)

        return Step(loop, body.opens or otherwise.interrupts, body.opens or otherwise.opens)

    def _break(self, node: nodes.Break) -> Step:
        return Step(lambda context, out: context.interrupts.append("break"), True, False)

    def _continue(self, node: nodes.Continue) -> Step:
        return Step(lambda context, out: context.interrupts.append("continue"), True, False)

    def _block(self, node: nodes.CallBlock) -> Step:
        call = node.call
        assert isinstance(call.node, nodes.Name)
        match call.node.name:
            case "$case":
                return self._case(node)
            case "$ifchanged":
                return self._ifchanged(node)
            case "$drop":
                return self._drop(node)
            case "$tablerow":
                return self._tablerow(node)
            case "$include":
                return self._include(call)
            case "$render":
                return self._render(call)
            case _:
                return self._tag(node)

    def _case(self, node: nodes.CallBlock) -> Step:
        arms: list[tuple[Test | None, Run]] = []
        interrupts = opens = False
        for arm in node.body:
            assert isinstance(arm, nodes.If)
            body = self.body(arm.body)
            is_else = isinstance(arm.test, nodes.Name)
            arms.append((None if is_else else self._expressions.test(arm.test), body.run))
            interrupts, opens = interrupts or body.interrupts, opens or body.opens
        ends = self._host.dialect == "4.0"

        def case(context: Context, out: list[str]) -> None:
            untouched = True
            for test, run in arms:
                if test is None:
                    if untouched:
                        run(context, out)
                        if ends:
                            return
                elif test(context):
                    untouched = False
                    run(context, out)

        return Step(case, interrupts, opens)

    def _ifchanged(self, node: nodes.CallBlock) -> Step:
        body = self.body(node.body)

        def ifchanged(context: Context, out: list[str]) -> None:
            pieces: list[str] = []
            body.run(context, pieces)
            out.append(operations.changed(context, context.joined(pieces)))

        return Step(ifchanged, body.interrupts, body.opens)

    def _drop(self, node: nodes.CallBlock) -> Step:
        body = self.body(node.body)
        return Step(lambda context, out: body.run(context, []), body.interrupts, body.opens)

    def _tablerow(self, node: nodes.CallBlock) -> Step:
        variable = node.call.args[0].as_const()
        collection = self._expressions.evaluate(node.call.args[1])
        options = [(option.key, self._expressions.evaluate(option.value)) for option in pairs(node.call)]
        body = self.body(node.body)
        stops = self._host.dialect != "4.0"

        def tablerow(context: Context, out: list[str]) -> None:
            values = collection(context)
            if is_true(values):
                given = {key: evaluate(context) for key, evaluate in options}
                operations.tablerow(context, out, (variable, values, given), body.run)

        leaves = (body.interrupts and not stops) or body.opens
        return Step(tablerow, leaves, leaves)

    def _include(self, call: nodes.Call) -> Step:
        alias = call.args[0].as_const()
        name = self._expressions.evaluate(call.args[1])
        bound = self._expressions.evaluate(call.args[2]) if len(call.args) > 2 else None
        attributes = [(keyword.key, self._expressions.evaluate(keyword.value)) for keyword in pairs(call)]
        host = self._host

        def include(context: Context, out: list[str]) -> None:
            called = operations.partial_name(context, name(context))
            value = bound(context) if bound else context.variables.get(called)
            inner = alias or operations.last_part(called)
            operations.include(context, out, host.partial(called), (inner, value), attributes)

        return Step(include, True, True)

    def _render(self, call: nodes.Call) -> Step:
        called, alias, each = (argument.as_const() for argument in call.args[:3])
        bound = self._expressions.evaluate(call.args[3]) if len(call.args) > 3 else None
        attributes = [(keyword.key, self._expressions.evaluate(keyword.value)) for keyword in pairs(call)]
        host = self._host

        def render(context: Context, out: list[str]) -> None:
            value = bound(context) if bound else None
            arguments = {key: evaluate(context) for key, evaluate in attributes}
            operations.render(context, out, host.partial(called), (called, alias, each, value), arguments)

        return Step(render, False, False)

    def _tag(self, node: nodes.CallBlock) -> Step:
        render = node.call.args[0].as_const()
        body = self.body(node.body)

        def tag(context: Context, out: list[str]) -> None:
            def inside() -> str:
                pieces: list[str] = []
                body.run(context, pieces)
                return context.joined(pieces)

            out.append(render(context, inside))

        return Step(tag, True, True)


def pairs(node: nodes.Call | nodes.Filter) -> list[nodes.Keyword]:
    return [keyword for keyword in node.kwargs if isinstance(keyword, nodes.Keyword)]


def is_variable(node: nodes.Node) -> bool:
    """Whether this is `{{ ... }}`, behind which Ruby looks for no interrupt."""
    return isinstance(node, nodes.Output) and not isinstance(node.nodes[0], nodes.Call)


def choice(test: Test, run: Run, otherwise: Run | None) -> Run:
    """`if` with one condition."""
    if otherwise is None:

        def once(context: Context, out: list[str]) -> None:
            if test(context):
                run(context, out)

        return once

    def either(context: Context, out: list[str]) -> None:
        if test(context):
            run(context, out)
        else:
            otherwise(context, out)

    return either


def plain_body(steps: list[str | Run], places: dict[int, int]) -> Run:
    def run_body(context: Context, out: list[str]) -> None:
        try:
            for step in steps:
                if step.__class__ is str:
                    out.append(step)
                else:
                    step(context, out)  # type: ignore[operator]  # narrowed by class
        except LiquidError as error:
            raise error.at(places[id(step)]) from None

    return run_body


def checked_body(steps: list[str | Run], places: dict[int, int], tags: set[int]) -> Run:
    """A body that ends at the first tag behind which there is an interrupt (lib/liquid/block_body.rb,
    render).
    """

    def run_body(context: Context, out: list[str]) -> None:
        try:
            for step in steps:
                if step.__class__ is str:
                    out.append(step)
                else:
                    step(context, out)  # type: ignore[operator]  # narrowed by class
                    if context.interrupts and id(step) in tags:
                        return
        except LiquidError as error:
            raise error.at(places[id(step)]) from None

    return run_body
