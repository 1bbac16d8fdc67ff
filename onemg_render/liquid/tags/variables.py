"""assign, capture, increment, decrement and echo (Ruby: lib/liquid/tags/ of these names)."""

import re

from onemg_render.errors import LiquidSyntaxError
from onemg_render.liquid import nodes
from onemg_render.liquid.parser import NOTHING, Call, Statement, TemplateParser
from onemg_render.liquid.tree import call
from onemg_render.util.patterns import regex

TARGET = r"(?:\(?[\w\-.\[\]]\)?)+"
ASSIGN = regex(rf"({TARGET})\s*=\s*(.*)\s*", re.ASCII | re.DOTALL)
CAPTURE = regex(rf"({TARGET})", re.ASCII)


def parse_assign(parser: TemplateParser, tag: Call) -> Statement:
    match = ASSIGN.search(tag.markup)
    if match is None:
        raise LiquidSyntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]")
    value = parser.variable(match[2], tag.start)
    return Statement([nodes.Assign(tag.start, target(match[1]), value)], True)


def parse_capture(parser: TemplateParser, tag: Call) -> Statement:
    match = CAPTURE.search(tag.markup)
    if match is None:
        raise LiquidSyntaxError("Syntax Error in 'capture' - Valid syntax: capture [var]")
    body = parser.branch("capture", NOTHING).body
    node = nodes.AssignBlock(tag.start, target(match[1]), body)
    return Statement([node], True)


def parse_counter(parser: TemplateParser, tag: Call) -> Statement:
    """increment and decrement."""
    name = nodes.Const(tag.markup.strip())
    return Statement([nodes.Output(tag.start, call(tag.name, name))], False)


def parse_echo(parser: TemplateParser, tag: Call) -> Statement:
    return Statement([nodes.Output(tag.start, parser.variable(tag.markup, tag.start))], False)


def target(name: str) -> nodes.Name:
    return nodes.Name(name, "store")
