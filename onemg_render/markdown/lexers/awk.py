"""Awk (Rouge's lexers/awk.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_set
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
    break continue delete do else exit for getline if next nextfile print printf return while
""")

DECLARATIONS = word_set("function")

RESERVED = word_set("BEGIN END")

CONSTANTS = word_set("ARGC ARGV CONVFMT ENVIRON FILENAME FNR FS NF NR OFMT OFS ORS RS SUBSEP")

BUILTINS = word_set("""
    atan2 cos exp gsub index int length log match rand sin split sprintf sqrt srand sub substr system
    tolower toupper
""")


class Awk(StateLexer):
    """Awk."""

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
        elif re.search(r"^\$", self[0]):
            self.emit(Name.Variable)
        else:
            self.emit(Name.Other)

    tokens = {
        "comments_and_whitespace": [
            (r"\s+", Text),
            (r"#.*?$", Comment.Single),
        ],
        "expr_start": [
            include("comments_and_whitespace"),
            (r"/", String.Regex, ("#pop", "regex")),
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
            include("comments_and_whitespace"),
            (r"(?!)", Text, "expr_start"),
            (r"[-<>+*/%\^!=]=?|in\b|\+\+|--|\|", Operator, "expr_start"),
            (r"&&|\|\||~!?", Operator, "expr_start"),
            (r"[(\[,]", Punctuation, "expr_start"),
            (r";", Punctuation, "statement"),
            (r"[)\].]", Punctuation),
            (r"[?]", Punctuation, ("ternary", "expr_start")),
            (r"[{}]", Punctuation, "statement"),
            (r"[$a-zA-Z_][a-zA-Z0-9_]*", name),
            (r"[0-9]+\.[0-9]+", Number.Float),
            (r"[0-9]+", Number.Integer),
            (r'"(?:(?:\\[\\"]|[^"])*+"|(?:[^"]|(?<=\\)")*")', String.Double),
            (r":", Punctuation),
        ],
        "statement": [
            (r"[{}]", Punctuation),
            include("expr_start"),
        ],
        "ternary": [
            (r":", Punctuation, ("#pop", "expr_start")),
            include("root"),
        ],
    }
