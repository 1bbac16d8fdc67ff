"""MiniZinc (Rouge's lexers/minizinc.rb)."""

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

KEYWORDS = """
    ann annotation any constraint else endif for forall function if include list maximize minimize of op
    output par predicate record satisfy solve test then type var where
"""

KEYWORDS_TYPES = "array bool enum float int set string tuple"

BUILTINS = """
    abort abs acosh array1d array2d array3d array4d array5d array6d array_intersect array_union asin
    assert atan bool2int card ceil concat cos cosh dom dom_array dom_size exp fix floor index_set
    index_set_1of2 index_set_1of3 index_set_2of2 index_set_2of3 index_set_3of3 int2float is_fixed join
    lb lb_array length ln log log10 log2 max min pow product round set2array show show_float show_int
    sin sinh sqrt sum tan tanh trace ub ub_array
"""

OPERATORS = "diff in intersect subset superset symdiff union"


class MiniZinc(StateLexer):
    """MiniZinc."""

    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"\\\n", Whitespace),
            (r"%.*", Comment.Single),
            (r"(?s:/(?:\\\n)?[*].*?[*](?:\\\n)?/)", Comment.Multiline),
            (r'"(?:(?:\\\\|\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String),
            (r"not|<->|->|<-|\\/|xor|/\\", Operator),
            (r"<|>|<=|>=|==|=|!=", Operator),
            (r"\+|-|\*|/|div|mod", Operator),
            (r"\\|\.\.|\+\+", Operator),
            (r"[|()\[\]{},:;]", Punctuation),
            (r"(?:true|false)\b", Keyword.Constant),
            (r"[+-]?\d+(?:\.(?!\.)\d*)?(?:[eE][-+]?\d+)?", Number),
            (
                r"[$a-zA-Z_]\w*",
                by_word(
                    (Keyword, KEYWORDS),
                    (Keyword.Type, KEYWORDS_TYPES),
                    (Name.Builtin, BUILTINS),
                    (Operator, OPERATORS),
                    default=Name.Other,
                ),
            ),
            (r"::\s*[^\W\d]\w*(?:\s*\([^\)]*\))?", Name.Decorator),
            (r"([^\W\d]\w*)\b(\()", groups(Name.Function, Punctuation)),
            (r"[^\W\d]\w*", Name.Other),
        ],
    }
