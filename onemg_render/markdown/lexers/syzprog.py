"""Syzprog (Rouge's lexers/syzprog.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, include
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Punctuation, String, Text

KEYWORDS = """
    ANY ANYBLOB ANYPTR ANYPTR64 ANYPTRS ANYRES16 ANYRES32 ANYRES64 ANYRESDEC ANYRESHEX ANYRESOCT
    ANYUNION AUTO async fail_nth false nil rerun true void
"""


class Syzprog(StateLexer):
    """Syzprog."""

    tokens = {
        "inline_break": [
            (r"[ \t]+", Text),
            (r"", Text, "#pop"),
        ],
        "eol_break": [
            (r"[\n\r]+", Text),
            (r"#.*$", Comment),
            (r"", Text, "#pop"),
        ],
        "space_break": [
            (r"\s+", Text),
            (r"#.*$", Comment),
            (r"", Text, "#pop"),
        ],
        "mixin_number": [
            (r"(?i:-?0x[\da-f]+)", Number.Hex),
            (r"-?\d+", Number.Integer),
        ],
        "mixin_string": [
            (r'"[^"]*"', String.Double),
            (r"`[^`]*`", String.Backtick),
            (r"'[^']*'", String.Single),
        ],
        "mixin_term": [
            include("mixin_number"),
            include("mixin_string"),
            (r"r[0-9]+", Keyword.Pseudo),
            (r"[a-zA-Z_][a-zA-Z0-9_]*", by_word((Keyword, KEYWORDS), default=Name)),
        ],
        "mods_list": [
            (r"\s+", Text),
            (r"#.*$", Comment),
            include("mixin_term"),
            (r"[,:]", Punctuation),
            (r"\)", Punctuation, "#pop"),
        ],
        "syscall_mods": [
            (r"\(", Punctuation, "mods_list"),
            (r"", Text, "#pop"),
        ],
        "syscall_args": [
            (r"\s+", Text),
            (r"#.*$", Comment),
            include("mixin_term"),
            include("mixin_number"),
            include("mixin_string"),
            (r"[@&=,<>{}\[\]]", Punctuation),
            (r"[!#\$%\^\*\-\+/\|~:;.\?]", Punctuation),
            (r"\(", Punctuation, "syscall_args"),
            (r"\)", Punctuation, "#pop"),
        ],
        "root": [
            (r"\s+", Text),
            (r"#.*$", Comment),
            (r"(r[0-9]+)(\s+)(=)", groups(Keyword.Pseudo, Text, Punctuation)),
            (
                r"([a-zA-Z_][a-zA-Z0-9_]*)(\$)?([a-zA-Z0-9_]+)?(\s+)?(\()",
                groups(Name.Function, Punctuation, Name.Function.Magic, Text, Punctuation),
                ("syscall_mods", "inline_break", "syscall_args", "space_break"),
            ),
        ],
    }
