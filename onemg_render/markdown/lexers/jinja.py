"""Jinja and Twig (Rouge's lexers/{jinja,twig}.rb)."""

from typing import ClassVar

from onemg_render.markdown.lexers.state_lexer import groups, include, word_table
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
)


class Jinja(Template):
    """Jinja and Django."""

    names: ClassVar[dict[str, TokenType]] = word_table(
        (
            Keyword,
            """
            as context do else extends from ignore missing import include reversed recursive scoped
            autoescape endautoescape block endblock call endcall filter endfilter for endfor if endif
            macro endmacro set endset trans endtrans with endwith without
            """,
        ),
        (Keyword.Pseudo, "true false none True False None"),
        (Operator.Word, "is in and or not"),
        (
            Name.Builtin,
            """
            callable defined divisibleby equalto escaped even iterable lower mapping none number odd
            sameas sequence string undefined upper
            """,
        ),
    )

    def raw(self) -> None:
        self.groups(Comment.Preproc, Text, Keyword, Text, Comment.Preproc)
        self.push(self[3])

    def name(self) -> None:
        self.emit(self.names.get(self[0], Name.Variable))

    tokens = {
        "root": [
            (r"{#", Comment, "comment"),
            (r"##.*", Comment),
            (r"({%-?)(\s*)(raw|verbatim)(\s*)(-?%})", raw),
            (r"\{%", Comment.Preproc, "statement"),
            (r"\{\{", Comment.Preproc, "expression"),
            (r"(?s:(.+?)(?=\\|{{|{%|{#|##))", Template.around),
            (r"(?s:.+)", Template.around),
        ],
        "filter": [
            (r"(\|\s*)(\w+)", groups(Operator, Name.Function)),
        ],
        "function": [
            (r"(\w+)(\()", groups(Name.Function, Punctuation)),
        ],
        "text": [
            (r"\s+", Text),
        ],
        "literal": [
            (r'"(?:(?:\\.|[^"\\\n])*+"|.*\\")', String.Double),
            (r"'(?:(?:\\.|[^'\\\n])*+'|.*\\')", String.Single),
            (r"\d+(?=}\s)", Number),
            (r"\+|\-|\*|//?|\*\*?|=", Operator),
            (r"<=?|>=?|===?|!=", Operator),
            (r",", Punctuation),
            (r"\[", Punctuation),
            (r"\]", Punctuation),
            (r"\(", Punctuation),
            (r"\)", Punctuation),
        ],
        "comment": [
            (r"[^#]+", Comment),
            (r"#}", Comment, "#pop"),
            (r"#", Comment),
        ],
        "expression": [
            (r"\w+\.?", Name.Variable),
            include("filter"),
            include("function"),
            include("literal"),
            include("text"),
            (r"%}|}}", Comment.Preproc, "#pop"),
        ],
        "statement": [
            (r"(\w+\.?)", name),
            include("filter"),
            include("function"),
            include("literal"),
            include("text"),
            (r"%\}", Comment.Preproc, "#pop"),
        ],
        "raw": [
            (
                r"({%-?)(\s*)(endraw)(\s*)(-?%})",
                groups(Comment.Preproc, Text, Keyword, Text, Comment.Preproc),
                "#pop",
            ),
            (r"[^{]+", Text),
            (r"{", Text),
        ],
        "verbatim": [
            (
                r"({%-?)(\s*)(endverbatim)(\s*)(-?%})",
                groups(Comment.Preproc, Text, Keyword, Text, Comment.Preproc),
                "#pop",
            ),
            (r"[^{]+", Text),
            (r"{", Text),
        ],
    }


class Twig(Jinja):
    """Twig."""

    names = word_table(
        (
            Keyword,
            """
            as do extends flush from import include use else starts ends with without autoescape
            endautoescape block endblock embed endembed filter endfilter for endfor if endif macro
            endmacro sandbox endsandbox set endset spaceless endspaceless
            """,
        ),
        (Keyword.Pseudo, "true false none"),
        (Operator.Word, "b-and b-or b-xor is in and or not"),
        (Name.Builtin, "constant defined divisibleby empty even iterable null odd sameas"),
    )
