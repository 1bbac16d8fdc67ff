"""Cypher (Rouge's lexers/cypher.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, word_set
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    String,
    Text,
    Whitespace,
)

FUNCTIONS = word_set("""
    ABS ACOS ALLSHORTESTPATHS ASIN ATAN ATAN2 AVG CEIL COALESCE COLLECT COS COT COUNT DATE DEGREES E
    ENDNODE EXP EXTRACT FILTER FLOOR HAVERSIN HEAD ID KEYS LABELS LAST LEFT LENGTH LOG LOG10 LOWER LTRIM
    MAX MIN NODE NODES PERCENTILECONT PERCENTILEDISC PI RADIANS RAND RANGE REDUCE REL RELATIONSHIP
    RELATIONSHIPS REPLACE REVERSE RIGHT ROUND RTRIM SHORTESTPATH SIGN SIN SIZE SPLIT SQRT STARTNODE
    STDEV STDEVP STR SUBSTRING SUM TAIL TAN TIMESTAMP TOFLOAT TOINT TOINTEGER TOSTRING TRIM TYPE UPPER
""")

PREDICATES = "ALL AND ANY CONTAINS EXISTS HAS IN NONE NOT OR SINGLE XOR"

KEYWORDS = """
    AS ASC ASCENDING ASSERT BY CALL CASE COMMIT CONSTRAINT CREATE CSV CYPHER DELETE DESC DESCENDING
    DETACH DISTINCT DROP ELSE END ENDS EXPLAIN FALSE FIELDTERMINATOR FOREACH FROM HEADERS IN INDEX IS
    JOIN LIMIT LOAD MATCH MERGE NULL ON OPTIONAL ORDER PERIODIC PROFILE REMOVE RETURN SCAN SET SKIP
    START STARTS THEN TRUE UNION UNIQUE UNWIND USING WHEN WHERE WITH YIELD
"""

RESERVED = word_set(KEYWORDS)


class Cypher(StateLexer):
    """Cypher."""

    def split_root(self) -> None:
        if self[1].upper() in FUNCTIONS:
            self.groups(Name.Function, Whitespace, String.Symbol)
        elif self[1].upper() in RESERVED:
            self.groups(Keyword, Whitespace, String.Symbol)
        else:
            self.groups(Name, Whitespace, String.Symbol)

    tokens = {
        "root": [
            (r"[\s]+", Text),
            (r"//.*?$", Comment.Single),
            (r"/\*", Comment.Multiline, "multiline_comments"),
            (r"[*+\-<>=&|~%^]", Operator),
            (r"[{}),;\[\]]", String.Symbol),
            (r"(\w+)(:)(\s*)(-?[._\d]+)", groups(Name.Label, String.Delimiter, Whitespace, Number)),
            (r"(\w+)(\s*)(\()", split_root),
            (r":\w+", Name.Class),
            (r"(-?\d+)(\.\.)(-?\d+)", groups(Number, Operator, Number)),
            (r"(?i:(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?\d+)?)", Number.Float),
            (r"(?i:\d+e[+-]?\d+)", Number.Float),
            (r"0[0-7]+", Number.Oct),
            (r"(?i:0x[a-f0-9]+)", Number.Hex),
            (r"\d+", Number.Integer),
            (r"[.\w]+:", Name.Property),
            (r"\(", String.Symbol),
            (
                r"[.\w$]+",
                by_word((Operator.Word, PREDICATES), (Keyword, KEYWORDS), default=Name, fold=str.upper),
            ),
            (r'"(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String.Double),
            (r"'(?:(?:\\\\|\\'|[^'])*+'|(?:[^']|(?<=\\)')*')", String.Single),
            (r"`(?:(?:\\\\|\\`|[^`])*+`|(?:[^`]|(?<=\\)`)*`)", String.Backtick),
        ],
        "multiline_comments": [
            (r"/[*]", Comment.Multiline, "multiline_comments"),
            (r"[*]/", Comment.Multiline, "#pop"),
            (r"[^/*]+", Comment.Multiline),
            (r"[/*]", Comment.Multiline),
        ],
    }
