"""Liquid (Rouge's lexers/liquid.rb)."""

import re

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
    TokenType,
    Whitespace,
)


def _of_value(text: str, default: TokenType) -> TokenType:
    """The token of a tag's argument: a string in either quotes anywhere in it, or something else."""
    if re.search(r"'[^']*'", text):
        return String.Single
    return String.Double if re.search(r'"[^"]*"', text) else default


class Liquid(StateLexer):
    """Objects and tags; the text around is left plain."""

    def end_of_markup(self) -> None:
        self.emit(Punctuation)
        self.reset_stack()

    def end_of_body(self) -> None:
        self.groups(Punctuation, Whitespace, Name.Tag, Whitespace, Punctuation)
        self.reset_stack()

    def cycle(self) -> None:
        kind = _of_value(self[3], Name.Attribute)
        self.groups(Name.Tag, Whitespace, kind, Whitespace, Punctuation, Whitespace)

    def loop(self) -> None:
        kind = _of_value(self[7], Name.Variable)
        self.groups(Name.Tag, Whitespace, Name.Variable, Whitespace, Name.Tag, Whitespace, kind, Whitespace)

    tokens = {
        "root": [
            (r"[^\{]+", Text),
            (r"(\{%-?)(\s*)", groups(Punctuation, Whitespace), "tag_or_block"),
            (r"(\{\{-?)(\s*)", groups(Punctuation, Whitespace), "output"),
            (r"\{", Text),
        ],
        "tag_or_block": [
            (r"(?:if|elsif|unless|case)\b", Keyword.Reserved, "condition"),
            (r"when\b", Keyword.Reserved, "when"),
            (r"(else)(\s*)(-?%\})", groups(Keyword.Reserved, Whitespace, Punctuation), "#pop"),
            (
                r"(capture|(?:in|de)crement)(\s+)([^\s%]+)(\s*)(-?%\})",
                groups(Name.Tag, Whitespace, Name.Variable, Whitespace, Punctuation),
                "#pop",
            ),
            (r"(comment)(\s*)(-?%\})", groups(Name.Tag, Whitespace, Punctuation), "comment"),
            (r"(raw)(\s*)(-?%\})", groups(Name.Tag, Whitespace, Punctuation), "raw"),
            (
                r"(end(?:if|unless|case))(\s*)(-?%\})",
                groups(Keyword.Reserved, Whitespace, Punctuation),
                "#pop",
            ),
            (r"(end[^\s%]+)(\s*)(-?%\})", groups(Name.Tag, Whitespace, Punctuation), "#pop"),
            (r"(?:assign|echo)\b", Name.Tag, "assign"),
            (r"(?:include|render)\b", Name.Tag, "include"),
            (r"(cycle)(\s+)(?:([^\s:]*)(\s*)(:))?(\s*)", cycle, "variable_tag_markup"),
            (
                r"(for|tablerow)(\s+)([\w-]+)(\s+)(in)(\s+)"
                r"((?:[^\s%,|'\"]|\"[^\"]*\"|'[^']*')+)(\s*)",
                loop,
                "tag_markup",
            ),
            (r"([^\s%]+)(\s*)", groups(Name.Tag, Whitespace), "tag_markup"),
        ],
        "output": [
            (
                r"(\|)(\s*)([a-zA-Z_][^\s}|:]*)",
                groups(Punctuation, Whitespace, Name.Function),
                "filters",
            ),
            include("end_of_tag"),
            include("generic"),
        ],
        "filters": [
            (
                r"(\|)(\s*)([a-zA-Z_][^\s%}|:]*)",
                groups(Punctuation, Whitespace, Name.Function),
            ),
            include("end_of_tag"),
            include("end_of_block"),
            include("variable_param_markup"),
        ],
        "condition": [
            (r"[=!]=|[<>]=?", Operator),
            (r"(?:and|or|contains)\b", Operator.Word),
            include("end_of_block"),
            include("generic"),
        ],
        "when": [include("end_of_block"), include("generic")],
        "end_of_tag": [(r"-?\}\}", end_of_markup)],
        "end_of_block": [(r"-?%\}", end_of_markup)],
        "param_markup": [
            include("whitespace"),
            include("keyword"),
            include("string"),
            include("number"),
            (r"([^\s=:]+)(\s*)(=|:)", groups(Name.Attribute, Whitespace, Operator)),
            (r"[,:]", Punctuation),
        ],
        "default_param_markup": [include("param_markup"), (r"\S+", Text)],
        "variable_param_markup": [include("param_markup"), include("variable"), (r"\S+", Text)],
        "tag_markup": [
            (r"reversed\b", Name.Attribute),
            include("end_of_block"),
            include("default_param_markup"),
        ],
        "variable_tag_markup": [include("end_of_block"), include("variable_param_markup")],
        "keyword": [(r"(?:false|true|nil)\b", Keyword.Constant)],
        "variable": [
            (r"(?:empty|blank|forloop\.[^\s%}|:]+)\b", Name.Builtin),
            (r"\.(?=\w)|\[|\]", Punctuation),
            (r"(?:first|last|size)\b", Name.Function),
            (r"[a-zA-Z_][\w-]*\??", Name.Variable),
        ],
        "string": [(r"'[^']*'", String.Single), (r'"[^"]*"', String.Double)],
        "number": [(r"-", Operator), (r"\d+\.\d+", Number.Float), (r"\d+", Number.Integer)],
        "generic": [
            include("whitespace"),
            include("keyword"),
            include("string"),
            include("number"),
            include("variable"),
        ],
        "whitespace": [(r"[ \t]+", Whitespace)],
        "comment": [
            (r"[^\{]+", Comment),
            (r"(\{%-?)(\s*)(endcomment)(\s*)(-?%\})", end_of_body),
            (r"\{", Comment),
        ],
        "raw": [
            (r"[^\{]+", Text),
            (r"(\{%-?)(\s*)(endraw)(\s*)(-?%\})", end_of_body),
            (r"\{", Text),
        ],
        "assign": [
            (r"=", Operator),
            (
                r"(\|)(\s*)([a-zA-Z_][^\s%|:]*)",
                groups(Punctuation, Whitespace, Name.Function),
                "filters",
            ),
            include("end_of_block"),
            include("generic"),
        ],
        "include": [
            (r"(\{\{-?)(\s*)", groups(Punctuation, Whitespace), "output_embed"),
            (r"(?:with|for)\b", Name.Tag),
            (r"[/\w-]+(?:\.[\w-]+)+\b", Text),
            include("variable_tag_markup"),
        ],
        "output_embed": [
            (
                r"(\|)(\s*)([a-zA-Z_][^\s}|:]*)",
                groups(Punctuation, Whitespace, Name.Function),
            ),
            (r"-?\}\}", Punctuation, "#pop"),
            include("variable_param_markup"),
        ],
    }
