"""TTCN3 (Rouge's lexers/ttcn3.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, include
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
    altstep any2unistr bit2hex bit2int bit2oct bit2str break case char2int char2oct component const
    decvalue decvalue_o decvalue_unichar do else encvalue encvalue_o encvalue_unichar enum2int execute
    external float2int for function get_stringencoding goto group hex2bit hex2int hex2oct hex2str hostid
    if import int2bit int2char int2enum int2float int2hex int2oct int2str int2unichar isbound ischosen
    ispresent istemplatekind isvalue label lengthof module oct2bit oct2char oct2hex oct2int oct2str
    oct2unichar port receive regexp remove_bom replace return rnd select send setverdict signature
    sizeof start stop str2float str2hex str2int str2oct substr template testcase timer type unichar2int
    unichar2oct var while
"""

TYPES = """
    address anytype bitstring boolean charstring component enumerated float hexstring integer
    octetstring of port record set union universal
"""

RESERVED = """
    all alt apply assert at configuration conjunct const control delta deterministic disjunct duration
    fail finished from fuzzy history implies inconc inv lazy mod mode notinv now omit onentry onexit par
    pass prev realtime seq setstate static stepsize stream timestamp until values wait
"""


class TTCN3(StateLexer):
    """TTCN3."""

    tokens = {
        "statements": [
            (r"\n+", Text),
            (r"[ \t\r]+", Text),
            (r"\\\n", Text),
            (r"//.*$", Comment.Single),
            (r"(?s:/(?:\\\n)?[*].*?[*](?:\\\n)?/)", Comment.Multiline),
            (r'"', String, "string"),
            (r"'(?:\\.|[^\\]|\\u[0-9a-f]{4})'", String.Char),
            (r"(?i:(?-i:\d_+\d|\d)+\.(?-i:\d_+\d|\d)+(?:[eE](?-i:\d_+\d|\d)+)?[fd]?)", Number.Float),
            (r"(?i:'(?-i:[01]_+[01]|[01])+'B)", Number.Bin),
            (r"(?i:'(?-i:[0-9a-fA-F]_+[0-9a-fA-F]|[0-9a-fA-F])+'H)", Number.Hex),
            (r"(?i:'(?-i:[0-7]_+[0-7]|[0-7])+'O)", Number.Oct),
            (r"(?i:(?-i:\d_+\d|\d)+)", Number.Integer),
            (r"[~!%^&*+:=\|?<>/-]", Operator),
            (r"[()\[\]{},.;:]", Punctuation),
            (r"(?:true|false|null)\b", Name.Builtin),
            (
                r"[a-zA-Z_]\w*",
                by_word(
                    (Keyword, KEYWORDS), (Keyword.Type, TYPES), (Keyword.Reserved, RESERVED), default=Name
                ),
            ),
        ],
        "root": [
            (r"module\b", Keyword.Declaration, "module"),
            (r"import\b", Keyword.Namespace, "import"),
            include("statements"),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", String.Escape),
            (r'[^\\"\n]+', String),
            (r"\\\n", String),
            (r"\\", String),
        ],
        "module": [
            (r"\s+", Text),
            (r"[a-zA-Z_]\w*", Name.Class, "#pop"),
        ],
        "import": [
            (r"\s+", Text),
            (r"[\w.]+\*?", Name.Namespace, "#pop"),
        ],
    }
