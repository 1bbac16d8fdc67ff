"""SML (Rouge's lexers/sml.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_set
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Punctuation,
    String,
    Text,
)

WORDS = """
    abstype and andalso as case datatype do else end eqtype exception fn fun functor handle if in
    include infix infixr let local nonfix of op open orelse raise rec sharing sig signature struct
    structure then type val where while with withtype
"""

KEYWORDS = word_set(WORDS)
SYMBOLS = word_set(": | = => -> # :>")


class SML(StateLexer):
    """SML."""

    def word(self) -> None:
        known = self[0] in KEYWORDS
        self.emit(Keyword.Reserved if known else Punctuation if self[0] in SYMBOLS else Name)

    def qualifier(self) -> None:
        self.groups(Error if self[1] in KEYWORDS else Name.Namespace, Punctuation)

    tokens = {
        "whitespace": [
            (r"\s+", Text),
            (r"[(][*]", Comment, "comment"),
        ],
        "delimiters": [
            (r"[(\[{]", Punctuation, "main"),
            (r"[)\]}]", Punctuation, "#pop"),
            (r"(?:let|if|local)\b(?!')", Keyword.Reserved, ("#push", "#push")),
            (r"(?:struct|sig|while)\b(?!')", Keyword.Reserved, "#push"),
            (r"(?:do|else|end|in|then)\b(?!')", Keyword.Reserved, "#pop"),
        ],
        "core": [
            (r"[()\[\]{},;_]|[.][.][.]", Punctuation),
            (r'#"', String.Char, "char"),
            (r'"', String.Double, "string"),
            (r"~?0x[0-9a-fA-F]+", Number.Hex),
            (r"0wx[0-9a-fA-F]+", Number.Hex),
            (r"0w\d+", Number.Integer),
            (r"~?\d+(?:[.]\d+)?[eE]~?\d+", Number.Float),
            (r"~?\d+[.]\d+", Number.Float),
            (r"~?\d+", Number.Integer),
            (r"#\s*[1-9][0-9]*", Name.Label),
            (r"#\s*(?i:[\w']+)", Name.Label),
            (r"#\s+[!%&$#/:<=>?@\\~`^|*+-]+", Name.Label),
            (r"(?:datatype|abstype)\b(?!')", Keyword.Reserved, "dname"),
            (r"(?=\bexception\b(?!'))", Text, "ename"),
            (r"(?:functor|include|open|signature|structure)\b(?!')", Keyword.Reserved, "sname"),
            (r"(?:type|eqtype)\b(?!')", Keyword.Reserved, "tname"),
            (r"'(?i:[\w']+)", Name.Decorator),
            (r"((?i:[\w']+))([.])", qualifier, "dotted"),
            (r"[\w']+", word),
            (r"[!%&$#/:<=>?@\\~`^|*+-]+", word),
        ],
        "dotted": [
            (r"((?i:[\w']+))([.])", qualifier),
            (r"[\w']+", word, "#pop"),
            (r"[!%&$#/:<=>?@\\~`^|*+-]+", word, "#pop"),
        ],
        "root": [
            (r"#!.*?\n", Comment.Preproc),
            (r"", Text, "main"),
        ],
        "main": [
            include("whitespace"),
            (r"(?:val|and)\b(?!')", Keyword.Reserved, "vname"),
            (r"fun\b(?!')", Keyword.Reserved, ("#pop", "main_fun", "fname")),
            include("delimiters"),
            include("core"),
        ],
        "main_fun": [
            include("whitespace"),
            (r"(?:fun|and)\b(?!')", Keyword.Reserved, "fname"),
            (r"val\b(?!')", Keyword.Reserved, ("#pop", "main", "vname")),
            (r"[|]", Punctuation, "fname"),
            (r"(?:case|handle)\b(?!')", Keyword.Reserved, ("#pop", "main")),
            include("delimiters"),
            include("core"),
        ],
        "has_escapes": [
            (r'\\[\\"abtnvfr]', String.Escape),
            (r"\\\^[\x40-\x5e]", String.Escape),
            (r"\\[0-9]{3}", String.Escape),
            (r"\\u[0-9a-fA-F]{4}", String.Escape),
            (r"\\\s+\\", String.Interpol),
        ],
        "string": [
            (r'[^"\\]+', String.Double),
            (r'"', String.Double, "#pop"),
            include("has_escapes"),
        ],
        "char": [
            (r'[^"\\]+', String.Char),
            (r'"', String.Char, "#pop"),
            include("has_escapes"),
        ],
        "breakout": [
            (
                r"(?=\b(?:abstype|and|andalso|as|case|datatype|do|else|end|exception|fn|fun|"
                r"handle|if|in|infix|infixr|let|local|nonfix|of|op|open|orelse|raise|rec|"
                r"then|type|val|with|withtype|while|eqtype|functor|include|sharing|sig|signature|"
                r"struct|structure|where)\b(?!'))",
                Text,
                "#pop",
            ),
        ],
        "sname": [
            include("whitespace"),
            include("breakout"),
            (r"[\w']+", Name.Namespace),
            (r"", Text, "#pop"),
        ],
        "has_annotations": [
            (r"'[\w']*", Name.Decorator),
            (r"[(]", Punctuation, "tyvarseq"),
        ],
        "fname": [
            include("whitespace"),
            include("has_annotations"),
            (r"[\w']+", Name.Function, "#pop"),
            (r"[!%&$#/:<=>?@\\~`^|*+-]+", Name.Function, "#pop"),
        ],
        "vname": [
            include("whitespace"),
            include("has_annotations"),
            (
                r"((?i-s:[\w']+))(\s*)(=(?!(?-s:[!%&$#/:<=>?@\\~`^|*+-]+)))",
                groups(Name.Variable, Text, Punctuation),
                "#pop",
            ),
            (
                r"((?-s:[!%&$#/:<=>?@\\~`^|*+-]+))(\s*)(=(?!(?-s:[!%&$#/:<=>?@\\~`^|*+-]+)))",
                groups(Name.Variable, Text, Punctuation),
            ),
            (r"[\w']+", Name.Variable, "#pop"),
            (r"[!%&$#/:<=>?@\\~`^|*+-]+", Name.Variable, "#pop"),
            (r"", Text, "#pop"),
        ],
        "tname": [
            include("whitespace"),
            include("breakout"),
            include("has_annotations"),
            (r"'[\w']*", Name.Decorator),
            (r"[(]", Punctuation, "tyvarseq"),
            (r"=(?![!%&$#/:<=>?@\\~`^|*+-]+)", Punctuation, ("#pop", "typbind")),
            (r"[\w']+", Keyword.Type),
            (r"[!%&$#/:<=>?@\\~`^|*+-]+", Keyword.Type),
        ],
        "typbind": [
            include("whitespace"),
            (r"and\b(?!')", Keyword.Reserved, ("#pop", "tname")),
            include("breakout"),
            include("core"),
        ],
        "dname": [
            include("whitespace"),
            include("breakout"),
            include("has_annotations"),
            (r"(=)(\s*)(datatype)\b", groups(Punctuation, Text, Keyword.Reserved), "#pop"),
            (r"=(?![!%&$#/:<=>?@\\~`^|*+-]+)", Punctuation, ("#pop", "datbind", "datcon")),
            (r"[\w']+", Keyword.Type),
            (r"[!%&$#/:<=>?@\\~`^|*+-]+", Keyword.Type),
        ],
        "datbind": [
            include("whitespace"),
            (r"and\b(?!')", Keyword.Reserved, ("#pop", "dname")),
            (r"withtype\b(?!')", Keyword.Reserved, ("#pop", "tname")),
            (r"of\b(?!')", Keyword.Reserved),
            (r"([|])(\s*)((?i:[\w']+))", groups(Punctuation, Text, Name.Class)),
            (r"([|])(\s+)([!%&$#/:<=>?@\\~`^|*+-]+)", groups(Punctuation, Text, Name.Class)),
            include("breakout"),
            include("core"),
        ],
        "ename": [
            include("whitespace"),
            (r"(exception|and)(\s+)((?i:[\w']+))", groups(Keyword.Reserved, Text, Name.Class)),
            (r"(exception|and)(\s*)([!%&$#/:<=>?@\\~`^|*+-]+)", groups(Keyword.Reserved, Text, Name.Class)),
            (r"of\b(?!')", Keyword.Reserved),
            include("breakout"),
            include("core"),
        ],
        "datcon": [
            include("whitespace"),
            (r"[\w']+", Name.Class, "#pop"),
            (r"[!%&$#/:<=>?@\\~`^|*+-]+", Name.Class, "#pop"),
        ],
        "tyvarseq": [
            include("whitespace"),
            (r"'[\w']*", Name.Decorator),
            (r"[\w']+", Name),
            (r",", Punctuation),
            (r"[)]", Punctuation, "#pop"),
            (r"[!%&$#/:<=>?@\\~`^|*+-]+", Name),
        ],
        "comment": [
            (r"[^(*)]+", Comment.Multiline),
            (r"[(][*]", Comment.Multiline, "#push"),
            (r"[*][)]", Comment.Multiline, "#pop"),
            (r"[(*)]", Comment.Multiline),
        ],
    }
