"""HyLang (Rouge's lexers/hylang.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, word_table
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
)

KEYWORDS = """
    False None True and as assert break class continue def del elif else except finally for from global
    if import in is lambda nonlocal not or pass raise return try
"""

BUILTINS = """
    != % %= & &= * ** **= *= *map + += , - -= -> ->> . / // //= /= < << <<= <= = > >= >> >>= @ @= ^ ^=
    accumulate apply as-> assoc butlast calling-module-name car cdr chain coll? combinations comp
    complement compress cond cons cons? constantly count cut cycle dec defclass defmacro defmacro!
    defmacro/g! defmain defn defreader dict-comp disassemble dispatch-reader-macro distinct do doto drop
    drop-last drop-while empty? eval eval-and-compile eval-when-compile even? every? filter first
    flatten float? fn for* fraction genexpr gensym get group-by identity if* if-not if-python2 inc input
    instance? integer integer-char? integer? interleave interpose islice iterable? iterate iterator?
    juxt keyword keyword? last let lif lif-not list* list-comp macro-error macroexpand macroexpand-1 map
    merge-with multicombinations name neg? none? not-in not? nth numeric? odd? partition permutations
    pos? product quasiquote quote range read read-str reduce remove repeat repeatedly require rest
    second set-comp setv some string string? symbol? take take-nth take-while tee unless unquote
    unquote-splicing when with* with-decorator with-gensyms xor yield-from zero? zip zip-longest | |= ~
"""

WORDS = word_table((Keyword, KEYWORDS), (Name.Builtin, BUILTINS))


class HyLang(StateLexer):
    """HyLang."""

    def call(self) -> None:
        self.groups(Punctuation, Whitespace, WORDS.get(self[3], Name.Function))

    def name(self) -> None:
        self.emit(WORDS.get(self[0], Name))

    tokens = {
        "root": [
            (r";.*?$", Comment.Single),
            (r"\s+", Whitespace),
            (r"-?\d+\.\d+", Number.Float),
            (r"-?\d+", Number.Integer),
            (r"0x-?[0-9a-fA-F]+", Number.Hex),
            (r'"(?:(?:\\.|[^"])*+"|(?:[^"]|(?<=\\)")*")', String),
            (r"'[\w!#$%*+,<=>?/.-]+", String.Symbol),
            (r"::?[\w!#$%*+,<=>?/.-]+", Name.Constant),
            (r"(?i:\\(?:.|[a-z]+))", String.Char),
            (r"~@|[`'#^~&@]", Operator),
            (r"(\()(\s*)((?-s:[\w!$%*+,<=>?/.-]+))", call),
            (r"[\w!$%*+,<=>?/.-]+", name),
            (r"[\[\]]", Punctuation),
            (r"[{}]", Punctuation),
            (r"[()]", Punctuation),
        ],
    }
