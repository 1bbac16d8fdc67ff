"""Velocity (Rouge's lexers/velocity.rb)."""

from onemg_render.markdown.lexers.state_lexer import groups, include
from onemg_render.markdown.lexers.templates import Template
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


class Velocity(Template):
    """Velocity."""

    tokens = {
        "root": [
            (r"[^{#$]+", Template.around),
            (r"(?s:#\*.*?\*#)", Comment.Multiline),
            (r"##.*?$", Comment.Single),
            (
                r"(#\{?)((?i-s:[a-z_]\w*))(\}?)(\s?\()",
                groups(Punctuation, Name.Function, Punctuation, Punctuation),
                "directive_params",
            ),
            (r"(#\{?)((?i-s:[a-z_]\w*))(\}|\b)", groups(Punctuation, Name.Function, Punctuation)),
            (r"\$\{?", Punctuation, "variable"),
        ],
        "variable": [
            (r"(?i:[a-z_]\w*)", Name.Variable),
            (r"\(", Punctuation, "func_params"),
            (r"(\.)((?i:[a-z_]\w*))", groups(Punctuation, Name.Variable)),
            (r"\}", Punctuation, "#pop"),
            (r"", Text, "#pop"),
        ],
        "directive_params": [
            (r"(?:&&|\|\||==?|!=?|[-<>+*%&|^/])|(?:eq|ne|gt|lt|ge|le|not|in)\b", Operator),
            (r"\[", Operator, "range_operator"),
            (r"(?i:[a-z_]\w*)\b", Name.Function),
            include("func_params"),
        ],
        "range_operator": [
            (r"[.]{2}", Operator),
            include("func_params"),
            (r"\]", Operator, "#pop"),
        ],
        "func_params": [
            (r"\$\{?", Punctuation, "variable"),
            (r"\s+", Text),
            (r",", Punctuation),
            (r'"(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String.Double),
            (r"'(?:(?:\\\\|\\'|[^'])*+'|(?:[^']|(?<=\\)')*')", String.Single),
            (r"0[xX][0-9a-fA-F]+[Ll]?", Number.Hex),
            (r"[0-9]+\b", Number.Integer),
            (r"(?:true|false|null)\b", Keyword.Constant),
            (r"[(\[]", Punctuation, "#push"),
            (r"[)\]}]", Punctuation, "#pop"),
        ],
    }
