"""MATLAB (Rouge's lexers/matlab.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, word_file
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

KEYWORDS = """
    arguments break case catch classdef continue else elseif end for function global if import methods
    otherwise parfor persistent properties return spmd switch try while
"""

BUILTINS = word_file("matlab_builtins")


class Matlab(StateLexer):
    """MATLAB."""

    def split_root(self) -> None:
        self.emit(Keyword, self[1])
        self.delegate("shell", self[2])

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"(?s:[{]%.*?%[}])", Comment.Multiline),
            (r"%.*$", Comment.Single),
            (r"([.][.][.])(.*?)$", groups(Keyword, Comment)),
            (r"^(!)(.*?)(?=%|$)", split_root),
            (r"[a-zA-Z][_a-zA-Z0-9]*", by_word((Keyword, KEYWORDS), (Name.Builtin, BUILTINS), default=Name)),
            (r"[(){};:,/\\\]\[]", Punctuation),
            (r"~=|==|<<|>>|[-~+/*%=<>&^|.@]", Operator),
            (r"(?i:(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?[0-9]+)?)", Number.Float),
            (r"(?i:\d+e[+-]?[0-9]+)", Number.Float),
            (r"\d+L", Number.Integer.Long),
            (r"\d+", Number.Integer),
            (r"'(?=.*')", String.Single, "chararray"),
            (r'"(?=.*")', String.Double, "string"),
            (r"'", Operator),
        ],
        "chararray": [
            (r"[^']+", String.Single),
            (r"''", String.Escape),
            (r"'", String.Single, "#pop"),
        ],
        "string": [
            (r'[^"]+', String.Double),
            (r'""', String.Escape),
            (r'"', String.Double, "#pop"),
        ],
    }
