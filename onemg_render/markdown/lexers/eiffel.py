"""Eiffel (Rouge's lexers/eiffel.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, words
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

KEYWORDS = """
    across agent alias all and attached as assign attribute check class convert create debug deferred
    detachable do else elseif end ensure expanded export external feature from frozen if implies inherit
    inspect invariant like local loop not note obsolete old once or Precursor redefine rename require
    rescue retry select separate some then undefine until variant Void when xor
"""


class Eiffel(StateLexer):
    """Eiffel."""

    tokens = {
        "root": [
            (r'"\[', String.Other, "aligned_verbatim_string"),
            (r'"\{', String.Other, "non_aligned_verbatim_string"),
            (
                r"\"(?:[^%\x08\f\n\r\v]|%[A-DFHLNQR-V%'\"()<>]|%/(?:0[xX][\da-fA-F](?:_*[\da-fA-F])"
                r"*|0[cC][0-7](?:_*[0-7])*|0[bB][01](?:_*[01])*|\d(?:_*\d)*)/)*?\"",
                String.Double,
            ),
            (r"--.*", Comment.Single),
            (
                r"'(?:[^%\x08\f\n\r\t\v]|%[A-DFHLNQR-V%'\"()<>]|%/(?:0[xX][\da-fA-F](?:_*[\da-fA-F])"
                r"*|0[cC][0-7](?:_*[0-7])*|0[bB][01](?:_*[01])*|\d(?:_*\d)*)/)'",
                String.Char,
            ),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r"(?:Current|Result)\b", Keyword.Variable),
            (r"(?:True|False)\b", Keyword.Constant),
            (r"0[xX][\da-fA-F](?:_*[\da-fA-F])*b", Number.Hex),
            (r"0[cC][0-7](?:_*[0-7])*\b", Number.Oct),
            (r"0[bB][01](?:_*[01])*\b", Number.Bin),
            (r"\d(?:_*\d)*", Number.Integer),
            (r"(?:\d(?:_*\d)*)?\.(?:(?:\d(?:_*\d)*)?[eE][+-]?)?\d(?:_*\d)*|\d(?:_*\d)*\.?", Number.Float),
            (r":=|<<|>>|\(\||\|\)|->|\.|[{}\[\];(),:?]", Punctuation.Indicator),
            (r"\\\\|\|\.\.\||\.\.|/[~/]?|[></]=?|[-+*^=~]", Operator),
            (r"[A-Z][\dA-Z_]*", Name.Class),
            (r"[A-Za-z][\dA-Za-z_]*", Name),
            (r"\s+", Text),
        ],
        "aligned_verbatim_string": [
            (r']"', String.Other, "#pop"),
            (
                r"(?:[^\"%\x08\f\v]|%[A-DFHLNQR-V%'\"()<>]|%/(?:0[xX][\da-fA-F](?:_*[\da-fA-F])"
                r"*|0[cC][0-7](?:_*[0-7])*|0[bB][01](?:_*[01])*|\d(?:_*\d)*)/)+?",
                String.Other,
            ),
        ],
        "non_aligned_verbatim_string": [
            (r'}"', String.Other, "#pop"),
            (
                r"(?:[^\"%\x08\f\v]|%[A-DFHLNQR-V%'\"()<>]|%/(?:0[xX][\da-fA-F](?:_*[\da-fA-F])"
                r"*|0[cC][0-7](?:_*[0-7])*|0[bB][01](?:_*[01])*|\d(?:_*\d)*)/)+?",
                String.Other,
            ),
        ],
    }
