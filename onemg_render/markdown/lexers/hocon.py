"""HOCON (Rouge's lexers/hocon.rb)."""

from onemg_render.markdown.lexers.json import Json
from onemg_render.markdown.lexers.state_lexer import groups, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Literal,
    Name,
    Punctuation,
    String,
    Whitespace,
)


class HOCON(Json):
    """HOCON."""

    tokens = {
        **Json.tokens,
        "root": [
            include("comments"),
            *Json.tokens["root"],
        ],
        "object": [
            (r"(?:include|url|file|classpath)\b", Keyword),
            *Json.tokens["object"],
        ],
        "name": [
            (r'("(?:"|[^"\n])*?")(\s*)([:=]|(?={))', groups(Name.Label, Whitespace, Punctuation)),
            (r"([-\w.]+)(\s*)([:=]|(?={))", groups(Name.Label, Whitespace, Punctuation)),
        ],
        "value": [
            include("comments"),
            (r"\n", Whitespace),
            (r"\s+", Whitespace),
            include("constants"),
            (r"\$[{][?]?", String.Interpol, "interpolation"),
            (r'"""', String.Double, "multiline_string"),
            (r'"', String.Double, "string"),
            (r"\[", Punctuation, "array"),
            (r"{", Punctuation, "object"),
            (r"[()=]", Punctuation),
            (r'[^$"{}\[\]:=,\+#`^?!@*&]+?', Literal),
        ],
        "string": [
            (r"\$[{][?]?", String.Interpol, "interpolation"),
            (r'[^\\"\${]+', String.Double),
            *Json.tokens["string"],
        ],
        "constants": [
            (r"\d+\.(?:\d+\.?){3,}", Literal),
            *Json.tokens["constants"],
        ],
        "comments": [
            (r"//.*?$", Comment.Single),
            (r"#.*?$", Comment.Single),
        ],
        "interpolation": [
            (r"[\w\-\.]+?", Name.Variable),
            (r"}", String.Interpol, "#pop"),
        ],
        "multiline_string": [
            (r'"[^"]{1,2}', String.Double),
            include("string"),
            (r'"""', String.Double, "#pop"),
        ],
    }
