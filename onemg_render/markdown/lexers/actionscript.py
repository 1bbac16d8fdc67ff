"""ActionScript (Rouge's lexers/actionscript.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_set
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

KEYWORDS = word_set("""
    break case catch continue default delete do else finally for if in is new return switch this throw
    try typeof while with
""")

DECLARATIONS = word_set("function var with")

RESERVED = word_set("""
    class const dynamic extends final flash_proxy get implements import include interface internal
    namespace native object_proxy override package private protected public set static super trace
""")

CONSTANTS = word_set("Infinity NaN false null true undefined")

BUILTINS = word_set("""
    Class Function Math Object RegExp decodeURI decodeURIComponent encodeURI encodeURIComponent eval
    isFinite isNaN parseFloat parseInt this void
""")


class Actionscript(StateLexer):
    """ActionScript."""

    def name(self) -> None:
        if self[0] in KEYWORDS:
            self.emit(Keyword)
            self.push("expr_start")
        elif self[0] in DECLARATIONS:
            self.emit(Keyword.Declaration)
            self.push("expr_start")
        elif self[0] in RESERVED:
            self.emit(Keyword.Reserved)
        elif self[0] in CONSTANTS:
            self.emit(Keyword.Constant)
        elif self[0] in BUILTINS:
            self.emit(Name.Builtin)
        else:
            self.emit(Name.Other)

    tokens = {
        "comments_and_whitespace": [
            (r"\s+", Text),
            (r"//.*?$", Comment.Single),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
        ],
        "expr_start": [
            include("comments_and_whitespace"),
            (r"/", String.Regex, ("#pop", "regex")),
            (r"[{]", Punctuation, "object"),
            (r"", Text, "#pop"),
        ],
        "regex": [
            (r"/", String.Regex, ("#pop", "regex_end")),
            (r"[^/]\n", Error, "#pop"),
            (r"\n", Error, "#pop"),
            (r"\[\^", String.Escape, "regex_group"),
            (r"\[", String.Escape, "regex_group"),
            (r"\\.", String.Escape),
            (r"[(][?][:=<!]", String.Escape),
            (r"[{][\d,]+[}]", String.Escape),
            (r"[()?]", String.Escape),
            (r".", String.Regex),
        ],
        "regex_end": [
            (r"[gim]+", String.Regex, "#pop"),
            (r"", Text, "#pop"),
        ],
        "regex_group": [
            (r"/", String.Escape),
            (r"[^/]\n", Error, ("#pop", "#pop")),
            (r"\]", String.Escape, "#pop"),
            (r"\\.", String.Escape),
            (r".", String.Regex),
        ],
        "bad_regex": [
            (r"[^\n]+", Error, "#pop"),
        ],
        "root": [
            (r"(?s:\s*#!.*?\n)", Comment.Preproc, "statement"),
            (r"\n", Text, "statement"),
            (r"(?!)", Text, "expr_start"),
            include("comments_and_whitespace"),
            (r"\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|===|!==", Operator, "expr_start"),
            (r"[:-<>+*%&|\^/!=]=?", Operator, "expr_start"),
            (r"[(\[,]", Punctuation, "expr_start"),
            (r";", Punctuation, "statement"),
            (r"[)\].]", Punctuation),
            (r"[?]", Punctuation, ("ternary", "expr_start")),
            (r"[{}]", Punctuation, "statement"),
            (r"[$a-zA-Z_][a-zA-Z0-9_]*", name),
            (r"\-?[0-9][0-9]*\.[0-9]+(?:[eE][0-9]+)?[fd]?", Number.Float),
            (r"0x[0-9a-fA-F]+", Number.Hex),
            (r"\-?[0-9]+", Number.Integer),
            (r'"(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String.Double),
            (r"'(?:(?:\\\\|\\'|[^'])*+'|(?:[^']|(?<=\\)')*')", String.Single),
        ],
        "statement": [
            (r"([$a-zA-Z_][a-zA-Z0-9_]*)(\s*)(:)", groups(Name.Label, Text, Punctuation)),
            (r"[{}]", Punctuation),
            include("expr_start"),
        ],
        "object": [
            include("comments_and_whitespace"),
            (r"[}]", Punctuation, ("#pop", "statement")),
            (r"([$a-zA-Z_][a-zA-Z0-9_]*)(\s*)(:)", groups(Name.Attribute, Text, Punctuation), "expr_start"),
            (r":", Punctuation),
            include("root"),
        ],
        "ternary": [
            (r":", Punctuation, ("#pop", "expr_start")),
            include("root"),
        ],
    }
