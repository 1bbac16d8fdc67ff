"""OCaml, ReasonML, ReScript (Rouge's lexers/{ocaml,reasonml,rescript}.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, Tokens, by_word, include
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
    as assert begin class constraint do done downto else end exception external false for fun function
    functor if in include inherit initializer lazy let match module mutable new nonrec object of open
    raise rec sig struct then to true try type val virtual when while with
"""

WORD_OPERATORS = "and asr land lor lsl lxor mod or"

PRIMITIVES = "array bool char float int list string unit"

REASON_KEYWORDS = """
    as assert begin class constraint do done downto else end exception external false for fun function
    functor if in include inherit initializer lazy let module mutable new nonrec object of open rec sig
    struct switch then to true try type val virtual when while with
"""

RESCRIPT_KEYWORDS = """
    and as assert constraint downto else exception export external for if import in include lazy let
    module mutable of open private rec switch to try type when while with
"""

RESCRIPT_WORD_OPERATORS = "asr land lor lsl lsr lxor mod or"

RESCRIPT_TYPES = "array bool char exn float format int list option ref string unit"


SHARED: Tokens = {
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
        (r"(?i:[a-z_][\w']*)", Name, "#pop"),
        (r"[({\[]", Punctuation, "#pop"),
    ],
    "literals": [
        (r"(?i:-?\d[\d_]*(?:.[\d_]*)?e[+-]?\d[\d_]*)", Number.Float),
        (r"(?i:0x[0-9a-fA-F][0-9a-fA-F_]*)", Number.Hex),
        (r"(?i:0o[0-7][0-7_]*)", Number.Oct),
        (r"(?i:0b[01][01_]*)", Number.Bin),
        (r"\d[\d_]*", Number.Integer),
        (r"'(?:\\[\\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'", String.Char),
    ],
}
"""The states that all three have."""


class OCaml(StateLexer):
    """OCaml."""

    tokens = {
        **SHARED,
        "root": [
            (r"\s+", Text),
            (r"false|true|[(][)]|\[\]", Name.Builtin.Pseudo),
            (r"[A-Z][\w']*(?=\s*[.])", Name.Namespace, "dotted"),
            (r"`(?i:[a-z_][\w']*)", Name.Tag),
            (r"[A-Z][\w']*", Name.Class),
            (r"[(][*](?![)])", Comment, "comment"),
            (
                r"(?i:[a-z_][\w']*)",
                by_word(
                    (Keyword, KEYWORDS),
                    (Operator.Word, WORD_OPERATORS),
                    (Keyword.Type, PRIMITIVES),
                    default=Name,
                ),
            ),
            (r"[(){}\[\];]+", Punctuation),
            (r"[;,_!$%&*+./:<=>?@^|~#-]+", Operator),
            include("literals"),
            (r"'[.]'", String.Char),
            (r"'", Keyword),
            (r'"', String.Double, "string"),
            (r"[~?](?i:[a-z_][\w']*)", Name.Variable),
        ],
        "comment": [
            (r"[^(*)]+", Comment),
            (r"[(][*]", Comment, "#push"),
            (r"[*][)]", Comment, "#pop"),
            (r"[(*)]", Comment),
        ],
    }


class ReasonML(StateLexer):
    """ReasonML."""

    tokens = {
        **SHARED,
        "root": [
            (r"\s+", Text),
            (r"false|true|[(][)]|\[\]", Name.Builtin.Pseudo),
            (r"[A-Z][\w']*(?=\s*[.])", Name.Namespace, "dotted"),
            (r"`(?i:[a-z_][\w']*)", Name.Tag),
            (r"[A-Z][\w']*", Name.Class),
            (r"//.*", Comment.Single),
            (r"/\*", Comment.Multiline, "comment"),
            (
                r"(?i:[a-z_][\w']*)",
                by_word(
                    (Keyword, REASON_KEYWORDS),
                    (Operator.Word, WORD_OPERATORS),
                    (Keyword.Type, PRIMITIVES),
                    default=Name,
                ),
            ),
            (r"[(){}\[\];]+", Punctuation),
            (r"[;,_!$%&*+./:<=>?@^|~#-]+", Operator),
            include("literals"),
            (r"'[^'/]'", String.Char),
            (r"'", Keyword),
            (r'"', String.Double, "string"),
            (r"[~?](?i:[a-z_][\w']*)", Name.Variable),
        ],
        "comment": [
            (r"[^/*]+", Comment.Multiline),
            (r"/\*", Comment.Multiline, "comment"),
            (r"\*/", Comment.Multiline, "#pop"),
            (r"[*/]", Comment.Multiline),
        ],
    }


class ReScript(StateLexer):
    """ReScript."""

    tokens = {
        **SHARED,
        "root": [
            (r"\s+", Text),
            (r"[,.:?~\\]", Text),
            (r"true|false\b", Keyword.Constant),
            (r"[A-Z][\w']*(?=\s*[.])", Name.Namespace, "dotted"),
            (r"@(?i:[a-z_][\w']*)(?:\.(?i:[a-z_][\w']*))*", Name.Decorator),
            (r"#(?i:[a-z_][\w']*)", Name.Class),
            (r"[A-Z][\w']*", Name.Class),
            (r"//.*", Comment.Single),
            (r"/\*", Comment.Multiline, "comment"),
            (
                r"(?i:[a-z_][\w']*)",
                by_word(
                    (Keyword, RESCRIPT_KEYWORDS),
                    (Operator.Word, RESCRIPT_WORD_OPERATORS),
                    (Keyword.Type, RESCRIPT_TYPES),
                    default=Name,
                ),
            ),
            (r"[(){}\[\];]+", Punctuation),
            (r"[;_!$%&*+/<=>@^|-]+", Operator),
            include("literals"),
            (r"'[^'/]'", String.Char),
            (r"'", Keyword),
            (r'"', String.Double, "string"),
            (r"`", String.Double, "interpolated_string"),
        ],
        "comment": [
            (r"[^/\*]+", Comment.Multiline),
            (r"/\*", Comment.Multiline, "comment"),
            (r"\*/", Comment.Multiline, "#pop"),
            (r"[*/]", Comment.Multiline),
        ],
        "interpolated_string": [
            (r"\${", Punctuation, "interpolated_expression"),
            (r"`", String.Double, "#pop"),
            (r"\\[$`]", String.Escape),
            (r"[^$`\\]+", String.Double),
            (r"[\\$]", String.Double),
        ],
        "interpolated_expression": [
            (r"}", Punctuation, "#pop"),
            include("root"),
        ],
    }
