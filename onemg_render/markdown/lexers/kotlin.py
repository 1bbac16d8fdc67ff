"""Kotlin (Rouge's lexers/kotlin.rb)."""

from onemg_render.markdown.lexers.characters import UPPER
from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, words
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
    abstract annotation as break by catch class companion const constructor continue crossinline do
    dynamic else enum external false final finally for fun get if import in infix inline inner interface
    internal is lateinit noinline null object open operator out override package private protected
    public reified return sealed set super suspend tailrec this throw true try typealias typeof val var
    vararg when where while yield
"""

NAME = r"`?(?u:[^\W\d])(?u:[\w-])*`?"

CLASS = rf"`?[{UPPER}](?u:[\w-])*`?"


class Kotlin(StateLexer):
    """Kotlin."""

    tokens = {
        "root": [
            (r"(companion)(\s+)(object)\b", groups(Keyword, Text, Keyword)),
            (r"(class|data\s+class|interface|object)(\s+)", groups(Keyword.Declaration, Text), "class"),
            (r"(fun)(\s+)", groups(Keyword, Text), "function"),
            (r"(package|import)(\s+)", groups(Keyword, Text), "package"),
            (r"(val|var)(\s+)(\()", groups(Keyword.Declaration, Text, Punctuation), "destructure"),
            (r"(val|var)(\s+)", groups(Keyword.Declaration, Text), "property"),
            (rf"(return|continue|break|this|super)(@{NAME})?\b", groups(Keyword, Name.Decorator)),
            (r"fun\b", Keyword),
            (rf"{words(KEYWORDS)}\b", Keyword),
            (r"^\s*\[.*?\]", Name.Attribute),
            (r"[^\S\n]+", Text),
            (r"\\\n", Text),
            (r"//.*?$", Comment.Single),
            (r"/[*].*[*]/", Comment.Multiline),
            (r"/[*].*", Comment.Multiline, "comment"),
            (r"\n", Text),
            (r"(::)(class)", groups(Operator, Keyword)),
            (r"::|!!|\?[:.]", Operator),
            (r"\.\.", Operator),
            (
                (
                    r"(?:(?:(?:[0-9][0-9_]*[0-9]|[0-9]))?\.(?:[0-9][0-9_]*[0-9]|[0-9])(?:[eE][+-]?(?:[0-9][0-9"
                    r"_]*[0-9]|[0-9]))?|(?:[0-9][0-9_]*[0-9]|[0-9])[eE][+-]?(?:[0-9][0-9_]*[0-9]|"
                    r"[0-9]))[fF]?|(?:[0-9][0-9_]*[0-9]|[0-9])[fF]"
                ),
                Number.Float,
            ),
            (r"0[bB](?:[01][01_]*[01]|[01])[uU]?L?", Number.Bin),
            (r"0[xX](?:[0-9a-fA-F][0-9a-fA-F_]*[0-9a-fA-F]|[0-9a-fA-F])[uU]?L?", Number.Hex),
            (r"(?:[1-9][0-9_]*[0-9]|[0-9])[uU]?L?", Number.Integer),
            (r"[~!%^&*()+=|\[\]:;,.<>/?-]", Punctuation),
            (r"[{}]", Punctuation),
            (r'@"(?:""|[^"])*"', String),
            (r'(?s:""".*?""")', String),
            (r'"(?:(?:\\[\\"]|[^"\n])*+["\n]|(?:[^"\n]|(?<=\\)")*")', String),
            (r"'\\.'|'[^\\]'", String.Char),
            (rf"@{CLASS}", Name.Decorator),
            (rf"({CLASS})(<)", groups(Name.Class, Punctuation), "generic_parameters"),
            (CLASS, Name.Class),
            (rf"{NAME}(?=\s*[({{])", Name.Function),
            (rf"{NAME}@", Name.Decorator),
            (NAME, Name),
        ],
        "package": [
            (r"\S+", Name.Namespace, "#pop"),
        ],
        "class": [
            (CLASS, Name.Class, "#pop"),
        ],
        "function": [
            (r"<", Punctuation, "generic_parameters"),
            (r"\s+", Text),
            (rf"({CLASS})(\.)", groups(Name.Class, Punctuation)),
            (NAME, Name.Function, "#pop"),
        ],
        "generic_parameters": [
            (CLASS, Name.Class),
            (r"<", Punctuation, "generic_parameters"),
            (r"reified|out|in", Keyword),
            (r"[,:.?]", Punctuation),
            (r"\s+", Text),
            (r">", Punctuation, "#pop"),
        ],
        "property": [
            (r"<", Punctuation, "generic_parameters"),
            (r"\s+", Text),
            (NAME, Name.Property, "#pop"),
        ],
        "destructure": [
            (r",", Punctuation),
            (r"\)", Punctuation, "#pop"),
            (r"\s+", Text),
            (NAME, Name.Property),
        ],
        "comment": [
            (r"/[*]", Comment.Multiline, "comment"),
            (r"[*]/", Comment.Multiline, "#pop"),
            (r"[^/*]+", Comment.Multiline),
            (r"[/*]", Comment.Multiline),
        ],
    }
