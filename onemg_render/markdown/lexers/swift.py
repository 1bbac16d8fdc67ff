"""Swift (Rouge's lexers/swift.rb)."""

from onemg_render.markdown.lexers.characters import UPPER
from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_table
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

ID = r"(?u:(?:[^\W\d]|[^\u0000-\uffff])(?:\w|[^\u0000-\uffff])*)"

KEYWORDS = """
    Self Type __COLUMN__ __FILE__ __FUNCTION__ __LINE__ as associativity async await break case catch
    continue default defer didSet do dynamicType else fallthrough for get guard if in infix inout is
    isolated mutating new none nonmutating operator override postfix precedence precedencegroup prefix
    repeat rethrows return self set super switch throw throws try unowned weak where while willSet
"""

DECLARATIONS = """
    actor associatedtype class convenience deinit dynamic enum extension fileprivate final func import
    indirect init internal lazy let nonisolated open optional private protocol public required some
    static struct subscript typealias var
"""

WORDS = word_table(
    (Keyword, KEYWORDS), (Keyword.Declaration, DECLARATIONS), (Keyword.Constant, "true false nil")
)


class Swift(StateLexer):
    """Swift."""

    def start(self) -> None:
        self.push("bol")

    def access(self) -> None:
        if self[3] == "set":
            self.emit(Keyword.Declaration)
        else:
            self.groups(Keyword.Declaration, Keyword.Declaration, Error, Keyword.Declaration)

    def unowned(self) -> None:
        if self[2] in ("safe", "unsafe"):
            self.emit(Keyword.Declaration)
        else:
            self.groups(Keyword.Declaration, Error, Keyword.Declaration)

    def call(self) -> None:
        self.emit(Keyword.Type if self[0][0].isupper() else Name.Function)

    def name(self) -> None:
        token = WORDS.get(self[0])
        self.emit(token or (Keyword.Type if self[0][0].isupper() else Name))

    tokens = {
        "bol": [
            (r"#.*", Comment.Preproc),
            include("inline_whitespace"),
            (r"", Text, "#pop"),
        ],
        "inline_whitespace": [
            (r"\s+", Text),
            include("has_comments"),
        ],
        "whitespace": [
            (r"\n+", Text, "bol"),
            (r"//.*?$", Comment.Single, "bol"),
            include("inline_whitespace"),
        ],
        "has_comments": [
            (r"/[*]", Comment.Multiline, "nested_comment"),
        ],
        "nested_comment": [
            include("has_comments"),
            (r"[*]/", Comment.Multiline, "#pop"),
            (r"[^*/]+", Comment.Multiline),
            (r".", Comment.Multiline),
        ],
        "root": [
            include("whitespace"),
            (r"\$(?:[1-9]\d*)?\d", Name.Variable),
            (r"[()\[\]{}:;,?\\]", Punctuation),
            (r"[-/=+*%<>!&|^.~]+", Operator),
            (r'@?"', String, "dq"),
            (r"'(?:\\.|.)'", String.Char),
            (r"(?i:(?:\d+(?:_\d+)*\*|(?:\d+(?:_\d+)*)?\.\d+(?:_\d)*)(?:e[+-]?\d+(?:_\d)*)?)", Number.Float),
            (r"(?i:\d+e[+-]?[0-9]+)", Number.Float),
            (r"0o?[0-7]+(?:_[0-7]+)*", Number.Oct),
            (r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*(?:(?:\.[0-9A-F]+(?:_[0-9A-F]+)*)?p[+-]?\d+)?", Number.Hex),
            (r"0b[01]+(?:_[01]+)*", Number.Bin),
            (r"[\d]+(?:_\d+)*", Number.Integer),
            (rf"@{ID}", Keyword.Declaration),
            (r"(private|internal)(\([ ]*)(\w+)([ ]*\))", access),
            (r"(unowned\([ ]*)(\w+)([ ]*\))", unowned),
            (r"#available\([^)]+\)", Keyword.Declaration),
            (
                r"(#(?:selector|keyPath)\()([^)]+?(?:[(].*?[)])?)(\))",
                groups(Keyword.Declaration, Name.Function, Keyword.Declaration),
            ),
            (r"#(?:line|file|column|function|dsohandle)", Keyword.Declaration),
            (rf"(let|var)\b(\s*)({ID})", groups(Keyword, Text, Name.Variable)),
            (r"(let|var)\b(\s*)([(])", groups(Keyword, Text, Punctuation), "tuple"),
            (rf"(?!(?:if|while|for|private|internal|unowned|switch|case)\b){ID}(?=[?!]?\s*[(])", call),
            (r"as[?!]?(?=\s)", Keyword),
            (r"try[!]?(?=\s)", Keyword),
            (rf"(#?(?!default)(?![{UPPER}]){ID})(\s*)(:)", groups(Name.Variable, Text, Punctuation)),
            (rf"{ID}", name),
            (rf"(`)({ID})(`)", groups(Punctuation, Name.Variable, Punctuation)),
        ],
        "tuple": [
            (rf"{ID}", Name.Variable),
            (rf"(`)({ID})(`)", groups(Punctuation, Name.Variable, Punctuation)),
            (r",", Punctuation),
            (r"[(]", Punctuation, "#push"),
            (r"[)]", Punctuation, "#pop"),
            include("inline_whitespace"),
        ],
        "dq": [
            (r"\\[\\0tnr'\"]", String.Escape),
            (r"\\[(]", String.Escape, "interp"),
            (r"\\u\{[0-9a-fA-F]{1,8}\}", String.Escape),
            (r'[^\\"]+', String),
            (r'"""', String, "#pop"),
            (r'"', String, "#pop"),
        ],
        "interp": [
            (r"[(]", Punctuation, "interp_inner"),
            (r"[)]", String.Escape, "#pop"),
            include("root"),
        ],
        "interp_inner": [
            (r"[(]", Punctuation, "#push"),
            (r"[)]", Punctuation, "#pop"),
            include("root"),
        ],
    }
