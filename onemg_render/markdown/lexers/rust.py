"""Rust (Rouge's lexers/rust.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, include, words
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
    as async await break const continue crate dyn else enum extern false fn for if impl in let log loop
    match mod move mut pub ref return self Self static struct super trait true type unsafe use where
    while abstract become box do final macro override priv typeof unsized virtual yield try union
"""

BUILTINS = """
    Add Arc AsMut AsRef BitAnd BitOr BitXor Box Clone Cons Const Copy DIR Default Div
    DoubleEndedIterator Drop Either Eq Err ExactSizeIterator Extend FILE Failure Fn FnMut FnOnce From Gc
    Index Into IntoIterator Iterator Left Modulo Mul Neg Nil None Num Ok Option Ord Owned PartialEq
    PartialOrd Pin Ptr Rc Result Right Send Shl Shr Sized Some String Sub Success Sync Unpin Vec bool
    c_char c_double c_float c_int c_long c_longlong c_schar c_short c_uchar c_uint c_ulong c_ulonglong
    c_ushort c_void char clock_t dev_t dirent drop f32 f64 float fpos_t i128 i16 i32 i64 i8 ino_t int
    intptr_t isize mode_t off_t pid_t ptrdiff_t size_t ssize_t str time_t u128 u16 u32 u64 u8 uint
    uintptr_t usize
"""

ID = r"(?u:[^\W\d]\w*)"

CLOSING = {"[": "]", "(": ")", "{": "}"}


class Rust(StateLexer):
    """Rust."""

    def start(self) -> None:
        self.open = dict.fromkeys("])}", 0)
        self.push("bol")

    def macro_open(self) -> None:
        self.open[CLOSING[self[0]]] += 1
        self.emit(Punctuation)

    def macro_close(self) -> None:
        self.open[self[0]] -= 1
        if not any(self.open.values()):
            self.pop()
        self.emit(Punctuation)

    tokens = {
        "bol": [
            include("whitespace"),
            (r"#\s[^\n]*", Comment.Special),
            (r"", Text, "#pop"),
        ],
        "attribute": [
            include("whitespace"),
            include("has_literals"),
            (r"[(,)=:]", Name.Decorator),
            (r"\]", Name.Decorator, "#pop"),
            (ID, Name.Decorator),
        ],
        "whitespace": [
            (r"\s+", Text),
            include("comments"),
        ],
        "comments": [
            (r"////+[^\n]*", Comment.Single),
            (r"//[/!][^\n]*", Comment.Doc),
            (r"//[^\n]*", Comment.Single),
            (r"/\*\*\*?/", Comment.Multiline),
            (r"/\*\*\*+", Comment.Multiline, "nested_plain_block"),
            (r"/[*][*!]", Comment.Doc, "nested_doc_block"),
            (r"/[*]", Comment.Multiline, "nested_plain_block"),
        ],
        "nested_plain_block": [
            (r"\*/", Comment.Multiline, "#pop"),
            (r"/\*", Comment.Multiline, "nested_plain_block"),
            (r"[^*/]+|[*/]", Comment.Multiline),
        ],
        "nested_doc_block": [
            (r"\*/", Comment.Doc, "#pop"),
            (r"/\*", Comment.Doc, "nested_doc_block"),
            (r"[^*/]+|[*/]", Comment.Doc),
        ],
        "root": [
            (r"\n", Text, "bol"),
            include("whitespace"),
            (r"#!?\[", Name.Decorator, "attribute"),
            (rf"{words(KEYWORDS)}\b", Keyword),
            include("has_literals"),
            (r"[=-]>", Keyword),
            (r"<->", Keyword),
            (r"[()\[\]{}|,:;]", Punctuation),
            (r"[*/!@~&+%^<>=\?-]|\.{2,3}", Operator),
            (rf"(?:[.]\s*)?{ID}(?=\s*[(])", Name.Function),
            (r"[.]\s*await\b", Keyword),
            (rf"[.]\s*{ID}", Name.Property),
            (r"[.]\s*\d+", Name.Attribute),
            (rf"({ID})(::)", groups(Name.Namespace, Punctuation)),
            (r"macro_rules!", Name.Decorator, "macro_rules"),
            (rf"{ID}!", Name.Decorator, "macro"),
            (r"'static\b", Keyword),
            (rf"'{ID}", Name.Variable),
            (ID, by_word((Name.Builtin, BUILTINS), default=Name)),
        ],
        "macro": [
            include("has_literals"),
            (r"[\[{(]", macro_open),
            (r"[\]})]", macro_close),
            (rf"{ID}!", Name.Decorator),
            include("root"),
            (r".", Text),
        ],
        "macro_rules": [
            (rf"\${ID}(?::{ID})?", Name.Variable),
            (r"\$", Name.Variable),
            include("macro"),
        ],
        "has_literals": [
            (r"(?:true|false)\b", Keyword.Constant),
            (r"b?'(?:\\(?:[nrt'\"\\0]|x(?i:[0-9a-f]){2}|u\{(?:(?i:[0-9a-f])_*){1,6}\})|[^\\])'", String.Char),
            (r'b?"', String, "string"),
            (r'(?s:b?r(#*)".*?"\1)', String),
            (
                r"[0-9][0-9_]*(?:[.][0-9][0-9_]*(?:[eE][-+]?[0-9_]+)?(?:f32|f64)?|(?:[.][0-9][0-9_]*)"
                r"?[eE][-+]?[0-9_]+(?:f32|f64)?|(?:[.][0-9][0-9_]*)?(?:[eE][-+]?[0-9_]+)?(?:f32|"
                r"f64)|[.](?!(?u:[^\W\d]|[.])))",
                Number.Float,
            ),
            (
                r"(?:0b[10_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)(?:u(?:8|16|32|64|128|"
                r"size)?|i(?:8|16|32|64|128|size))?",
                Number.Integer,
            ),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\\(?:[nrt'\"\\0]|x(?i:[0-9a-f]){2}|u\{(?:(?i:[0-9a-f])_*){1,6}\})", String.Escape),
            (r'[^"\\]+', String),
        ],
    }
