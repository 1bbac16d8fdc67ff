"""Lua (Rouge's lexers/lua.rb)."""

from functools import cache

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_file, words
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

KEYWORDS = "break do else elseif end for if in repeat return then until while"


@cache
def builtins() -> frozenset[str]:
    """Lua's functions, with those of its modules."""
    return frozenset(word_file("lua").split()) | {"gsub"}


class Lua(StateLexer):
    """Lua."""

    def name(self) -> None:
        name = self[0]
        if name in builtins():
            self.emit(Name.Builtin)
            if name == "gsub":
                self.push("gsub")
            return
        first, dot, second = name.partition(".")
        self.emit(Name, first)
        self.emit(Punctuation, dot)
        self.emit(Name, second)

    tokens = {
        "root": [
            (r"#!.*?$", Comment.Preproc),
            (r"", Text, "base"),
        ],
        "base": [
            (r"(?s:--\[(=*)\[.*?\]\1\])", Comment.Multiline),
            (r"--.*$", Comment.Single),
            (r"(?:\d*\.\d+|\d+\.\d*)(?:[eE][+-]?\d+)?'", Number.Float),
            (r"\d+[eE][+-]?\d+", Number.Float),
            (r"0[xX][0-9a-fA-F]*", Number.Hex),
            (r"\d+", Number.Integer),
            (r"\n", Text),
            (r"[^\S\n]", Text),
            (r"(?s:\[(=*)\[.*?\]\1\])", String),
            (r"==|~=|<=|>=|\.\.\.|\.\.|[=+\-*/%^<>#]", Operator),
            (r"[\[\]\{\}\(\)\.,:;]", Punctuation),
            (r"(?:and|or|not)\b", Operator.Word),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r"local\b", Keyword.Declaration),
            (r"(?:true|false|nil)\b", Keyword.Constant),
            (r"function\b", Keyword, "function_name"),
            (r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?", name),
            (r"'", String.Single, "escape_sqs"),
            (r'"', String.Double, "escape_dqs"),
        ],
        "function_name": [
            (r"\s+", Text),
            (
                r"(?:([A-Za-z_][A-Za-z0-9_]*)(\.))?([A-Za-z_][A-Za-z0-9_]*)",
                groups(Name.Class, Punctuation, Name.Function),
                "#pop",
            ),
            (r"\(", Punctuation, "#pop"),
        ],
        "gsub": [
            (r"\)", Punctuation, "#pop"),
            (r"[(,]", Punctuation),
            (r"\s+", Text),
            (r'"', String.Regex, "regex"),
        ],
        "regex": [
            (r'"', String.Regex, ("#pop", "regex_end")),
            (r"\[\^?", String.Escape, "regex_group"),
            (r"\\.", String.Escape),
            (r"[(][?][:=<!]", String.Escape),
            (r"[{][\d,]+[}]", String.Escape),
            (r"[()?]", String.Escape),
            (r".", String.Regex),
        ],
        "regex_end": [
            (r"\$+", String.Regex, "#pop"),
            (r"", Text, "#pop"),
        ],
        "regex_group": [
            (r"/", String.Escape),
            (r"\]", String.Escape, "#pop"),
            (r"(\\)(.)", groups(String.Escape, String.Regex)),
            (r".", String.Regex),
        ],
        "escape_sqs": [
            include("string_escape"),
            include("sqs"),
        ],
        "escape_dqs": [
            include("string_escape"),
            include("dqs"),
        ],
        "string_escape": [
            (r"\\(?:[abfnrtv\\\"']|\d{1,3})", String.Escape),
        ],
        "sqs": [
            (r"'", String.Single, "#pop"),
            (r"[^']+", String.Single),
        ],
        "dqs": [
            (r'"', String.Double, "#pop"),
            (r'[^"]+', String.Double),
        ],
    }
