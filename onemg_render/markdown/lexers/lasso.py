"""Lasso (Rouge's lexers/lasso.rb)."""

from functools import cache

from onemg_render.markdown.lexers.state_lexer import groups, include, word_file, word_table
from onemg_render.markdown.lexers.templates import Template
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    TokenType,
    Whitespace,
)

ID = r"(?:[a-zA-Z_][\w.]*)"
BEGIN = r"<\?(?i:lasso(?:script)?|=)"
AROUND = r"[^\[<]|<!--(?s:.*?)-->|<(script|style)(?s:.*?)\2>|<(?!\?(?:lasso(?:script)?|=))"


@cache
def names() -> dict[str, TokenType]:
    """Lasso's words with their tokens."""
    lines = (line.partition(":") for line in word_file("lasso").splitlines())
    kinds = {kind: listed for kind, _, listed in lines}
    return word_table(
        (Keyword.Namespace, "namespace_using"),
        (Name.Exception, kinds["exceptions"]),
        (Keyword.Type, kinds["types"]),
        (Name.Decorator, kinds["traits"]),
        (Keyword, kinds["keywords"]),
        (Name.Builtin, kinds["builtins"]),
    )


class Lasso(Template):
    """Lasso, in pages or alone; the option `start_inline` begins with code."""

    def start(self) -> None:
        super().start()
        if self.options.get("start_inline") not in (None, False, "0", "false", "off"):
            self.push("lasso")

    def name(self) -> None:
        self.emit(Punctuation, self[1])
        self.emit(names().get(self[2].lower(), Name.Other), self[2])

    tokens = {
        "root": [
            (r"^#![ \S]+lasso9\b", Comment.Preproc, "lasso"),
            (r"(?=\[|<)", Text, "delimiters"),
            (r"\s+", Whitespace),
            (r"", Text, ("delimiters", "lassofile")),
        ],
        "delimiters": [
            (r"\[no_square_brackets\]", Comment.Preproc, "nosquarebrackets"),
            (r"\[noprocess\]", Comment.Preproc, "noprocess"),
            (r"\[", Comment.Preproc, "squarebrackets"),
            (BEGIN, Comment.Preproc, "anglebrackets"),
            (rf"(?i:({AROUND})+)", Template.around),
        ],
        "nosquarebrackets": [
            (r"\[noprocess\]", Comment.Preproc, "noprocess"),
            (BEGIN, Comment.Preproc, "anglebrackets"),
            (rf"(?i:({AROUND}|\[(?!noprocess))+)", Template.around),
        ],
        "noprocess": [
            (r"\[/noprocess\]", Comment.Preproc, "#pop"),
            (r"(?i:(?:[^\[]|\[(?!/noprocess))+)", Template.around),
        ],
        "squarebrackets": [(r"\]", Comment.Preproc, "#pop"), include("lasso")],
        "anglebrackets": [(r"\?>", Comment.Preproc, "#pop"), include("lasso")],
        "lassofile": [(r"\]|\?>", Comment.Preproc, "#pop"), include("lasso")],
        "whitespacecomments": [
            (r"\s+", Text),
            (r"//.*?\n", Comment.Single),
            (r"(?s:/\*\*!.*?\*/)", Comment.Doc),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
        ],
        "lasso": [
            include("whitespacecomments"),
            (r"\d*\.\d+(?:[eE][+-]?\d+)?", Number.Float),
            (r"0[xX][\da-fA-F]+", Number.Hex),
            (r"\d+", Number.Integer),
            (r"(?i:infinity|NaN)\b", Number),
            (r"'[^'\\]*(?:\\(?s:.)[^'\\]*)*'", String.Single),
            (r'"[^"\\]*(?:\\(?s:.)[^"\\]*)*"', String.Double),
            (r"`[^`]*`", String.Backtick),
            (rf"\${ID}", Name.Variable),
            (rf"#(?:{ID}|\d+\b)", Name.Variable.Instance),
            (rf"(\.\s*)('{ID}')", groups(Name.Builtin.Pseudo, Name.Variable.Class)),
            (
                rf"((?i:self))(\s*->\s*)('{ID}')",
                groups(Name.Builtin.Pseudo, Operator, Name.Variable.Class),
            ),
            (rf"(\.\.?\s*)({ID}(?:=(?!=))?)", groups(Name.Builtin.Pseudo, Name.Other)),
            (rf"(->\\?\s*|&\s*)({ID}(?:=(?!=))?)", groups(Operator, Name.Other)),
            (r"(?i:self|inherited|currentcapture|givenblock)\b", Name.Builtin.Pseudo),
            (rf"-(?!(?i:infinity)){ID}", Name.Attribute),
            (rf"::\s*{ID}", Name.Label),
            (
                rf"(?i:(define)(\s+)({ID})(\s*=>\s*)(type|trait|thread)\b)",
                groups(Keyword.Declaration, Text, Name.Class, Operator, Keyword),
            ),
            (
                rf"(?i:(define)(\s+)({ID})(\s*->\s*)({ID}=?|[-+*/%]))",
                groups(Keyword.Declaration, Text, Name.Class, Operator, Name.Function),
                "signature",
            ),
            (rf"(?i:(define)(\s+)({ID}))", groups(Keyword.Declaration, Text, Name.Function), "signature"),
            (
                rf"(?i:(public|protected|private|provide)(\s+)((?:{ID}=?|[-+*/%])(?=\s*\()))",
                groups(Keyword, Text, Name.Function),
                "signature",
            ),
            (
                rf"(?i:(public|protected|private|provide)(\s+)({ID}))",
                groups(Keyword, Text, Name.Function),
            ),
            (r"(?i:true|false|none|minimal|full|all|void)\b", Keyword.Constant),
            (r"(?i:local|var|variable|global|data(?=\s))\b", Keyword.Declaration),
            (rf"(?i:({ID})(\s+)(in)\b)", groups(Name, Text, Keyword)),
            (rf"(?i:(let|into)(\s+)({ID}))", groups(Keyword, Text, Name)),
            (r",", Punctuation, "commamember"),
            (r"(?i:and|or|not)\b", Operator.Word),
            (rf"({ID})(\s*::\s*{ID})?(\s*=(?!=|>))", groups(Name, Name.Label, Operator)),
            (r"(/?)([\w.]+)", name),
            (
                r"(?i:(=)(n?bw|n?ew|n?cn|lte?|gte?|n?eq|n?rx|ft)\b)",
                groups(Operator, Operator.Word),
            ),
            (r":=|[-+*/%=<>&|!?\\]+", Operator),
            (r"[{}():;,@^]", Punctuation),
        ],
        "signature": [
            (r"=>", Operator, "#pop"),
            (r"\)", Punctuation, "#pop"),
            (r"[(,]", Punctuation, "parameter"),
            include("lasso"),
        ],
        "parameter": [
            (r"\)", Punctuation, "#pop"),
            (rf"-?{ID}", Name.Attribute, "#pop"),
            (r"\.\.\.", Name.Builtin.Pseudo),
            include("lasso"),
        ],
        "commamember": [
            (
                rf"(?:{ID}=?|[-+*/%])(?=\s*(?:\((?:[^()]*\([^()]*\))*+[^)]*\)\s*)?(?:::[\w.\s]+)?=>)",
                Name.Function,
                "signature",
            ),
            include("whitespacecomments"),
            (r"", Text, "#pop"),
        ],
    }
