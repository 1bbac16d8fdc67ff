"""Protobuf (Rouge's lexers/protobuf.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, words
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
    ctype default extensions import max oneof option optional packed repeated required returns rpc to
"""

TYPES = """
    bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32
    uint64
"""


class Protobuf(StateLexer):
    """Protobuf."""

    tokens = {
        "root": [
            (r"[\s]+", Text),
            (r"[,;{}\[\]()]", Punctuation),
            (r"/(?:\\\n)?/(?:$|(?:.|\n)*?[^\\]$)", Comment.Single),
            (r"/(?:\\\n)?\*(?:.|\n)*?\*(?:\\\n)?/", Comment.Multiline),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (rf"{words(TYPES)}\b", Keyword.Type),
            (r"true|false", Keyword.Constant),
            (r"(package)(\s+)", groups(Keyword.Namespace, Text), "package"),
            (r"(message|extend)(\s+)", groups(Keyword.Declaration, Text), "message"),
            (r"(enum|group|service)(\s+)", groups(Keyword.Declaration, Text), "type"),
            (r'".*?"', String),
            (r"'.*?'", String),
            (r"(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*", Number.Float),
            (r"(?:\d+\.\d*|\.\d+|\d+[fF])[fF]?", Number.Float),
            (r"\-?(?:inf|nan)\b", Number.Float),
            (r"0x[0-9a-fA-F]+[LlUu]*", Number.Hex),
            (r"0[0-7]+[LlUu]*", Number.Oct),
            (r"\d+[LlUu]*", Number.Integer),
            (r"[+-=]", Operator),
            (r"([a-zA-Z_][\w.]*)([ \t]*)(=)", groups(Name.Attribute, Text, Operator)),
            (r"[a-zA-Z_][\w.]*", Name),
        ],
        "package": [
            (r"[a-zA-Z_]\w*", Name.Namespace, "#pop"),
            (r"", Text, "#pop"),
        ],
        "message": [
            (r"[a-zA-Z_]\w*", Name.Class, "#pop"),
            (r"", Text, "#pop"),
        ],
        "type": [
            (r"[a-zA-Z_]\w*", Name, "#pop"),
            (r"", Text, "#pop"),
        ],
    }
