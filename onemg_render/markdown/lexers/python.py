"""Python (Rouge's lexers/python.rb)."""

from typing import ClassVar

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, word_table
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    TokenType,
)

KEYWORDS = """
    as assert async await break continue del elif else except exec finally for from global if import
    lambda nonlocal pass print raise return try while with yield
"""

BUILTINS = """
    __import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr
    classmethod cmp coerce compile complex delattr dict dir divmod enumerate eval execfile exit file
    filter float format frozenset getattr globals hasattr hash hex id input int intern isinstance
    issubclass iter len list locals long map max memoryview min next object oct open ord pow property
    range raw_input reduce reload repr reversed round set setattr slice sorted staticmethod str sum
    super tuple type unichr unicode vars xrange zip
"""

EXCEPTIONS = """
    ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError
    BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
    ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EnvironmentError Exception
    FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError
    ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError
    KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError
    NotImplemented NotImplementedError OSError OverflowError OverflowWarning PendingDeprecationWarning
    ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning
    StandardError StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit
    TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
    UnicodeTranslateError UnicodeWarning UserWarning VMSError ValueError Warning WindowsError
    ZeroDivisionError
"""

PSEUDO_BUILTINS = "self None Ellipsis NotImplemented False True"

ID = r"(?u:[^\W\d]\w*)"
DOTTED = r"(?u:(?:[^\W\d]|\.)[\w.]*)"
DIGITS = r"[0-9](?:_?[0-9])*"
DECIMAL = rf"(?:(?:{DIGITS})?\.{DIGITS}|{DIGITS}\.)"
EXPONENT = rf"[eE][+-]?{DIGITS}"
ESCAPES = (
    r"[\\abfnrtv\"']|\n|newline|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}"
    r"|x[a-fA-F0-9]{2}|[0-7]{1,3}"
)


class Python(StateLexer):
    """Python; remembers prefix and quotes of the strings that are open."""

    names: ClassVar[dict[str, TokenType]] = word_table(
        (Keyword, KEYWORDS),
        (Name.Builtin, EXCEPTIONS),
        (Name.Builtin, BUILTINS),
        (Name.Builtin.Pseudo, PSEUDO_BUILTINS),
    )

    def start(self) -> None:
        self.strings: list[tuple[str, str]] = []

    def name(self) -> None:
        self.emit(self.names.get(self[0], Name))

    def string(self) -> None:
        self.groups(String.Affix, String)
        self.strings.append((self[1].lower(), self[2]))
        self.push("string")

    def quotes(self) -> None:
        self.emit(String)
        if self.strings[-1][1] == self[0]:
            self.strings.pop()
            self.pop()

    def brace(self) -> None:
        formatted = "f" in self.strings[-1][0]
        self.emit(String.Interpol if formatted else String)
        if formatted:
            self.push("interpol")

    def escape(self) -> None:
        self.emit(String if "r" in self.strings[-1][0] else String.Escape)
        self.pop()

    def expression(self) -> None:
        self.recurse()

    tokens = {
        "root": [
            (r"\n+", Text),
            (
                r"^(:)(\s*)([ruRU]{,2}\"\"\"(?s:.*?)\"\"\")",
                groups(Punctuation, Text, String.Doc),
            ),
            (r"[^\S\n]+", Text),
            (r"#.*\n?", Comment.Single),
            (r"[\[\]{}:(),;.]", Punctuation),
            (r"\\\n|\\", Text),
            (r"(?:in|is|and|or|not)\b", Operator.Word),
            (r"(?:<<|>>|//|\*\*)=?", Operator),
            (r"[-~+/*%=<>&^|@]=?|!=", Operator),
            (
                rf"(from)((?:\\\s|\s)+)({DOTTED})((?:\\\s|\s)+)(import)",
                groups(Keyword.Namespace, Text, Name.Namespace, Text, Keyword.Namespace),
            ),
            (rf"(import)(\s+)({DOTTED})", groups(Keyword.Namespace, Text, Name.Namespace)),
            (r"(def)((?:\s|\\\s)+)", groups(Keyword, Text), "funcname"),
            (r"(class)((?:\s|\\\s)+)", groups(Keyword, Text), "classname"),
            (r"`.*?`", String.Backtick),
            (r"([rfbuRFBU]{0,2})('''|\"\"\"|['\"])", string),
            (rf"@{DOTTED}", Name.Decorator),
            (
                ID,
                name,
            ),
            (rf"{DECIMAL}(?:{EXPONENT})?[jJ]?", Number.Float),
            (rf"{DIGITS}{EXPONENT}[jJ]?", Number.Float),
            (rf"{DIGITS}[jJ]", Number.Float),
            (r"0[bB](?:_?[0-1])+", Number.Bin),
            (r"0[oO](?:_?[0-7])+", Number.Oct),
            (r"0[xX](?:_?[a-fA-F0-9])+", Number.Hex),
            (r"\d+L", Number.Integer.Long),
            (r"[1-9](?:_?[0-9])*|0(?:_?0)*", Number.Integer),
        ],
        "funcname": [(ID, Name.Function, "#pop")],
        "classname": [(ID, Name.Class, "#pop")],
        "string": [
            (r"[^'\"\\{]+", String),
            (r"\{\{", String),
            (r"'''|\"\"\"|['\"]", quotes),
            (r"(?=\\)", String, "escape"),
            (r"\{", brace),
        ],
        "escape": [(rf"\\(?:{ESCAPES})", escape), (r"\\.", String, "#pop")],
        "interpol": [
            (r"[^{}!:]+", expression),
            (r"![asr]", String.Interpol),
            (r":", String.Interpol),
            (r"\{", String.Interpol, "interpol"),
            (r"\}", String.Interpol, "#pop"),
        ],
    }
