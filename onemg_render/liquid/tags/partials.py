"""include and render (Ruby: lib/liquid/tags/{include,render}.rb)."""

import re

from onemg_render.errors import LiquidSyntaxError
from onemg_render.liquid import nodes
from onemg_render.liquid.expressions import QUOTED_FRAGMENT, QUOTED_STRING
from onemg_render.liquid.operations import last_part
from onemg_render.liquid.parser import Call, Statement, TemplateParser
from onemg_render.liquid.tags.loops import attributes
from onemg_render.liquid.tree import call
from onemg_render.util.patterns import regex

ALIAS = r"(?:\s+as\s+([\w-]+))?"
INCLUDE = regex(rf"({QUOTED_FRAGMENT}+)(?:\s+(?:with|for)\s+({QUOTED_FRAGMENT}+))?", re.ASCII)
INCLUDE_AS = regex(INCLUDE.pattern + ALIAS, re.ASCII)
RENDER = regex(rf"((?:{QUOTED_STRING})+)(?:\s+(with|for)\s+({QUOTED_FRAGMENT}+))?{ALIAS}", re.ASCII)


def parse_include(parser: TemplateParser, tag: Call) -> Statement:
    aliased = parser.dialect.name == "5"
    match = (INCLUDE_AS if aliased else INCLUDE).search(tag.markup)
    if match is None:
        raise LiquidSyntaxError(
            "Error in tag 'include' - Valid syntax: include '[template]' (with|for) [object|collection]"
        )
    parse = parser.grammar.expressions.expression
    bound = [] if match[2] is None else [parse(match[2])]
    alias = nodes.Const(match[3] if aliased else None)
    node = call("include", alias, parse(match[1]), *bound, **attributes(parser, tag.markup))
    return Statement([nodes.CallBlock(tag.start, node, [])], False)


def parse_render(parser: TemplateParser, tag: Call) -> Statement:
    match = RENDER.search(tag.markup)
    if match is None:
        raise LiquidSyntaxError("Syntax error in tag 'render' - Template name must be a quoted string")
    parse = parser.grammar.expressions.expression
    bound = [] if match[3] is None else [parse(match[3])]
    name = parse(match[1])
    alias = match[4] or last_part(nodes.constant(name))
    each = nodes.Const(match[2] == "for")
    node = call("render", name, nodes.Const(alias), each, *bound, **attributes(parser, tag.markup))
    return Statement([nodes.CallBlock(tag.start, node, [])], False)
