"""Plist (Rouge's lexers/plist.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include
from onemg_render.markdown.lexers.tokens import Comment, Literal, Number, Punctuation, String, Whitespace


class Plist(StateLexer):
    """Plist."""

    tokens = {
        "whitespace": [
            (r"\s+", Whitespace),
        ],
        "root": [
            (r"//.*$", Comment),
            (r"(?s:/\*.+?\*/)", Comment),
            include("whitespace"),
            (r"{", Punctuation, "dictionary"),
            (r"\(", Punctuation, "array"),
            (r'"(?:[^"\\]|\\.)*"', String.Double),
            (r"'(?:[^'\\]|\\.)*'", String.Single),
            (r"<", Punctuation, "data"),
            (r"[\w$/:.-]+", Literal),
        ],
        "dictionary": [
            include("root"),
            (r"[=;]", Punctuation),
            (r"}", Punctuation, "#pop"),
        ],
        "array": [
            include("root"),
            (r"[,]", Punctuation),
            (r"\)", Punctuation, "#pop"),
        ],
        "data": [
            (r"[0-9a-fA-F\s]+", Number.Hex),
            (r">", Punctuation, "#pop"),
        ],
    }
