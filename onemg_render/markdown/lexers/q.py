"""Q (Rouge's lexers/q.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import StateLexer, word_set
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)

KEYWORDS = word_set("by delete do exec from if select update while")

WORD_OPERATORS = word_set("""
    and asof bin binr cor cov cross cut div each ej except fby ij in insert inter like lj ljf mavg
    mcount mdev mmax mmin mmu mod msum or over peach pj prior scan scov setenv ss sublist sv uj union
    upsert vs wavg where within wsum xasc xbar xcol xcols xdesc xexp xgroup xkey xlog xprev xrank
""")

BUILTINS = word_set("""
    count desc dev differ distinct dsave enlist eval exit exp fills first fkeys flip floor get getenv
    group gtime hclose hcount hdel hopen hsym iasc idesc inv key keys last load log lsq ltime ltrim max
    maxs md5 med meta min mins neg next parse plist prd prds prev rand rank ratios raze read0 read1
    reciprocal reverse rload rotate rsave rtrim save sdev set show signum sin sqrt ssr string sum sums
    svar system tables tan til trim txf type ungroup value var view views wj wj1 ww
""")


class Q(StateLexer):
    """Q."""

    def name(self) -> None:
        if self[0] in KEYWORDS:
            self.emit(Keyword)
        elif self[0] in WORD_OPERATORS:
            self.emit(Operator.Word)
        elif self[0] in BUILTINS:
            self.emit(Name.Builtin)
        elif re.search(r"^\.[zQqho]\.", self[0]):
            self.emit(Name.Constant)
        else:
            self.emit(Name)

    tokens = {
        "root": [
            (r"#!.*?$", Comment.Preproc, "top"),
            (r"", Text, "top"),
        ],
        "top": [
            (r"^[ \t\r]+.*$", Comment.Special),
            (r"\n+", Text),
            (r"", Text, "base"),
        ],
        "base": [
            (r"\n+", Text),
            (r"^.\)", Keyword.Declaration),
            (r"(?i:\.?[a-z][a-z0-9_.]*)", name),
            (r"\s+/.*", Comment.Single),
            (r"[ \t\r]+", Whitespace),
            (r"(?s:^/$.*?^\\$)", Comment.Multiline),
            (r"^/[^\n]*$(?:\n[^\S\n]+.*$)*", Comment.Multiline),
            (r"^\\$", Comment, "bottom"),
            (r"^\\\\\s+", Keyword, "bottom"),
            (r'"', String, "string"),
            (
                r"(?:\d+D|\d{4}\.[01]\d\.[0123]\d[DT])(?:[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)"
                r"?)?|(?:[012]\d)?)[zpn]?\b",
                Literal.Date,
            ),
            (r"[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?[uvtpn]?\b", Literal.Date),
            (r"\d{4}\.[01]\d\.[0-3]\d[dpnzm]?\b", Literal.Date),
            (r"0[nNwW][hijefcpmdznuvt]?", Keyword.Constant),
            (r"'|/:|\\:|':|\\|/|0:|1:|2:", Operator),
            (r"(?:\d+[.]\d*|[.]\d+)(?:e[+-]?\d+)?[ef]?", Number.Float),
            (r"\d+e[+-]?\d+[ef]?", Number.Float),
            (r"\d+[ef]", Number.Float),
            (r"(?i:0x[0-9a-f]+)", Number.Hex),
            (r"[01]+b", Number.Bin),
            (r"[0-9]+[hij]?", Number.Integer),
            (r"(?i:(?:`:[:a-z0-9._/]*|`(?:[a-z0-9.][:a-z0-9._]*)?))", String.Symbol),
            (r"(?:<=|>=|<>|::)|[?:$%&|@._#*^\-+~,!><=]:?", Operator),
            (r"[{}\[\]();]", Punctuation),
            (r"\\.*\n", Text),
        ],
        "string": [
            (r'\\"', String),
            (r'"', String, "#pop"),
            (r"\\(?:[\\nr]|[01][0-7]{2})", String.Escape),
            (r'[^\\"\n]+', String),
            (r"\\", String),
        ],
        "bottom": [
            (r"(?s:.+\Z)", Comment.Multiline),
        ],
    }
