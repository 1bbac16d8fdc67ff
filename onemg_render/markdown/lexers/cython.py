"""Cython (Rouge's lexers/cython.rb)."""

from onemg_render.markdown.lexers.python import BUILTINS, EXCEPTIONS, KEYWORDS, PSEUDO_BUILTINS, Python
from onemg_render.markdown.lexers.state_lexer import groups, include, word_set, word_table
from onemg_render.markdown.lexers.tokens import Keyword, Name, Punctuation, Text

CYTHON_KEYWORDS = KEYWORDS + " by except? fused gil nogil"
C_KEYWORDS = word_set("public readonly extern api inline enum union")
KNOWN = word_set(CYTHON_KEYWORDS)


class Cython(Python):
    """Cython."""

    names = word_table(
        (Keyword, CYTHON_KEYWORDS),
        (Name.Builtin, EXCEPTIONS),
        (Name.Builtin, BUILTINS),
        (Name.Builtin.Pseudo, PSEUDO_BUILTINS),
    )

    def call(self) -> None:
        self.emit(self.names.get(self[0], Name.Function))

    def start(self) -> None:
        super().start()
        self.block: str | None = None

    def c_name(self) -> None:
        word = self[0]
        if word in KNOWN:
            self.emit(Keyword)
            self.pop()
        elif word == "def":
            self.emit(Keyword)
            self.goto("funcname")
        elif word in ("struct", "class"):
            self.emit(Keyword.Reserved)
            self.goto("classname")
        elif word in C_KEYWORDS:
            self.emit(Keyword.Reserved)
        else:
            self.emit(Keyword.Type)
            self.pop()

    def indent(self) -> None:
        self.emit(Text)
        self.goto("c_start")
        if self.block is None:
            self.block = self[0]
        elif len(self.block) > len(self[0]):
            self.block = None
            self.pop(2)

    def end_indent(self) -> None:
        self.block = None
        self.reset_stack()

    tokens = {
        **Python.tokens,
        "root": [
            (r"cp?def|ctypedef", Keyword, ("c_definitions", "c_start")),
            (
                r"(from)((?:\\\s|\s)+)((?i:[a-z_.][\w.]*))((?:\\\s|\s)+)(cimport)",
                groups(Keyword.Namespace, Text, Name.Namespace, Text, Keyword.Namespace),
            ),
            (r"(cimport)(\s+)((?i:[a-z_.][\w.]*))", groups(Keyword.Namespace, Text, Name.Namespace)),
            (r"(struct)((?:\\\s|\s)+)", groups(Keyword, Text), "classname"),
            include("func_call_fix"),
            (r"[(,]", Punctuation, "c_start"),
            *Python.tokens["root"],
        ],
        "funcname": [
            (r"(?:\\\s|\s)+", Text),
            *Python.tokens["funcname"],
        ],
        "classname": [
            (r"(?:\\\s|\s)+", Text),
            *Python.tokens["classname"],
        ],
        "func_call_fix": [
            (
                r"(?i:[a-z_]\w*)(?=\()",
                call,
            ),
        ],
        "c_start": [
            (r"[^\S\n]+", Text),
            (r"cp?def|ctypedef", Keyword),
            (r"(?:un)?signed", Keyword.Type),
            (r"(?i:[a-z_]\w*)(?=\*+|[ \t]*\[|[ \t]+\w)", c_name),
            (r"", Text, "#pop"),
        ],
        "c_definitions": [
            (r"\n", Text, "c_indent"),
            include("root"),
        ],
        "c_indent": [
            (r"[ \t]+", indent),
            (r"", end_indent),
        ],
    }
