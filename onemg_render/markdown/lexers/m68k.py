"""M68k (Rouge's lexers/m68k.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import StateLexer, include, word_set
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

KEYWORDS = word_set("""
    TODO abcd add adda addi addq addx and andi asl asr bcc bchg bclr bcs beq bfchg bfclr bfests bfextu
    bfffo bfins bfset bftst bge bgt bhi bhs bkpt ble blo bls blt bmi bne bpl bra bse bsr btst bvc bvs
    callm cas cas2 chk chk2 clr cmp cmp2 cmpa cmpi cmpm dbcc dbcs dbeq dbf dbge dbgt dbhi dbhs dble dblo
    dbls dblt dbmi dbne dbpl dbra dbt dbvc dbvs divs divsl divu divul eor eori exg ext extb illegal jmp
    jsr lea link lsl lsr move move16 movea movem movep moveq muls mulu nbcd neg negx nop not or ori pack
    pea rol ror roxl roxr rtd rtm rtr rts sbcd scc scs seq sf sge sgt shi shs sle slo sls slt smi sne
    spl st sub suba subi subq subx svc svs swap tas trap trapcc trapv tst unlk unpk
""")

KEYWORDS_TYPES = word_set("dc dcb ds")

RESERVED = word_set("""
    __G2 __LK cargs cnop else elseif end endc endf endfunc endm endmain endproc endr equ equenv equr
    even fail fequ.d fequ.l fequ.p fequ.s fequ.w fequ.x fopt format fpu func ifc ifd ifeq ifge ifgt ifle
    iflt ifnc ifnd ifne iif incbin incdir include list listchar llen machine macro main mexit mmu narg
    nolist offset opt opword output page plen proc radix reg rept rsreset rsset section set spc subttl
    ttl
""")

BUILTINS = word_set("a0 a1 a2 a3 a4 a5 a6 a7 a7' ccr d0 d1 d2 d3 d4 d5 d6 d7 pc ssp usp")


class M68k(StateLexer):
    """M68k."""

    def start(self) -> None:
        self.push("expr_bol")

    def name(self) -> None:
        if self[0].lower() in KEYWORDS:
            self.emit(Keyword)
        elif self[0].lower() in KEYWORDS_TYPES:
            self.emit(Keyword.Type)
        elif self[0].lower() in RESERVED:
            self.emit(Keyword.Reserved)
        elif self[0].lower() in BUILTINS:
            self.emit(Name.Builtin)
        elif re.search(r"[a-zA-Z0-9]+", self[0]):
            self.emit(Name.Variable)
        else:
            self.emit(Name)

    tokens = {
        "expr_bol": [
            include("inline_whitespace"),
            (r"", Text, "#pop"),
        ],
        "inline_whitespace": [
            (r"\s+", Text),
        ],
        "whitespace": [
            (r"\n+", Text, "expr_bol"),
            (r"^\*.*$", Comment.Single, "expr_bol"),
            (r";.*$", Comment.Single, "expr_bol"),
            include("inline_whitespace"),
        ],
        "root": [
            (r"", Text, "statements"),
        ],
        "statements": [
            include("whitespace"),
            (r'"', String, "string"),
            (r"#", Name.Decorator),
            (r"^\.?[a-zA-Z0-9_]+:?", Name.Label),
            (r"(?i:\.[bswl]\s)", Name.Decorator),
            (r"(?i:'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')", String.Char),
            (r"(?i:\$[0-9a-f]+)", Number.Hex),
            (r"@[0-8]+", Number.Oct),
            (r"%[01]+", Number.Bin),
            (r"\d+", Number.Integer),
            (r"[*~&+=\|?:<>/-]", Operator),
            (r"\\.", Comment.Preproc),
            (r"[(),.]", Punctuation),
            (r"\[[a-zA-Z0-9]*\]", Punctuation),
            (r"[a-zA-Z_][a-zA-Z0-9_]*", name),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", String.Escape),
            (r'[^\\"\n]+', String),
            (r"\\\n", String),
            (r"\\", String),
        ],
    }
