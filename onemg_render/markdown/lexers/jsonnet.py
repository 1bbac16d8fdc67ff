"""Jsonnet (Rouge's lexers/jsonnet.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, include
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Number, Punctuation, String, Text

KEYWORDS = "assert else error for if import importstr in local self super tailstrict then"

DECLARATIONS = "function"

CONSTANTS = "false null true"

BUILTINS = """
    abs acos asin assertEqual atan ceil char codepoint cos escapeStringBash escapeStringDollars
    escapeStringJson escapeStringPython exp exponent filter filterMap flattenArrays floor foldl foldr
    force format join length lines log makeArray manifestIni manifestPython manifestPythonVars mantissa
    map max min mod objectFields objectHas pow range set setDiff setInter setMember setUnion sin sort
    split sqrt stringChars substr tan thisFile toString type uniq
"""


class Jsonnet(StateLexer):
    """Jsonnet."""

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"//.*?$", Comment.Single),
            (r"#.*?$", Comment.Single),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
            (r"(?i:-?(?:0|[1-9]\d*)\.\d+(?:e[+-]\d+)?)", Number.Float),
            (r"(?i:-?(?:0|[1-9]\d*)(?:e[+-]\d+)?)", Number.Integer),
            (r"[{}:\.,;+\[\]=%\(\)]", Punctuation),
            (r'"', String, "string_double"),
            (r"'", String, "string_single"),
            (r"\|\|\|", String, "string_block"),
            (r"\$", Keyword),
            (
                r"[a-zA-Z_][a-zA-Z0-9_]*",
                by_word(
                    (Keyword, KEYWORDS),
                    (Keyword.Declaration, DECLARATIONS),
                    (Keyword.Constant, CONSTANTS),
                    (Name.Builtin, BUILTINS),
                    default=Name.Other,
                ),
            ),
        ],
        "string": [
            (r"\\(?:[\\/bfnrt]|u[0-9a-fA-F]{4})", String.Escape),
            (r"\\.", String.Escape),
        ],
        "string_double": [
            include("string"),
            (r'\\"', String.Escape),
            (r'"', String, "#pop"),
            (r'[^\\"]+', String),
        ],
        "string_single": [
            include("string"),
            (r"'", String, "#pop"),
            (r"[^\\']+", String),
        ],
        "string_block": [
            include("string"),
            (r"[|][|][|]", String, "#pop"),
            (r"[^|\\]+", String),
            (r"[|]", String),
        ],
    }
