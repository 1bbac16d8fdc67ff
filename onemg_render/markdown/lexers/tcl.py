"""Tcl (Rouge's lexers/tcl.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, Tokens, by_word, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Name,
    Punctuation,
    String,
    Text,
    TokenType,
)

KEYWORDS = """
    after apply array break catch continue else elseif error eval expr for foreach global if namespace
    proc rename return set switch then trace unset update uplevel upvar variable vwait while
"""

BUILTINS = """
    append bgerror binary cd chan clock close concat dde dict encoding eof exec exit fblocked fconfigure
    fcopy file fileevent flush format gets glob history http incr info interp join lappend lassign
    lindex linsert list llength load loadTk lrange lrepeat lreplace lreverse lsearch lset lsort mathfunc
    mathop memory msgcat open package pid pkg::create pkg_mkIndex platform platform::shell puts pwd
    re_syntax read refchan regexp registry regsub scan seek socket source split string subst tell time
    tm unknown unload
"""

END_OF_LINE = r")\]};\n"
END_OF_WORD = rf"{END_OF_LINE}\r\t\v"


def _command(name: str) -> Tokens:
    """The states of a command: at the top, or between delimiters."""
    return {
        f"command{name}": [
            include("word"),
            (rf"#[^{END_OF_LINE}]+", Comment.Single),
            (rf"(?=[{END_OF_WORD}])", Text, f"params{name}"),
            (rf"[^{END_OF_WORD}]+", by_word((Keyword, KEYWORDS), (Name.Builtin, BUILTINS), default=Text)),
            include("whitespace"),
        ]
    }


def _delimited(name: str, close: str, others: str, token: TokenType) -> Tokens:
    """The states between delimiters; `token` is what the closing ones of other kinds are."""
    return {
        **_command(f"_in_{name}"),
        f"params_in_{name}": [
            (close, Punctuation, ("#pop", "#pop")),
            (others, token),
            include("params"),
        ],
        name: [(close, Punctuation, "#pop"), include(f"command_in_{name}")],
    }


class Tcl(StateLexer):
    """Tcl; counts the braces inside strings."""

    def start(self) -> None:
        self.braces = 0

    def leave_brace(self) -> None:
        while self.stack[-1].name != "brace":
            self.pop()
        self.pop()
        self.emit(Punctuation)

    def abort(self) -> None:
        if self.inside("brace"):
            self.leave_brace()
        else:
            self.emit(Error)

    def open_brace(self) -> None:
        self.braces += 1
        self.emit(String.Double)

    def close_brace(self) -> None:
        if self.inside("brace") and self.braces == 0:
            self.leave_brace()
        else:
            self.braces -= 1
            self.emit(String.Double)

    tokens = {
        "root": [include("command")],
        **_command(""),
        **_delimited("brace", r"\}", r"[)\]]", Text),
        **_delimited("paren", r"\)", r"[\]}]", Error),
        **_delimited("bracket", r"\]", r"[)}]", Error),
        "word": [
            (r"\{\*\}", Keyword),
            include("brace_abort"),
            include("interp"),
            (r"\{", Punctuation, "brace"),
            (r"\(", Punctuation, "paren"),
            (r'"', String.Double, "string"),
            (rf"[^{END_OF_WORD}]+?(?=[(\[{{\"\\])", Text),
        ],
        "brace_abort": [(r"\}", abort)],
        "params": [
            (r";", Punctuation, "#pop"),
            (r"\n", Text, "#pop"),
            (r"else|elseif|then", Keyword),
            include("word"),
            include("whitespace"),
            (rf"[^{END_OF_WORD}]+", Text),
        ],
        "whitespace": [(r"\s+", Text)],
        "interp": [
            (r"\[", Punctuation, "bracket"),
            (r"\$[a-z0-9.:-]+", Name.Variable),
            (r"(?s:\$\{.*?\})", Name.Variable),
            (r"\$", Text),
            (r"\\[0-7]{3}", String.Escape),
            (r"\\x[0-9a-fA-F]{2}", String.Escape),
            (r"\\u[0-9a-fA-F]{4}", String.Escape),
            (r"\\(?s:.)", String.Escape),
        ],
        "string": [
            (r'"', String.Double, "#pop"),
            include("interp"),
            (r"[^\\\[$\"{}]+", String.Double),
            (r"\{", open_brace),
            (r"\}", close_brace),
        ],
    }
