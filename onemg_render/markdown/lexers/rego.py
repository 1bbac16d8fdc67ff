"""Rego (Rouge's lexers/rego.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, include
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

CONSTANTS = "false null true"

OPERATORS = "as default else import not package some with"


class Rego(StateLexer):
    """Rego."""

    tokens = {
        "basic": [
            (r"\s+", Text),
            (r"#.*", Comment.Single),
            (r"[\[\](){}|.,;!]", Punctuation),
            (r'"[^"]*"', String.Double),
            (r"-?\d+\.\d+(?:[eE][+-]?\d+)?", Number.Float),
            (r"-?\d+(?:[eE][+-]?\d+)?", Number),
            (r"\\u[0-9a-fA-F]{4}", Number.Hex),
            (r'\\["/bfnrt]', String.Escape),
        ],
        "operators": [
            (r"=|!=|>=|<=|>|<|\+|-|\*|%|/|\||&|:=", Operator),
            (r"[/:?@^~]+", Operator),
        ],
        "root": [
            include("basic"),
            include("operators"),
            (r"(?u:\w)+", by_word((Keyword.Constant, CONSTANTS), (Operator.Word, OPERATORS), default=Name)),
        ],
    }
