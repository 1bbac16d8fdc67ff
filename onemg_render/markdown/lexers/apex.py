"""Apex (Rouge's lexers/apex.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_set
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

KEYWORDS = word_set("""
    assert break case catch continue default delete do else finally for goto if insert instanceof new
    return switch this throw try update while
""")

SOQLS = word_set("""
    AND ASC BY CATEGORY CUBE DATA DESC END FIRST FOR FROM GROUP HAVING LAST LIKE LIMIT NULLS OFFSET OR
    ORDER REFERENCE ROLLUP SCOPE SELECT TRACKING TYPEOF UPDATE USING VIEW VIEWSTAT WHERE WITH
""")

DECLARATIONS = word_set("""
    abstract const enum extends final global implements inherited native private protected public
    sharing static super synchronized testmethod throws transient virtual volatile with without
""")

TYPES = word_set("String boolean byte char double float int long short var void")

CONSTANTS = word_set("false null true")


class Apex(StateLexer):
    """Apex."""

    def name(self) -> None:
        if self[0].lower() in KEYWORDS or self[0].upper() in SOQLS:
            self.emit(Keyword)
        elif self[0].lower() in DECLARATIONS:
            self.emit(Keyword.Declaration)
        elif self[0].lower() in TYPES:
            self.emit(Keyword.Type)
        elif self[0].lower() in CONSTANTS:
            self.emit(Keyword.Constant)
        elif self[0].lower() == "package":
            self.emit(Keyword.Namespace)
        elif self[1] == "@":
            self.emit(Name.Decorator)
        elif self[3] == ":":
            self.groups(Operator, Name.Label, Punctuation)
        elif self[3] == "(":
            self.groups(Operator, Name.Function, Punctuation)
        elif self[1] == ".":
            self.groups(Operator, Name.Property, Punctuation)
        else:
            self.emit(Name)

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"//.*?$", Comment.Single),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
            (r"(?:class|interface)\b", Keyword.Declaration, "class"),
            (r"import\b", Keyword.Namespace, "import"),
            (r"(?i:([@$.]?)([a-z_][a-z0-9_]*)([:(]?))", name),
            (r'"', String.Double, "dq"),
            (r"'", String.Single, "sq"),
            (
                r"(?:[0-9]_+[0-9]|[0-9])+\.(?:[0-9]_+[0-9]|[0-9])+(?:[eE](?:[0-9]_+[0-9]|[0-9])+)?[fd]?",
                Number.Float,
            ),
            (r"(?i:0b(?:[01]_+[01]|[01])+)", Number.Bin),
            (r"(?i:0x(?:[0-9a-fA-F]_+[0-9a-fA-F]|[0-9a-fA-F])+)", Number.Hex),
            (r"0(?:[0-7]_+[0-7]|[0-7])+", Number.Oct),
            (r"(?:[0-9]_+[0-9]|[0-9])+L?", Number.Integer),
            (r"[-+/*~^!%&<>|=.?]", Operator),
            (r"[\[\](){},:;]", Punctuation),
        ],
        "class": [
            (r"\s+", Text),
            (r"(?i:[a-z_][a-z0-9_]*)", Name.Class, "#pop"),
        ],
        "import": [
            (r"\s+", Text),
            (r"(?i:[a-z0-9_.]+\*?)", Name.Namespace, "#pop"),
        ],
        "escape": [
            (r"\\[btnfr\\\"']", String.Escape),
        ],
        "dq": [
            include("escape"),
            (r'[^\\"]+', String.Double),
            (r'"', String.Double, "#pop"),
        ],
        "sq": [
            include("escape"),
            (r"[^\\']+", String.Double),
            (r"'", String.Double, "#pop"),
        ],
    }
