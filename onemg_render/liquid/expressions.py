"""Markup to expression nodes: look-ups, literals, ranges and filters (Ruby:
lib/liquid/{expression,variable}.rb).

Look-ups become `Name`, `Getattr` (a name, which may also be one of size, first, last) and `Getitem` (in
brackets); what Jinja2 has no node for becomes a `Call` of a name that begins with `$`.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from onemg_render.errors import LiquidSyntaxError
from onemg_render.liquid import nodes
from onemg_render.liquid.dialects import DialectRules
from onemg_render.liquid.lexer import StrictParser
from onemg_render.liquid.numbers import leading_float, leading_integer
from onemg_render.liquid.tree import call
from onemg_render.util.patterns import regex

QUOTED_STRING = r"\"[^\"]*\"|'[^']*'"
QUOTED_FRAGMENT = rf"(?:{QUOTED_STRING}|(?:[^\s,|'\"]|{QUOTED_STRING})+)"

STRING = regex(r"\A(?:'(.*)'|\"(.*)\")\Z", re.DOTALL)
INTEGER = regex(r"\A-?\d+\Z", re.ASCII)
FLOAT = regex(r"\A-?\d[\d.]+\Z", re.ASCII)
RANGE = regex(r"\A\((\S+)\.\.(\S+)\)\Z", re.ASCII)
LOOSE_RANGE = regex(r"\A\(\s*(\S+?)\s*\.\.\s*(\S+)\s*\)\Z", re.ASCII)
LOOKUP = regex(r"\[[^\]]+\]|[\w-]+\??", re.ASCII)
NESTED_LOOKUP = regex(r"\[(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])+\]|[\w-]+\??", re.ASCII)

VARIABLE = regex(rf"({QUOTED_FRAGMENT})(.*)", re.ASCII | re.DOTALL)
FILTERS = regex(r"\|\s*(.*)", re.ASCII | re.DOTALL)
FILTER = regex(rf"(?:\s+|{QUOTED_FRAGMENT}|,)+", re.ASCII)
FILTER_NAME = regex(r"\w+", re.ASCII)
FILTER_ARGUMENT = regex(rf"[:,]\s*((?:\w+\s*:\s*)?{QUOTED_FRAGMENT})", re.ASCII)
KEYWORD_ARGUMENT = regex(rf"\A(\w+)\s*:\s*({QUOTED_FRAGMENT})\Z", re.ASCII)
KEYWORDS = {"nil": None, "null": None, "": None, "true": True, "false": False}

Parsed: TypeAlias = tuple[nodes.Expr, LiquidSyntaxError | None]


def fall_back(
    mode: str, strict: Callable[[], nodes.Expr], lax: Callable[[], nodes.Expr]
) -> tuple[nodes.Expr, LiquidSyntaxError | None]:
    """Parse in an error mode:

    The node, and what mode `warn` let pass (Ruby: lib/liquid/parser_switching.rb).
    """
    if mode == "lax":
        return lax(), None
    try:
        return strict(), None
    except LiquidSyntaxError as error:
        if mode == "strict":
            raise
        return lax(), error


class ExpressionParser:
    """Parses the markup of one dialect and keeps what it parsed: sites repeat the same few hundred markups.

    Nodes are shared between templates, so nothing may change them.
    """

    def __init__(self, dialect: DialectRules, error_mode: str) -> None:
        self.dialect = dialect
        self.error_mode = error_mode
        self._expressions: dict[str, nodes.Expr] = {}
        self._known: dict[tuple[str, str], Parsed] = {}

    def strict(self, markup: str) -> StrictParser:
        return StrictParser(markup, leading_bracket=self.dialect.leading_bracket)

    def variable(self, markup: str) -> Parsed:
        """An expression with filters: what stands between `{{` and `}}` or behind `assign x =`."""
        key = ("variable", markup)
        return self._known.get(key) or self.remembered(
            key, lambda: self._strict_variable(markup), lambda: self._lax_variable(markup)
        )

    def remembered(
        self, key: tuple[str, str], strict: Callable[[], nodes.Expr], lax: Callable[[], nodes.Expr]
    ) -> Parsed:
        """What a kind of markup was parsed to, parsed at most once."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = fall_back(self.error_mode, strict, lax)
        return found

    def expression(self, markup: str | None) -> nodes.Expr:
        """A literal, a range or a look-up, without filters; never fails on a look-up, however odd."""
        if markup is None:
            return nodes.Const(None)
        found = self._expressions.get(markup)
        if found is None:
            found = self._expressions[markup] = self._expression(markup)
        return found

    def operand(self, markup: str | None) -> nodes.Expr:
        """An expression within a condition, where `blank` and `empty` are more than text."""
        if self.dialect.literals_in_conditions_only and markup in self.dialect.literals:
            return nodes.Const(self.dialect.literals[markup])
        return self.expression(markup)

    def _expression(self, markup: str) -> nodes.Expr:
        if self.dialect.literals_in_conditions_only:
            markup = markup.strip(" \t\r\n\f\v\0")
        if markup in KEYWORDS:
            return nodes.Const(KEYWORDS[markup])
        if markup in self.dialect.literals:
            only_text = self.dialect.literals_in_conditions_only
            return nodes.Const("" if only_text else self.dialect.literals[markup])
        if string := STRING.match(markup):
            return nodes.Const(string[1] if string[1] is not None else string[2])
        if INTEGER.match(markup):
            return nodes.Const(leading_integer(markup))
        ranges = LOOSE_RANGE if self.dialect.literals_in_conditions_only else RANGE
        if bounds := ranges.match(markup):
            return self._range(bounds[1], bounds[2])
        if FLOAT.match(markup):
            return nodes.Const(leading_float(markup))
        return self._lookup(markup)

    def _range(self, first: str, last: str) -> nodes.Expr:
        bounds = [self.expression(first), self.expression(last)]
        return call("range", *bounds)

    def _lookup(self, markup: str) -> nodes.Expr:
        pattern = NESTED_LOOKUP if self.dialect.nested_brackets else LOOKUP
        parts = pattern.findall(markup)
        if not parts:
            return call("lookup", nodes.Const(None))
        root = parts[0]
        node: nodes.Expr
        node = call("lookup", self.expression(root[1:-1])) if is_bracket(root) else nodes.Name(root)
        for part in parts[1:]:
            if is_bracket(part):
                node = nodes.Getitem(node, self.expression(part[1:-1]))
            else:
                node = nodes.Getattr(node, part)
        return node

    def _strict_variable(self, markup: str) -> nodes.Expr:
        parser = self.strict(markup)
        if self.dialect.empty_output and parser.look("end_of_string"):
            return nodes.Const(None)
        node = self.expression(parser.expression())
        while parser.accept("pipe"):
            name = parser.consume("id")
            arguments: list[str] = []
            if parser.accept("colon"):
                arguments.append(parser.argument())
                while parser.accept("comma"):
                    arguments.append(parser.argument())
            node = self._filter(node, name, arguments)
        parser.end()
        return node

    def _lax_variable(self, markup: str) -> nodes.Expr:
        match = VARIABLE.search(markup)
        if match is None:
            return nodes.Const(None)
        node = self.expression(match[1])
        filters = FILTERS.search(match[2])
        for part in FILTER.findall(filters[1]) if filters else ():
            if name := FILTER_NAME.search(part):
                node = self._filter(node, name[0], FILTER_ARGUMENT.findall(part))
        return node

    def _filter(self, node: nodes.Expr, name: str, arguments: list[str]) -> nodes.Expr:
        positional: list[nodes.Expr] = []
        keywords: dict[str, nodes.Keyword] = {}
        for argument in arguments:
            if keyword := KEYWORD_ARGUMENT.match(argument):
                keywords[keyword[1]] = nodes.Keyword(keyword[1], self.expression(keyword[2]))
            else:
                positional.append(self.expression(argument))
        return nodes.Filter(node, name, positional, list(keywords.values()))


def is_bracket(part: str) -> bool:
    return part.startswith("[") and part.endswith("]")
