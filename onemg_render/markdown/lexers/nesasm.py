"""NesAsm (Rouge's lexers/nesasm.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word
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
    ADC AND ASL BCC BCS BEQ BIT BMI BNE BPL BRK BVC BVS CLC CLD CLI CLV CMP CPX CPY DEC DEX DEY EOR INC
    INX INY JMP JSR LDA LDX LDY LSR NOP ORA PHA PHP PLA PLP ROL ROR RTI RTS SBC SEC SED SEI STA STX STY
    TAX TAY TSX TXA TXS TYA
"""

KEYWORDS_TYPES = "BYTE DB DW WORD"

KEYWORDS_RESERVEDS = """
    BANK BSS CODE DATA DEFCHR DS ELSE ENDIF ENDM ENDP ENDPROCGROUP FAIL FUNC IF IFDEF IFNDEF INCBIN
    INCCHR INCLUDE INESCHR INESMAP INESMIR INESPRG MACRO ORG PROC PROCGROUP RS RSSET ZP
"""


class NesAsm(StateLexer):
    """NesAsm."""

    tokens = {
        "root": [
            (r"\s+", Text),
            (r";.*", Comment.Single),
            (r"[\(\),\.\[\]]", Punctuation),
            (r"#?%[0-1]+", Number.Bin),
            (r"#?\$[0-9a-fA-F]+", Number.Hex),
            (r"#?\d+", Number),
            (r"[~&*+=\|?:<>/-]", Operator),
            (
                r"#?\w+:?",
                by_word(
                    (Keyword, KEYWORDS),
                    (Keyword.Type, KEYWORDS_TYPES),
                    (Keyword.Reserved, KEYWORDS_RESERVEDS),
                    default=Name.Function,
                    fold=str.upper,
                ),
            ),
            (r"(?i:#?(?:LOW|HIGH)\(.*\))", Keyword.Reserved),
            (r"#\(", Punctuation),
            (r'"', String, "string"),
            (r"'\w'", String.Char),
            (r"\\\??[\d@#]", Name.Builtin),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r'\\"?', String.Escape),
            (r'[^"\\]+', String),
        ],
    }
