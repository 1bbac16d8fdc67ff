"""Scala (Rouge's lexers/scala.rb)."""

from onemg_render.markdown.lexers.characters import UPPER
from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, quoted, words
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Operator, String, Text

KEYWORDS = """
    abstract case catch def do else extends final finally for forSome if implicit lazy match new
    override private protected requires return sealed super this throw try val var while with yield
"""
OP_CHARACTER = (
    r"(?!\s|(?u:[^\W\d]|\$)|[0-9]|[(){}\[\]]|[‘’\".;,])"
    r"[\u0020-\u007F\u00ac\u00b1\u00d7\u00f7\u03f6\u2044\u2052\u2190-\u2307\u230c-\u23ff\u2500-\u27e5\u2900-\u2b59]"
)
OP = rf"(?:{OP_CHARACTER})+"
ID = rf"(?u:(?:[^\W\d]|\$)(?:[^\W\d]|[$0-9])*)(?:(?<=_){OP})?"


class Scala(StateLexer):
    """Scala."""

    tokens = {
        "root": [
            (r"(class|trait|object)(\s+)", groups(Keyword, Text), "class"),
            (
                rf"'{ID}(?!')",
                String.Symbol,
            ),
            (r"[^\S\n]+", Text),
            (r"//.*", Comment.Single),
            (r"/\*", Comment.Multiline, "comment"),
            (
                rf"@{ID}",
                Name.Decorator,
            ),
            (
                rf"(def)(\s+)({ID}|{OP}|`[^`]+`)(\s*)",
                groups(Keyword, Text, Name.Function, Text),
            ),
            (
                rf"(val)(\s+)({ID}|{OP}|`[^`]+`)(\s*)",
                groups(Keyword, Text, Name.Variable, Text),
            ),
            (
                rf"(this)(\n*)(\.)({ID})",
                groups(Keyword, Text, Operator, Name.Property),
            ),
            (
                rf"({ID}|_)(\n*)(\.)({ID})",
                groups(Name.Variable, Text, Operator, Name.Property),
            ),
            (
                rf"[{UPPER}$_]{ID}\b",
                Name.Class,
            ),
            (
                rf"({ID})(\s*)(\()",
                groups(Name.Function, Text, Operator),
            ),
            (
                rf"(\.)({ID})",
                groups(Operator, Name.Property),
            ),
            (rf"{words(KEYWORDS)}\b|(?:<[%:-]|=>|>:|[#=@_\u21D2\u2190])(?:\b|(?=\s)|$)", Keyword),
            (rf":(?!{OP_CHARACTER})", Keyword, "type"),
            (r"(?:true|false|null)\b", Keyword.Constant),
            (r"(import|package)(\s+)", groups(Keyword, Text), "import"),
            (r"(type)(\s+)", groups(Keyword, Text), "type"),
            (r'(?s:""".*?"""(?!"))', String),
            (quoted('"'), String),
            (r"'\\.'|'[^\\]'|'\\u[0-9a-fA-F]{4}'", String.Char),
            (
                ID,
                Name,
            ),
            (r"`[^`]+`", Name),
            (r"\[", Operator, "typeparam"),
            (r"[\(\)\{\};,.#]", Operator),
            (OP, Operator),
            (r"(?:[0-9][0-9]*\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?", Number.Float),
            (r"[0-9][0-9]*[fFdD]", Number.Float),
            (r"0x[0-9a-fA-F]+", Number.Hex),
            (r"[0-9]+L?", Number.Integer),
            (r"\n", Text),
        ],
        "class": [
            (
                rf"({ID}|{OP}|`[^`]+`)(\s*)(\[)",
                groups(Name.Class, Text, Operator),
                "typeparam",
            ),
            (r"\s+", Text),
            (r"{", Operator, "#pop"),
            (r"\(", Operator, "#pop"),
            (r"//.*", Comment.Single, "#pop"),
            (
                rf"{ID}|{OP}|`[^`]+`",
                Name.Class,
                "#pop",
            ),
        ],
        "type": [
            (r"\s+", Text),
            (r"<[%:]|>:|[#_\u21D2]|forSome|type", Keyword),
            (r"([,\);}]|=>|=)(\s*)", groups(Operator, Text), "#pop"),
            (r"[\(\{]", Operator, "type"),
            (
                rf"((?:{ID}|{OP}`[^`]+`)(?:\.(?:{ID}|{OP}`[^`]+`))*)(\s*)(\[)",
                groups(Keyword.Type, Text, Operator),
                ("#pop", "typeparam"),
            ),
            (
                rf"((?:{ID}|{OP}`[^`]+`)(?:\.(?:{ID}|{OP}`[^`]+`))*)(\s*)$",
                groups(Keyword.Type, Text),
                "#pop",
            ),
            (r"//.*", Comment.Single, "#pop"),
            (
                rf"\.|{ID}|{OP}|`[^`]+`",
                Keyword.Type,
            ),
        ],
        "typeparam": [
            (r"[\s,]+", Text),
            (r"<[%:]|=>|>:|[#_\u21D2]|forSome|type", Keyword),
            (r"[\]\)\}]", Operator, "#pop"),
            (r"[\(\[\{]", Operator, "typeparam"),
            (
                rf"\.|{ID}|{OP}|`[^`]+`",
                Keyword.Type,
            ),
        ],
        "comment": [
            (r"[^/\*]+", Comment.Multiline),
            (r"/\*", Comment.Multiline, "comment"),
            (r"\*/", Comment.Multiline, "#pop"),
            (r"[*/]", Comment.Multiline),
        ],
        "import": [
            (
                rf"(?:{ID}|\.)+",
                Name.Namespace,
                "#pop",
            ),
        ],
    }
