"""Tulip (Rouge's lexers/tulip.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
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


class Tulip(StateLexer):
    """Tulip."""

    tokens = {
        "comments_and_whitespace": [
            (r"\s+", Text),
            (r"#.*?$", Comment),
        ],
        "root": [
            include("comments_and_whitespace"),
            (r"@(?i:[a-z][\w-]*)", Keyword),
            (r"(\\(?i:[a-z][\w-]*))([{])", groups(Name.Function, String), "nested_string"),
            (r"([+](?i:[a-z][\w-]*))([{])", groups(Name.Decorator, String), "nested_string"),
            (r"\\(?i:[a-z][\w-]*)", Name.Function),
            (r"[+](?i:[a-z][\w-]*)", Name.Decorator),
            (r'"[{]', String, "dqi"),
            (r'"', String, "dq"),
            (r"'{", String, "nested_string"),
            (r"'(?i:[a-z][\w-]*)", String),
            (r"[.](?i:[a-z][\w-]*)", Name.Tag),
            (r"\$(?i:[a-z][\w-]*)?", Name.Variable),
            (r"-(?i:[a-z][\w-]*):?", Name.Label),
            (r"%(?i:[a-z][\w-]*)", Name.Function),
            (r"`(?i:[a-z][\w-]*)", Operator.Word),
            (r"[?~%._>,!\[\]:{}()=;/-]", Punctuation),
            (r"[0-9]+(?:[.][0-9]+)?", Number),
            (r"(?i:[a-z][\w-]*)", Name),
            (r"<", Comment.Preproc, "angle_brackets"),
        ],
        "dq": [
            (r'[^\\"]+', String),
            (r'"', String, "#pop"),
            (r"\\.", String.Escape),
        ],
        "dqi": [
            (r"\$[(]", String.Interpol, "interp_root"),
            (r"[{]", String, "dqi"),
            (r"[}]", String, "#pop"),
            (r"[^{}$]+", String),
            (r".", String),
        ],
        "interp_root": [
            (r"[)]", String.Interpol, "#pop"),
            include("interp"),
        ],
        "interp": [
            (r"[(]", Punctuation, "interp"),
            (r"[)]", Punctuation, "#pop"),
            include("root"),
        ],
        "nested_string": [
            (r"\\.", String.Escape),
            (r"{", String, "nested_string"),
            (r"}", String, "#pop"),
            (r"[^{}\\]+", String),
        ],
        "angle_brackets": [
            include("comments_and_whitespace"),
            (r">", Comment.Preproc, "#pop"),
            (r"[*:]", Punctuation),
            (r"[A-Z][\w-]*", Keyword.Type),
            (r"(?i:[a-z][\w-]*)", Name.Variable),
        ],
    }
