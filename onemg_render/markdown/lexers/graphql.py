"""Graphql (Rouge's lexers/graphql.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Punctuation,
    String,
    Text,
    TokenType,
    Whitespace,
)


class GraphQL(StateLexer):
    """Graphql."""

    def description(self) -> None:
        self.emit(String.Double, self[1])
        self.emit(Whitespace, self[2])
        self.delegate("markdown", self[3])
        self.emit(Whitespace, self[4])
        self.emit(String.Double, self[5])

    def end_selection(self) -> None:
        self.emit(Punctuation)
        self.pop()
        if self.stack[-1].name in ("query_definition", "fragment_definition"):
            self.pop()

    def end_value(self) -> None:
        self.emit(Punctuation)
        self.pop()
        if self.stack[-1].name == "value":
            self.pop()

    def scalar(self, token: TokenType) -> None:
        self.emit(token)
        if self.stack[-1].name != "list":
            self.pop()

    def variable(self) -> None:
        self.scalar(Name.Variable)

    def constant(self) -> None:
        self.scalar(Keyword.Constant)

    def real(self) -> None:
        self.scalar(Number.Float)

    def integer(self) -> None:
        self.scalar(Number.Integer)

    def string(self) -> None:
        self.scalar(String.Double)

    def name(self) -> None:
        self.scalar(Name)

    tokens = {
        "root": [
            (r"(?:query|mutation|subscription)\b", Keyword, "query_definition"),
            (r"\{", Punctuation, ("query_definition", "selection_set")),
            (r"fragment\b", Keyword, "fragment_definition"),
            (r"scalar\b", Keyword, "value"),
            (r"(?:type|interface|enum)\b", Keyword, "type_definition"),
            (r"(?:input|schema)\b", Keyword, "type_definition"),
            (r"union\b", Keyword, "union_definition"),
            (r"extend\b", Keyword),
            include("basic"),
            (r'(?s:(""")(\n)(.*?)(\n)("""))', description),
        ],
        "basic": [
            (r"\s+", Whitespace),
            (r"#.*$", Comment),
            (r"[!,]", Punctuation),
        ],
        "has_directives": [
            (r"(@[_A-Za-z][_0-9A-Za-z]*)(\s*)(\()", groups(Keyword, Whitespace, Punctuation), "arguments"),
            (r"@[_A-Za-z][_0-9A-Za-z]*\b", Keyword),
        ],
        "fragment_definition": [
            (r"on\b", Keyword),
            include("query_definition"),
        ],
        "query_definition": [
            include("has_directives"),
            (r"[_A-Za-z][_0-9A-Za-z]*\b", Name),
            (r"\(", Punctuation, "variable_definitions"),
            (r"\{", Punctuation, "selection_set"),
            include("basic"),
        ],
        "type_definition": [
            (r"implements\b", Keyword),
            (r"[_A-Za-z][_0-9A-Za-z]*\b", Name),
            (r"\(", Punctuation, "variable_definitions"),
            (r"\{", Punctuation, "type_definition_set"),
            include("basic"),
        ],
        "union_definition": [
            (r"[_A-Za-z][_0-9A-Za-z]*\b", Name),
            (r"=", Punctuation, "union_definition_variant"),
            include("basic"),
        ],
        "union_definition_variant": [
            (r"[_A-Za-z][_0-9A-Za-z]*\b", Name, ("#pop", "union_definition_pipe")),
            include("basic"),
        ],
        "union_definition_pipe": [
            (r"\|", Punctuation, ("#pop", "union_definition_variant")),
            (r"(?!\||\s+|#[^\n]*)", Text, ("#pop", "#pop")),
            include("basic"),
        ],
        "type_definition_set": [
            (r"\}", Punctuation, ("#pop", "#pop")),
            (
                r"([_A-Za-z][_0-9A-Za-z]*)(\s*)(\()",
                groups(Name, Whitespace, Punctuation),
                "variable_definitions",
            ),
            (r"[_A-Za-z][_0-9A-Za-z]*\b", Name),
            (r":", Punctuation, "type_names"),
            include("basic"),
        ],
        "arguments": [
            (r"\)", Punctuation, "#pop"),
            (r"[_A-Za-z][_0-9A-Za-z]*\b", Name),
            (r":", Punctuation, "value"),
            include("basic"),
        ],
        "variable_definitions": [
            (r"\)", Punctuation, "#pop"),
            (r"\$[_A-Za-z][_0-9A-Za-z]*\b", Name.Variable),
            (r"[_A-Za-z][_0-9A-Za-z]*\b", Name),
            (r":", Punctuation, "type_names"),
            (r"=", Punctuation, "value"),
            include("basic"),
        ],
        "type_names": [
            (r"(?:Int|Float|String|Boolean|ID)\b", Name.Builtin, "#pop"),
            (r"[_A-Za-z][_0-9A-Za-z]*\b", Name, "#pop"),
            (r"\[", Punctuation, "type_name_list"),
            include("basic"),
        ],
        "type_name_list": [
            (r"(?:Int|Float|String|Boolean|ID)\b", Name.Builtin),
            (r"[_A-Za-z][_0-9A-Za-z]*\b", Name),
            (r"\]", Punctuation, ("#pop", "#pop")),
            include("basic"),
        ],
        "selection_set": [
            include("has_directives"),
            (r"\}", end_selection),
            (r"([_A-Za-z][_0-9A-Za-z]*)(\s*)(\()", groups(Name, Whitespace, Punctuation), "arguments"),
            (r"([_A-Za-z][_0-9A-Za-z]*)(\s*)(:)", groups(Name, Whitespace, Punctuation)),
            (r"[_A-Za-z][_0-9A-Za-z]*\b", Name),
            (r"(\.\.\.)(\s+)(on)\b", groups(Punctuation, Whitespace, Keyword)),
            (r"\.\.\.", Punctuation),
            (r"\{", Punctuation, "selection_set"),
            include("basic"),
        ],
        "list": [
            (r"\]", end_value),
            include("value"),
        ],
        "object": [
            (r"\}", end_value),
            (r"([_A-Za-z][_0-9A-Za-z]*)(\s*)(:)", groups(Name, Whitespace, Punctuation), "value"),
            include("basic"),
        ],
        "value": [
            (r'(?s:""".*?""")', String.Double),
            (r"\$[_A-Za-z][_0-9A-Za-z]*\b", variable),
            (r"(?:true|false|null)\b", constant),
            (r"[+-]?[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?", real),
            (r"[+-]?[1-9][0-9]*(?:[eE][+-]?[0-9]+)?", integer),
            (r'"(\\[\\"]|[^"])*+"', string),
            (r"[_A-Za-z][_0-9A-Za-z]*\b", name),
            (r"\{", Punctuation, "object"),
            (r"\[", Punctuation, "list"),
            include("basic"),
        ],
    }
