"""QML (Rouge's lexers/qml.rb)."""

from onemg_render.markdown.lexers.javascript import JavaScript
from onemg_render.markdown.lexers.state_lexer import groups, include
from onemg_render.markdown.lexers.tokens import Keyword, Name, Punctuation, Text


class Qml(JavaScript):
    """QML."""

    tokens = {
        **JavaScript.tokens,
        "root": [
            (r"([$a-zA-Z_][a-zA-Z0-9_.]*)(\s*)({)", groups(Keyword.Type, Text, Punctuation), "type_block"),
            (
                r"([$a-zA-Z_][a-zA-Z0-9_.]*)(\s+)(on)(\s+)([$a-zA-Z_][a-zA-Z0-9_.]*)(\s*)({)",
                groups(Keyword.Type, Text, Keyword, Text, Name.Label, Text, Punctuation),
                "type_block",
            ),
            (r"[{]", Punctuation, "#push"),
            *JavaScript.tokens["root"],
        ],
        "type_block": [
            (
                r"(id)(\s*)(:)(\s*)([$a-zA-Z_][a-zA-Z0-9_.]*)",
                groups(Name.Label, Text, Punctuation, Text, Keyword.Declaration),
            ),
            (r"([$a-zA-Z_][a-zA-Z0-9_.]*)(\s*)(:)", groups(Name.Label, Text, Punctuation), "expr_start"),
            (
                r"(signal)(\s+)([$a-zA-Z_][a-zA-Z0-9_.]*)",
                groups(Keyword.Declaration, Text, Name.Label),
                "signal",
            ),
            (
                r"(property)(\s+)([$a-zA-Z_][a-zA-Z0-9_.]*)(\s+)([$a-zA-Z_][a-zA-Z0-9_.]*)(\s*)(:?)",
                groups(Keyword.Declaration, Text, Keyword.Type, Text, Name.Label, Text, Punctuation),
                "expr_start",
            ),
            (r"[}]", Punctuation, "#pop"),
            include("root"),
        ],
        "signal": [
            include("comments_and_whitespace"),
            (r"\(", Punctuation, ("#pop", "signal_args")),
            (r"", Text, "#pop"),
        ],
        "signal_args": [
            include("comments_and_whitespace"),
            (
                r"([$a-zA-Z_][a-zA-Z0-9_.]*)(\s+)([$a-zA-Z_][a-zA-Z0-9_.]*)(\s*)(,?)",
                groups(Keyword.Type, Text, Name, Text, Punctuation),
            ),
            (r"\)", Punctuation, "#pop"),
        ],
    }
