"""BPF (Rouge's lexers/bpf.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Generic,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    Text,
    Whitespace,
)


class BPF(StateLexer):
    """BPF."""

    tokens = {
        "root": [
            (
                r"(?i:(\d+)(:)(\s+)(\([0-9a-fA-F]{2}\)))",
                groups(Generic.Lineno, Punctuation, Whitespace, Generic),
            ),
            (
                r"(?i:(\d+)(:)(\s+)((?:[0-9a-fA-F]{2} ){8}))",
                groups(Generic.Lineno, Punctuation, Whitespace, Generic),
            ),
            (r"(\d+)(:)(\s+)", groups(Generic.Lineno, Punctuation, Whitespace)),
            (r"(?i:(call)(\s+)(\d+))", groups(Keyword, Whitespace, Number.Integer)),
            (
                r"(?i:(call)(\s+)(\w+)(#)(\d+))",
                groups(Keyword, Whitespace, Name.Builtin, Punctuation, Number.Integer),
            ),
            (
                r"(?i:(goto)(\s*)(\+\d+)?(\s*)(<?\w+>?))",
                groups(Keyword, Whitespace, Number.Integer, Whitespace, Name.Label),
            ),
            (
                r"(?i:(if)(\s+)([rw]\d+)(\s*)([s!=<>]+)(\s*)(0x[0-9a-fA-F]+|[-]?\d+)(\s*)"
                r"(goto)(\s*)(\+\d+)?(\s*)(<?\w+>?))",
                groups(
                    Keyword,
                    Whitespace,
                    Name,
                    Whitespace,
                    Operator,
                    Whitespace,
                    Number,
                    Whitespace,
                    Keyword,
                    Whitespace,
                    Number.Integer,
                    Whitespace,
                    Name.Label,
                ),
            ),
            (
                r"(?i:(if)(\s+)([rw]\d+)(\s*)([s!=<>]+)(\s*)([rw]\d+)(\s*)(goto)(\s*)(\+\d+)?(\s*)(<?\w+>?))",
                groups(
                    Keyword,
                    Whitespace,
                    Name,
                    Whitespace,
                    Operator,
                    Whitespace,
                    Name,
                    Whitespace,
                    Keyword,
                    Whitespace,
                    Number.Integer,
                    Whitespace,
                    Name.Label,
                ),
            ),
            (
                r"(?i:(\*)(\s*)(\()(u8|u16|u32|u64|ll)(\s*)(\*)(\)))",
                groups(Operator, Whitespace, Punctuation, Keyword.Type, Whitespace, Operator, Punctuation),
                "address",
            ),
            (r"(?i:[+-/\*&|><^s]{0,3}=)", Operator),
            (r"(?i:([+-]?)([rw]\d+))", groups(Punctuation, Name)),
            (r"//", Comment.Single, "linecomment"),
            (r"/\*", Comment.Multiline, "multilinescomment"),
            (r"(?i:be16|be32|be64|exit|lock|map)", Keyword),
            (r"(?i:(0x[0-9a-fA-F]+|[-]?\d+)(\s*)(ll)?)", groups(Number, Whitespace, Keyword.Type)),
            (r"(?i:(\w+)(\s*)(ll))", groups(Name, Whitespace, Keyword.Type)),
            (r"(\w+)(\s*)(:)", groups(Name.Label, Whitespace, Punctuation)),
            (r"(?s:.)", Text),
        ],
        "address": [
            (
                r"(?i:(\()([rw]\d+)(\s*)([+-])(\s*)(\d+)(\)))",
                groups(Punctuation, Name, Whitespace, Operator, Whitespace, Number.Integer, Punctuation),
                "#pop",
            ),
            (r"(\w+)(\[)(\d+)(\])", groups(Name, Punctuation, Number.Integer, Punctuation), "#pop"),
            (r"(?i:(\w+)(\[)([rw]\d+)(\]))", groups(Name, Punctuation, Name, Punctuation), "#pop"),
        ],
        "linecomment": [
            (r"\n", Comment.Single, "#pop"),
            (r".+", Comment.Single),
        ],
        "multilinescomment": [
            (r"\*/", Comment.Multiline, "#pop"),
            (r"[^\*/]+", Comment.Multiline),
            (r"[\*/]", Comment.Multiline),
        ],
    }
