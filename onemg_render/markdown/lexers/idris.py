"""Idris (Rouge's lexers/idris.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, words
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
)

TYPES = """
    Type Exists World IO IntTy FTy File Mode Dec Bool Ordering Either IsJust List Maybe Nat Stream StrM
    Not Lazy Inf
"""

CLASSES = """
    Eq Ord Num MinBound MaxBound Integral Applicative Alternative Cast Foldable Functor Monad
    Traversable Uninhabited Semigroup Monoid
"""

BUILTINS = """
    abs acos all and any asin atan atan2 break ceiling compare concat concatMap const cos cosh curry
    cycle div drop dropWhile elem encodeFloat enumFrom enumFromThen enumFromThenTo enumFromTo exp fail
    filter flip floor foldl foldl1 foldr foldr1 fromInteger fst gcd getChar getLine head id init iterate
    last lcm length lines log lookup map max maxBound maximum maybe min minBound minimum mod negate not
    null or pi pred print product putChar putStr putStrLn readFile recip repeat replicate return reverse
    scanl scanl1 sequence sequence_ show sin sinh snd span splitAt sqrt succ sum tail take takeWhile tan
    tanh uncurry unlines unwords unzip unzip3 words writeFile zip zip3 zipWith zipWith3
"""

CONSTANTS = "Just Nothing Left Right True False LT LTE EQ GT GTE"


class Idris(StateLexer):
    """Idris."""

    tokens = {
        "basic": [
            (r"\s+", Text),
            (r"{-#", Comment.Preproc, "comment_preproc"),
            (r"{-", Comment.Multiline, "comment"),
            (r"^\|\|\|.*$", Comment.Doc),
            (r"--(?![!#\$%&*+./<=>?@\^\|_~]).*?$", Comment.Single),
        ],
        "comment": [
            (r"-}", Comment.Multiline, "#pop"),
            (r"{-", Comment.Multiline, "comment"),
            (r"[^-{}]+", Comment.Multiline),
            (r"[-{}]", Comment.Multiline),
        ],
        "comment_preproc": [
            (r"-}", Comment.Preproc, "#pop"),
            (r"{-", Comment.Preproc, "comment"),
            (r"[^-{}]+", Comment.Preproc),
            (r"[-{}]", Comment.Preproc),
        ],
        "directive": [
            (r"%default\s+(?:total|partial)", Keyword),
            (r"%access\s+(?:public|abstract|private|export)", Keyword),
            (r"%language\s+.*", Keyword),
            (r"%provide\s+.*\s+with\s+", Keyword),
        ],
        "prelude": [
            (rf"{words(TYPES)}\s", Keyword.Type),
            (rf"{words(CLASSES)}\s", Name.Class),
            (rf"{words(BUILTINS)}[ ]+(?![=:-])", Name.Builtin),
        ],
        "root": [
            include("basic"),
            include("directive"),
            (r"import\b", Keyword.Reserved, "import"),
            (r"module\b", Keyword.Reserved, "module"),
            (
                r"(?:_|data|class|instance|namespace|infix[lr]?|let|where|of|with|type|do|"
                r"if|then|else|case|in)\b",
                Keyword.Reserved,
            ),
            (rf"{words(CONSTANTS)}\b", Keyword.Constant),
            (r"^[\w']+\s*:", Name.Function),
            include("prelude"),
            (r"[_a-z][\w']*", Name),
            (r"[A-Z][\w']*", Keyword.Type),
            (r"\\(?![:!#\$%&*+.\\/<=>?@^\|~-]+)", Name.Function),
            (r"(?:<-|::|->|=>|=)(?![:!#\$%&*+.\\/<=>?@^\|~-]+)", Operator),
            (r":[:!#\$%&*+.\\/<=>?@^\|~-]*", Operator),
            (r"[:!#\$%&*+.\\/<=>?@^\|~-]+", Operator),
            (r"(?i:\d+(?:\.\d+)?(?:e[+-]?\d+)?)", Number.Float),
            (r"(?i:0o[0-7]+)", Number.Oct),
            (r"(?i:0x[\da-f]+)", Number.Hex),
            (r"\d+", Number.Integer),
            (r"'", String.Char, "character"),
            (r'"', String, "string"),
            (r"\[\s*\]", Keyword.Type),
            (r"\(\s*\)", Name.Builtin),
            (r"(\[)([_a-z][\w']*)(\|)", groups(Operator, Name, Operator), "quasiquotation"),
            (r"[\[\](),;`{}]", Punctuation),
        ],
        "import": [
            (r"\s+", Text),
            (r'"', String, "string"),
            (
                r"([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*)",
                groups(Name.Namespace, Text, Keyword, Text, Name),
                "#pop",
            ),
            (r"([A-Z][\w.]*)(\s+)(\()", groups(Name.Namespace, Text, Punctuation), ("#pop", "funclist")),
            (r"[\w.]+", Name.Namespace, "#pop"),
        ],
        "module": [
            (r"\s+", Text),
            (r"[A-Z][\w.]*", Name.Namespace, "#pop"),
        ],
        "funclist": [
            include("basic"),
            (r"[A-Z]\w*", Keyword.Type),
            (r"_[\w']+|[a-z][\w']*", Name.Function),
            (r",", Punctuation),
            (r"[:!#\$%&*+.\\/<=>?@^\|~-]+", Operator),
            (r"\(", Punctuation, "funclist"),
            (r"\)", Punctuation, "#pop"),
        ],
        "character": [
            (r"\\", String.Escape, ("#pop", "character_end", "escape")),
            (r".", String.Char, ("#pop", "character_end")),
        ],
        "character_end": [
            (r"'", String.Char, "#pop"),
            (r".", Error, "#pop"),
        ],
        "quasiquotation": [
            (r"\|\]", Operator, "#pop"),
            (r"[^\|]+", Text),
            (r"\|", Text),
        ],
        "string": [
            (r'"', String, "#pop"),
            (r"\\", String.Escape, "escape"),
            (r'[^\\"]+', String),
        ],
        "escape": [
            (r"[abfnrtv\"'&\\]", String.Escape, "#pop"),
            (r"\^[\]\[A-Z@\^_]", String.Escape, "#pop"),
            (
                r"NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|"
                r"SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL",
                String.Escape,
                "#pop",
            ),
            (r"(?i:o[0-7]+)", String.Escape, "#pop"),
            (r"(?i:x[\da-fA-F]+)", String.Escape, "#pop"),
            (r"\d+", String.Escape, "#pop"),
            (r"\s+\\", String.Escape, "#pop"),
        ],
    }
