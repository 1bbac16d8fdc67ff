"""Nix (Rouge's lexers/nix.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, words
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

RESERVED = """
    abort baseNameOf builtins derivation fetchTarball import isNull removeAttrs throw toString
"""


class Nix(StateLexer):
    """Nix."""

    def start(self) -> None:
        pass

    tokens = {
        "whitespaces": [
            (r"^\s*\n\s*$", Text),
            (r"\s+", Text),
        ],
        "comment": [
            (r"#.*$", Comment),
            (r"/\*", Comment, "multiline_comment"),
        ],
        "multiline_comment": [
            (r"\*/", Comment, "#pop"),
            (r".", Comment),
        ],
        "number": [
            (r"[0-9]", Number.Integer),
        ],
        "null": [
            (r"null", Keyword.Constant),
        ],
        "boolean": [
            (r"true|false", Keyword.Constant),
        ],
        "binding": [
            (r"[a-zA-Z_][a-zA-Z0-9-]*", Name.Variable),
        ],
        "path": [
            (
                r"(?:/[a-zA-Z0-9._-]+)+|~(?:/[a-zA-Z0-9._-]+)+|[a-zA-Z0-9._-]+(?:/[a-zA-Z0-9._-]+)"
                r"+|[a-z+]+:///?[a-zA-Z0-9._-]+(?:/[a-zA-Z0-9._-]+)+",
                String.Other,
            ),
        ],
        "string": [
            (r'"', String.Double, "double_quoted_string"),
            (r"''", String.Double, "indented_string"),
        ],
        "string_content": [
            (r"\\.", String.Escape),
            (r"\$\$", String.Escape),
            (r"\${", String.Interpol, "string_interpolated_arg"),
        ],
        "indented_string_content": [
            (r"'''", String.Escape),
            (r"''\$", String.Escape),
            (r"\$\$", String.Escape),
            (r"''\\.", String.Escape),
            (r"\${", String.Interpol, "string_interpolated_arg"),
        ],
        "string_interpolated_arg": [
            include("expression"),
            (r"}", String.Interpol, "#pop"),
        ],
        "indented_string": [
            include("indented_string_content"),
            (r"''", String.Double, "#pop"),
            (r".", String.Double),
        ],
        "double_quoted_string": [
            include("string_content"),
            (r'"', String.Double, "#pop"),
            (r".", String.Double),
        ],
        "operator": [
            (r"\.|\?|\+\+|\+|!=|!|//|==|&&|\|\||->|/|\*|-|<|>|<=|=>", Operator),
        ],
        "assignment": [
            (r"=", Operator),
            (r"@", Operator),
        ],
        "accessor": [
            (r"\$", Punctuation),
        ],
        "delimiter": [
            (r";|,|:", Punctuation),
        ],
        "atom_content": [
            include("expression"),
            (r"\)", Punctuation, "#pop"),
        ],
        "atom": [
            (r"\(", Punctuation, "atom_content"),
        ],
        "list": [
            (r"\[", Punctuation, "list_content"),
        ],
        "list_content": [
            (r"\]", Punctuation, "#pop"),
            include("expression"),
        ],
        "set": [
            (r"{", Punctuation, "set_content"),
        ],
        "set_content": [
            (r"}", Punctuation, "#pop"),
            include("expression"),
        ],
        "expression": [
            include("ignore"),
            include("comment"),
            include("boolean"),
            include("null"),
            include("number"),
            include("path"),
            include("string"),
            include("keywords"),
            include("operator"),
            include("accessor"),
            include("assignment"),
            include("delimiter"),
            include("binding"),
            include("atom"),
            include("set"),
            include("list"),
        ],
        "keywords": [
            include("keywords_namespace"),
            include("keywords_declaration"),
            include("keywords_conditional"),
            include("keywords_reserved"),
            include("keywords_builtin"),
        ],
        "keywords_namespace": [
            (r"(?:with|in|inherit)\b", Keyword.Namespace),
        ],
        "keywords_declaration": [
            (r"let\b", Keyword.Declaration),
        ],
        "keywords_conditional": [
            (r"(?:if|then|else)\b", Keyword),
        ],
        "keywords_reserved": [
            (r"(?:rec|assert|map)\b", Keyword.Reserved),
        ],
        "keywords_builtin": [
            (rf"{words(RESERVED)}\b", Keyword.Reserved),
        ],
        "ignore": [
            include("whitespaces"),
        ],
        "root": [
            include("ignore"),
            include("expression"),
        ],
    }
