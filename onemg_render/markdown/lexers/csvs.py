"""csvs (Rouge's lexers/csvs.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Literal,
    Name,
    Number,
    Punctuation,
    String,
    Text,
    Whitespace,
)


class CSVS(StateLexer):
    """csvs."""

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"//[\S\t ]*", Comment.Single),
            (r"/\*[^*]*\*/", Comment.Multiline),
            (r"(version)( )(\d+\.\d+)", groups(Keyword, Whitespace, Number.Float)),
            (r"T?\d{2}:\d{2}:\d{2}(?:\.\d{5})?(?:Z|[-+]\d{2}:\d{2})?", Literal.Date),
            (r"\d{4}-\d{2}-\d{2}", Literal.Date),
            (r"\d{2}/\d{2}/\d{4}", Literal.Date),
            (r"(?i:(?:\d+[.]?\d*|\d*[.]\d+)(?:e[+-]?[0-9]+)?)", Number.Float),
            (r"\d+", Number.Integer),
            (r"@\w+", Keyword.Pseudo),
            (r"[-.\w]+:", Name.Variable),
            (r'^"[^"]+"', Name.Variable),
            (r'\$(?:[-.\w]+|"[^"]+")/?', Name.Variable),
            (r"(?i:[A-Z]+)", Keyword),
            (r'"[^"]*"', String.Double),
            (r"'[^\r\n\f']'", String.Char),
            (r"[,()*]", Punctuation),
        ],
    }
