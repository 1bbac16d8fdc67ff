"""YANG (Rouge's lexers/yang.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
)

TOP_STMTS_KEYWORDS = "module submodule"

MODULE_HEADER_STMTS_KEYWORDS = "belongs-to namespace prefix yang-version"

META_STMTS_KEYWORDS = "contact description organization reference revision"

LINKAGE_STMTS_KEYWORDS = "import include revision-date"

BODY_STMTS_KEYWORDS = """
    action argument augment deviation extension feature grouping identity if-feature input notification
    output rpc typedef
"""

DATA_DEF_STMTS_KEYWORDS = """
    anydata anyxml case choice config container deviate leaf leaf-list list must presence refine uses
    when
"""

TYPE_STMTS_KEYWORDS = """
    base bit default enum error-app-tag error-message fraction-digits length max-elements min-elements
    modifier ordered-by path pattern position range require-instance status type units value yin-element
"""

LIST_STMTS_KEYWORDS = "key mandatory unique"

TYPES = """
    binary bits boolean decimal64 empty enumeration identityref instance-identifier int16 int32 int64
    int8 leafref string uint16 uint32 uint64 uint8 union
"""

CONSTANTS_KEYWORDS = """
    add current delete deprecated false invert-match max min not-supported obsolete replace true
    unbounded user
"""


class YANG(StateLexer):
    """YANG."""

    tokens = {
        "comment": [
            (r"[^*/]", Comment),
            (r"/\*", Comment, "comment"),
            (r"\*/", Comment, "#pop"),
            (r"[*/]", Comment),
        ],
        "root": [
            (r"\s+", Whitespace),
            (r"[\{\};]+", Punctuation),
            (r"(?:and|or|not|\+|\.)(?![\-\w])", Operator),
            (r'"(?:\\"|[^"])*?"', String.Double),
            (r"'(?:\\'|[^'])*?'", String.Single),
            (r"/\*", Comment, "comment"),
            (r"//.*?$", Comment),
            (r"([\w.-]+)(:)([\w.-]+)(?=[\s{};])", groups(Name.Namespace, Punctuation, Name)),
            (r"[0-9]{4}\-[0-9]{2}\-[0-9]{2}(?=[\s\{\};])", Name.Label),
            (r"[0-9]+\.[0-9]+(?=[\s\{\};])", Number.Float),
            (r"[0-9]+(?=[\s\{\};])", Number.Integer),
            (
                r"[\w_-]+(?=[^\w\-:])\b",
                by_word(
                    (Keyword.Declaration, TOP_STMTS_KEYWORDS),
                    (Keyword.Declaration, MODULE_HEADER_STMTS_KEYWORDS),
                    (Keyword.Declaration, META_STMTS_KEYWORDS),
                    (Keyword.Declaration, LINKAGE_STMTS_KEYWORDS),
                    (Keyword.Declaration, BODY_STMTS_KEYWORDS),
                    (Keyword.Declaration, DATA_DEF_STMTS_KEYWORDS),
                    (Keyword.Declaration, TYPE_STMTS_KEYWORDS),
                    (Keyword.Declaration, LIST_STMTS_KEYWORDS),
                    (Keyword.Type, TYPES),
                    (Name.Constant, CONSTANTS_KEYWORDS),
                    default=Name,
                    fold=str.lower,
                ),
            ),
            (r"[^;{}\s'\"]+", Name),
        ],
    }
