"""Pony (Rouge's lexers/pony.rb)."""

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

CAPABILITIES = "box iso ref tag trn val"

KEYWORDS = """
    actor addressof and as be break class compiler_intrinsic consume continue do else elseif embed end
    error for fun if ifdef in interface is isnt lambda let match new not object primitive recover repeat
    return struct then this trait try type until use var where while with
"""

TYPES = """
    Align EventID F32 F64 Float FloatFormat I128 I16 I32 I64 I8 IntFormat Number NumberPrefix Signed
    Type U128 U32 U64 U8 Unsigned
"""


class Pony(StateLexer):
    """Pony."""

    tokens = {
        "whitespace": [
            (r"\s+", Text),
        ],
        "root": [
            include("whitespace"),
            (r'"""', String.Doc, "docstring"),
            (r"//.*", Comment.Single),
            (r"/(?:\\\n)?[*](?:.|\n)*?[*](?:\\\n)?/", Comment.Multiline),
            (r'"', String, "string"),
            (r"[~!%^&*+=\|?:<>/-]", Operator),
            (r"(?:true|false|NULL)\b", Name.Constant),
            (r"[A-Z_][a-zA-Z0-9_]*", Name.Class),
            (r"[()\[\],.';]", Punctuation),
            (r"0[xX](?:[0-9a-fA-F_]*\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+\-]?[0-9_]+[fFL]?[i]?", Number.Float),
            (r"[0-9_]+(?:\.[0-9_]+[eE][+\-]?[0-9_]+|\.[0-9_]*|[eE][+\-]?[0-9_]+)[fFL]?[i]?", Number.Float),
            (r"\.(?:0|[1-9][0-9_]*)(?:[eE][+\-]?[0-9_]+)?[fFL]?[i]?", Number.Float),
            (r"0[xX][0-9a-fA-F_]+", Number.Hex),
            (r"(?:0|[1-9][0-9_]*)(?:[LUu]|Lu|LU|uL|UL)?", Number.Integer),
            (
                r"(?i:[a-z_][a-z0-9_]*)",
                by_word(
                    (Keyword.Declaration, CAPABILITIES),
                    (Keyword.Reserved, KEYWORDS),
                    (Keyword.Type, TYPES),
                    default=Name,
                ),
            ),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", String.Escape),
            (r'[^\\"\n]+', String),
            (r"\\\n", String),
            (r"\\", String),
        ],
        "docstring": [
            (r'"""', String.Doc, "#pop"),
            (r"\n", String.Doc),
            (r".", String.Doc),
        ],
    }
