"""Smalltalk (Rouge's lexers/smalltalk.rb)."""

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


class Smalltalk(StateLexer):
    """Smalltalk."""

    tokens = {
        "root": [
            (r"(<)(\w+:)(.*?)(>)", groups(Punctuation, Keyword, Text, Punctuation)),
            include("whitespaces"),
            include("method_definition"),
            (r"([|])([\w\s]*)([|])", groups(Punctuation, Name.Variable, Punctuation)),
            include("objects"),
            (r"\^|:=|_", Operator),
            (r"[)}\]]", Punctuation, "after_object"),
            (r"[({\[!]", Punctuation),
        ],
        "method_definition": [
            (r"(?i:([a-z]\w*:)(\s*)(\w+))", groups(Name.Function, Text, Name.Variable)),
            (r"(?i:^(\s*)(\b[a-z]\w*\b)(\s*)$)", groups(Text, Name.Function, Text)),
            (
                r"^(\s*)([-+*/\\~<>=|&!?,@%]+)(\s*)(\w+)(\s*)$",
                groups(Text, Name.Function, Text, Name.Variable, Text),
            ),
        ],
        "block_variables": [
            include("whitespaces"),
            (r"(:)(\s*)(\w+)", groups(Operator, Text, Name.Variable)),
            (r"[|]", Punctuation, "#pop"),
            (r"", Text, "#pop"),
        ],
        "literals": [
            (r"(?s:'(?:''|.)*?')", String, "after_object"),
            (r"\$.", String.Char, "after_object"),
            (r"#[(]", String.Symbol, "parenth"),
            (r"(?:\d+r)?-?\d+(?:\.\d+)?(?:e-?\d+)?", Number, "after_object"),
            (r'#(?:"[^"]*"|[-+*/\\~<>=|&!?,@%]+|[\w:]+)', String.Symbol, "after_object"),
        ],
        "parenth": [
            (r"[)]", String.Symbol, ("#pop", "after_object")),
            include("inner_parenth"),
        ],
        "inner_parenth": [
            (r"#[(]", String.Symbol, "inner_parenth"),
            (r"[)]", String.Symbol, "#pop"),
            include("whitespaces"),
            include("literals"),
            (r"(?:[-+*/\\~<>=|&!?,@%]|[\w:])+", String.Symbol),
        ],
        "whitespaces": [
            (r"! !$", Keyword),
            (r"\s+", Text),
            (r'(?s:".*?")', Comment),
        ],
        "objects": [
            (r"\[", Punctuation, "block_variables"),
            (r"(?:self|super|true|false|nil|thisContext)\b", Name.Builtin.Pseudo, "after_object"),
            (r"[A-Z]\w*(?!:)\b", Name.Class, "after_object"),
            (r"[a-z]\w*(?!:)\b", Name.Variable, "after_object"),
            include("literals"),
        ],
        "after_object": [
            include("whitespaces"),
            (r"(?:ifTrue|ifFalse|whileTrue|whileFalse|timesRepeat):", Name.Builtin, "#pop"),
            (r"new(?!:)\b", Name.Builtin),
            (r":=|_", Operator, "#pop"),
            (r"(?i:[a-z]+\w*:)", Name.Function, "#pop"),
            (r"(?i:[a-z]+\w*)", Name.Function),
            (r"[-+*/\\~<>=|&!?,@%]+", Name.Function, "#pop"),
            (r"[.]", Punctuation, "#pop"),
            (r";", Punctuation),
            (r"", Text, "#pop"),
        ],
    }
