"""Template text to a tree of nodes (Ruby: lib/liquid/{block_body,block,document}.rb).

The parser walks tokens and hands each tag to its row of the tag table; `tags` hold the rules, this module
only text, white space control and nesting. `lineno` of a statement is the offset of its token in the source:
line and column are computed from it when an error needs them.
"""

import re
from collections.abc import Callable, Container, Mapping
from typing import NamedTuple, TypeAlias, cast

from onemg_render.errors import LiquidError, LiquidSyntaxError
from onemg_render.liquid import advice, nodes
from onemg_render.liquid.conditions import ConditionParser
from onemg_render.liquid.dialects import DIALECT_HINT, DialectRules
from onemg_render.liquid.expressions import ExpressionParser, Parsed
from onemg_render.liquid.tokenizer import Stream, tokenize, tokenize_lines
from onemg_render.liquid.tree import text_node
from onemg_render.util.close_matches import close_matches
from onemg_render.util.patterns import regex

SPACE = " \t\r\n\f\v\0"
WHITE = " \t\r\n\f\v"
OUTPUT = regex(r"\A\{\{-?(.*?)-?\}\}\Z", re.DOTALL)
NOTHING: frozenset[str] = frozenset()


class Call(NamedTuple):
    """A tag where it stands: its name, the markup behind it, its offset and that of the markup."""

    name: str
    markup: str
    start: int
    markup_start: int


class Statement(NamedTuple):
    """What a tag becomes. blank: a block of nothing but white space and such tags puts out nothing."""

    nodes: list[nodes.Stmt]
    blank: bool


class Branch(NamedTuple):
    """The body of a block up to its end or to a tag such as `else`.

    stop: the name of that tag, None for the end; markup and start belong to it.
    """

    body: list[nodes.Stmt]
    blank: bool
    stop: str | None
    markup: str
    start: int


StandardTag: TypeAlias = "Callable[[TemplateParser, Call], Statement]"


class Grammar(NamedTuple):
    """What the parser needs of its environment.

    tags: those of the dialect and of the surrounding program. newer_filters: what only the newer dialect has,
    unless the program adds it. unknown: the hint for a tag that does not exist.
    """

    dialect: DialectRules
    expressions: ExpressionParser
    conditions: ConditionParser
    tags: Mapping[str, StandardTag]
    newer_filters: frozenset[str]
    unknown: Callable[[str], str | None]
    nesting: int


class TemplateParser:
    """Parses one template.

    path, line: the place of the template in the user's files. warnings: what error mode `warn` let pass.
    """

    def __init__(self, grammar: Grammar, source: str, path: str | None = None, line: int = 1) -> None:
        self.grammar = grammar
        self.dialect = grammar.dialect
        self.source = source
        self.path = path
        self.line = line
        self.warnings: list[LiquidSyntaxError] = []
        self.statements = 0
        self.stream = Stream(tokenize(source), len(source))
        self.trim = False
        self._depth = 0

    def parse(self) -> list[nodes.Stmt]:
        return self.branch(None, NOTHING).body

    def branch(self, block: str | None, stops: Container[str]) -> Branch:
        """What follows up to the end of `block` or one of `stops`; None is the template itself."""
        self._depth += 1
        if self._depth > self.grammar.nesting + 1:
            raise LiquidError("Nesting too deep")
        pieces: list[str | nodes.Stmt] = []
        blank = True
        start = 0
        read = self._line_piece if self.stream.lines else self._piece
        try:
            for text, start in self.stream.tokens:
                found = read(text, start, pieces)
                if found.__class__ is not bool:
                    self._depth -= 1
                    stop = self._stop(cast(Call, found), block, stops)
                    return Branch(as_nodes(pieces), blank, stop, cast(Call, found).markup, start)
                if not found:
                    blank = False
        except LiquidError as error:
            raise error.at(start) from None
        if block is not None:
            hint = f"close it with {{% end{block} %}}"
            raise LiquidSyntaxError(f"'{block}' tag was never closed", hint=hint)
        self._depth -= 1
        return Branch(as_nodes(pieces), blank, None, "", self.stream.end)

    def variable(self, markup: str, start: int) -> nodes.Expr:
        """An expression with filters; what it is forgiven is noted for `start`."""
        node = self.noted(self.grammar.expressions.variable(markup), markup, start, "{{" + markup + "}}")
        if isinstance(node, nodes.Filter):
            self._note_newer_filters(node, start)
        return node

    def _note_newer_filters(self, node: nodes.Expr, start: int) -> None:
        """Warn of filters that only the newer dialect has: in this one the value passes them unchanged."""
        while isinstance(node, nodes.Filter):
            if node.name in self.grammar.newer_filters:
                message = f"the filter `{node.name}` is of a newer Liquid and does nothing here"
                self.warnings.append(LiquidSyntaxError(message, hint=DIALECT_HINT).at(start))
            node = node.node

    def condition(self, markup: str, start: int) -> nodes.Expr:
        try:
            parsed = self.grammar.conditions.condition(markup)
        except LiquidError as error:
            raise error.at(start) from None
        return self.noted(parsed, markup, start, markup.strip(SPACE))

    def noted(self, parsed: Parsed, markup: str, start: int, shown: str) -> nodes.Expr:
        """The node; what the markup, somewhere behind `start`, is forgiven is a warning."""
        node, forgiven = parsed
        if forgiven is not None:
            hint = advice.on_markup(forgiven.message, markup, forgiven.within)
            warning = LiquidSyntaxError(f'{forgiven.message} in "{shown}"', hint=hint)
            self.warnings.append(warning.at(self.source.find(markup, start) + forgiven.within))
        return node

    def doubt_else(self, branch: Branch) -> None:
        """`else if x` is an `else` (Ruby ignores its markup), which nobody means."""
        condition = branch.markup.strip(SPACE).removeprefix("if").strip(SPACE)
        if condition and self.grammar.expressions.error_mode == "warn":
            hint = f"did you mean {{% elsif {condition} %}}?"
            warning = LiquidSyntaxError("`else` takes no condition, and ignores this one", hint=hint)
            self.warnings.append(warning.at(branch.start))

    def lines(self, markup: str, start: int) -> Branch:
        """The tags of a `liquid` tag, one a line."""
        outer = self.stream
        self.stream = Stream(tokenize_lines(markup, start), start + len(markup), lines=True)
        try:
            return self.branch(None, NOTHING)
        finally:
            self.stream = outer

    def call(self, text: str, start: int) -> Call | None:
        """The tag that a token is, if it is one."""
        pattern = self.dialect.line_tag if self.stream.lines else self.dialect.tag
        match = pattern.match(text)
        if match is None:
            return None
        name, markup = match.groups()
        return Call(name, markup, start, start + match.start(2))

    def _piece(self, text: str, start: int, pieces: list[str | nodes.Stmt]) -> "bool | Call":
        """Add what a token begins to `pieces`: whether it is blank; or the tag that ends this branch."""
        head = text[:2]
        if head == "{%" or head == "{{":
            if text[2:3] == "-" and pieces and pieces[-1].__class__ is str:
                pieces[-1] = pieces[-1].rstrip(SPACE)
            self.trim = text[-3:-2] == "-"
            if head == "{%":
                return self._tag(text, start, pieces)
            match = OUTPUT.match(text)
            if match is None:
                message = f"Variable '{text}' was not properly terminated with regexp: /\\}}\\}}/"
                raise LiquidSyntaxError(message, hint=advice.unclosed("}}"))
            pieces.append(nodes.Output(start, self.variable(match[1], start)))
            return False
        if self.trim:
            text = text.lstrip(SPACE)
            self.trim = False
        pieces.append(text)
        return not text or (text.isspace() and not text.strip(WHITE))

    def _line_piece(self, text: str, start: int, pieces: list[str | nodes.Stmt]) -> "bool | Call":
        return not text.strip(WHITE) or self._tag(text, start, pieces)

    def _tag(self, text: str, start: int, pieces: list[str | nodes.Stmt]) -> "bool | Call":
        call = self.call(text, start)
        if call is None:
            message = f"Tag '{text}' was not properly terminated with regexp: /\\%\\}}/"
            raise LiquidSyntaxError(message, hint=advice.unclosed("%}"))
        parse = self.grammar.tags.get(call.name)
        if parse is None:
            return call
        self.statements += 1
        statement = parse(self, call)
        pieces.extend(statement.nodes or [BARRIER])
        return statement.blank

    def _stop(self, call: Call, block: str | None, stops: Container[str]) -> str | None:
        """What an unknown tag means to a block: its end (None), one of its stops, or an error."""
        if block is not None and call.name == f"end{block}":
            return None
        if call.name in stops:
            return call.name
        raise self._unexpected(call.name, block, stops)

    def _unexpected(self, name: str, block: str | None, stops: Container[str]) -> LiquidSyntaxError:
        if block is None and name in ("else", "end"):
            return LiquidSyntaxError(f"Unexpected outer '{name}' tag")
        if block is not None and name == "else":
            return LiquidSyntaxError(f"{block} tag does not expect 'else' tag")
        if block is not None and name.startswith("end"):
            return LiquidSyntaxError(
                f"'{name}' is not a valid delimiter for {block} tags. use end{block}",
                hint=f"{'write' if name == 'end' else 'close it first:'} {{% end{block} %}}",
            )
        inner = close_matches(name, stops, 1) if isinstance(stops, frozenset) else []
        hint = f"did you mean {inner[0]}?" if inner else self.grammar.unknown(name)
        return LiquidSyntaxError(f"Unknown tag '{name}'", hint=hint)


BARRIER = text_node("")
"""Stands for a tag that leaves nothing behind; white space control does not reach across it."""


def as_nodes(pieces: list[str | nodes.Stmt]) -> list[nodes.Stmt]:
    found: list[nodes.Stmt] = []
    for piece in pieces:
        if isinstance(piece, str):
            if piece:
                found.append(text_node(piece))
        elif piece is not BARRIER:
            found.append(piece)
    return found
