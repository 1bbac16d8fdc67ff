"""Turtle/TriG (Rouge's lexers/turtle.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Punctuation,
    String,
    Whitespace,
)


class Turtle(StateLexer):
    """Turtle/TriG."""

    tokens = {
        "root": [
            (r"@base\b", Keyword.Declaration),
            (r"@prefix\b", Keyword.Declaration),
            (r"true\b", Keyword.Constant),
            (r"false\b", Keyword.Constant),
            (r'(?s:""".*?""")', String),
            (r'"(?:[^"\\]|\\.)*"', String),
            (r"(?s:'''.*?''')", String),
            (r"'(?:[^'\\]|\\.)*'", String),
            (r"#.*$", Comment.Single),
            (r"@[^\s,.;]+", Name.Attribute),
            (r"[+-]?[0-9]+\.[0-9]*E[+-]?[0-9]+", Number.Float),
            (r"[+-]?\.[0-9]+E[+-]?[0-9]+", Number.Float),
            (r"[+-]?[0-9]+E[+-]?[0-9]+", Number.Float),
            (r"[+-]?[0-9]*\.[0-9]+?", Number.Float),
            (r"[+-]?[0-9]+", Number.Integer),
            (r"\.", Punctuation),
            (r",", Punctuation),
            (r";", Punctuation),
            (r"\(", Punctuation),
            (r"\)", Punctuation),
            (r"\{", Punctuation),
            (r"\}", Punctuation),
            (r"\[", Punctuation),
            (r"\]", Punctuation),
            (r"\^\^", Punctuation),
            (r"<[^>]*>", Name.Label),
            (r"(?i:base\b)", Keyword.Declaration),
            (r"(?i:prefix\b)", Keyword.Declaration),
            (r"GRAPH\b", Keyword),
            (r"a\b", Keyword),
            (r"\s+", Whitespace),
            (r'[^:;<>#@"\(\).\[\]\{\} ]*:', Name.Namespace),
            (r'[^:;<>#@"\(\).\[\]\{\} ]+', Name),
        ],
    }
