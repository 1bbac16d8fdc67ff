"""Hashicorp Configuration Language, Terraform (Rouge's lexers/{hcl,terraform}.rb)."""

from typing import ClassVar

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_table
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
)


class Hcl(StateLexer):
    """HCL."""

    names: ClassVar[dict[str, TokenType]] = word_table((Keyword.Constant, "true false null"))
    delimiter = ""

    def name(self) -> None:
        token = self.names.get(self[0], Name.Other)
        self.emit(token)
        if token is not Keyword.Constant:
            self.push("composite")

    def heredoc(self) -> None:
        self.groups(Operator, Text, String.Heredoc, String.Heredoc, Name.Constant, String.Heredoc)
        self.delimiter = self[5]
        self.push("heredoc")

    def heredoc_line(self) -> None:
        ends = self[1] == self.delimiter
        self.emit(Name.Constant if ends else String.Heredoc)
        if ends:
            self.pop(2)

    tokens = {
        "multiline_comment": [
            (r"[*]/", Comment.Multiline, "#pop"),
            (r"[^*/]+", Comment.Multiline),
            (r"[*/]", Comment.Multiline),
        ],
        "comments_and_whitespace": [
            (r"\s+", Text),
            (r"//.*?$", Comment.Single),
            (r"#.*?$", Comment.Single),
            (r"/[*]", Comment.Multiline, "multiline_comment"),
        ],
        "primitives": [
            (r"[0-9][0-9]*\.[0-9]+(?:[eE][0-9]+)?[fd]?(?:[kKmMgG]b?)?", Number.Float),
            (r"[0-9]+(?:[kKmMgG]b?)?", Number.Integer),
            (r'"', String.Double, "dq"),
            (r"'", String.Single, "sq"),
            (r"(<<-?)(\s*)('?)(\\?)(\w+)(\3)", heredoc),
        ],
        "root": [
            include("comments_and_whitespace"),
            include("primitives"),
            (r"\{", Punctuation, "hash"),
            (r"\[", Punctuation, "array"),
            (r"(?i:[$a-z_][a-z0-9_]*)", name),
        ],
        "composite": [
            include("comments_and_whitespace"),
            (r"[{]", Punctuation, ("#pop", "hash")),
            (r"[\[]", Punctuation, ("#pop", "array")),
            include("root"),
            (r"", Text, "#pop"),
        ],
        "hash": [
            include("comments_and_whitespace"),
            (r"=", Punctuation),
            (r"\}", Punctuation, "#pop"),
            include("root"),
        ],
        "array": [
            include("comments_and_whitespace"),
            (r",", Punctuation),
            (r"\]", Punctuation, "#pop"),
            include("root"),
        ],
        "dq": [
            (r'[^\\"]+', String.Double),
            (r'\\"', String.Escape),
            (r'"', String.Double, "#pop"),
        ],
        "sq": [
            (r"[^\\']+", String.Single),
            (r"\\'", String.Escape),
            (r"'", String.Single, "#pop"),
        ],
        "heredoc": [
            (r"\n", String.Heredoc, "heredoc_nl"),
            (r"[^$\n]+", String.Heredoc),
            (r"\$", String.Heredoc),
        ],
        "heredoc_nl": [
            (r"\s*(\w+)\s*\n", heredoc_line),
            (r"", Text, "#pop"),
        ],
    }


class Terraform(Hcl):
    """Terraform."""

    names = word_table(
        (Keyword, "terraform module provider variable resource data provisioner output"),
        (Keyword.Declaration, "var local"),
        (Keyword.Constant, "true false null"),
    )

    def operand(self) -> None:
        self.emit(self.names.get(self[0], Name.Other))

    tokens = {
        **Hcl.tokens,
        "hash": [
            (r"[.,()*]", Punctuation),
            *Hcl.tokens["hash"],
        ],
        "array": [
            (r"[.,()*]", Punctuation),
            *Hcl.tokens["array"],
        ],
        "dq": [
            (r'[^\\"\$]+', String.Double),
            include("strings"),
            (r'"', String.Double, "#pop"),
        ],
        "sq": [
            (r"[^\\'\$]+", String.Single),
            include("strings"),
            (r"'", String.Single, "#pop"),
        ],
        "heredoc": [
            (r"\n", String.Heredoc, "heredoc_nl"),
            (r"[^$\n]+", String.Heredoc),
            (r"\$", String.Heredoc),
            include("strings"),
        ],
        "strings": [
            (r"\\.", String.Escape),
            (r"\$\{", Keyword, "interpolation"),
        ],
        "interpolation": [
            (r"\}", Keyword, "#pop"),
            include("expression"),
        ],
        "regexps": [
            (r'"/', String.Delimiter, ("#pop", "regexp_inner")),
        ],
        "regexp_inner": [
            (r'[^"/\\]+', String.Regex),
            (r"\\.", String.Regex),
            (r'/"', String.Delimiter, "#pop"),
            (r'["/]', String.Regex),
        ],
        "expression": [
            include("regexps"),
            include("primitives"),
            (r"\s+", Text),
            (r"\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|==|!=", Operator),
            (r"[-<>+*%&|\^/!=?:]=?", Operator),
            (r"[(\[,]", Punctuation),
            (r"[)\].]", Punctuation),
            (
                r"(?i:[$a-z_\-][a-z0-9_\-]*)",
                operand,
            ),
        ],
    }
