"""Apache (Rouge's lexers/apache.rb)."""

from functools import cache

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_file
from onemg_render.markdown.lexers.tokens import Comment, Name, Punctuation, String, Text, TokenType


@cache
def names() -> frozenset[str]:
    """Apache's directives, sections and values."""
    return frozenset(word_file("apache").split())


class Apache(StateLexer):
    """Apache."""

    def known(self, text: str, token: TokenType) -> TokenType:
        return token if text.lower() in names() else Text

    def section(self) -> None:
        self.groups(Punctuation, self.known(self[2], Name.Label))

    def directive(self) -> None:
        self.emit(self.known(self[0], Name.Class))

    def argument(self) -> None:
        self.emit(self.known(self[0], String.Symbol))

    tokens = {
        "whitespace": [
            (r"#.*", Comment),
            (r"\s+", Text),
        ],
        "root": [
            include("whitespace"),
            (r"(</?)(\w+)", section, "section"),
            (r"\w+", directive, "directive"),
        ],
        "section": [
            (r"([^>]+)?(>(?:\r\n?|\n)?)", groups(String.Regex, Punctuation), "#pop"),
            include("whitespace"),
        ],
        "directive": [
            (r"\r\n?|\n", Text, "#pop"),
            include("whitespace"),
            (r"\S+", argument),
        ],
    }
