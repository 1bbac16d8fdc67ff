"""Dart (Rouge's lexers/dart.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, words
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
    as assert await break case catch continue default do else finally for if in is new rethrow return
    super switch this throw try while with yield
"""

DECLARATIONS = """
    abstract async dynamic const covariant external extends factory final get implements late native on
    operator required set static sync typedef var
"""

TYPES = """
    bool Comparable double Dynamic enum Function int List Map Never Null num Object Pattern Set String
    Symbol Type Uri void
"""


class Dart(StateLexer):
    """Dart."""

    def method(self) -> None:
        self.recurse(self[1])
        self.emit(Name.Function, self[2])
        self.emit(Text, self[3])
        self.emit(Punctuation, self[4])

    tokens = {
        "root": [
            (r"^(\s*(?:[a-zA-Z_][a-zA-Z\d_.\[\]]*\s+)+?)([a-zA-Z_]\w*)(\s*)(\()", method),
            (r"\s+", Text),
            (r"//.*?$", Comment.Single),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
            (r'"', String, "dqs"),
            (r"'", String, "sqs"),
            (r'r"[^"]*"', String.Other),
            (r"r'[^']*'", String.Other),
            (r"#(?:[a-zA-Z_]\w*)*", String.Symbol),
            (r"@[a-zA-Z_]\w*", Name.Decorator),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (rf"{words(DECLARATIONS)}\b", Keyword.Declaration),
            (rf"{words(TYPES)}\b", Keyword.Type),
            (r"(?:true|false|null)\b", Keyword.Constant),
            (r"(?:class|interface|mixin)\b", Keyword.Declaration, "class"),
            (r"(?:import|deferred|export|library|part\s*of|part|source)\b", Keyword.Namespace, "import"),
            (r"(\.)([a-zA-Z_]\w*)", groups(Operator, Name.Attribute)),
            (r"[a-zA-Z_]\w*:", Name.Label),
            (r"\$?[a-zA-Z_]\w*", Name),
            (r"[~^*!%&\|+=:/?-]", Operator),
            (r"[\[\](){}<>\.,;]", Punctuation),
            (r"\d*\.\d+(?:[eE]\-?\d+)?", Number.Float),
            (r"0x[\da-fA-F]+", Number.Hex),
            (r"\d+L?", Number.Integer),
            (r"\n", Text),
        ],
        "class": [
            (r"\s+", Text),
            (r"[a-zA-Z_]\w*", Name.Class, "#pop"),
        ],
        "dqs": [
            (r'"', String, "#pop"),
            (r'[^\\\$"]+', String),
            include("string"),
        ],
        "sqs": [
            (r"'", String, "#pop"),
            (r"[^\\\$']+", String),
            include("string"),
        ],
        "import": [
            (r";", Operator, "#pop"),
            (r"(?:show|hide)\b", Keyword.Declaration),
            include("root"),
        ],
        "string": [
            include("interpolation"),
            (r"\\[nrt\"'\\]", String.Escape),
        ],
        "interpolation": [
            (r"\$[a-zA-Z_]\w*", String.Interpol),
            (r"\$\{[^\}]+\}", String.Interpol),
        ],
    }
