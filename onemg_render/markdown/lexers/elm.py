"""Elm (Rouge's lexers/elm.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, words
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

KEYWORDS = "module exposing port import as type alias if then else case of let in"


class Elm(StateLexer):
    """Elm."""

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"--.*", Comment.Single),
            (r"{-", Comment.Multiline, "multiline_comment"),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r"[a-z]\w*", Name),
            (r"_", Name),
            (r"[A-Z]\w*", Keyword.Type),
            (r"->|::|//|\.\.|&&|\|\||\+\+|\|>|<\||>>|<<|==|/=|<=|>=", Operator),
            (r"[+-/*%=<>^\|!]", Operator),
            (r"\\", Operator),
            (r"[@#$&~?]", Operator),
            (r'"""', String, "multiline_string"),
            (r"'(?:\\.|.)'", String.Char),
            (r'"', String, "double_quote"),
            (r"(?i:0x[\da-f]+)", Number.Hex),
            (r"(?i:\d+e[+-]?\d+)", Number.Float),
            (r"(?i:\d+\.\d+(?:e[+-]?\d+)?)", Number.Float),
            (r"\d+", Number.Integer),
            (r"[\[\](),;`{}:]", Punctuation),
        ],
        "multiline_comment": [
            (r"-}", Comment.Multiline, "#pop"),
            (r"{-", Comment.Multiline, "multiline_comment"),
            (r"[^-{}]+", Comment.Multiline),
            (r"[-{}]", Comment.Multiline),
        ],
        "double_quote": [
            (r'[^\\"]+', String.Double),
            (r'\\"', String.Escape),
            (r'"', String.Double, "#pop"),
        ],
        "multiline_string": [
            (r'\\"', String.Escape),
            (r'"""', String, "#pop"),
            (r'[^"]+', String),
            (r'"', String),
        ],
    }
