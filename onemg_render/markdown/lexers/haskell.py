"""Haskell (Rouge's lexers/haskell.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
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

RESERVED_WORDS = """
    _ case class data default deriving do else if in infix infixl infixr instance let newtype of then
    type where
"""

RESERVED = frozenset(RESERVED_WORDS.split())


class Haskell(StateLexer):
    """Haskell."""

    def word(self) -> None:
        word = self[0]
        if word in ("import", "module"):
            self.emit(Keyword.Reserved)
            self.push(word)
        elif word in RESERVED:
            self.emit(Keyword.Reserved)
        else:
            self.emit(Keyword.Type if re.match(r"'?[A-Z]", word) else Name)

    tokens = {
        "basic": [
            (r"\s+", Text),
            (r"{-#", Comment.Preproc, "comment_preproc"),
            (r"{-", Comment.Multiline, "comment"),
            (r"^--\s+\|.*?$", Comment.Doc),
            (r"--(?![!#\$%&*+./<=>?@\^\|_~]).*?$", Comment.Single),
        ],
        "comment": [
            (r"-}", Comment.Multiline, "#pop"),
            (r"{-", Comment.Multiline, "comment"),
            (r"[^-{}]+", Comment.Multiline),
            (r"[-{}]", Comment.Multiline),
        ],
        "comment_preproc": [
            (r"-}", Comment.Preproc, "#pop"),
            (r"{-", Comment.Preproc, "comment"),
            (r"[^-{}]+", Comment.Preproc),
            (r"[-{}]", Comment.Preproc),
        ],
        "root": [
            include("basic"),
            (r"'(?=(?:.|\\\S+)')", String.Char, "character"),
            (r'"', String, "string"),
            (r"(?i:\d+e[+-]?\d+)", Number.Float),
            (r"(?i:\d+\.\d+(?:e[+-]?\d+)?)", Number.Float),
            (r"(?i:0o[0-7]+)", Number.Oct),
            (r"(?i:0x[\da-f]+)", Number.Hex),
            (r"\d+", Number.Integer),
            (r"[\w']+", word),
            (r"\\(?![:!#\$%&*+.\\/<=>?@^\|~-]+)", Name.Function),
            (r"(?:<-|::|->|=>|=)(?![:!#\$%&*+.\\/<=>?@^\|~-]+)", Operator),
            (r":[:!#\$%&*+.\\/<=>?@^\|~-]*", Operator),
            (r"[:!#\$%&*+.\\/<=>?@^\|~-]+", Operator),
            (r"\[\s*\]", Keyword.Type),
            (r"\(\s*\)", Name.Builtin),
            (r"(\[)([_a-z][\w']*)(\|)", groups(Operator, Name, Operator), "quasiquotation"),
            (r"[\[\](),;`{}]", Punctuation),
        ],
        "import": [
            (r"\s+", Text),
            (r'"', String, "string"),
            (r"qualified\b", Keyword),
            (
                r"([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*)",
                groups(Name.Namespace, Text, Keyword, Text, Name),
                "#pop",
            ),
            (
                r"([A-Z][\w.]*)(\s+)(hiding)(\s+)(\()",
                groups(Name.Namespace, Text, Keyword, Text, Punctuation),
                ("#pop", "funclist"),
            ),
            (r"([A-Z][\w.]*)(\s+)(\()", groups(Name.Namespace, Text, Punctuation), ("#pop", "funclist")),
            (r"[\w.]+", Name.Namespace, "#pop"),
        ],
        "module": [
            (r"\s+", Text),
            (r"([A-Z][\w.]*)(\s+)(\()", groups(Name.Namespace, Text, Punctuation), "funclist"),
            (r"where\b", Keyword.Reserved, "#pop"),
            (r"[A-Z][a-zA-Z0-9_.]*", Name.Namespace, "#pop"),
        ],
        "funclist": [
            include("basic"),
            (r"[A-Z]\w*", Keyword.Type),
            (r"_[\w']+|[a-z][\w']*", Name.Function),
            (r",", Punctuation),
            (r"[:!#\$%&*+.\\/<=>?@^\|~-]+", Operator),
            (r"\(", Punctuation, "funclist"),
            (r"\)", Punctuation, "#pop"),
        ],
        "character": [
            (r"\\", String.Escape, ("#pop", "character_end", "escape")),
            (r".", String.Char, ("#pop", "character_end")),
        ],
        "character_end": [
            (r"'", String.Char, "#pop"),
            (r".", Error, "#pop"),
        ],
        "quasiquotation": [
            (r"\|\]", Operator, "#pop"),
            (r"[^\|]+", Text),
            (r"\|", Text),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\\", String.Escape, "escape"),
            (r'[^\\"]+', String),
        ],
        "escape": [
            (r"[abfnrtv\"'&\\]", String.Escape, "#pop"),
            (r"\^[\]\[A-Z@\^_]", String.Escape, "#pop"),
            (
                r"NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|"
                r"SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL",
                String.Escape,
                "#pop",
            ),
            (r"(?i:o[0-7]+)", String.Escape, "#pop"),
            (r"(?i:x[\da-f]+)", String.Escape, "#pop"),
            (r"\d+", String.Escape, "#pop"),
            (r"\s+\\", String.Escape, "#pop"),
        ],
    }
