"""Factor (Rouge's lexers/factor.rb)."""

from functools import cache

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, word_file
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


@cache
def builtins() -> frozenset[str]:
    """Factor's words."""
    return frozenset(word_file("factor").split())


class Factor(StateLexer):
    """Factor."""

    def name(self) -> None:
        self.emit(Name.Builtin if self[0] in builtins() else Name)

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"(:|::|MACRO:|MEMO:|GENERIC:|HELP:)(\s+)(\S+)", groups(Keyword, Text, Name.Function)),
            (
                r"(M:|HOOK:|GENERIC#)(\s+)(\S+)(\s+)(\S+)",
                groups(Keyword, Text, Name.Class, Text, Name.Function),
            ),
            (r"\((?=\s)", Name.Function, "stack_effect"),
            (r";(?=\s)", Keyword),
            (r"(USING:)((?:\s|\\\s)+)", groups(Keyword.Namespace, Text), "import"),
            (
                r"(IN:|USE:|UNUSE:|QUALIFIED:|QUALIFIED-WITH:)(\s+)(\S+)",
                groups(Keyword.Namespace, Text, Name.Namespace),
            ),
            (
                r"(FROM:|EXCLUDE:)(\s+)(\S+)(\s+)(=>)",
                groups(Keyword.Namespace, Text, Name.Namespace, Text, Punctuation),
            ),
            (r"(?:ALIAS|DEFER|FORGET|POSTPONE):", Keyword.Namespace),
            (
                r"(TUPLE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)",
                groups(Keyword, Text, Name.Class, Text, Punctuation, Text, Name.Class),
                "slots",
            ),
            (r"(TUPLE:)(\s+)(\S+)", groups(Keyword, Text, Name.Class), "slots"),
            (r"(UNION:|INTERSECTION:)(\s+)(\S+)", groups(Keyword, Text, Name.Class)),
            (
                r"(PREDICATE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)",
                groups(Keyword, Text, Name.Class, Text, Punctuation, Text, Name.Class),
            ),
            (r"(C:)(\s+)(\S+)(\s+)(\S+)", groups(Keyword, Text, Name.Function, Text, Name.Class)),
            (
                r"(?:INSTANCE|SLOT|MIXIN|SINGLETONS?|CONSTANT|SYMBOLS?|ERROR|SYNTAX|ALIEN|"
                r"TYPEDEF|FUNCTION|STRUCT):",
                Keyword,
            ),
            (r"<PRIVATE|PRIVATE>", Keyword.Namespace),
            (r"(MAIN:)(\s+)(\S+)", groups(Keyword.Namespace, Text, Name.Function)),
            (r'"(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String),
            (r'\S+"\s+(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String),
            (r"CHAR:\s+(?:\\[\\abfnrstv]*|\S)(?=\s)", String.Char),
            (r"!\s+.*$", Comment),
            (r"#!\s+.*$", Comment),
            (r"[tf](?=\s)", Name.Constant),
            (r"-?\d+\.\d+(?=\s)", Number.Float),
            (r"-?\d+(?=\s)", Number.Integer),
            (r"HEX:\s+[a-fA-F\d]+(?=\s)", Number.Hex),
            (r"BIN:\s+[01]+(?=\s)", Number.Bin),
            (r"OCT:\s+[0-7]+(?=\s)", Number.Oct),
            (r"[-+/*=<>^](?=\s)", Operator),
            (r"(?:deprecated|final|foldable|flushable|inline|recursive)(?=\s)", Keyword),
            (r"\S+", name),
        ],
        "stack_effect": [
            (r"\s+", Text),
            (r"\(", Name.Function, "stack_effect"),
            (r"\)", Name.Function, "#pop"),
            (r"--", Name.Function),
            (r"\S+", Name.Variable),
        ],
        "slots": [
            (r"\s+", Text),
            (r";(?=\s)", Keyword, "#pop"),
            (r"\S+", Name.Variable),
        ],
        "import": [
            (r";(?=\s)", Keyword, "#pop"),
            (r"\s+", Text),
            (r"\S+", Name.Namespace),
        ],
    }
