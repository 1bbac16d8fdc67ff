"""Nasm (Rouge's lexers/nasm.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
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


class Nasm(StateLexer):
    """Nasm."""

    tokens = {
        "root": [
            (r"^\s*%", Comment.Preproc, "preproc"),
            include("whitespace"),
            (r"(?i:[a-z$._?][\w$.?#@~]*:)", Name.Label),
            (
                r"(?i:([a-z$._?][\w$.?#@~]*)(\s+)(equ))",
                groups(Name.Constant, Keyword.Declaration, Keyword.Declaration),
                "instruction_args",
            ),
            (
                r"BITS|USE16|USE32|SECTION|SEGMENT|ABSOLUTE|EXTERN|GLOBAL|ORG|ALIGN|STRUC|"
                r"ENDSTRUC|COMMON|CPU|GROUP|UPPERCASE|IMPORT|EXPORT|LIBRARY|MODULE",
                Keyword,
                "instruction_args",
            ),
            (r"(?i:(?:res|d)[bwdqt]|times)", Keyword.Declaration, "instruction_args"),
            (r"(?i:[a-z$._?][\w$.?#@~]*)", Name.Function, "instruction_args"),
            (r"[\r\n]+", Text),
        ],
        "instruction_args": [
            (r"\"(?:\\\\\"|[^\"\\n])*\"|'(?:\\\\'|[^'\\n])*'|`(?:\\\\`|[^`\\n])*`", String),
            (r"(?i:(?:0x[\da-f]+|$0[\da-f]*|\d+[\da-f]*h))", Number.Hex),
            (r"(?i:[0-7]+q)", Number.Oct),
            (r"(?i:[01]+b)", Number.Bin),
            (r"(?i:\d+\.e?\d+)", Number.Float),
            (r"\d+", Number.Integer),
            include("punctuation"),
            (
                r"(?i:r\d[0-5]?[bwd]|[a-d][lh]|[er]?[a-d]x|[er]?[sb]p|[er]?[sd]i|[c-gs]s|"
                r"st[0-7]|mm[0-7]|cr[0-4]|dr[0-367]|tr[3-7])",
                Name.Builtin,
            ),
            (r"(?i:[a-z$._?][\w$.?#@~]*)", Name.Variable),
            (r"[\r\n]+", Text, "#pop"),
            include("whitespace"),
        ],
        "preproc": [
            (r"[^;\n]+", Comment.Preproc),
            (r";.*?\n", Comment.Single, "#pop"),
            (r"\n", Comment.Preproc, "#pop"),
        ],
        "whitespace": [
            (r"\n", Text),
            (r"[ \t]+", Text),
            (r";.*", Comment.Single),
        ],
        "punctuation": [
            (r"[,():\[\]]+", Punctuation),
            (r"[&|^<>+*/%~-]+", Operator),
            (r"\$+", Keyword.Constant),
            (r"(?i:seg|wrt|strict)", Operator.Word),
            (r"(?i:byte|[dq]?word)", Keyword.Type),
        ],
    }
