"""The compiled back end: a tree of nodes becomes Python source by Jinja2's code generator, for hot templates.

Jinja2's writer, visitor and line map do the work; what is emitted for a node is ours, since Liquid's scopes
and truth are not Jinja's. Variables of loops are Python locals. They are published to the context only where
something inside the loop can ask for them by name: a partial, a tag of the surrounding program, a filter that
reads the context. A statement for which compiling would gain nothing, or whose interrupts are subtle, runs as
the closure that the direct back end makes of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import ge, gt, le, lt

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame

from onemg_render.liquid import operations
from onemg_render.liquid.compiled.analysis import Inside, LoopNeeds, block_name
from onemg_render.liquid.compiled.constants import Constants
from onemg_render.liquid.compiled.expressions import ExpressionWriter
from onemg_render.liquid.direct.expressions import fail, printable, root
from onemg_render.liquid.direct.statements import Step
from onemg_render.liquid.drops import Drop
from onemg_render.liquid.growth import grow, pieces_of
from onemg_render.liquid.literals import Literal
from onemg_render.liquid.loops import CONTINUE, ForLoop, segment
from onemg_render.liquid.operations import Host
from onemg_render.liquid.runtime import contains, equal, get, ordered, reader, text

RUNTIME: Mapping[str, object] = {
    "CONTINUE": CONTINUE,
    "Drop": Drop,
    "ForLoop": ForLoop,
    "changed": operations.changed,
    "contains": contains,
    "cycle": operations.cycle,
    "decrement": operations.decrement,
    "equal": equal,
    "fail": fail,
    "ge": ge,
    "gt": gt,
    "grow": grow,
    "increment": operations.increment,
    "le": le,
    "lt": lt,
    "new_range": operations.new_range,
    "nothing": operations.nothing,
    "ordered": ordered,
    "printable": printable,
    "range_bound": operations.range_bound,
    "read": get,
    "reader": reader,
    "root": root,
    "segment": segment,
    "text": text,
}


class StatementWriter(CodeGenerator):
    """Writes one function `run(context, out)`; the `Frame` of Jinja2's visitors is not used."""

    def __init__(self, jinja: Environment, host: Host, closure: Callable[[nodes.CallBlock], Step]) -> None:
        super().__init__(jinja, None, None)
        self.constants = Constants()
        self._host = host
        self._step = closure
        self._expressions = ExpressionWriter(host, self.constants)
        self._count = 0
        self._buffer = "0"
        self._loop_depth = 0
        self._return = "return"
        self._known: dict[int, Inside] = {}

    def write_template(self, body: Sequence[nodes.Node], frame: Frame) -> str:
        """The source of a module that defines `run`."""
        self.writeline("def run(context, out):")
        self.indent()
        for line in (
            "variables = context.variables",
            "get = variables.get",
            "assign = context.assign",
            "joined = context.joined",
            "interrupts = context.interrupts",
            "loops = context.loops",
            "out_0, append_0, extend_0 = out, out.append, out.extend",
        ):
            self.writeline(line)
        self._statements(body, frame)
        self.outdent()
        return str(self.stream.getvalue())  # type: ignore[attr-defined]  # Jinja2 writes to a StringIO

    def _inside(self, body: Sequence[nodes.Node]) -> Inside:
        """What stands in a body of the tree that is being written."""
        known = self._known.get(id(body))
        if known is None:
            known = self._known[id(body)] = Inside(body)
        return known

    def _next(self) -> str:
        self._count += 1
        return str(self._count)

    def _statements(self, body: Sequence[nodes.Node], frame: Frame) -> None:
        """A block; neighbouring outputs are put out together, each on a line of its own for the line map."""
        outputs: list[nodes.Output] = []
        for node in body:
            if isinstance(node, nodes.Output):
                outputs.append(node)
                continue
            self._outputs(outputs)
            outputs.clear()
            self.visit(node, frame)
        self._outputs(outputs)
        if not body:
            self.writeline("pass")

    def _outputs(self, outputs: list[nodes.Output]) -> None:
        pieces = [(node, self._expressions.output(node.nodes[0])) for node in outputs]
        if len(pieces) == 1:
            self.writeline(f"append_{self._buffer}({pieces[0][1]})", pieces[0][0])
        elif pieces:
            self.writeline(f"extend_{self._buffer}((")
            for node, source in pieces:
                self.writeline(f"    {source},", node)
            self.writeline("))")

    @contextmanager
    def _capturing(self, protect: bool) -> Iterator[str]:
        """Statements written inside put out to a list of their own, whose name is given.

        protect: control may leave them early; what the caller writes behind must happen nevertheless.
        """
        outer, self._buffer = self._buffer, self._next()
        own = self._buffer
        self.writeline(f"out_{own} = []")
        self.writeline(f"append_{own}, extend_{own} = out_{own}.append, out_{own}.extend")
        if protect:
            self.writeline("try:")
            self.indent()
        yield f"out_{own}"
        if protect:
            self.outdent()
            self.writeline("finally:")
            self.indent()
        self._buffer = outer

    def _leave(self, kind: str) -> None:
        """Obey an interrupt that is written here."""
        if self._loop_depth:
            self.writeline(kind)
        else:
            self.writeline(f"interrupts.append({kind!r})")
            self.writeline(self._return)

    def _check(self) -> None:
        """Obey an interrupt that the statement before may have left."""
        self.writeline("if interrupts:")
        self.indent()
        if self._loop_depth:
            self.writeline("if interrupts.pop() == 'break': break")
            self.writeline("continue")
        else:
            self.writeline(self._return)
        self.outdent()

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:
        assert isinstance(node.target, nodes.Name)
        name = node.target.name
        grown = [] if name in self._expressions.locals else pieces_of(name, node.node, self._host)
        if grown:
            self.writeline(f"grow(context, {name!r}, {', '.join(map(self._expressions.value, grown))})", node)
            return
        is_literal = isinstance(node.node, nodes.Const) and isinstance(node.node.value, Literal)
        value = "''" if is_literal else self._expressions.value(node.node)
        self.writeline(f"assign({name!r}, {value})", node)

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:
        assert isinstance(node.target, nodes.Name)
        protect = self._inside(node.body).interrupts
        with self._capturing(protect) as pieces:
            self._statements(node.body, frame)
        self.writeline(f"assign({node.target.name!r}, joined({pieces}))", node)
        self.outdent(protect)

    def visit_If(self, node: nodes.If, frame: Frame) -> None:
        for word, branch in [("if", node), *(("elif", branch) for branch in node.elif_)]:
            self.writeline(f"{word} {self._expressions.test(branch.test)}:", branch)
            self._block(branch.body, frame)
        if node.else_:
            self.writeline("else:")
            self._block(node.else_, frame)

    def _block(self, body: Sequence[nodes.Node], frame: Frame) -> None:
        self.indent()
        self._statements(body, frame)
        self.outdent()

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        assert isinstance(node.iter, nodes.Call)
        needs = LoopNeeds(self._host, self._inside(node.body), node.iter.args[0].as_const())
        expressions = self._expressions
        number = self._next()
        self.writeline(f"items_{number} = {self._expressions.value(node.iter)}", node)
        self.writeline(f"if items_{number}:")
        self.indent()
        outer_readers = expressions.readers
        expressions.readers = self._hoisted(node, needs)
        if needs.counted:
            self.writeline(f"length_{number} = len(items_{number})")
        if needs.forloop:
            self._begin_loop(node.iter.args[1].as_const(), number, needs)
        self._loop(node, frame, number, needs)
        if needs.forloop:
            self._end_loop(number, needs)
        expressions.readers = outer_readers
        self.outdent()
        if node.else_:
            self.writeline("else:")
            self._block(node.else_, frame)
        if self._inside(node.body).opens:
            self._check()

    def _hoisted(self, node: nodes.For, needs: LoopNeeds) -> dict[str, str]:
        """Bind, before a loop, the `get` of variables that it reads and nothing in it can change."""
        expressions = self._expressions
        known = {name: reader for name, reader in expressions.readers.items() if name != needs.variable}
        if self._inside(node.body).opens:
            return {name: reader for name, reader in known.items() if name in expressions.locals}
        changed = {*self._inside(node.body).changed_names, needs.variable, "forloop"}
        for name in self._inside(node.body).attribute_roots:
            if name not in changed and name not in known:
                known[name] = f"reader_{self._next()}"
                self.writeline(
                    f"{known[name]} = {expressions.bound_reader(expressions.value(nodes.Name(name, 'load')))}"
                )
        return known

    def _begin_loop(self, name: str, number: str, needs: LoopNeeds) -> None:
        parent = "loops[-1] if loops else None"
        self.writeline(f"loop_{number} = ForLoop({name!r}, length_{number}, {parent})")
        if needs.publish:
            scope = f"{{'forloop': loop_{number}, {needs.variable!r}: None}}"
            self.writeline(f"hidden_{number} = context.enter({scope})")
        self.writeline(f"loops.append(loop_{number})")
        self.writeline("try:")
        self.indent()

    def _end_loop(self, number: str, needs: LoopNeeds) -> None:
        self.outdent()
        self.writeline("finally:")
        self.indent()
        self.writeline("loops.pop()")
        if needs.publish:
            self.writeline(f"context.leave(hidden_{number})")
        self.outdent()

    def _loop(self, node: nodes.For, frame: Frame, number: str, needs: LoopNeeds) -> None:
        expressions = self._expressions
        variable = needs.variable
        outer = expressions.locals, expressions.position, self._loop_depth
        expressions.locals = {**expressions.locals, variable: f"item_{number}"}
        expressions.position = None
        if variable != "forloop":
            expressions.position = {"i": f"index_{number}", "n": f"length_{number}"}
            if needs.forloop:
                expressions.locals["forloop"] = f"loop_{number}"
        self._loop_depth += 1
        items = f"items_{number}"
        target = f"index_{number}, item_{number}" if needs.counted else f"item_{number}"
        self.writeline(f"for {target} in {f'enumerate({items})' if needs.counted else items}:")
        self.indent()
        if needs.forloop:
            self.writeline(f"loop_{number}.index0 = index_{number}")
        if needs.publish:
            self.writeline(f"variables[{variable!r}] = item_{number}")
        if self._inside(node.body).attribute_roots.get(variable, 0) > 1:
            expressions.readers = {**expressions.readers, variable: f"reader_{number}"}
            self.writeline(f"reader_{number} = {expressions.bound_reader(f'item_{number}')}")
        self._statements(node.body, frame)
        self.outdent()
        expressions.locals, expressions.position, self._loop_depth = outer

    def visit_Break(self, node: nodes.Break, frame: Frame) -> None:
        self._leave("break")

    def visit_Continue(self, node: nodes.Continue, frame: Frame) -> None:
        self._leave("continue")

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:
        name = block_name(node)
        if name == "$tag":
            self._tag(node, frame)
        elif name == "$ifchanged":
            self._ifchanged(node, frame)
        elif name == "$drop":
            with self._capturing(False):
                self._statements(node.body, frame)
        elif name == "$case" and not self._inside(node.body).interrupts:
            self._case(node, frame)
        else:
            self._closure(node)

    def _closure(self, node: nodes.CallBlock) -> None:
        step = self._step(node)
        self.writeline(f"{self.constants.name(step.run)}(context, out_{self._buffer})", node)
        if step.interrupts:
            self._check()

    def _tag(self, node: nodes.CallBlock, frame: Frame) -> None:
        inside = "nothing"
        if node.body:
            number = self._next()
            inside = f"body_{number}"
            outer = self._loop_depth, self._return
            self.writeline(f"def {inside}():")
            self.indent()
            with self._capturing(False) as pieces:
                self._loop_depth, self._return = 0, f"return joined({pieces})"
                self._statements(node.body, frame)
            self.writeline(self._return)
            self.outdent()
            self._loop_depth, self._return = outer
        render = self.constants.name(node.call.args[0].as_const())
        self.writeline(f"append_{self._buffer}({render}(context, {inside}))", node)
        self._check()

    def _ifchanged(self, node: nodes.CallBlock, frame: Frame) -> None:
        protect = self._inside(node.body).interrupts
        with self._capturing(protect) as pieces:
            self._statements(node.body, frame)
        self.writeline(f"append_{self._buffer}(changed(context, joined({pieces})))", node)
        self.outdent(protect)

    def _case(self, node: nodes.CallBlock, frame: Frame) -> None:
        """Each `when` is asked; an `else` runs if none before held, and in 4.0 is the end then."""
        number = self._next()
        self.writeline(f"met_{number} = False", node)
        depth = 0
        for arm in node.body:
            assert isinstance(arm, nodes.If)
            is_else = isinstance(arm.test, nodes.Name)
            test = f"not met_{number}" if is_else else self._expressions.test(arm.test)
            self.writeline(f"if {test}:", node)
            self.indent()
            if not is_else:
                self.writeline(f"met_{number} = True")
            self._statements(arm.body, frame)
            self.outdent()
            if is_else and self._host.dialect == "4.0":
                self.writeline("else:")
                self.indent()
                self.writeline("pass")
                depth += 1
        self.outdent(depth)
