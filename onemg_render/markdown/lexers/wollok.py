"""Wollok (Rouge's lexers/wollok.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)


class Wollok(StateLexer):
    """Wollok."""

    def declare_and_leave(self) -> None:
        self.declare()
        self.pop()

    def declare(self) -> None:
        self.emit(Name.Class)
        self.entities.add(self[0])

    def start(self) -> None:
        self.entities: set[str] = set()

    def name(self) -> None:
        known = self[0] in self.entities or "A" <= self[0][0] <= "Z"
        self.emit(Name.Class if known else Keyword.Variable)

    tokens = {
        "whitespaces_and_comments": [
            (r"\s+", Whitespace),
            (r"//.*$", Comment.Single),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
        ],
        "root": [
            include("whitespaces_and_comments"),
            (r"(import)(.+$)", groups(Keyword.Reserved, Text)),
            (r"class|object|mixin", Keyword.Reserved, "foo"),
            (r"test|program", Keyword.Reserved),
            (r"(package)(\s+)([a-zA-Z][a-zA-Z0-9]*)", groups(Keyword.Reserved, Whitespace, Name.Class)),
            (r"{|}", Text),
            include("keywords"),
            include("symbols"),
            include("objects"),
        ],
        "foo": [
            include("whitespaces_and_comments"),
            (r"inherits|mixed|with|and", Keyword.Reserved),
            (r"[a-zA-Z][a-zA-Z0-9]*(?=\s*{)", declare_and_leave),
            (r"[a-zA-Z][a-zA-Z0-9]*", declare),
        ],
        "keywords": [
            (r"self\b", Name.Builtin.Pseudo),
            (r"new\b|super\b|return\b|if\b|else\b|var\b|const\b|override\b|constructor\b", Keyword.Reserved),
            (r"(method)(\s+)(_?[a-zA-Z][a-zA-Z0-9]*)", groups(Keyword.Reserved, Whitespace, Text)),
        ],
        "objects": [
            (r"_?[a-zA-Z][a-zA-Z0-9]*", name),
            (r"\.[a-zA-Z][a-zA-Z0-9]*", Text),
            include("literals"),
        ],
        "literals": [
            include("whitespaces_and_comments"),
            (r"[0-9]+\.?[0-9]*", Number),
            (r'"[^"]*"', String),
            (r"\[|#{", Punctuation, "lists"),
        ],
        "lists": [
            (r",", Punctuation),
            (r"]|}", Punctuation, "#pop"),
            include("objects"),
        ],
        "symbols": [
            (r"\+\+|--|\+=|-=|\*\*|!", Operator),
            (r"\+|-|\*|/|%", Operator),
            (r"<=|=>|===|==|<|>", Operator),
            (r"and\b|or\b|not\b", Operator),
            (r"\(|\)|=", Text),
            (r",", Punctuation),
        ],
    }
