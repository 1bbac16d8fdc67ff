"""SuperCollider (Rouge's lexers/supercollider.rb)."""

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

KEYWORDS = "arg classvar const super this var"

CONSTANTS = """
    currentEnvironment false inf nil thisFunction thisFunctionDef thisMethod thisProcess thisThread
    topEnvironment true
"""

RESERVED = "case do for forBy if loop new newCopyArgs while"


class SuperCollider(StateLexer):
    """SuperCollider."""

    tokens = {
        "whitespace": [
            (r"\s+", Text),
        ],
        "comments": [
            (r"//.*?$", Comment.Single),
            (r"/[*]", Comment.Multiline, "nested_comment"),
        ],
        "nested_comment": [
            (r"/[*]", Comment.Multiline, "nested_comment"),
            (r"[*]/", Comment.Multiline, "#pop"),
            (r"[^*/]+", Comment.Multiline),
            (r".", Comment.Multiline),
        ],
        "root": [
            include("whitespace"),
            include("comments"),
            (r"[\-+]?0[xX][0-9a-fA-F]+", Number.Hex),
            (r"[\-+]?\d+r[0-9a-zA-Z]*(?:\.[0-9A-Z]*)?", Number.Float),
            (r"[\-+]?(?:\d+(?:\.\d+)?(?:[eE][\-+]?\d+)?(?:pi)?|pi)", Number.Float),
            (r"[\-+]?\d+", Number.Integer),
            (r"\$(?:\\.|.)", String.Char),
            (r'"(?:[^\\"]|\\.)*"', String),
            (r"'(?:[^\\']|\\.)*'", String.Other),
            (r"\\\w+", String.Other),
            (r"[A-Za-z_]\w*:", Name.Label),
            (r"[A-Z]\w*", Name.Class),
            (r"_\w+", Name.Function),
            (
                r"[a-z]\w*",
                by_word(
                    (Keyword, KEYWORDS),
                    (Keyword.Constant, CONSTANTS),
                    (Keyword.Reserved, RESERVED),
                    default=Name,
                ),
            ),
            (r"~\w+", Name.Variable.Global),
            (r"[\{\}()\[\];,\.]", Punctuation),
            (r"[\+\-\*/&\|%<>=]+", Operator),
            (r"[\^:#]", Operator),
            (r"_\b", Name.Builtin),
        ],
    }
