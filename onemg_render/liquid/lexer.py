"""Markup to tokens and the strict grammar on them (Ruby: lib/liquid/lexer.rb, lib/liquid/parser.rb).

As in Ruby the strict parser checks and normalises: `a . b [ 0 ]` becomes the text `a.b[0]`, which is then
read by `expressions`, the one place that gives markup its meaning.
"""

import re
from typing import NamedTuple

from onemg_render.errors import LiquidSyntaxError
from onemg_render.util.patterns import regex

TOKENS = regex(
    r"""\s*(?:
      (?P<comparison>==|!=|<>|<=?|>=?|contains(?=\s))
    | (?P<string>'[^']*'|"[^"]*")
    | (?P<number>-?\d+(?:\.\d+)?)
    | (?P<id>[a-zA-Z_][\w-]*\??)
    | (?P<dotdot>\.\.)
    | (?P<special>[|.:,\[\]()?-])
    | (?P<end>\Z)
    )""",
    re.ASCII | re.VERBOSE,
)
SPECIALS = {
    "|": "pipe",
    ".": "dot",
    ":": "colon",
    ",": "comma",
    "[": "open_square",
    "]": "close_square",
    "(": "open_round",
    ")": "close_round",
    "?": "question",
    "-": "dash",
}
END = "end_of_string"


class Lexeme(NamedTuple):
    """start: its offset in the markup."""

    kind: str
    text: str
    start: int


def within(error: LiquidSyntaxError, start: int) -> LiquidSyntaxError:
    """`error` with its place in the markup."""
    error.within = start
    return error


def lex(markup: str) -> list[Lexeme]:
    lexemes: list[Lexeme] = []
    position = 0
    while True:
        match = TOKENS.match(markup, position)
        if match is None:
            rest = markup[position:].lstrip(" \t\r\n\f\v")
            raise within(LiquidSyntaxError(f"Unexpected character {rest[0]}"), len(markup) - len(rest))
        kind = match.lastgroup
        if kind == "end" or kind is None:
            lexemes.append(Lexeme(END, "", len(markup)))
            return lexemes
        text = match.group(kind)
        lexemes.append(Lexeme(SPECIALS[text] if kind == "special" else kind, text, match.start(kind)))
        position = match.end()


class StrictParser:
    """A cursor over the tokens of one markup."""

    __slots__ = ("_leading_bracket", "_lexemes", "_position")

    def __init__(self, markup: str, *, leading_bracket: bool = False) -> None:
        self._lexemes = lex(markup)
        self._position = 0
        self._leading_bracket = leading_bracket

    def look(self, kind: str, ahead: int = 0) -> bool:
        """Whether a lexeme of that kind comes next, or `ahead` of it."""
        place = self._position + ahead
        return place < len(self._lexemes) and self._lexemes[place].kind == kind

    def consume(self, kind: str | None = None) -> str:
        """The text of the next lexeme. Raises LiquidSyntaxError if it is of another kind."""
        lexeme = self._lexemes[self._position]
        if kind is not None and lexeme.kind != kind:
            raise within(LiquidSyntaxError(f"Expected {kind} but found {lexeme.kind}"), lexeme.start)
        self._position += 1
        return lexeme.text

    def accept(self, kind: str) -> bool:
        """Consume a token of this kind, if it is next."""
        found = self.look(kind)
        self._position += found
        return found

    def word(self, *words: str) -> str | None:
        """Consume one of these identifiers, if it is next."""
        lexeme = self._lexemes[self._position]
        if lexeme.kind == "id" and lexeme.text in words:
            self._position += 1
            return lexeme.text
        return None

    def end(self) -> None:
        """Nothing may come any more. Raises LiquidSyntaxError."""
        self.consume(END)

    def expression(self) -> str:
        """The text of the expression that comes. Raises LiquidSyntaxError if none does."""
        lexeme = self._lexemes[self._position]
        if lexeme.kind == "id":
            return self.consume() + self._lookups()
        if lexeme.kind in ("string", "number"):
            return self.consume()
        if lexeme.kind == "open_round":
            self.consume()
            first = self.expression()
            self.consume("dotdot")
            last = self.expression()
            self.consume("close_round")
            return f"({first}..{last})"
        if lexeme.kind == "open_square" and self._leading_bracket:
            return self._bracket() + self._lookups()
        shown = f'[:{lexeme.kind}, "{lexeme.text}"]' if lexeme.kind != END else f"[:{END}]"
        raise within(LiquidSyntaxError(f"{shown} is not a valid expression"), lexeme.start)

    def argument(self) -> str:
        """The text of an argument of a filter, with its keyword if it has one."""
        keyword = ""
        if self.look("id") and self.look("colon", 1):
            keyword = self.consume() + self.consume() + " "
        return keyword + self.expression()

    def _lookups(self) -> str:
        parts: list[str] = []
        while True:
            if self.look("open_square"):
                parts.append(self._bracket())
            elif self.look("dot"):
                parts.append(self.consume())
                parts.append(self.consume("id"))
            else:
                return "".join(parts)

    def _bracket(self) -> str:
        return self.consume() + self.expression() + self.consume("close_square")
