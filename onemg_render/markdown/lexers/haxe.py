"""Haxe (Rouge's lexers/haxe.rb)."""

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
    break case cast catch class continue default do else enum false for function if import interface
    macro new null override package private public return switch this throw true try untyped while
""")

IMPORTS = word_set("import using")

DECLARATIONS = word_set("abstract dynamic extends extern from implements inline static to typedef var")

RESERVED = word_set("autoBuild build enum inline super trace")

CONSTANTS = word_set("false null true")

BUILTINS = word_set("""
    Any Array Bool Class Date DateTools Dynamic EReg File FileSystem Float Int Lambda Map Math Reflect
    Std String StringTools Sys UInt Void isNaN parseFloat parseInt this
""")


class Haxe(StateLexer):
    """Haxe."""

    def name(self) -> None:
        if self[0] in KEYWORDS:
            self.emit(Keyword)
            self.push("expr_start")
        elif self[0] in IMPORTS:
            self.emit(Keyword)
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

    def leave_metadata(self) -> None:
        self.groups(Name.Decorator, Punctuation)
        if not self[2]:
            self.pop()

    tokens = {
        "comments_and_whitespace": [
            (r"\s+", Text),
            (r"//.*?$", Comment.Single),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
        ],
        "expr_start": [
            include("comments_and_whitespace"),
            (r"#(?:if|elseif|else|end).*", Comment.Preproc),
            (r"~", String.Regex, ("#pop", "regex")),
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
            (r"\n", Text, "statement"),
            (r"\{", Punctuation, "expr_start"),
            include("comments_and_whitespace"),
            (r"@", Name.Decorator, "metadata"),
            (r"\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>|==|!=", Operator, "expr_start"),
            (r"[-:<>+*%&|\^/!=]=?", Operator, "expr_start"),
            (r"[(\[,]", Punctuation, "expr_start"),
            (r";", Punctuation, "statement"),
            (r"[)\]}.]", Punctuation),
            (r"[?]", Punctuation, ("ternary", "expr_start")),
            (r"[$a-zA-Z_][a-zA-Z0-9_]*", name),
            (r"\-?\d+\.\d+(?:[eE]\d+)?[fd]?", Number.Float),
            (r"0x[0-9a-fA-F]+", Number.Hex),
            (r"\-?[0-9]+", Number.Integer),
            (r'"', String.Double, "str_double"),
            (r"'", String.Single, "str_single"),
        ],
        "statement": [
            (r"([$a-zA-Z_][a-zA-Z0-9_]*)(\s*)(:)", groups(Name.Label, Text, Punctuation)),
            include("expr_start"),
        ],
        "object": [
            include("comments_and_whitespace"),
            (r"[}]", Punctuation, ("#pop", "statement")),
            (r"([$a-zA-Z_][a-zA-Z0-9_]*)(\s*)(:)", groups(Name.Attribute, Text, Punctuation), "expr_start"),
            (r":", Punctuation),
            include("root"),
        ],
        "metadata": [
            (r"([$a-zA-Z_][a-zA-Z0-9_]*)(\()?", leave_metadata),
            (r":[$a-zA-Z_][a-zA-Z0-9_]*(?:\.[$a-zA-Z_][a-zA-Z0-9_]*)*", Name.Decorator, "#pop"),
            (r"\)", Name.Decorator, "#pop"),
            include("root"),
        ],
        "ternary": [
            (r":", Punctuation, ("#pop", "expr_start")),
            include("root"),
        ],
        "str_double": [
            include("str_escape"),
            (r'"', String.Double, "#pop"),
            (r'[^\\"]+', String.Double),
        ],
        "str_single": [
            include("str_escape"),
            (r"'", String.Single, "#pop"),
            (r"\$\$", String.Single),
            (r"\$[$a-zA-Z_][a-zA-Z0-9_]*", String.Interpol),
            (r"\$\{", String.Interpol, "str_interpol"),
            (r"[^\\$']+", String.Single),
        ],
        "str_escape": [
            (r"\\[\\tnr'\"]", String.Escape),
            (r"\\[0-7]{3}", String.Escape),
            (r"\\x[0-9a-fA-F]{2}", String.Escape),
            (r"\\u[0-9a-fA-F]{4}", String.Escape),
            (r"\\u\{[0-9a-fA-F]{1,6}\}", String.Escape),
        ],
        "str_interpol": [
            (r"\}", String.Interpol, "#pop"),
            include("root"),
        ],
    }
