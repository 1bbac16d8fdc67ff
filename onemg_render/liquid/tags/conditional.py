"""if, unless, case and ifchanged (Ruby: lib/liquid/tags/{if,unless,case,ifchanged}.rb)."""

import re

from onemg_render.errors import LiquidSyntaxError
from onemg_render.liquid import nodes
from onemg_render.liquid.expressions import QUOTED_FRAGMENT
from onemg_render.liquid.parser import NOTHING, Call, Statement, TemplateParser
from onemg_render.liquid.tree import call, without_text
from onemg_render.util.patterns import regex

IF_STOPS = frozenset(("elsif", "else"))
CASE_STOPS = frozenset(("when", "else"))
CASE = regex(rf"({QUOTED_FRAGMENT})", re.ASCII)
WHEN = regex(rf"({QUOTED_FRAGMENT})(?:(?:\s+or\s+|\s*,\s*)({QUOTED_FRAGMENT}.*))?", re.ASCII | re.DOTALL)


def parse_if(parser: TemplateParser, tag: Call) -> Statement:
    """`if` and `unless`, which negates its first condition only.

    What follows an `else` is parsed and never runs.
    """
    test = parser.condition(tag.markup, tag.start)
    if tag.name == "unless":
        test = nodes.Not(test)
    tests = [test]
    bodies: list[list[nodes.Stmt]] = []
    blank = True
    otherwise: list[nodes.Stmt] | None = None
    while True:
        branch = parser.branch(tag.name, IF_STOPS)
        blank = blank and branch.blank
        if len(bodies) < len(tests):
            bodies.append(branch.body)
        elif otherwise is None:
            otherwise = branch.body
        if branch.stop is None:
            break
        if branch.stop == "else":
            parser.doubt_else(branch)
        if branch.stop == "elsif":
            test = parser.condition(branch.markup, branch.start)
            if otherwise is None and len(bodies) == len(tests):
                tests.append(test)
    if blank:
        bodies = [without_text(body) for body in bodies]
        otherwise = without_text(otherwise or [])
    return Statement([chain(tests, bodies, otherwise or [], tag.start)], blank)


def chain(
    tests: list[nodes.Expr],
    bodies: list[list[nodes.Stmt]],
    otherwise: list[nodes.Stmt],
    start: int,
) -> nodes.If:
    first = arm(tests[0], bodies[0], start)
    first.elif_ = [arm(test, body, start) for test, body in zip(tests[1:], bodies[1:], strict=True)]
    first.else_ = otherwise
    return first


def arm(test: nodes.Expr, body: list[nodes.Stmt], start: int) -> nodes.If:
    return nodes.If(start, test, body)


def parse_case(parser: TemplateParser, tag: Call) -> Statement:
    """Every `when` that matches runs, and runs as often as it names a matching value."""
    match = CASE.search(tag.markup)
    if match is None:
        raise LiquidSyntaxError("Syntax Error in 'case' - Valid syntax: case [condition]")
    left = parser.grammar.expressions.expression(match[1])
    branch = parser.branch("case", CASE_STOPS)
    blank = branch.blank
    arms: list[tuple[list[nodes.Expr], list[nodes.Stmt]]] = []
    while branch.stop is not None:
        is_when = branch.stop == "when"
        try:
            tests = when_tests(parser, left, branch.markup) if is_when else else_tests(branch.markup)
        except LiquidSyntaxError as error:
            raise error.at(branch.start) from None
        branch = parser.branch("case", CASE_STOPS)
        blank = blank and branch.blank
        arms.append((tests, branch.body))
    body: list[nodes.Stmt] = [
        arm(test, without_text(statements) if blank else statements, tag.start)
        for tests, statements in arms
        for test in tests
    ]
    return Statement([nodes.CallBlock(tag.start, call("case"), body)], blank)


def when_tests(parser: TemplateParser, left: nodes.Expr, markup: str | None) -> list[nodes.Expr]:
    tests: list[nodes.Expr] = []
    while markup is not None:
        match = WHEN.search(markup)
        if match is None:
            raise LiquidSyntaxError(
                "Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}"
            )
        right = parser.grammar.expressions.operand(match[1])
        tests.append(nodes.Compare(left, [nodes.Operand("==", right)]))
        markup = match[2]
    return tests


def else_tests(markup: str) -> list[nodes.Expr]:
    if markup.strip():
        raise LiquidSyntaxError(
            "Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) "
        )
    return [nodes.Name("$else")]


def parse_ifchanged(parser: TemplateParser, tag: Call) -> Statement:
    branch = parser.branch("ifchanged", NOTHING)
    node = nodes.CallBlock(tag.start, call("ifchanged"), branch.body)
    return dropped(parser, node, branch.blank)


def dropped(parser: TemplateParser, node: nodes.CallBlock, blank: bool) -> Statement:
    """A block that in dialect 4.0 runs without putting out anything when its body is blank."""
    if blank and parser.dialect.blank_output_dropped:
        node = nodes.CallBlock(node.lineno, call("drop"), [node])
    return Statement([node], blank)
