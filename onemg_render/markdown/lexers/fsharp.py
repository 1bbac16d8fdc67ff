"""FSharp (Rouge's lexers/fsharp.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, include
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

KEYWORDS = """
    abstract and as assert atomic base begin break checked class component const constraint constructor
    continue default delegate do done downcast downto eager elif else end event exception extern
    external false finally fixed for fun function functor global if in include inherit inline interface
    internal lazy let let! match member method mixin module mutable namespace new not null object of
    open or override parallel private process protected public pure rec return return! sealed select sig
    static struct tailcall then to trait true try type upcast use use! val virtual void volatile when
    while with yield yield!
"""

WORD_OPERATORS = "and asr land lor lsl lxor mod or"

PRIMITIVES = "array bool char float int list string unit"

KEYOPTS = r"""
    != # & && ( ) * , - -. -> . .. : :: := :> ; ;; < <- <> <| = > >] >} ? ?? [ [< [> [| \+ ] _ ` { {< |
    |> |] } ~
"""


class FSharp(StateLexer):
    """FSharp."""

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"false|true|[(][)]|\[\]", Name.Builtin.Pseudo),
            (r"[A-Z][\w']*(?=\s*[.])", Name.Namespace, "dotted"),
            (r"[A-Z][\w']*", Name.Class),
            (r"[(][*](?![)])", Comment, "comment"),
            (r"//.*?$", Comment.Single),
            (
                r"(?i:[a-z][\w']*|``[^`\n\r\t]+``)",
                by_word(
                    (Keyword, KEYWORDS),
                    (Operator.Word, WORD_OPERATORS),
                    (Keyword.Type, PRIMITIVES),
                    default=Name,
                ),
            ),
            (r"[\[\];,{}_()!$%&*+./:<=>?@^|~#-]+", by_word((Punctuation, KEYOPTS), default=Operator)),
            (r"(?i:-?\d[\d_]*(?:.[\d_]*)?e[+-]?\d[\d_]*)", Number.Float),
            (r"(?i:0x[0-9a-fA-F][0-9a-fA-F_]*)", Number.Hex),
            (r"(?i:0o[0-7][0-7_]*)", Number.Oct),
            (r"(?i:0b[01][01_]*)", Number.Bin),
            (r"\d[\d_]*", Number.Integer),
            (r"'(?:\\[\\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'", String.Char),
            (r"'[.]'", String.Char),
            (r"'", Keyword),
            (r'"', String.Double, "string"),
            (r"[~?](?i:[a-z][\w']*|``[^`\n\r\t]+``)", Name.Variable),
        ],
        "comment": [
            (r"[^(*)]+", Comment),
            (r"[(][*]", Comment, "#push"),
            (r"[*][)]", Comment, "#pop"),
            (r"[(*)]", Comment),
        ],
        "string": [
            (r'[^\\"]+', String.Double),
            include("escape_sequence"),
            (r"\\\n", String.Double),
            (r'"', String.Double, "#pop"),
        ],
        "escape_sequence": [
            (r"\\[\\\"'ntbr]", String.Escape),
            (r"\\\d{3}", String.Escape),
            (r"\\x[0-9a-fA-F]{2}", String.Escape),
        ],
        "dotted": [
            (r"\s+", Text),
            (r"[.]", Punctuation),
            (r"[A-Z][\w']*(?=\s*[.])", Name.Namespace),
            (r"[A-Z][\w']*", Name.Class, "#pop"),
            (r"(?i:[a-z][\w']*|``[^`\n\r\t]+``)", Name, "#pop"),
            (r"\[", Punctuation, "#pop"),
        ],
    }
