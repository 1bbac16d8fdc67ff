"""Rouge's HTML formatters (lib/rouge/formatters/html*.rb): token streams and formatted code in, HTML out."""

from collections.abc import Iterable, Iterator

from onemg_render.markdown.attributes import escape_code
from onemg_render.markdown.lexers.tokens import Text, Token, TokenType, css_class

SHORT = 8
"""Characters of the names, marks and spaces that come again and again."""


class SpanFormatter:
    """A span for each run of tokens of one type (HTML, and the merging of Lexer#continue_lex)."""

    def __init__(self) -> None:
        self._openings: dict[TokenType, str] = {Text: ""}
        self._escaped: dict[str, str] = {}

    def format(self, tokens: Iterable[Token]) -> str:
        out: list[str] = []
        last: TokenType = Text
        known = self._escaped
        for token, text in tokens:
            if token is not last:
                if last is not Text:
                    out.append("</span>")
                out.append(self._opening(token))
                last = token
            html = known.get(text)
            if html is None:
                html = escape_code(text)
                if len(text) <= SHORT:
                    known[text] = html
            out.append(html)
        if last is not Text:
            out.append("</span>")
        return "".join(out)

    def format_lines(self, tokens: Iterable[Token], marked: Iterable[int]) -> str:
        """Line by line, those with the given numbers in a span of class hll (HTMLLineHighlighter)."""
        marks = frozenset(marked)
        out = []
        for number, line in enumerate(_lines(merge(tokens)), 1):
            html = "".join(self._span(token, text) for token, text in line) + "\n"
            out.append(f'<span class="hll">{html}</span>' if number in marks else html)
        return "".join(out)

    def _opening(self, token: TokenType) -> str:
        try:
            return self._openings[token]
        except KeyError:
            return self._openings.setdefault(token, f'<span class="{css_class(token)}">')

    def _span(self, token: TokenType, text: str) -> str:
        return escape_code(text) if token is Text else f"{self._opening(token)}{escape_code(text)}</span>"


def merge(tokens: Iterable[Token]) -> Iterator[Token]:
    """Neighbours of one type as one token."""
    last: TokenType | None = None
    pieces: list[str] = []
    for token, text in tokens:
        if token is not last:
            if pieces:
                yield last, "".join(pieces)
            last, pieces = token, []
        pieces.append(text)
    if pieces:
        yield last, "".join(pieces)


def _lines(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    line: list[Token] = []
    for token, text in tokens:
        first, *rest = text.split("\n")
        if first:
            line.append((token, first))
        for piece in rest:
            yield line
            line = [(token, piece)] if piece else []
    if line:
        yield line
