"""Clean (Rouge's lexers/clean.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Punctuation,
    String,
    Whitespace,
)

KEYWORDS = """
    as case ccall class code definition derive dynamic export foreign from generic if implementation
    import in infix infixl infixr inline instance let module of otherwise qualified special stdcall
    system where with
"""


class Clean(StateLexer):
    """Clean."""

    def split_root(self) -> None:
        if self[0] == "True" or self[0] == "False":
            self.emit(Keyword.Constant)
        else:
            self.emit(Keyword.Type)

    tokens = {
        "common_literals": [
            (r"'(?:[^'\\]|\\(?:x[0-9a-fA-F]+|\d+|.))'", String.Char),
            (r"[+~-]?\d+\.\d+(?:E[+-]?\d+)?\b", Number.Float),
            (r"[+~-]?\d+E[+-]?\d+\b", Number.Float),
            (r"[+~-]?\d+", Number.Integer),
            (r'"', String.Double, "string"),
        ],
        "basic": [
            (r"\s+", Whitespace),
            (r"//\*.*", Comment.Doc),
            (r"//.*", Comment.Single),
            (r"/\*\*", Comment.Doc, "comment_doc"),
            (r"/\*", Comment.Multiline, "comment"),
            (r"[+~-]?0[0-7]+", Number.Oct),
            (r"[+~-]?0x[0-9a-fA-F]+", Number.Hex),
            include("common_literals"),
            (
                r"(\[)(\s*)(')(?=.*?'\])",
                groups(Punctuation, Whitespace, String.Single, Punctuation),
                "charlist",
            ),
        ],
        "comment_doc": [
            (r"\*/", Comment.Doc, "#pop"),
            (r"//.*", Comment.Doc),
            (r"/\*", Comment.Doc, "comment"),
            (r"[^*/]+", Comment.Doc),
            (r"[*/]", Comment.Doc),
        ],
        "comment": [
            (r"\*/", Comment.Multiline, "#pop"),
            (r"//.*", Comment.Multiline),
            (r"/\*", Comment.Multiline, "comment"),
            (r"[^*/]+", Comment.Multiline),
            (r"[*/]", Comment.Multiline),
        ],
        "root": [
            include("basic"),
            (r"code(?:\s+inline)?\s*{", Comment.Preproc, "abc"),
            (r"_*[a-z][\w_`]*", by_word((Keyword, KEYWORDS), default=Name)),
            (r"_*[A-Z][\w_`]*", split_root),
            (r"[^\w_\s`]", Punctuation),
            (r"_\b", Punctuation),
        ],
        "escapes": [
            (r"(?i:\\x[0-9a-fA-F]{1,2})", String.Escape),
            (r"(?i:\\d\d{0,3})", String.Escape),
            (r"\\0[0-7]{0,3}", String.Escape),
            (r"\\[0-7]{1,3}", String.Escape),
            (r"\\[nrfbtv\\\"']", String.Escape),
        ],
        "string": [
            (r'"', String.Double, "#pop"),
            include("escapes"),
            (r'[^\\"]+', String.Double),
        ],
        "charlist": [
            (r"(')(\])", groups(String.Single, Punctuation), "#pop"),
            include("escapes"),
            (r"[^\\']", String.Single),
        ],
        "abc_basic": [
            (r"\s+", Whitespace),
            (r"\|.*", Comment.Single),
            include("common_literals"),
        ],
        "abc": [
            include("abc_basic"),
            (r"}", Comment.Preproc, "#pop"),
            (r"\.\w*", Keyword, "abc_rest_of_line"),
            (r"[\w_]+", Name.Builtin, "abc_rest_of_line"),
        ],
        "abc_rest_of_line": [
            (r"\n", Whitespace, "#pop"),
            (r"}", Comment.Preproc, ("#pop", "#pop")),
            include("abc_basic"),
            (r"\S+", Name),
        ],
    }
