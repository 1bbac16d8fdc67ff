"""Mathematica (Rouge's lexers/mathematica.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, word_file
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Generic,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
)

KEYWORDS = "Block Module With"

BUILTINS = word_file("mathematica_builtins")


class Mathematica(StateLexer):
    """Mathematica."""

    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"\(\*", Comment, "comment"),
            (r"\d+\^\^(?:\.\w+|\w+\.\w*|\w+)(?:`(?:`?(?:\.\d+|\d+\.\d*|\d+))?)?(?:\*\^[+-]?\d+)?", Number),
            (r"(?:\.\d+|\d+\.\d*|\d+)(?:`(?:`?(?:\.\d+|\d+\.\d*|\d+))?)?(?:\*\^[+-]?\d+)?", Number),
            (r'::(?:[a-zA-Z$][$a-zA-Z0-9]*|"(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*"))', Name.Tag),
            (r"(?:In|Out)\[[0-9]+\]:?=", Generic.Prompt),
            (
                r"(?-s:`?(?:[a-zA-Z$][$a-zA-Z0-9]*|\\\[[a-zA-Z$][$a-zA-Z0-9]*\])+(?:`(?:[a-zA-Z$][$a-zA-Z0"
                r"-9]*|\\\[[a-zA-Z$][$a-zA-Z0-9]*\])+)*`?)",
                by_word((Name.Builtin.Pseudo, KEYWORDS), (Name.Builtin, BUILTINS), default=Name.Variable),
            ),
            (r'#(?:[a-zA-Z$][$a-zA-Z0-9]*|"[a-zA-Z$][$a-zA-Z0-9]*")|#[0-9]*', Name.Function),
            (r"[+\-*/|,;.:@~=><&`'^?!_%]", Operator),
            (r"[\[\](){}]", Punctuation),
            (r'"(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String),
        ],
        "comment": [
            (r"\(\*", Comment, "comment"),
            (r"\*\)", Comment, "#pop"),
            (r"::[a-zA-Z$][$a-zA-Z0-9]*::", Comment.Preproc),
            (r"[ ]:(?:[a-zA-Z$][$a-zA-Z0-9]*+|\s)++:[ ]", Comment.Preproc),
            (r".", Comment),
        ],
    }
