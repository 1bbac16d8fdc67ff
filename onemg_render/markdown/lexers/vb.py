"""Visual Basic (Rouge's lexers/vb.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, include, words
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

KEYWORDS = """
    AddHandler Alias ByRef ByVal CBool CByte CChar CDate CDbl CDec CInt CLng CObj CSByte CShort CSng
    CStr CType CUInt CULng CUShort Call Case Catch Class Const Continue Declare Default Delegate Dim
    DirectCast Do Each Else ElseIf End EndIf Enum Erase Error Event Exit False Finally For Friend
    Function Get Global GoSub GoTo Handles If Implements Imports Inherits Interface Let Lib Loop Me
    Module MustInherit MustOverride MyBase MyClass Namespace Narrowing New Next Not NotInheritable
    NotOverridable Nothing Of On Operator Option Optional Overloads Overridable Overrides ParamArray
    Partial Private Property Protected Public RaiseEvent ReDim ReadOnly RemoveHandler Resume Return
    Select Set Shadows Shared Single Static Step Stop Structure Sub SyncLock Then Throw To True Try
    TryCast Using Wend When While Widening With WithEvents WriteOnly
"""

KEYWORDS_TYPES = """
    Boolean Byte Char Date Decimal Double Integer Long Object SByte Short Single String UInteger ULong
    UShort Variant
"""

OPERATOR_WORDS = "AddressOf And AndAlso As GetType In Is IsNot Like Mod Or OrElse TypeOf Xor"

BUILTINS = "Console ConsoleColor"

BLOCKS = "Function Sub Property Class Structure Enum Module Namespace"


class VisualBasic(StateLexer):
    """Visual Basic."""

    tokens = {
        "whitespace": [
            (r"\s+", Text),
            (r"\n", Text, "bol"),
            (r"(?i:rem\b.*?$)", Comment.Single),
            (r"(?s:%\{.*?%\})", Comment.Multiline),
            (r"'.*$", Comment.Single),
        ],
        "bol": [
            (r"\s+", Text),
            (r"<.*?>", Name.Attribute),
            (r"", Text, "#pop"),
        ],
        "root": [
            include("whitespace"),
            (
                r"[#]If\b.*?\bThen|[#]ElseIf\b.*?\bThen|[#]End\s+If|[#]Const|[#]ExternalSource.*?\n|"
                r"[#]End\s+ExternalSource|[#]Region.*?\n|[#]End\s+Region|[#]ExternalChecksum",
                Comment.Preproc,
            ),
            (r"[.]", Punctuation, "dotted"),
            (r"[(){}!#,:]", Punctuation),
            (r"Option\s+(?:Strict|Explicit|Compare)\s+(?:On|Off|Binary|Text)", Keyword.Declaration),
            (r"End\b", Keyword, "end"),
            (r"(?:Dim|Const)\b", Keyword, "dim"),
            (r"(?:Function|Sub|Property)\b", Keyword, "funcname"),
            (r"(?:Class|Structure|Enum)\b", Keyword, "classname"),
            (r"(?:Module|Namespace|Imports)\b", Keyword, "namespace"),
            (
                r"[A-Z]\w*",
                by_word(
                    (Keyword, KEYWORDS),
                    (Keyword.Type, KEYWORDS_TYPES),
                    (Operator.Word, OPERATOR_WORDS),
                    (Name.Builtin, BUILTINS),
                    default=Name,
                ),
            ),
            (r"&=|[*]=|/=|\\=|\^=|\+=|-=|<<=|>>=|<<|>>|:=|<=|>=|<>|[-&*/\\^+=<>.]", Operator),
            (r'"', String, "string"),
            (r"(?i:[a-z_]\w*)[%&@!#\$]?", Name),
            (r"#.*?#", Literal.Date),
            (r"(?i:(?:\d+\.\d*|\d*\.\d+)(?:f[+-]?\d+)?)", Number.Float),
            (r"\d+(?:[SILDFR]|US|UI|UL)?", Number.Integer),
            (r"&H[0-9a-f]+(?:[SILDFR]|US|UI|UL)?", Number.Integer),
            (r"&O[0-7]+(?:[SILDFR]|US|UI|UL)?", Number.Integer),
            (r"_\n", Keyword),
        ],
        "dotted": [
            include("whitespace"),
            (r"(?i:[a-z_]\w*)", Name, "#pop"),
        ],
        "string": [
            (r'""', String.Escape),
            (r'"C?', String, "#pop"),
            (r'[^"]+', String),
        ],
        "dim": [
            include("whitespace"),
            (r"(?i:[a-z_]\w*)", Name.Variable, "#pop"),
            (r"", Text, "#pop"),
        ],
        "funcname": [
            include("whitespace"),
            (r"(?i:[a-z_]\w*)", Name.Function, "#pop"),
        ],
        "classname": [
            include("whitespace"),
            (r"(?i:[a-z_]\w*)", Name.Class, "#pop"),
        ],
        "namespace": [
            include("whitespace"),
            (r"(?i:[a-z_]\w*)(?:[.](?i:[a-z_]\w*))*", Name.Namespace, "#pop"),
        ],
        "end": [
            include("whitespace"),
            (rf"{words(BLOCKS)}\b", Keyword, "#pop"),
            (r"", Text, "#pop"),
        ],
    }
