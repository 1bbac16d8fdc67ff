"""Fluent (Rouge's lexers/fluent.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups
from onemg_render.markdown.lexers.tokens import Comment, Name, Number, Punctuation, String, Text, Whitespace


class Fluent(StateLexer):
    """Fluent."""

    tokens = {
        "root": [
            (r"( *)(=)( *)", groups(Whitespace, Punctuation, Whitespace), "template"),
            (r"(?:\s*\n)+", Whitespace),
            (r"#{1,3}(?: .*)?$", Comment.Single),
            (r"[a-zA-Z][a-zA-Z0-9_-]*", Name.Constant),
            (r"\-[a-zA-Z][a-zA-Z0-9_-]*", Name.Entity),
            (r"\s*\.[a-zA-Z][a-zA-Z0-9_-]*", Name.Attribute),
            (r"\s+(?=[^\s\.])", Whitespace, "template"),
        ],
        "template": [
            (r"\n", Whitespace, "#pop"),
            (r"[^\{\n\}\*]+", Text),
            (r"\{", Punctuation, "placeable"),
            (r"(?=\})", Punctuation, "#pop"),
        ],
        "placeable": [
            (r"\s+", Whitespace),
            (r"\{", Punctuation, "placeable"),
            (r"\}", Punctuation, "#pop"),
            (r"\$[a-zA-Z][a-zA-Z0-9_-]*", Name.Variable),
            (r"\-[a-zA-Z][a-zA-Z0-9_-]*", Name.Entity),
            (r"\.[a-zA-Z][a-zA-Z0-9_-]*", Name.Attribute),
            (r"[A-Z]+", Name.Builtin),
            (r"[a-zA-Z][a-zA-Z0-9_-]*", Name.Constant),
            (r"[\(\),:]", Punctuation),
            (r"->", Punctuation),
            (r"\*", Punctuation.Indicator),
            (r"\-?\d+\.\d+?", Number.Float),
            (r"\-?\d+", Number.Integer),
            (r'"', String.Double, "string"),
            (r"(\[)(\-?\d+\.\d+)(\])", groups(Punctuation, Number.Float, Punctuation), "template"),
            (r"(\[)(\-?\d+)(\])", groups(Punctuation, Number.Integer, Punctuation), "template"),
            (
                r"(\[)([a-zA-Z][a-zA-Z0-9_-]+)(\])",
                groups(Punctuation, String.Symbol, Punctuation),
                "template",
            ),
        ],
        "string": [
            (r"\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{6}", String.Escape),
            (r"\\.", String.Escape),
            (r'[^"\\]', String.Double),
            (r'"', String.Double, "#pop"),
        ],
    }
