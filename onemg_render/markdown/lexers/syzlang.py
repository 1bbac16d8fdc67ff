"""Syzlang (Rouge's lexers/syzlang.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, include
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
    align breaks_returns dec define disabled hex ignore_return in incdir include inet inout oct opt out
    packed parent prog_timeout pseudo resource size syscall timeout type varlen
"""

KEYWORDS_TYPES = """
    array bitsize bool16 bool32 bool64 bool8 boolptr buffer bytesize bytesize2 bytesize4 bytesize8 const
    csum filename fileoff flags fmt int16 int16be int32 int32be int64 int64be int8 int8be intptr len
    offsetof optional proc ptr ptr64 string stringnoz text vma vma64 void
"""


class Syzlang(StateLexer):
    """Syzlang."""

    def enter_flags_list(self) -> None:
        if self[1] == "_":
            self.groups(Keyword, Text, Punctuation)
        else:
            self.groups(Name, Text, Punctuation)
        self.push("flags_list")
        self.push("space_break")

    tokens = {
        "inline_break": [
            (r"[ \t]+", Text),
            (r"", Text, "#pop"),
        ],
        "space_break": [
            (r"\s+", Text),
            (r"#.*$", Comment),
            (r"", Text, "#pop"),
        ],
        "mixin_name": [
            (r"[a-zA-Z_][a-zA-Z0-9_]*", Name),
        ],
        "mixin_number": [
            (r"(?i:-?0x[\da-f]+)", Number.Hex),
            (r"-?\d+", Number.Integer),
            (r"'[^']?'", String.Char),
        ],
        "mixin_string": [
            (r'"[^"]*"', String.Double),
            (r"`[^`]*`", String.Backtick),
        ],
        "mixin_term": [
            include("mixin_number"),
            include("mixin_string"),
            (
                r"[a-zA-Z_][a-zA-Z0-9_]*",
                by_word((Keyword, KEYWORDS), (Keyword.Type, KEYWORDS_TYPES), default=Name),
            ),
            (r":", Punctuation),
            (r"\$", Name),
        ],
        "term_list": [
            (r"\s+", Text),
            (r"#.*$", Comment),
            include("mixin_term"),
            (r"\[", Punctuation, "term_list"),
            (r",", Punctuation),
            (r"[\]\)]", Punctuation, "#pop"),
        ],
        "arg_type": [
            include("mixin_term"),
            (r"\[", Punctuation, "term_list"),
            (r"", Text, "#pop"),
        ],
        "include": [
            (r"(<)([^>]+)(>)", groups(Punctuation, String, Punctuation)),
            (r"", Text, "#pop"),
        ],
        "define_name": [
            include("mixin_name"),
            (r"", Text, "#pop"),
        ],
        "define_exp": [
            include("mixin_name"),
            include("mixin_number"),
            include("mixin_string"),
            (r"[~!%\^&\*\-\+/\|<>\?:]", Operator),
            (r"[\(\){}\[\];,]", Punctuation),
            (r"[ \t]+", Text),
            (r"", Text, "#pop"),
        ],
        "resource_name": [
            include("mixin_name"),
            (r"", Text, "#pop"),
        ],
        "resource_type": [
            (r"\[", Punctuation, "arg_type"),
            (r"\]", Punctuation, "#pop"),
        ],
        "resource_values": [
            (r":", Punctuation, ("resource_values_list", "space_break")),
            (r"", Text, "#pop"),
        ],
        "resource_values_list": [
            (r"[ \t]+", Text),
            include("mixin_name"),
            include("mixin_number"),
            include("mixin_string"),
            (r",", Punctuation, "space_break"),
            (r"", Text, "#pop"),
        ],
        "flags_list": [
            (r"[ \t]+", Text),
            (r"\.", Punctuation),
            include("mixin_name"),
            include("mixin_number"),
            include("mixin_string"),
            (r",", Punctuation, "space_break"),
            (r"", Punctuation, "#pop"),
        ],
        "syscall_args": [
            (r"\s+", Text),
            (r"#.*$", Comment),
            (r"\.", Punctuation),
            (r"[a-zA-Z_][a-zA-Z0-9_]*", Name, ("arg_type", "space_break")),
            (r",", Punctuation),
            (r"\)", Punctuation, "#pop"),
        ],
        "syscall_retval": [
            include("mixin_name"),
            (r"", Text, "#pop"),
        ],
        "syscall_mods": [
            (r"\(", Punctuation, "term_list"),
            (r"", Text, "#pop"),
        ],
        "struct_fields": [
            (
                r"[a-zA-Z_][a-zA-Z0-9_]*",
                Name,
                ("space_break", "struct_field_mods", "inline_break", "arg_type", "space_break"),
            ),
            (r"[}\]]", Punctuation, "#pop"),
        ],
        "struct_field_mods": [
            (r"\(", Punctuation, "term_list"),
            (r"", Text, "#pop"),
        ],
        "struct_mods": [
            (r"\[", Punctuation, "term_list"),
            (r"", Text, "#pop"),
        ],
        "type_name": [
            include("mixin_name"),
            (r"", Text, "#pop"),
        ],
        "type_args": [
            (r"\[", Punctuation, "type_args_list"),
            (r"", Text, "#pop"),
        ],
        "type_args_list": [
            (r"\s+", Text),
            (r"#.*$", Comment),
            include("mixin_name"),
            (r",", Punctuation),
            (r"\]", Punctuation, "#pop"),
        ],
        "type_body": [
            (
                r"[{\[]",
                Punctuation,
                ("#pop", "space_break", "struct_mods", "inline_break", "struct_fields", "space_break"),
            ),
            (r"", Text, ("#pop", "arg_type")),
        ],
        "root": [
            (r"\s+", Text),
            (r"#.*$", Comment),
            (r"include|incdir", Keyword, ("include", "space_break")),
            (r"define", Keyword, ("define_exp", "space_break", "define_name", "space_break")),
            (
                r"resource",
                Keyword,
                (
                    "resource_values",
                    "inline_break",
                    "resource_type",
                    "inline_break",
                    "resource_name",
                    "space_break",
                ),
            ),
            (r"([a-zA-Z_][a-zA-Z0-9_]*|_)(\s+)(=)", enter_flags_list),
            (
                r"([a-zA-Z_][a-zA-Z0-9_]*)(\$)?([a-zA-Z0-9_]+)?(\s+)?(\()",
                groups(Name.Function, Punctuation, Name.Function.Magic, Text, Punctuation),
                (
                    "syscall_mods",
                    "inline_break",
                    "syscall_retval",
                    "inline_break",
                    "syscall_args",
                    "space_break",
                ),
            ),
            (
                r"([a-zA-Z_][a-zA-Z0-9_]*|[a-zA-Z_][a-zA-Z0-9_]*\$[a-zA-Z0-9_]+)(\s+)?([{\[])",
                groups(Name, Text, Punctuation),
                ("inline_break", "struct_mods", "inline_break", "struct_fields", "space_break"),
            ),
            (r"type", Keyword, ("type_body", "space_break", "type_args", "type_name", "space_break")),
        ],
    }
