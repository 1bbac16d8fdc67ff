"""LiveScript (Rouge's lexers/livescript.rb)."""

import re

from onemg_render.markdown.lexers.javascript import BUILTINS, CONSTANTS
from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_set, word_table
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
    break by case catch continue debugger default delete do else export fallthrough finally for from if
    import in instanceof loop new of otherwise require return super switch then throw til to try typeof
    unless until when while with yield
"""

OWN_BUILTINS = BUILTINS + "this it that arguments"

WORDS = word_table(
    (Keyword, KEYWORDS),
    (Name.Constant, CONSTANTS + "yes no on off void"),
    (Name.Builtin, OWN_BUILTINS),
    (Keyword.Declaration, "const let var function class extends implements"),
)
KNOWN_BUILTINS = word_set(OWN_BUILTINS)

ID = r"(?i:[$a-z_](?:(?:-(?=[a-z]))?[a-z0-9_])*)"
DIGITS = r"\d[\d_]*"
INTEGER = rf"{DIGITS}(?:e[+-]?{DIGITS})?[$\w]*"
FLAGS = r"(?:[gimy]+\b|\B)"


class LiveScript(StateLexer):
    """LiveScript."""

    def name(self) -> None:
        word = self[0]
        if word in ("break", "continue"):
            self.emit(Keyword)
            self.push("loop_control")
            return
        token = WORDS.get(word)
        if token is None:
            camel = word[0].isupper() and re.search(r"[^-][a-z]", word)
            token = Name.Class if camel else Name.Variable
        self.emit(token)
        self.push("id")

    def interpolated_name(self) -> None:
        self.groups(String.Interpol, Name.Builtin if self[2] in KNOWN_BUILTINS else Name.Variable)

    tokens = {
        "root": [
            (r"^(?=\s|/)", Text, "slash_starts_regex"),
            include("comments"),
            include("whitespace"),
            (r"(<\[)((?s:.*?))(\]>)", groups(Punctuation, String, Punctuation)),
            (r"!\s*function\b", Keyword.Declaration),
            (r"!?[-~]>|<[-~]!?", Keyword.Declaration),
            (r"=>", Keyword),
            (rf"(::)({ID})", groups(Punctuation, Name.Attribute), "id"),
            (rf"(::)({INTEGER})", groups(Punctuation, Number.Integer), "id"),
            (rf"(@)({ID})", groups(Name.Variable.Instance, Name.Attribute), "id"),
            (rf"([.])({ID})", groups(Punctuation, Name.Attribute), "id"),
            (r"([.])(\d+)", groups(Punctuation, Number.Integer), "id"),
            (rf"{ID}(?=\s*:[^:=])", Name.Attribute),
            (
                r"[+][+]|--|&&|(?:and|x?or|is(?:nt)?|not)\b(?!-[a-zA-Z]|_)|[|][|]"
                r"|[.](?:[|&^]|<<|>>>?)[.]|\\(?=\n)|[.:]=|<<<<?|<[|]|[|]>"
                r"|(?:<<|>>|==?|!=?|[-<>+*%^/~?])=?",
                Operator,
                "slash_starts_regex",
            ),
            (rf"(&)({ID})?", groups(Name.Builtin, Name.Attribute)),
            (r"[|]|case(?=\s)", Keyword, "switch_underscore"),
            (r"@", Name.Variable.Instance),
            (r"[.]{3}", Punctuation),
            (r":", Punctuation),
            (ID, name),
            (rf"\](?=[!?.]|{ID})", Punctuation, "id"),
            (r"[{(\[;,]", Punctuation, "slash_starts_regex"),
            (r"[})\].]", Punctuation),
            (rf"{DIGITS}[.]{INTEGER}", Number.Float),
            (r"0x[0-9A-Fa-f]+", Number.Hex),
            (INTEGER, Number.Integer),
            (r'"""', String, "triple_double"),
            (r"'''", String, "triple_single"),
            (r'"', String, "double"),
            (r"'", String, "single"),
            (r"\\\S[^\s,;\])}]*", String),
        ],
        "triple_double": [(r'"""', String, "#pop"), (r'"', String), include("double_strings")],
        "triple_single": [(r"'''", String, "#pop"), (r"'", String), include("single_strings")],
        "double": [(r'"', String, "#pop"), include("double_strings")],
        "single": [(r"'", String, "#pop"), include("single_strings")],
        "code_escape": [
            (
                r"\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})",
                String.Escape,
            )
        ],
        "interpolated_expression": [(r"\}", String.Interpol, "#pop"), include("root")],
        "interpolation": [
            (r"[#][{]", String.Interpol, "interpolated_expression"),
            (rf"(#)({ID})", interpolated_name),
        ],
        "whitespace": [(rf"(\s+?)(?:^([^\S\n]*)(:{ID}))?", groups(Text, Text, Name.Label))],
        "whitespace_single_line": [(r"[^\S\n]+", Text)],
        "slash_starts_regex": [
            include("comments"),
            include("whitespace"),
            include("multiline_regex_begin"),
            (rf"/(?:\\.|[^\[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+/{FLAGS}", String.Regex, "#pop"),
            (r"", Text, "#pop"),
        ],
        "multiline_regex_begin": [(r"//", String.Regex, ("#pop", "multiline_regex"))],
        "multiline_regex_end": [(rf"//{FLAGS}", String.Regex, "#pop")],
        "multiline_regex": [
            include("multiline_regex_end"),
            include("regex_comment"),
            include("interpolation"),
            include("code_escape"),
            (r"\\\D", String.Escape),
            (r"\\\d+", Name.Variable),
            (r"(?s:.)", String.Regex),
        ],
        "regex_comment": [
            (r"^#(?:\s+.*)?$", Comment.Single),
            (r"(\s+)(#)(\s+.*)?$", groups(Text, Comment.Single, Comment.Single)),
        ],
        "comments": [(r"(?s:/\*.*?\*/)", Comment.Multiline), (r"#.*$", Comment.Single)],
        "switch_underscore": [
            include("whitespace_single_line"),
            (r"_(?=\s*=>|\s+then\b)", Keyword),
            (r"", Text, "#pop"),
        ],
        "loop_control": [
            include("whitespace_single_line"),
            (rf"{ID}(?=[);\n])", Name.Label),
            (r"", Text, "#pop"),
        ],
        "id": [
            (r"[!?]|[.](?!=)", Punctuation),
            (r"[{]", Punctuation, "destructuring"),
            (ID, Name.Attribute),
            (INTEGER, Number.Integer),
            (r"", Text, ("#pop", "slash_starts_regex")),
        ],
        "destructuring": [
            (r"[,;]", Punctuation),
            (ID, Name.Attribute),
            (INTEGER, Number.Integer),
            include("whitespace"),
            (r"[}]", Punctuation, "#pop"),
        ],
        "strings": [
            (r"[^#\\'\"]+", String),
            include("code_escape"),
            (r"\\.", String.Escape),
            (r"#", String),
        ],
        "double_strings": [(r"'", String), include("interpolation"), include("strings")],
        "single_strings": [(r'"', String), include("strings")],
    }
