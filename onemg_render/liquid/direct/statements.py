"""The direct back end: a tree of nodes becomes nested Python closures. Cheap to make, for templates rendered
once.

A statement becomes a function of the context and of the list of pieces put out so far.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import length_hint
from typing import NamedTuple, TypeAlias

from onemg_render.errors import LiquidError
from onemg_render.liquid import nodes, operations
from onemg_render.liquid.context import Context
from onemg_render.liquid.direct.expressions import Evaluate, Expressions, Test
from onemg_render.liquid.growth import grow, pieces_of
from onemg_render.liquid.literals import Literal
from onemg_render.liquid.loops import ForLoop
from onemg_render.liquid.operations import Host
from onemg_render.liquid.runtime import is_true, text

Run: TypeAlias = Callable[[Context, list[str]], None]


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
        self._checking = False
        self._puts: dict[int, tuple[nodes.Node, Run]] = {}
        self._makers: Mapping[type[nodes.Node], Callable[..., Step]] = {
            nodes.Assign: self._assign,
            nodes.AssignBlock: self._capture,
            nodes.If: self._if,
            nodes.For: self._for,
            nodes.Break: self._break,
            nodes.Continue: self._continue,
            nodes.CallBlock: self._block,
        }

    def body(self, statements: Sequence[nodes.Stmt]) -> Step:
        """The statements one after the other; the innermost body that sees an error tells where it is."""
        steps: list[str | Run] = []
        starts: list[int] = []
        stops: list[bool] = []
        interrupts = opens = False
        for statement in statements:
            starts.append(statement.lineno)
            if statement.__class__ is nodes.Output:
                first = statement.nodes[0]
                steps.append(first.data if first.__class__ is nodes.TemplateData else self._put(first))
                stops.append(first.__class__ is nodes.Call)
                continue
            step = self.statement(statement)
            steps.append(step.run)
            stops.append(True)
            interrupts = interrupts or step.interrupts
            opens = opens or step.opens
        run = (
            checked_body(steps, starts, stops) if interrupts or self._checking else plain_body(steps, starts)
        )
        return Step(run, interrupts, opens)

    def statement(self, node: nodes.Node) -> Step:
        return self._makers[type(node)](node)

    def _put(self, expression: nodes.Node) -> Run:
        known = self._puts.get(id(expression))
        if known is None:
            known = (expression, put(self._expressions.evaluate(expression)))
            self._puts[id(expression)] = known
        return known[1]

    def _assign(self, node: nodes.Assign) -> Step:
        name = node.target.name
        grown = [self._expressions.evaluate(piece) for piece in pieces_of(name, node.node, self._host)]
        if grown:
            return Step(lambda context, out: grow(context, name, *[e(context) for e in grown]), False, False)
        evaluate = self._expressions.evaluate(node.node)

        def assign(context: Context, out: list[str]) -> None:
            value = evaluate(context)
            context.assign(name, "" if isinstance(value, Literal) else value)

        return Step(assign, False, False)

    def _capture(self, node: nodes.AssignBlock) -> Step:
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
        variable = nodes.constant(node.iter.args[0])
        name = nodes.constant(node.iter.args[1])
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
        arms, interrupts, opens = self._arms(node)
        if interrupts and not self._checking:
            with self._pending():
                arms, _, _ = self._arms(node)
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

    def _arms(self, node: nodes.CallBlock) -> tuple[list[tuple[Test | None, Run]], bool, bool]:
        """Tests (None for else) and bodies of a case; whether one interrupts or opens."""
        arms: list[tuple[Test | None, Run]] = []
        interrupts = opens = False
        for arm in node.body:
            assert isinstance(arm, nodes.If)
            body = self.body(arm.body)
            is_else = isinstance(arm.test, nodes.Name)
            arms.append((None if is_else else self._expressions.test(arm.test), body.run))
            interrupts, opens = interrupts or body.interrupts, opens or body.opens
        return arms, interrupts, opens

    @contextmanager
    def _pending(self) -> Iterator[None]:
        """Bodies made inside may be run while an interrupt is already there."""
        self._checking = True
        yield
        self._checking = False

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
        variable = nodes.constant(node.call.args[0])
        collection = self._expressions.evaluate(node.call.args[1])
        options = [(option.key, self._expressions.evaluate(option.value)) for option in node.call.kwargs]
        body = self.body(node.body)
        stops = self._host.dialect != "4.0"
        if body.interrupts and not stops and not self._checking:
            with self._pending():
                body = self.body(node.body)

        def tablerow(context: Context, out: list[str]) -> None:
            values = collection(context)
            if is_true(values):
                given = {key: evaluate(context) for key, evaluate in options}
                operations.tablerow(context, out, (variable, values, given), body.run)

        leaves = (body.interrupts and not stops) or body.opens
        return Step(tablerow, leaves, leaves)

    def _include(self, call: nodes.Call) -> Step:
        alias = nodes.constant(call.args[0])
        name = self._expressions.evaluate(call.args[1])
        bound = self._expressions.evaluate(call.args[2]) if len(call.args) > 2 else None
        attributes = [(keyword.key, self._expressions.evaluate(keyword.value)) for keyword in call.kwargs]
        host = self._host

        def include(context: Context, out: list[str]) -> None:
            called = operations.partial_name(context, name(context))
            value = bound(context) if bound else context.variables.get(called)
            inner = alias or operations.last_part(called)
            operations.include(context, out, host.partial(called), (inner, value), attributes)

        return Step(include, True, True)

    def _render(self, call: nodes.Call) -> Step:
        called, alias, each = (nodes.constant(argument) for argument in call.args[:3])
        bound = self._expressions.evaluate(call.args[3]) if len(call.args) > 3 else None
        attributes = [(keyword.key, self._expressions.evaluate(keyword.value)) for keyword in call.kwargs]
        host = self._host

        def render(context: Context, out: list[str]) -> None:
            value = bound(context) if bound else None
            arguments = {key: evaluate(context) for key, evaluate in attributes}
            operations.render(context, out, host.partial(called), (called, alias, each, value), arguments)

        return Step(render, False, False)

    def _tag(self, node: nodes.CallBlock) -> Step:
        render = nodes.constant(node.call.args[0])
        body = self.body(node.body)

        def tag(context: Context, out: list[str]) -> None:
            def inside() -> str:
                pieces: list[str] = []
                body.run(context, pieces)
                return context.joined(pieces)

            out.append(render(context, inside))

        return Step(tag, True, True)


def put(evaluate: Evaluate) -> Run:
    def run(context: Context, out: list[str]) -> None:
        value = evaluate(context)
        out.append(value if value.__class__ is str else text(value))

    return run


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


def plain_body(steps: list[str | Run], starts: list[int]) -> Run:
    def run_body(context: Context, out: list[str]) -> None:
        left = iter(steps)
        try:
            for step in left:
                if step.__class__ is str:
                    out.append(step)
                else:
                    step(context, out)  # type: ignore[operator]  # narrowed by class
        except LiquidError as error:
            raise error.at(starts[-1 - length_hint(left)]) from None

    return run_body


def checked_body(steps: list[str | Run], starts: list[int], stops: list[bool]) -> Run:
    """A body that ends at the first tag behind which there is an interrupt (lib/liquid/block_body.rb,
    render).

    stops: whether a step is a tag; behind `{{ ... }}` Ruby looks for no interrupt.
    """
    checked = list(zip(steps, stops, strict=True))

    def run_body(context: Context, out: list[str]) -> None:
        left = iter(checked)
        try:
            for step, stop in left:
                if step.__class__ is str:
                    out.append(step)
                else:
                    step(context, out)  # type: ignore[operator]  # narrowed by class
                    if stop and context.interrupts:
                        return
        except LiquidError as error:
            raise error.at(starts[-1 - length_hint(left)]) from None

    return run_body
