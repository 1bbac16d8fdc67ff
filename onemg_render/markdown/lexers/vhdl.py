"""VHDL 2008 (Rouge's lexers/vhdl.rb)."""

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
    access after alias all architecture array assert assume assume_guarantee attribute begin block body
    buffer bus case component configuration constant context cover default disconnect downto else elsif
    end entity exit fairness file for force function generate generic group guarded if impure in
    inertial inout is label library linkage literal loop map new next null of on open others out package
    parameter port postponed procedure process property protected pure range record register reject
    release report return select sequence severity shared signal strong subtype then to transport type
    unaffected units until use variable vmode vprop vunit wait when while with
"""

TYPES = """
    bit bit_vector boolean boolean_vector character integer integer_vector natural positive real
    real_vector severity_level signed std_logic std_logic_vector std_ulogic std_ulogic_vector string
    time time_vector unsigned
"""

OPERATOR_WORDS = "abs and mod nand nor not or rem rol ror sla sll sra srl xnor xor"


class VHDL(StateLexer):
    """VHDL 2008."""

    tokens = {
        "whitespace": [
            (r"\s+", Text),
            (r"\n", Text),
            (r"--.*$", Comment.Single),
        ],
        "statements": [
            (r"-?\d+", Number.Integer),
            (r"-?\d+[.]\d+", Number.Float),
            (r'(?i:[box]?"[^"]*")', String.Single),
            (r"'[^']?'", String.Char),
            (r"(?i:'(?-i:[a-zA-Z][a-zA-Z0-9_]*))", Name.Attribute),
            (r"[(),:;]", Punctuation),
            (r"(?i:(?:true|false|null)\b)", Name.Builtin),
            (
                r"[a-zA-Z][a-zA-Z0-9_]*",
                by_word(
                    (Keyword, KEYWORDS),
                    (Keyword.Type, TYPES),
                    (Operator.Word, OPERATOR_WORDS),
                    default=Name,
                    fold=str.lower,
                ),
            ),
            (r"=>|[*][*]|:=|/=|>=|<=|<>|\?\?|\?=|\?/=|\?>|\?<|\?>=|\?<=|<<|>>|[#&'*+-./:<=>\?@^]", Operator),
        ],
        "root": [
            include("whitespace"),
            include("statements"),
        ],
    }
