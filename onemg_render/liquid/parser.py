"""Template text to a tree of stock Jinja2 nodes (Ruby: lib/liquid/{block_body,block,document}.rb).

The parser walks tokens and hands each tag to its row of the tag table; `tags` hold the rules, this module
only text, white space control and nesting. `lineno` of a statement is the offset of its token in the source:
line and column are computed from it when an error needs them.
"""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from jinja2 import nodes

from onemg_render.errors import LiquidError, LiquidSyntaxError
from onemg_render.liquid.conditions import ConditionParser
from onemg_render.liquid.dialects import DialectRules
from onemg_render.liquid.expressions import ExpressionParser, Parsed
from onemg_render.liquid.tokenizer import Stream, Token, tokenize, tokenize_lines

SPACE = " \t\r\n\f\v\0"
WHITE = " \t\r\n\f\v"
OUTPUT = re.compile(r"\A\{\{-?(.*?)-?\}\}\Z", re.DOTALL)
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
    """The body of a block up to its end or to a tag such as `else`. stop: that tag, None for the end."""

    body: list[nodes.Stmt]
    blank: bool
    stop: str | None
    markup: str


StandardTag: TypeAlias = "Callable[[TemplateParser, Call], Statement]"


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the parser needs of its environment.

    tags: the standard tags of the dialect. custom: builds the statement of a tag of the surrounding program,
    or None if there is none of this name. unknown: the hint for a tag that does not exist.
    """

    dialect: DialectRules
    expressions: ExpressionParser
    conditions: ConditionParser
    tags: Mapping[str, StandardTag]
    custom: "Callable[[TemplateParser, Call], Statement | None]"
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
        self.stream = Stream(tokenize(source), len(source))
        self.trim = False
        self._depth = 0
        name = grammar.dialect.tag_names
        self._tag = re.compile(rf"\A\{{%-?\s*({name})\s*(.*?)-?%\}}\Z", re.ASCII | re.DOTALL)
        self._line_tag = re.compile(rf"\A\s*({name})\s*(.*?)\Z", re.ASCII)

    def parse(self) -> list[nodes.Stmt]:
        return self.branch(None, NOTHING).body

    def branch(self, block: str | None, stops: Container[str]) -> Branch:
        """What follows up to the end of `block` or one of `stops`; None is the template itself."""
        self._depth += 1
        if self._depth > self.grammar.nesting + 1:
            raise LiquidError("Nesting too deep")
        pieces: list[str | nodes.Stmt] = []
        blank = True
        while (token := self.stream.shift()) is not None:
            try:
                found = self._piece(token, pieces, block, stops)
            except LiquidError as error:
                raise error.at(token.start) from None
            if isinstance(found, Branch):
                self._depth -= 1
                return Branch(as_nodes(pieces), blank, found.stop, found.markup)
            blank = blank and found
        if block is not None:
            raise LiquidSyntaxError(f"'{block}' tag was never closed").at(self.stream.end)
        self._depth -= 1
        return Branch(as_nodes(pieces), blank, None, "")

    def variable(self, markup: str, start: int) -> nodes.Expr:
        """An expression with filters; what it is forgiven is noted for `start`."""
        return self.noted(self.grammar.expressions.variable(markup), "{{" + markup + "}}", start)

    def condition(self, markup: str, start: int) -> nodes.Expr:
        return self.noted(self.grammar.conditions.condition(markup), markup.strip(SPACE), start)

    def noted(self, parsed: Parsed, markup: str, start: int) -> nodes.Expr:
        node, forgiven = parsed
        if forgiven is not None:
            warning = LiquidSyntaxError(f'{forgiven.message} in "{markup}"')
            self.warnings.append(warning.at(start))
        return node

    def lines(self, markup: str, start: int) -> Branch:
        """The tags of a `liquid` tag, one a line."""
        outer = self.stream
        self.stream = Stream(tokenize_lines(markup, start), start + len(markup), lines=True)
        try:
            return self.branch(None, NOTHING)
        finally:
            self.stream = outer

    def call(self, token: Token) -> Call | None:
        """The tag that a token is, if it is one."""
        pattern = self._line_tag if self.stream.lines else self._tag
        match = pattern.match(token.text)
        if match is None:
            return None
        return Call(match[1], match[2], token.start, token.start + match.start(2))

    def _piece(
        self,
        token: Token,
        pieces: list[str | nodes.Stmt],
        block: str | None,
        stops: Container[str],
    ) -> bool | Branch:
        """Add what `token` begins to `pieces`: whether it is blank; or the end of this branch."""
        text = token.text
        if self.stream.lines:
            return not text.strip(WHITE) or self._tag_piece(token, pieces, block, stops)
        if text.startswith("{%"):
            self._control_space(text, pieces)
            return self._tag_piece(token, pieces, block, stops)
        if text.startswith("{{"):
            self._control_space(text, pieces)
            match = OUTPUT.match(text)
            if match is None:
                message = f"Variable '{text}' was not properly terminated with regexp: /\\}}\\}}/"
                raise LiquidSyntaxError(message)
            node = self.variable(match[1], token.start)
            pieces.append(nodes.Output([node], lineno=token.start))
            return False
        if self.trim:
            text = text.lstrip(SPACE)
        self.trim = False
        pieces.append(text)
        return not text.strip(WHITE)

    def _control_space(self, text: str, pieces: list[str | nodes.Stmt]) -> None:
        if text[2:3] == "-" and pieces and isinstance(pieces[-1], str):
            pieces[-1] = pieces[-1].rstrip(SPACE)
        self.trim = text[-3:-2] == "-"

    def _tag_piece(
        self,
        token: Token,
        pieces: list[str | nodes.Stmt],
        block: str | None,
        stops: Container[str],
    ) -> bool | Branch:
        call = self.call(token)
        if call is None:
            message = f"Tag '{token.text}' was not properly terminated with regexp: /\\%\\}}/"
            raise LiquidSyntaxError(message)
        statement = self.grammar.custom(self, call)
        if statement is None:
            tag = self.grammar.tags.get(call.name)
            if tag is None:
                return self._stop(call, block, stops)
            statement = tag(self, call)
        pieces.extend(statement.nodes or [BARRIER])
        return statement.blank

    def _stop(self, call: Call, block: str | None, stops: Container[str]) -> Branch:
        name = call.name
        if block is not None and name == f"end{block}":
            return Branch([], True, None, call.markup)
        if name in stops:
            return Branch([], True, name, call.markup)
        raise self._unexpected(name, block)

    def _unexpected(self, name: str, block: str | None) -> LiquidSyntaxError:
        if block is None and name in ("else", "end"):
            return LiquidSyntaxError(f"Unexpected outer '{name}' tag")
        if block is not None and name == "else":
            return LiquidSyntaxError(f"{block} tag does not expect 'else' tag")
        if block is not None and name.startswith("end"):
            return LiquidSyntaxError(
                f"'{name}' is not a valid delimiter for {block} tags. use end{block}",
                hint=f"close it first: {{% end{block} %}}",
            )
        return LiquidSyntaxError(f"Unknown tag '{name}'", hint=self.grammar.unknown(name))


def text_node(text: str) -> nodes.Output:
    return nodes.Output([nodes.TemplateData(text)], lineno=0)


BARRIER = text_node("")
"""Stands for a tag that leaves nothing behind; white space control does not reach across it."""


def as_nodes(pieces: list[str | nodes.Stmt]) -> list[nodes.Stmt]:
    return [
        text_node(piece) if isinstance(piece, str) else piece
        for piece in pieces
        if piece != "" and piece is not BARRIER
    ]


def is_text(node: nodes.Stmt) -> bool:
    return isinstance(node, nodes.Output) and isinstance(node.nodes[0], nodes.TemplateData)


def without_text(body: list[nodes.Stmt]) -> list[nodes.Stmt]:
    """The body of a blank block: what it does, without what it would put out."""
    return [node for node in body if not is_text(node)]
