"""Lutin (Rouge's lexers/lutin.rb)."""

from onemg_render.markdown.lexers.lustre import Lustre
from onemg_render.markdown.lexers.state_lexer import by_word
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
    assert catch do erun exception exist extern false in include let node raise ref returns run strong
    system trap true try type weak
"""

WORD_OPERATORS = "and div else if mod nor not or pre then xor"

PRIMITIVES = "bool fby int loop real trace"


class Lutin(Lustre):
    """Lutin."""

    tokens = {
        **Lustre.tokens,
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
    }
