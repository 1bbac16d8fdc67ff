"""SPARQL (Rouge's lexers/sparql.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)

BUILTINS = """
    ABS AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS COUNT DATATYPE DAY ENCODE_FOR_URI FLOOR
    GROUP_CONCAT HOURS IF IRI LANG LANGMATCHES LCASE MAX MD5 MIN MINUTES MONTH NOW RAND REGEX REPLACE
    ROUND SAMETERM SAMPLE SECONDS SEPARATOR SHA1 SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT
    STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TZ UCASE URI UUID YEAR isBLANK isIRI
    isLITERAL isNUMERIC isURI
"""

KEYWORDS = """
    ADD ALL AS ASC ASK BASE BIND BINDINGS BY CLEAR CONSTRUCT COPY CREATE DATA DEFAULT DELETE DESC
    DESCRIBE DISTINCT DROP EXISTS FILTER FROM GRAPH GROUP HAVING IN INSERT LIMIT LOAD MINUS MOVE NAMED
    NOT OFFSET OPTIONAL ORDER PREFIX REDUCED SELECT SERVICE SILENT TO UNDEF UNION USING VALUES WHERE
    WITH
"""


class SPARQL(StateLexer):
    """SPARQL."""

    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"#.*", Comment.Single),
            (r'"""', String.Double, "string_double_literal"),
            (r'"', String.Double, "string_double"),
            (r"'''", String.Single, "string_single_literal"),
            (r"'", String.Single, "string_single"),
            (r"[$?](?u:\w)+", Name.Variable),
            (r"((?u:[\w-])*)(:)((?u:[\w-])+)?", groups(Name.Namespace, Operator, String.Symbol)),
            (r"<[^>]*>", Name.Namespace),
            (r"(?i:true|false)", Keyword.Constant),
            (r"a\b", Keyword),
            (
                r"(?i:[A-Z](?u:\w)+\b)",
                by_word((Name.Builtin, BUILTINS), (Keyword, KEYWORDS), default=Error, fold=str.upper),
            ),
            (r"(?i:[+\-]?(?:\d+\.\d*|\.\d+)(?:[e][+\-]?[0-9]+)?)", Number.Float),
            (r"[+\-]?\d+", Number.Integer),
            (r"[\]\[(){}.,;=]", Punctuation),
            (r"[/?*+=!<>]|&&|\|\||\^\^", Operator),
        ],
        "string_double_common": [
            include("string_escapes"),
            (r"\\", String.Double),
            (r'[^"\\]+', String.Double),
        ],
        "string_double": [
            (r'"', String.Double, ("#pop", "string_end")),
            include("string_double_common"),
        ],
        "string_double_literal": [
            (r'"""', String.Double, ("#pop", "string_end")),
            (r'"', String.Double),
            include("string_double_common"),
        ],
        "string_single_common": [
            include("string_escapes"),
            (r"\\", String.Single),
            (r"[^'\\]+", String.Single),
        ],
        "string_single": [
            (r"'", String.Single, ("#pop", "string_end")),
            include("string_single_common"),
        ],
        "string_single_literal": [
            (r"'''", String.Single, ("#pop", "string_end")),
            (r"'", String.Single),
            include("string_single_common"),
        ],
        "string_escapes": [
            (r"\\[tbnrf\"'\\]", String.Escape),
            (r"\\u[0-9a-fA-F]{4}", String.Escape),
            (r"\\U[0-9a-fA-F]{8}", String.Escape),
        ],
        "string_end": [
            (r"(@)([a-zA-Z]+(?:-[a-zA-Z0-9]+)*)", groups(Operator, Name.Property)),
            (r"\^\^", Operator),
            (r"", Text, "#pop"),
        ],
    }
