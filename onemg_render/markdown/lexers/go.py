"""Go (Rouge's lexers/go.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, words
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
)

KEYWORDS = """
    break default func interface select case defer go map struct chan else goto package switch const
    fallthrough if range type continue for import return var
"""

TYPES = """
    bool byte complex64 complex128 error float32 float64 int8 int16 int32 int64 int rune string uint8
    uint16 uint32 uint64 uintptr uint
"""

BUILTINS = "append cap close complex copy delete imag len make new panic print println real recover"


class Go(StateLexer):
    """Go."""

    tokens = {
        "simple_tokens": [
            (r"//(?:(?!\n).)*|(?s:/\*(?:(?!\*/).)*\*/)", Comment),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (rf"{words(TYPES)}\b", Keyword.Type),
            (rf"{words(BUILTINS)}\b", Name.Builtin),
            (r"(?:true|false|iota|nil)\b", Name.Constant),
            (
                (
                    r"(?:[0-9]+|(?:[0-9]+\.(?:[0-9]+)?(?:[eE][+\-]?[0-9]+)?|[0-9]+[eE][+\-]?[0-9]+|"
                    r"\.[0-9]+(?:[eE][+\-]?[0-9]+)?))i"
                ),
                Number,
            ),
            (
                (
                    r"[0-9]+\.(?:[0-9]+)?(?:[eE][+\-]?[0-9]+)?|[0-9]+[eE][+\-]?[0-9]+|\.[0-9]+(?:[eE][+\-]?[0-"
                    r"9]+)?"
                ),
                Number,
            ),
            (r"0[xX][0-9A-Fa-f]+|[0-9][0-9]*|0[0-7]*", Number),
            (
                (
                    r"'(?:(?:[^\n]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\[abfnrtv\\'\"])|(?:\\[0-7]{3}|"
                    r"\\x[0-9A-Fa-f]{2}))'"
                ),
                String.Char,
            ),
            (
                (
                    r"\+=|\+\+|\+|&\^=|&\^|&=|&&|&|==|=|!=|!|-=|--|-|\|=|\|\||\||<=|<-|<<=|<<|"
                    r"<|\*=|\*|\^=|\^|>>=|>>|>=|>|/|/=|:=|%|%=|\.\.\.|\.|:"
                ),
                Operator,
            ),
            (r"\(|\)|\[|\]|\{|\}|,|;", Punctuation),
            (
                (
                    r"(?!\b(?:break|default|func|interface|select|case|defer|go|map|struct|chan|"
                    r"else|goto|package|switch|const|fallthrough|if|range|type|continue|for|import|"
                    r"return|var)\b)(?:(?u:[^\W\d_])|_)(?:(?:(?u:[^\W\d_])|_)|[\d])*"
                ),
                Name,
            ),
            (r"\s+", Text),
        ],
        "root": [
            include("simple_tokens"),
            (r"`", String, "raw_string"),
            (r'"', String, "interpreted_string"),
        ],
        "interpreted_string": [
            (r"\\[abfnrtv\\'\"]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}", String.Escape),
            (r"\\.", Error),
            (r'"', String, "#pop"),
            (r'[^"\\]+', String),
        ],
        "raw_string": [
            (r"`", String, "#pop"),
            (r"[^`]+", String),
        ],
    }
