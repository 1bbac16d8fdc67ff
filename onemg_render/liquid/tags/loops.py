"""for, tablerow, cycle, break and continue (Ruby:

Lib/liquid/tags/{for,table_row,cycle,break,continue}.rb).
"""

import re

from onemg_render.errors import LiquidSyntaxError
from onemg_render.liquid import nodes
from onemg_render.liquid.expressions import QUOTED_FRAGMENT
from onemg_render.liquid.parser import NOTHING, Call, Statement, TemplateParser
from onemg_render.liquid.tags.conditional import dropped
from onemg_render.liquid.tree import call, without_text
from onemg_render.util.patterns import regex

ELSE = frozenset(("else",))
FOR = regex(rf"\A([\w-]+)\s+in\s+({QUOTED_FRAGMENT}+)\s*(reversed)?", re.ASCII)
ATTRIBUTES = regex(rf"(\w+)\s*:\s*({QUOTED_FRAGMENT})", re.ASCII)
HYPHENATED_ATTRIBUTES = regex(rf"(\w[\w-]*)\s*:\s*({QUOTED_FRAGMENT})", re.ASCII)
TABLEROW = regex(rf"(\w+)\s+in\s+({QUOTED_FRAGMENT}+)", re.ASCII)
NAMED_CYCLE = regex(rf"\A({QUOTED_FRAGMENT})\s*:\s*(.*)", re.ASCII | re.DOTALL)
CYCLE = regex(rf"\A{QUOTED_FRAGMENT}+", re.ASCII)
CYCLE_VALUE = regex(rf"\s*({QUOTED_FRAGMENT})\s*", re.ASCII)


def attributes(parser: TemplateParser, markup: str) -> dict[str, nodes.Expr]:
    """`name: expression` pairs, wherever they stand in the markup."""
    pattern = HYPHENATED_ATTRIBUTES if parser.dialect.name == "5" else ATTRIBUTES
    return {key: parser.grammar.expressions.expression(value) for key, value in pattern.findall(markup)}


def parse_for(parser: TemplateParser, tag: Call) -> Statement:
    markup = tag.markup
    parsed = parser.grammar.expressions.remembered(
        ("for", markup), lambda: strict_for(parser, markup), lambda: lax_for(parser, markup)
    )
    segment = parser.noted(parsed, markup, tag.start, markup.strip())
    assert isinstance(segment, nodes.Call)
    branch = parser.branch("for", ELSE)
    body, blank = branch.body, branch.blank
    otherwise: list[nodes.Stmt] = []
    if branch.stop is not None:
        # Ruby ends the block at a second `else`: what follows belongs to the surrounding block.
        branch = parser.branch("for", ELSE)
        blank = blank and branch.blank
        otherwise = branch.body if branch.stop is None else []
    if blank:
        body, otherwise = without_text(body), without_text(otherwise)
    return Statement([nodes.For(tag.start, segment, body, otherwise)], blank)


def segment_call(
    parser: TemplateParser,
    variable: str,
    collection: str,
    reverse: bool,
    found: dict[str, str],
) -> nodes.Call:
    """`$segment(variable, name, collection, reversed=, limit=, offset=)`: what a loop runs over."""
    parse = parser.grammar.expressions.expression
    keywords: dict[str, nodes.Expr] = {}
    if reverse:
        keywords["reversed"] = nodes.Const(True)
    if "limit" in found:
        keywords["limit"] = parse(found["limit"])
    if "offset" in found:
        offset = found["offset"]
        keywords["offset"] = nodes.Name("$continue") if offset == "continue" else parse(offset)
    name = nodes.Const(f"{variable}-{collection}")
    return call("segment", nodes.Const(variable), name, parse(collection), **keywords)


def lax_for(parser: TemplateParser, markup: str) -> nodes.Expr:
    match = FOR.match(markup)
    if match is None:
        raise LiquidSyntaxError("Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]")
    found = {key: value for key, value in ATTRIBUTES.findall(markup) if key in ("limit", "offset")}
    return segment_call(parser, match[1], match[2], match[3] is not None, found)


def strict_for(parser: TemplateParser, markup: str) -> nodes.Expr:
    strict = parser.grammar.expressions.strict(markup)
    variable = strict.consume("id")
    if strict.word("in") is None:
        raise LiquidSyntaxError("For loops require an 'in' clause")
    collection = strict.expression()
    reverse = strict.word("reversed") is not None
    found: dict[str, str] = {}
    loose = parser.dialect.loose_for_separators
    while (loose and strict.accept("comma")) or (strict.look("id") and strict.look("colon", 1)):
        key = strict.word("limit", "offset")
        if key is None:
            raise LiquidSyntaxError("Invalid attribute in for loop. Valid attributes are limit and offset")
        strict.consume("colon")
        found[key] = strict.expression()
    strict.end()
    return segment_call(parser, variable, collection, reverse, found)


def parse_tablerow(parser: TemplateParser, tag: Call) -> Statement:
    match = TABLEROW.search(tag.markup)
    if match is None:
        raise LiquidSyntaxError(
            "Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3"
        )
    found = attributes(parser, tag.markup)
    keywords = {key: found[key] for key in ("cols", "limit", "offset") if key in found}
    collection = parser.grammar.expressions.expression(match[2])
    branch = parser.branch("tablerow", NOTHING)
    row = call("tablerow", nodes.Const(match[1]), collection, **keywords)
    return dropped(parser, nodes.CallBlock(tag.start, row, branch.body), branch.blank)


def parse_cycle(parser: TemplateParser, tag: Call) -> Statement:
    """A cycle without a name is known by its values; one that holds variables only by its place."""
    if named := NAMED_CYCLE.match(tag.markup):
        values = cycle_values(parser, named[2])
        key = parser.grammar.expressions.expression(named[1])
    elif CYCLE.match(tag.markup):
        values = cycle_values(parser, tag.markup)
        same = all(isinstance(value, nodes.Const) for value in values)
        shown = repr([value.value for value in values if isinstance(value, nodes.Const)])
        key = nodes.Const(shown if same else object())
    else:
        raise LiquidSyntaxError(
            "Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]"
        )
    return Statement([nodes.Output(tag.start, call("cycle", key, *values))], False)


def cycle_values(parser: TemplateParser, markup: str) -> list[nodes.Expr]:
    found = [CYCLE_VALUE.search(part) for part in markup.split(",")]
    return [parser.grammar.expressions.expression(match[1]) for match in found if match]


def parse_break(parser: TemplateParser, tag: Call) -> Statement:
    return Statement([nodes.Break(tag.start)], False)


def parse_continue(parser: TemplateParser, tag: Call) -> Statement:
    return Statement([nodes.Continue(tag.start)], False)
