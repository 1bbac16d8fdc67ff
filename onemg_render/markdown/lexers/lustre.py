"""Lustre (Rouge's lexers/lustre.rb)."""

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

KEYWORDS = """
    assert body const current end enum extern function include is let merge model needs node operator
    package provides returns step struct tel type unsafe uses var
"""

WORD_OPERATORS = "and div else fby if mod nor not or pre then when with xor"

PRIMITIVES = "bool int real"


class Lustre(StateLexer):
    """Lustre."""

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"false|true", Keyword.Constant),
            (r"\-\-.*", Comment.Single),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
            (r"(?s:\(\*.*?\*\))", Comment.Multiline),
            (
                r"(?i:[a-z_][\w']*)",
                by_word(
                    (Keyword, KEYWORDS),
                    (Operator.Word, WORD_OPERATORS),
                    (Keyword.Type, PRIMITIVES),
                    default=Name,
                ),
            ),
            (r"[(){}\[\];]+", Punctuation),
            (r"[,!$%&*+./:<=>?@^|~#-]+", Operator),
            (r"(?i:-?\d[\d_]*(?:.[\d_]*)?e[+-]?\d[\d_]*)", Number.Float),
            (r"\d[\d_]*", Number.Integer),
            (r"'(?:\\[\\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'", String.Char),
            (r"'[.]'", String.Char),
            (r'"', String.Double, "string"),
            (r"[~?](?i:[a-z_][\w']*)", Name.Variable),
        ],
        "string": [
            (r'[^\\"]+', String.Double),
            include("escape_sequence"),
            (r"\\\n", String.Double),
            (r'"', String.Double, "#pop"),
        ],
        "escape_sequence": [
            (r"\\[\\\"'ntbr]", String.Escape),
            (r"\\\d{3}", String.Escape),
            (r"\\x[0-9a-fA-F]{2}", String.Escape),
        ],
    }
