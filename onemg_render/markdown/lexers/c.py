"""C, C++ and the Objective forms of both (Rouge's lexers/{c,cpp,objective_c,objective_cpp}.rb)."""

from typing import ClassVar

from onemg_render.markdown.lexers.state_lexer import Rule, StateLexer, Tokens, groups, include, word_table
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
    TokenType,
)

KEYWORDS = """
    _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local auto break case
    const continue default do else enum extern for goto if register restricted return sizeof static
    struct switch typedef union virtual volatile while
"""

TYPES = """
    DIR FILE _Bool _Complex char char16_t char32_t clock_t div_t double float fpos_t int int16_t int32_t
    int64_t int8_t int_fast16_t int_fast32_t int_fast64_t int_fast8_t int_least16_t int_least32_t
    int_least64_t int_least8_t intmax_t intptr_t jmp_buf ldiv_t long mbstate_t off_t ptrdiff_t short
    sig_atomic_t signed size_t ssize_t time_t uint16_t uint32_t uint64_t uint8_t uint_fast16_t
    uint_fast32_t uint_fast64_t uint_fast8_t uint_least16_t uint_least32_t uint_least64_t uint_least8_t
    uintmax_t uintptr_t unsigned va_list void wchar_t wctrans_t wctype_t wint_t
"""

RESERVED = """
    __asm __based __cdecl __declspec __except __fastcall __finally __inline __int16 __int32 __int61
    __int8 __leave __naked __restrict __stdcall __thread __try __typename _inline _naked _restrict
    _thread _typename inline naked restrict thread typename
"""

CPP_KEYWORDS = """
    _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local alignas alignof
    asm auto break case catch char8_t co_await co_return co_yield concept const const_cast consteval
    constexpr constinit continue decltype default delete do dynamic_cast else enum explicit export
    extern final for friend goto if mutable namespace new noexcept operator override private protected
    public register reinterpret_cast requires restrict restricted return size_of sizeof static
    static_assert static_cast struct switch this thread_local throw throws try typedef typeid typename
    union using virtual volatile while
"""

CPP_TYPES = """
    DIR FILE _Bool _Complex bool char char16_t char32_t clock_t div_t double float fpos_t int int16_t
    int32_t int64_t int8_t int_fast16_t int_fast32_t int_fast64_t int_fast8_t int_least16_t
    int_least32_t int_least64_t int_least8_t intmax_t intptr_t jmp_buf ldiv_t long mbstate_t off_t
    ptrdiff_t short sig_atomic_t signed size_t ssize_t time_t uint16_t uint32_t uint64_t uint8_t
    uint_fast16_t uint_fast32_t uint_fast64_t uint_fast8_t uint_least16_t uint_least32_t uint_least64_t
    uint_least8_t uintmax_t uintptr_t unsigned va_list void wchar_t wctrans_t wctype_t wint_t
"""

CPP_RESERVED = """
    __asm __based __cdecl __declspec __event __except __fastcall __finally __inline __int16 __int32
    __int61 __int8 __interface __leave __multiple_inheritance __naked __restrict __single_inheritance
    __stdcall __super __thread __try __typename __uuidof __virtual_inheritance _inline _naked _restrict
    _thread _typename inline naked restrict thread typename
"""
OBJC_WORDS = word_table(
    (
        Keyword,
        """
    selector private protected public encode synchronized try throw catch finally end property
    synthesize dynamic optional interface implementation import autoreleasepool
""",
    ),
    (Name.Builtin, "true false YES NO"),
)


class C(StateLexer):
    """C."""

    names: ClassVar[dict[str, TokenType]] = word_table(
        (Keyword, KEYWORDS),
        (Keyword.Type, TYPES),
        (Keyword.Reserved, RESERVED),
    )

    def start(self) -> None:
        self.push("bol")

    def name(self) -> None:
        self.emit(self.names.get(self[0], Name))

    def definition(self) -> None:
        self.recurse(self[1])
        self.emit(Name.Function, self[2])
        self.recurse(self[3])
        self.recurse(self[4])
        self.emit(Punctuation, self[5])
        if self[5] == "{":
            self.push("function")

    tokens = {
        "expr_bol": [
            include("inline_whitespace"),
            (r"#if\s0", Comment, "if_0"),
            (r"#", Comment.Preproc, "macro"),
            (r"", Text, "#pop"),
        ],
        "bol": [
            (r"[a-zA-Z_][a-zA-Z0-9_]*:(?!:)", Name.Label),
            include("expr_bol"),
        ],
        "inline_whitespace": [
            (r"[ \t\r]+", Text),
            (r"\\\n", Text),
            (r"(?s:/(?:\\\n)?[*].*?[*](?:\\\n)?/)", Comment.Multiline),
        ],
        "whitespace": [
            (r"\n+", Text, "bol"),
            (r"//.*$", Comment.Single, "bol"),
            include("inline_whitespace"),
        ],
        "expr_whitespace": [
            (r"\n+", Text, "expr_bol"),
            include("whitespace"),
        ],
        "statements": [
            include("whitespace"),
            (r'(?:u8|u|U|L)?"', String, "string"),
            (r"(?i:(?:u8|u|U|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')", String.Char),
            (r"(?i:(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+[lu]*)", Number.Float),
            (r"(?i:\d+e[+-]?\d+[lu]*)", Number.Float),
            (r"(?i:0x[0-9a-f]+[lu]*)", Number.Hex),
            (r"(?i:0[0-7]+[lu]*)", Number.Oct),
            (r"(?i:\d+[lu]*)", Number.Integer),
            (r"\*/", Error),
            (r"[~!%^&*+=\|?:<>/-]", Operator),
            (r"[()\[\],.;]", Punctuation),
            (r"case\b", Keyword, "case"),
            (r"(?:true|false|NULL)\b", Name.Builtin),
            (
                r"[a-zA-Z_][a-zA-Z0-9_]*",
                name,
            ),
        ],
        "case": [
            (r":", Punctuation, "#pop"),
            include("statements"),
        ],
        "root": [
            include("expr_whitespace"),
            (
                (
                    r"(?s:([\w*\s]+?[\s*])((?-s:[a-zA-Z_][a-zA-Z0-9_]*))(\s*\([^;]*?\))((?-s:(?:\s|"
                    r"//.*?\n|/[*].*?[*]/)+)?)({|;))"
                ),
                definition,
            ),
            (r"\{", Punctuation, "function"),
            include("statements"),
        ],
        "function": [
            include("whitespace"),
            include("statements"),
            (r";", Punctuation),
            (r"{", Punctuation, "function"),
            (r"}", Punctuation, "#pop"),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", String.Escape),
            (r'[^\\"\n]+', String),
            (r"\\\n", String),
            (r"\\", String),
        ],
        "macro": [
            include("include"),
            (r"[^/\n\\]+", Comment.Preproc),
            (r"(?s:\\.)", Comment.Preproc),
            include("inline_whitespace"),
            (r"/", Comment.Preproc),
            (r"\n", Comment.Preproc, "#pop"),
        ],
        "include": [
            (
                r"(include)(\s*)(<[^>]+>)([^\n]*)",
                groups(Comment.Preproc, Text, Comment.PreprocFile, Comment.Single),
            ),
            (
                r'(include)(\s*)("[^"]+")([^\n]*)',
                groups(Comment.Preproc, Text, Comment.PreprocFile, Comment.Single),
            ),
        ],
        "if_0": [
            (r"^\s*#if", Comment, "if_0"),
            (r"^\s*#\s*el(?:se|if)", Comment, "#pop"),
            (r"(?s:^\s*#\s*endif\b.*?(?<!\\)\n)", Comment, "#pop"),
            (r".*?\n", Comment),
        ],
    }


class Cpp(C):
    """C++."""

    names = word_table(
        (Keyword, CPP_KEYWORDS),
        (Keyword.Type, CPP_TYPES),
        (Keyword.Reserved, CPP_RESERVED),
    )

    tokens = {
        **C.tokens,
        "statements": [
            (r"(?:class|struct)\b", Keyword, "classname"),
            (r"template\b", Keyword, "template"),
            (r"\d(?:'?\d)*(?:\.\d(?:'?\d)*)?(?:y|d|h|min|s|ms|us|ns|i|if|il)\b", Number.Other),
            (
                (
                    r"(?i:(?:(?-i:\d(?:'?\d)*)[.](?-i:\d(?:'?\d)*)?|[.](?-i:\d(?:'?\d)*))(?:e[+-]?(?-i:\d(?:'?"
                    r"\d)*)[lu]*)?)"
                ),
                Number.Float,
            ),
            (r"(?i:(?-i:\d(?:'?\d)*)e[+-]?(?-i:\d(?:'?\d)*)[lu]*)", Number.Float),
            (r"(?i:0x[0-9a-fA-F](?:'?[0-9a-fA-F])*[lu]*)", Number.Hex),
            (r"0b[01]+(?:'[01]+)*", Number.Bin),
            (r"(?i:0[0-7](?:'?[0-7])*[lu]*)", Number.Oct),
            (r"(?i:(?-i:\d(?:'?\d)*)[lu]*)", Number.Integer),
            (r"nullptr\b", Name.Builtin),
            (r"(?s:(?:u8|u|U|L)?R\"([a-zA-Z0-9_{}\[\]#<>%:;.?*\+\-/\^&|~!=,\"']{,16})\(.*?\)\1\")", String),
            (r"::|<=>", Operator),
            (r"[{}]", Punctuation),
            *C.tokens["statements"],
        ],
        "case": [
            (r":(?!:)", Punctuation, "#pop"),
            include("statements"),
        ],
        "root": [
            (r"(?:__offload|__blockingoffload|__outer)\b", Keyword.Pseudo),
            *C.tokens["root"],
        ],
        "classname": [
            (r"[a-zA-Z_][a-zA-Z0-9_]*", Name.Class, "#pop"),
            include("whitespace"),
            (r"[.]{3}", Operator),
            (r",", Punctuation, "#pop"),
            (r"", Text, "#pop"),
        ],
        "template": [
            (r"[>;]", Punctuation, "#pop"),
            (r"typename\b", Keyword, "classname"),
            include("statements"),
        ],
    }


def objc_word(lexer: StateLexer) -> None:
    lexer.emit(OBJC_WORDS.get(lexer[1], Error))


def objc_method(lexer: StateLexer) -> None:
    lexer.emit(Keyword, lexer[1])
    lexer.emit(Text, lexer[2])
    if lexer[3]:
        lexer.recurse(lexer[3])
    lexer.emit(Text, lexer[4])
    lexer.push("method_definition")


def objc_argument(lexer: StateLexer) -> None:
    lexer.recurse(lexer[1])
    lexer.emit(Name.Variable, lexer[2])


OBJC_STATEMENTS: list[Rule | include] = [
    (r'@"', String, "string"),
    (r"@'(?:\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|\\.|[^\\'\n]')", String.Char),
    (r"(?i:@(?:\d+[.]\d*|[.]\d+|\d+)e[+-]?\d+l?)", Number.Float),
    (r"(?i:@(?:\d+[.]\d*|[.]\d+|\d+f)f?)", Number.Float),
    (r"@0x[0-9a-fA-F]+[lL]?", Number.Hex),
    (r"(?i:@0[0-7]+l?)", Number.Oct),
    (r"@\d+l?", Number.Integer),
    (r"in\b", Keyword),
    (r"@(?:interface|implementation)\b", Keyword, "objc_classname"),
    (r"@(?:class|protocol)\b", Keyword, "forward_classname"),
    (r"@((?u:[^\W_])+)", objc_word),
    (r"[?]", Punctuation, "ternary"),
    (r"\[", Punctuation, "message"),
    (r"@\[", Punctuation, "array_literal"),
    (r"@\{", Punctuation, "dictionary_literal"),
]

OBJC_ROOT: list[Rule | include] = [
    (r"(?i:([-+])(\s*)([(].*?[)])?(\s*)(?=[a-z$_][a-z0-9$_]*:?))", objc_method),
]

OBJC_TOKENS: Tokens = {
    "ternary": [
        (r":", Punctuation, "#pop"),
        include("statements"),
    ],
    "message_shared": [
        (r"\]", Punctuation, "#pop"),
        (r"\{", Punctuation, "#pop"),
        (r";", Error),
        include("statements"),
    ],
    "message": [
        (
            r"((?i:[a-z$_][a-z0-9$_]*))(\s*)(:)",
            groups(Name.Function, Text, Punctuation),
            ("#pop", "message_with_args"),
        ),
        (r"((?i:[a-z$_][a-z0-9$_]*))(\s*)(\])", groups(Name.Function, Text, Punctuation), "#pop"),
        include("message_shared"),
    ],
    "message_with_args": [
        (r"\{", Punctuation, "function"),
        (r"((?i:[a-z$_][a-z0-9$_]*))(\s*)(:)", groups(Name.Function, Text, Punctuation), "#pop"),
        include("message_shared"),
    ],
    "array_literal": [
        (r"]", Punctuation, "#pop"),
        (r",", Punctuation),
        include("statements"),
    ],
    "dictionary_literal": [
        (r"}", Punctuation, "#pop"),
        (r",", Punctuation),
        include("statements"),
    ],
    "objc_classname": [
        include("whitespace"),
        (
            r"((?i:[a-z$_][a-z0-9$_]*))(\s*)(:)(\s*)((?i:[a-z$_][a-z0-9$_]*))",
            groups(Name.Class, Text, Punctuation, Text, Name.Class),
            "#pop",
        ),
        (
            r"((?i:[a-z$_][a-z0-9$_]*))(\s*)([(])(\s*)((?i:[a-z$_][a-z0-9$_]*))(\s*)([)])",
            groups(Name.Class, Text, Punctuation, Text, Name.Label, Text, Punctuation),
            "#pop",
        ),
        (r"(?i:[a-z$_][a-z0-9$_]*)", Name.Class, "#pop"),
    ],
    "forward_classname": [
        include("whitespace"),
        (r"((?i:[a-z$_][a-z0-9$_]*))(\s*)(,)(\s*)", groups(Name.Class, Text, Punctuation, Text), "#push"),
        (r"((?i:[a-z$_][a-z0-9$_]*))(\s*)(;?)", groups(Name.Class, Text, Punctuation), "#pop"),
    ],
    "method_definition": [
        (r",", Punctuation),
        (r"[.][.][.]", Punctuation),
        (r"([(].*?[)])((?i:[a-z$_][a-z0-9$_]*))", objc_argument),
        (r"((?i-s:[a-z$_][a-z0-9$_]*))(\s*)(:)", groups(Name.Function, Text, Punctuation)),
        (r";", Punctuation, "#pop"),
        (r"{", Punctuation, ("#pop", "function")),
        include("inline_whitespace"),
        (r"//.*?\n", Comment.Single),
        (r"\s+", Text),
        (r"", Text, "#pop"),
    ],
}


class ObjectiveC(C):
    """Objective-C."""

    names = word_table(
        (Keyword, KEYWORDS),
        (Keyword.Type, TYPES),
        (Keyword.Reserved, RESERVED),
        (Name.Builtin, "YES NO nil"),
    )

    tokens = {
        **C.tokens,
        **OBJC_TOKENS,
        "statements": [*OBJC_STATEMENTS, *C.tokens["statements"]],
        "root": [*OBJC_ROOT, *C.tokens["root"]],
    }


class ObjectiveCpp(Cpp):
    """Objective-C++."""

    names = word_table(
        (Keyword, CPP_KEYWORDS),
        (Keyword.Type, CPP_TYPES),
        (Keyword.Reserved, CPP_RESERVED),
        (Name.Builtin, "YES NO nil"),
    )

    tokens = {
        **Cpp.tokens,
        **OBJC_TOKENS,
        "statements": [
            (r"(\.)(class)", groups(Operator, Name.Builtin.Pseudo)),
            (
                r"(@selector)(\()(class)(\))",
                groups(Keyword, Punctuation, Name.Builtin.Pseudo, Punctuation),
            ),
            *OBJC_STATEMENTS,
            *Cpp.tokens["statements"],
        ],
        "root": [*OBJC_ROOT, *Cpp.tokens["root"]],
    }
