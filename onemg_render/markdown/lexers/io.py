"""Io (Rouge's lexers/io.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word
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

CONSTANTS = "false nil true"

BUILTINS = "args call clone do doFile doString else elseif for if list method return super then"


class IO(StateLexer):
    """Io."""

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"//.*", Comment.Single),
            (r"#.*", Comment.Single),
            (r"(?s:/(?:\\\n)?[*].*?[*](?:\\\n)?/)", Comment.Multiline),
            (r"/[+]", Comment.Multiline, "nested_comment"),
            (r'"(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String),
            (r":?:=", Keyword),
            (r"[()]", Punctuation),
            (r"[-=;,*+><!/|^.%&\[\]{}]", Operator),
            (r"[A-Z]\w*", Name.Class),
            (r"[a-z_]\w*", by_word((Keyword.Constant, CONSTANTS), (Name.Builtin, BUILTINS), default=Name)),
            (r"(?i:(?:\d+[.]?\d*|\d*[.]\d+)(?:e[+-]?[0-9]+)?)", Number.Float),
            (r"\d+", Number.Integer),
            (r"@@?", Keyword),
        ],
        "nested_comment": [
            (r"[^/+]+", Comment.Multiline),
            (r"/[+]", Comment.Multiline, "nested_comment"),
            (r"[+]/", Comment.Multiline, "#pop"),
        ],
    }
