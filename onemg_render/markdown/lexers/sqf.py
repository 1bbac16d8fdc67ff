"""SQF (Rouge's lexers/sqf.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, word_file, word_table
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

WORDOPERATORS = "and not or"

INITIALIZERS = "param params private"

CONTROLFLOW = "case default do else exitwith for foreach from if step switch then to while"

CONSTANTS = """
    confignull controlnull displaynull false grpnull locationnull netobjnull objnull player scriptnull
    tasknull teammembernull true
"""

NAMESPACES = "currentnamespace missionnamespace parsingnamespace profilenamespace uinamespace"

WORDS = word_table(
    (Operator.Word, WORDOPERATORS),
    (Keyword.Declaration, INITIALIZERS),
    (Keyword.Reserved, CONTROLFLOW),
    (Keyword.Constant, CONSTANTS),
    (Keyword.Namespace, NAMESPACES),
    (Name.Function, word_file("sqf")),
)


class SQF(StateLexer):
    """SQF."""

    def name(self) -> None:
        self.emit(
            WORDS.get(self[0].lower()) or (Name.Variable if "_" in self[0][:-1] else Name.Variable.Global)
        )

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
            (r"//.*", Comment.Single),
            (r"#(?:define|undef|ifn?def|else|endif|include)", Comment.Preproc),
            (r"\\\r?\n", Comment.Preproc),
            (r"__(?:EVAL|EXEC|LINE__|FILE__)", Name.Builtin),
            (r'".*?"', String),
            (r"'.*?'", String),
            (r"(?:\$|0x)[0-9a-fA-F]+", Number.Hex),
            (r"[0-9]+\.?(?:e[0-9]+)?", Number.Float),
            (r"[!%\&\*\+\-/<=>\^\|#]", Operator),
            (r"[\(\)\{\}\[\],:;]", Punctuation),
            (r"[a-zA-Z0-9_]+", name),
        ],
    }
