"""CFScript (Rouge's lexers/cfscript.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_set, words
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

CONSTANTS = "application session client cookie super this variables arguments cgi"

KEYWORDS = word_set("""
    break catch continue default do else for if in required return switch throw try var while xml
""")

DECLARATIONS = word_set("component function package private property public remote")

TYPES = word_set("""
    any array binary boolean component date guid numeric query string struct uuid void xml
""")


class Cfscript(StateLexer):
    """CFScript."""

    def split_root(self) -> None:
        if self[1] in KEYWORDS:
            self.emit(Keyword, self[1])
            self.emit(Text, self[2])
            self.emit(Punctuation, self[3])
        else:
            self.emit(Name.Function, self[1])
            self.emit(Text, self[2])
            self.emit(Punctuation, self[3])

    def name(self) -> None:
        if self[0] in DECLARATIONS:
            self.emit(Keyword.Declaration)
            self.push("expr_start")
        elif self[0] in KEYWORDS:
            self.emit(Keyword)
            self.push("expr_start")
        elif self[0] in TYPES:
            self.emit(Keyword.Type)
            self.push("expr_start")
        else:
            self.emit(Name.Other)

    tokens = {
        "root": [
            include("comments_and_whitespace"),
            (
                r"(?i:(?:\+\+|--|&&|\|\||<=|>=|<|>|==|!=|mod|eq|lt|gt|lte|gte|not|is|and|"
                r"or|xor|eqv|imp|equal|contains|\?|does not contain|greater than(?: or equal to)"
                r"?|less than(?: or equal to)?)\b)",
                Operator,
                "expr_start",
            ),
            (r"[-<>+*%&|\^/!=]=?", Operator, "expr_start"),
            (r"[(\[,]", Punctuation, "expr_start"),
            (r";", Punctuation, "statement"),
            (r"[)\].]", Punctuation),
            (r"[?]", Punctuation, ("ternary", "expr_start")),
            (r"[{}]", Punctuation, "statement"),
            (rf"{words(CONSTANTS)}\b", Name.Constant),
            (r"(?:true|false|null)\b", Keyword.Constant),
            (r"import\b", Keyword.Namespace, "import"),
            (r"([$a-zA-Z_][a-zA-Z0-9_.]*)(\s*)(:)(\s*)", groups(Name, Text, Punctuation, Text), "expr_start"),
            (r"([A-Za-z_$][\w.]*)(\s*)(\()", split_root),
            (r"[$a-zA-Z_][a-zA-Z0-9_.]*", name),
            (r"[0-9][0-9]*\.[0-9]+(?:[eE][0-9]+)?[fd]?", Number.Float),
            (r"0x[0-9a-fA-F]+", Number.Hex),
            (r"[0-9]+", Number.Integer),
            (r'"(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String.Double),
            (r"'(?:(?:\\\\|\\'|[^'])*+'|(?:[^']|(?<=\\)')*')", String.Single),
        ],
        "comments_and_whitespace": [
            (r"\s+", Text),
            (r"//.*?$", Comment.Single),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
        ],
        "expr_start": [
            include("comments_and_whitespace"),
            (r"[{]", Punctuation, "object"),
            (r"", Text, "#pop"),
        ],
        "statement": [
            (r"[{}]", Punctuation),
            include("expr_start"),
        ],
        "object": [
            include("comments_and_whitespace"),
            (r"[}]", Punctuation, "expr_start"),
            (r"([$a-zA-Z_][a-zA-Z0-9_.]*)(\s*)(:)", groups(Name.Other, Text, Punctuation), "expr_start"),
            (r":", Punctuation),
            include("root"),
        ],
        "ternary": [
            (r":", Punctuation, ("#pop", "expr_start")),
            include("root"),
        ],
        "import": [
            (r"\s+", Text),
            (r"(?i:[a-z0-9_.]+\*?)", Name.Namespace, "#pop"),
        ],
    }
