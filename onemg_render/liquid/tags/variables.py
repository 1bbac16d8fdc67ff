"""assign, capture, increment, decrement and echo (Ruby: lib/liquid/tags/ of these names)."""

import re

from jinja2 import nodes

from onemg_render.errors import LiquidSyntaxError
from onemg_render.liquid.expressions import call
from onemg_render.liquid.parser import NOTHING, Call, Statement, TemplateParser

TARGET = r"(?:\(?[\w\-.\[\]]\)?)+"
ASSIGN = re.compile(rf"({TARGET})\s*=\s*(.*)\s*", re.ASCII | re.DOTALL)
CAPTURE = re.compile(rf"({TARGET})", re.ASCII)


def parse_assign(parser: TemplateParser, tag: Call) -> Statement:
    match = ASSIGN.search(tag.markup)
    if match is None:
        raise LiquidSyntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]")
    value = parser.variable(match[2], tag.start)
    return Statement([nodes.Assign(nodes.Name(match[1], "store"), value, lineno=tag.start)], True)


def parse_capture(parser: TemplateParser, tag: Call) -> Statement:
    match = CAPTURE.search(tag.markup)
    if match is None:
        raise LiquidSyntaxError("Syntax Error in 'capture' - Valid syntax: capture [var]")
    body = parser.branch("capture", NOTHING).body
    node = nodes.AssignBlock(nodes.Name(match[1], "store"), None, body, lineno=tag.start)
    return Statement([node], True)


def parse_counter(parser: TemplateParser, tag: Call) -> Statement:
    """increment and decrement."""
    name = nodes.Const(tag.markup.strip())
    return Statement([nodes.Output([call(tag.name, name)], lineno=tag.start)], False)


def parse_echo(parser: TemplateParser, tag: Call) -> Statement:
    return Statement([nodes.Output([parser.variable(tag.markup, tag.start)], lineno=tag.start)], False)
