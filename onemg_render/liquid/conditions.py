"""The markup of `if`, `elsif` and `unless` to Compare, And and Or nodes (Ruby: lib/liquid/tags/if.rb).

`and` and `or` have no precedence: they nest to the right. A comparison operator may be any word in lax
markup; it fails only when it is evaluated.
"""

import re

from onemg_render.errors import LiquidSyntaxError
from onemg_render.liquid import nodes
from onemg_render.liquid.expressions import QUOTED_FRAGMENT, ExpressionParser, Parsed
from onemg_render.util.patterns import regex

COMPARISON = regex(rf"({QUOTED_FRAGMENT})\s*([=!<>a-z_]+)?\s*({QUOTED_FRAGMENT})?", re.ASCII)
WORD_AHEAD = r"\b(?:\s?and\s?|\s?or\s?)\b"
PIECES = regex(rf"(?:{WORD_AHEAD}|(?:\s*(?!{WORD_AHEAD})(?:{QUOTED_FRAGMENT}|\S+)\s*)+)", re.ASCII)
MALFORMED = "Syntax Error in tag 'if' - Valid syntax: if [expression]"


class ConditionParser:
    """Parses conditions; what it parsed is kept with the expressions."""

    def __init__(self, expressions: ExpressionParser) -> None:
        self._expressions = expressions

    def condition(self, markup: str) -> Parsed:
        return self._expressions.remembered(
            ("if", markup), lambda: self.strict(markup), lambda: self.lax(markup)
        )

    def strict(self, markup: str) -> nodes.Expr:
        parser = self._expressions.strict(markup)
        parts: list[nodes.Expr] = []
        words: list[str] = []
        while True:
            left = self._expressions.operand(parser.expression())
            if parser.look("comparison"):
                operator = parser.consume()
                right = self._expressions.operand(parser.expression())
                left = nodes.Compare(left, [nodes.Operand(operator, right)])
            parts.append(left)
            word = parser.word("and", "or")
            if word is None:
                break
            words.append(word)
        parser.end()
        return nest(parts, words)

    def lax(self, markup: str) -> nodes.Expr:
        pieces = PIECES.findall(markup)
        if not pieces:
            raise LiquidSyntaxError(MALFORMED)
        parts = [self._comparison(pieces.pop())]
        words: list[str] = []
        while pieces:
            word = pieces.pop().strip(" \t\r\n\f\v\0")
            parts.append(self._comparison(pieces.pop() if pieces else ""))
            if word not in ("and", "or"):
                raise LiquidSyntaxError(MALFORMED)
            words.append(word)
        return nest(parts[::-1], words[::-1])

    def _comparison(self, markup: str) -> nodes.Expr:
        match = COMPARISON.search(markup)
        if match is None:
            raise LiquidSyntaxError(MALFORMED)
        left = self._expressions.operand(match[1])
        if match[2] is None:
            return left
        return nodes.Compare(left, [nodes.Operand(match[2], self._expressions.operand(match[3]))])


def nest(parts: list[nodes.Expr], words: list[str]) -> nodes.Expr:
    """`a and b or c` as `a and (b or c)`."""
    node = parts[-1]
    for part, word in zip(reversed(parts[:-1]), reversed(words), strict=True):
        node = nodes.And(part, node) if word == "and" else nodes.Or(part, node)
    return node
