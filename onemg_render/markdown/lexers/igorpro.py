"""IgorPro (Rouge's lexers/igorpro.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_file, word_set
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Generic,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

IGORDECLARATIONS = word_set("""
    char constant dfref double float funcref int16 int32 int64 nvar strconstant string struct svar uchar
    uint16 uint32 uint64 variable wave
""")

KEYWORDS = word_set("""
    abortonrte break case catch continue default do else elseif end endfor endif endstructure endswitch
    endtry for function if macro menu proc return static strswitch structure switch threadsafe try while
    window
""")

IGORCONSTANTS = word_set("inf nan")

IGORFUNCTIONS = word_set(word_file("igorpro_igorfunctions"))

IGOROPERATIONS = word_set(word_file("igorpro_igoroperations"))

PREPROCESSORS = word_set("define elif else endif if ifdef ifndef include pragma undef")


class IgorPro(StateLexer):
    """IgorPro."""

    def name(self) -> None:
        if re.search(r"function", self[0].lower()):
            self.emit(Keyword.Declaration)
            self.push("parse_function")
        elif self[0].lower() in IGORDECLARATIONS:
            self.emit(Keyword.Declaration)
            self.push("parse_variables")
        elif self[0].lower() in KEYWORDS:
            self.emit(Keyword)
        elif self[0].lower() in IGORCONSTANTS:
            self.emit(Keyword.Constant)
        elif self[0].lower() in IGORFUNCTIONS:
            self.emit(Name.Builtin)
        elif self[0].lower() in IGOROPERATIONS:
            self.emit(Keyword.Reserved)
            self.push("operationFlags")
        elif re.search(r"(?:v|s|w)_[a-z]+[a-z0-9]*", self[0].lower()):
            self.emit(Name.Constant)
        else:
            self.emit(Name)

    def split_preprocessor(self) -> None:
        if self[2].lower() in PREPROCESSORS:
            self.emit(Comment.Preproc)
        else:
            self.emit(Punctuation, self[1])
            self.emit(Name, self[2])

    tokens = {
        "root": [
            (r"//", Comment, "comments"),
            (r"(?i:[a-z][a-z0-9_\.]*?\b)", name),
            include("preprocessor"),
            include("waveFlag"),
            include("characters"),
            include("numbers"),
            include("whitespace"),
        ],
        "preprocessor": [
            (r"(#)((?i:\b[a-z][a-z0-9_\.]*?\b))", split_preprocessor),
        ],
        "assignment": [
            include("whitespace"),
            (r'"', String.Double, "string1"),
            include("string2"),
            (r"(?i:0x[a-f0-9]+)", Number.Float, "#pop"),
            (r"[\d]+(?:_\d+)*", Number.Integer, "#pop"),
            (r"[\(\[\{][^\)\]\}]+[\)\]\}]", Generic, "#pop"),
            (r"[^\s/\(]+", Generic, "#pop"),
            (r"", Text, "#pop"),
        ],
        "parse_variables": [
            include("whitespace"),
            (r"[=]", Punctuation, "assignment"),
            (r"(?i:[a-z][a-z0-9_\.]*?\b)", Name.Variable),
            (r"[\[\]]", Punctuation),
            (r"[,]", Punctuation, "parse_variables"),
            (r"\)", Punctuation, "#pop"),
            (r"(?i:[/][a-z]+)", Keyword.Pseudo, "parse_variables"),
            (r"", Text, "#pop"),
        ],
        "parse_function": [
            (r"(?i:[/][a-z]+)", Keyword.Pseudo),
            include("whitespace"),
            (r"(?i:[a-z][a-z0-9_\.]*?\b)", Name.Function),
            (r"[\(]", Punctuation, "parse_variables"),
            (r"", Text, "#pop"),
        ],
        "operationFlags": [
            (r"(?:[ \t]|\\\s*[\r\n])+", Text),
            (r"[=]", Punctuation, "assignment"),
            (r"(?i:[/][a-z]+)", Keyword.Pseudo, "operationFlags"),
            (r"(?i:(as)(\s*)(\b[a-z][a-z0-9_\.]*?\b))", groups(Keyword.Type, Text, Name.Label)),
            (r"", Text, "#pop"),
        ],
        "waveFlag": [
            (
                r"(?i:(/(?:wave|X|Y))(\s*)(=)(\s*)(\b[a-z][a-z0-9_\.]*?\b))",
                groups(Keyword.Pseudo, Text, Punctuation, Text, Name.Variable),
            ),
        ],
        "characters": [
            (r"\s", Text),
            (r"[#$~!%^&*+=\|?:<>/-]", Operator),
            (r"[{}()\[\],.;]", Punctuation),
            (r'"', String.Double, "string1"),
            include("string2"),
        ],
        "numbers": [
            (r"(?i:0x[a-f0-9]+)", Number.Float),
            (r"\d+\.\d+(?:e[\+\-]?\d+)?", Number.Hex),
            (r"[\d]+(?:_\d+)*", Number.Integer),
        ],
        "whitespace": [
            (r"(?:[ \t]|\\\s*[\r\n])+", Text),
        ],
        "string1": [
            (r"%\w\b", String.Other),
            (r"\\\\", String.Escape),
            (r'\\"', String.Escape),
            (r"\\", String.Escape),
            (r'[^"]', String),
            (r'"', String.Double, "#pop"),
        ],
        "string2": [
            (r"'[^']*'", String.Single),
        ],
        "comments": [
            (r"([/]\s*)([@]\w+\b)", groups(Comment, Comment.Special)),
            (r"[^\r\n]", Comment),
            (r"", Text, "#pop"),
        ],
    }
