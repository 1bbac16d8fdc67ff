"""JSON, and JSON with comments (Rouge's lexers/json.rb and json_doc.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Punctuation,
    String,
    Text,
    Whitespace,
)


class Json(StateLexer):
    """JSON (json.org)."""

    tokens = {
        "whitespace": [(r"\s+", Whitespace)],
        "root": [
            include("whitespace"),
            (r"\{", Punctuation, "object"),
            (r"\[", Punctuation, "array"),
            include("name"),
            include("value"),
            (r"[\]}]", Punctuation),
        ],
        "object": [
            include("whitespace"),
            include("name"),
            include("value"),
            (r"\}", Punctuation, "#pop"),
            (r",", Punctuation),
        ],
        "name": [
            (r'("(?:\\.|[^"\\\n])*?")(\s*)(:)', groups(Name.Label, Whitespace, Punctuation)),
        ],
        "value": [
            include("whitespace"),
            include("constants"),
            (r'"', String.Double, "string"),
            (r"\[", Punctuation, "array"),
            (r"\{", Punctuation, "object"),
        ],
        "string": [
            (r"[^\\\"]+", String.Double),
            (r"\\.", String.Escape),
            (r'"', String.Double, "#pop"),
        ],
        "array": [include("value"), (r"\]", Punctuation, "#pop"), (r",", Punctuation)],
        "constants": [
            (r"true|false|null", Keyword.Constant),
            (r"-?(?:0|[1-9]\d*)\.\d+(?:[eE][+-]?\d+)?", Number.Float),
            (r"-?(?:0|[1-9]\d*)(?:[eE][+-]?\d+)?", Number.Integer),
        ],
    }


class JsonDoc(Json):
    """JSON with comments, bare keys and elisions."""

    tokens = {
        **Json.tokens,
        "name": [
            (r"([$\w]+)(\s*)(:)", groups(Name.Attribute, Text, Punctuation)),
            *Json.tokens["name"],
        ],
        "value": [
            (r"/[*].*?[*]/", Comment),
            (r"//.*?$", Comment.Single),
            (r"\.\.\.", Comment.Single),
            *Json.tokens["value"],
        ],
    }
