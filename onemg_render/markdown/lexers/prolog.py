"""Prolog (Rouge's lexers/prolog.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include
from onemg_render.markdown.lexers.tokens import Comment, Name, Number, Operator, Punctuation, String, Text


class Prolog(StateLexer):
    """Prolog."""

    def start(self) -> None:
        self.push("bol")

    tokens = {
        "bol": [
            (r"#.*", Comment.Single),
            (r"", Text, "#pop"),
        ],
        "basic": [
            (r"\s+", Text),
            (r"%.*", Comment.Single),
            (r"/\*", Comment.Multiline, "nested_comment"),
            (r"[\[\](){}|.,;!]", Punctuation),
            (r":-|-->", Punctuation),
            (r'"[^"]*"', String.Double),
            (r"\d+\.\d+", Number.Float),
            (r"\d+", Number),
        ],
        "atoms": [
            (r"[a-zß-öø-ÿ](?u:\w*)", String.Symbol),
            (r"'[^']*'", String.Symbol),
        ],
        "operators": [
            (r"(?:<|>|=<|>=|==|=:=|=|/|//|\*|\+|-)(?=\s|[a-zA-Z0-9\[])", Operator),
            (r"is", Operator),
            (r"mod|div|not", Operator),
            (r"[#&*+-./:<=>?@^~]+", Operator),
        ],
        "variables": [
            (r"[A-Z]+\w*", Name.Variable),
            (r"_(?u:\w)*", Name.Variable),
        ],
        "root": [
            include("basic"),
            include("atoms"),
            include("variables"),
            include("operators"),
        ],
        "nested_comment": [
            (r"/\*", Comment.Multiline, "#push"),
            (r"\s*\*[^*/]+", Comment.Multiline),
            (r"\*/", Comment.Multiline, "#pop"),
        ],
    }
