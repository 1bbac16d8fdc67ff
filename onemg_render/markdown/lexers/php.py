"""PHP (Rouge's lexers/php.rb)."""

from functools import cache
from typing import ClassVar

from onemg_render.markdown.lexers.characters import UPPER
from onemg_render.markdown.lexers.state_lexer import groups, include, word_file
from onemg_render.markdown.lexers.templates import Template
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
from onemg_render.util.patterns import regex

ID = r"(?u:[^\W\d]\w*)"
KEYWORDS = """
    __class__ __dir__ __file__ __function__ __halt_compiler __line__ __method__ __namespace__ __trait__
    abstract and array as break case catch cfunction clone continue declare default die do echo else
    elseif empty enddeclare endfor endforeach endif endswitch endwhile eval exit extends final finally
    fn for foreach global goto if implements include include_once instanceof insteadof isset list match
    new old_function or parent print private protected public readonly require require_once return self
    static switch throw try unset var while xor yield
"""

KNOWN = frozenset(KEYWORDS.split())

# words that begin a construct of their own
ENTERED = {
    "use": (Keyword.Namespace, "in_use"),
    "const": (Keyword, "in_const"),
    "catch": (Keyword, "in_catch"),
    "public": (Keyword, "in_visibility"),
    "protected": (Keyword, "in_visibility"),
    "private": (Keyword, "in_visibility"),
}

SHAPES = (
    (regex(r"^__.*?__$"), Name.Builtin),
    (regex(r"^(?:E|PHP)(?:_[A-Z]+)+$"), Keyword.Constant),
    (regex(rf"(?:\\|^)[{UPPER}][{UPPER}\d_]+$"), Name.Constant),
    (regex(rf"(?:\\|^)[{UPPER}](?u:[^\W_])*?$"), Name.Class),
)

QUALIFIED = rf"(?:(?:{ID}\\)+)?{ID}"


@cache
def builtins() -> frozenset[str]:
    """PHP's functions."""
    return frozenset(word_file("php").split())


class Php(Template):
    """PHP in a page; where the page begins with code, the opening tag may be missing."""

    keywords: ClassVar[frozenset[str]] = KNOWN

    def start(self) -> None:
        super().start()
        inline = self.options.get("start_inline")
        if inline is None:
            self.push("start")
        elif inline not in ("0", "false", "off"):
            self.push("php")

    def escape_1(self) -> None:
        self.emit(Comment.Preproc)
        self.reset_stack()

    def around_and_leave(self) -> None:
        self.around()
        self.pop()

    def call(self) -> None:
        name = self[0].lower()
        self.emit(Keyword if name in self.keywords else Name.Builtin if name in builtins() else Name.Function)

    def name(self) -> None:
        text = self[0]
        name = text.lower()
        token, state = ENTERED.get(name, (None, None))
        if state:
            self.push(state)
        elif name in self.keywords:
            token = Keyword
        else:
            token = next((token for shape, token in SHAPES if shape.search(text)), Name)
        self.emit(token)

    tokens = {
        "escape": [
            (r"\?>", escape_1),
        ],
        "return": [
            (r"", Text, "#pop"),
        ],
        "start": [
            (r"\s*(?=<)", around_and_leave),
            (r"(?i:[^$]+(?=<\?(php|=)))", around_and_leave),
            (r"", Text, ("#pop", "php")),
        ],
        "names": [
            (rf"{QUALIFIED}(?=\s*\()", call),
            (rf"{QUALIFIED}", name),
        ],
        "operators": [
            (r"[~!%^&*+\|:.<>/@-]+", Operator),
        ],
        "string": [
            (r'"', String.Double, "#pop"),
            (r'[^\\{$"]+', String.Double),
            (r"\\u\{[0-9a-fA-F]+\}", String.Escape),
            (r'\\(?:[efrntv"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})', String.Escape),
            (rf"\${ID}(?:\[\S+\]|->{ID})?", Name.Variable),
            (r"\{\$\{", String.Interpol, "string_interp_double"),
            (r"\{(?=\$)", String.Interpol, "string_interp_single"),
            (r"(\{)(\S+)(\})", groups(String.Interpol, Name.Variable, String.Interpol)),
            (r"[${\\]+", String.Double),
        ],
        "string_interp_double": [
            (r"\}\}", String.Interpol, "#pop"),
            include("php"),
        ],
        "string_interp_single": [
            (r"\}", String.Interpol, "#pop"),
            include("php"),
        ],
        "values": [
            (rf"(?is:<<<([\"']?)((?-is:{ID}))\1\n.*?\n\s*\2;?)", String.Heredoc),
            (r"(?i:(?:\d[_\d]*)?\.(?:\d[_\d]*)?(?:e[+-]?\d[_\d]*)?)", Number.Float),
            (r"0[0-7][0-7_]*", Number.Oct),
            (r"(?i:0b[01][01_]*)", Number.Bin),
            (r"(?i:0x[a-f0-9][a-f0-9_]*)", Number.Hex),
            (r"\d[_\d]*", Number.Integer),
            (r"'[^'\\]*(?:\\.[^'\\]*)*'", String.Single),
            (r"`[^`\\]*(?:\\.[^`\\]*)*`", String.Backtick),
            (r'"', String.Double, "string"),
            (
                r"(?i:(?:function|fn)\b)",
                Keyword,
                ("in_function_return", "in_function_params", "in_function_name"),
            ),
            (r"(?i:(?:true|false|null)\b)", Keyword.Constant),
            (r"(?i:new\b)", Keyword, "in_new"),
        ],
        "variables": [
            (rf"\$\{{\$+{ID}\}}", Name.Variable),
            (rf"\$+{ID}", Name.Variable),
        ],
        "whitespace": [
            (r"\s+", Text),
            (r"#.*?$", Comment.Single),
            (r"//.*?$", Comment.Single),
            (r"(?s:/\*\*(?!/).*?\*/)", Comment.Doc),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
        ],
        "root": [
            (r"(?i:<\?(?:php|=)?)", Comment.Preproc, "php"),
            (r"(?s:.*?(?=<\?)|.*)", Template.around),
        ],
        "php": [
            include("escape"),
            include("whitespace"),
            include("variables"),
            include("values"),
            (
                rf"(?i:(namespace)(\s+)((?-i:{QUALIFIED})))",
                groups(Keyword.Namespace, Text, Name.Namespace),
            ),
            (
                rf"(?i:(class|interface|trait|extends|implements)(\s+)((?-i:{QUALIFIED})))",
                groups(Keyword.Declaration, Text, Name.Class),
            ),
            include("names"),
            (r"[;,\(\)\{\}\[\]]", Punctuation),
            include("operators"),
            (r"[=?]", Operator),
        ],
        "in_assign": [
            (r",", Punctuation, "#pop"),
            (r"[\[\]]", Punctuation),
            (r"\(", Punctuation, "in_assign_function"),
            include("escape"),
            include("whitespace"),
            include("values"),
            include("variables"),
            include("names"),
            include("operators"),
            include("return"),
        ],
        "in_assign_function": [
            (r"\)", Punctuation, "#pop"),
            (r",", Punctuation),
            include("in_assign"),
        ],
        "in_catch": [
            (r"\(", Punctuation),
            (r"\|", Operator),
            (ID, Name.Class),
            include("escape"),
            include("whitespace"),
            include("return"),
        ],
        "in_const": [
            (ID, Name.Constant),
            (r"=", Operator, "in_assign"),
            include("escape"),
            include("whitespace"),
            include("return"),
        ],
        "in_function_body": [
            (r"{", Punctuation, "#push"),
            (r"}", Punctuation, "#pop"),
            include("php"),
        ],
        "in_function_name": [
            (r"&", Operator),
            (ID, Name),
            (r"\(", Punctuation, "#pop"),
            include("escape"),
            include("whitespace"),
            include("return"),
        ],
        "in_function_params": [
            (r"\)", Punctuation, "#pop"),
            (r",", Punctuation),
            (r"[.]{3}", Punctuation),
            (r"=", Operator, "in_assign"),
            (r"(?i:(?:public|protected|private|readonly)\b)", Keyword),
            (rf"\??{ID}", Keyword.Type, "in_assign"),
            include("escape"),
            include("whitespace"),
            include("variables"),
            include("return"),
        ],
        "in_function_return": [
            (r":", Punctuation),
            (r"(?i:use\b)", Keyword, "in_function_use"),
            (rf"\??{ID}", Keyword.Type, "in_assign"),
            (r"\{", Punctuation, ("#pop", "in_function_body")),
            include("escape"),
            include("whitespace"),
            include("return"),
        ],
        "in_function_use": [
            (r"[,\(]", Punctuation),
            (r"&", Operator),
            (r"\)", Punctuation, "#pop"),
            include("escape"),
            include("whitespace"),
            include("variables"),
            include("return"),
        ],
        "in_new": [
            (r"(?i:class\b)", Keyword.Declaration, ("#pop", "in_new_class")),
            (rf"{QUALIFIED}", Name.Class, "#pop"),
            include("escape"),
            include("whitespace"),
            include("return"),
        ],
        "in_new_class": [
            (r"\}", Punctuation, "#pop"),
            (r"\{", Punctuation),
            include("php"),
        ],
        "in_use": [
            (r"[,\}]", Punctuation),
            (r"(?i:(?:function|const)\b)", Keyword),
            (rf"((?:{ID}\\)+)(\{{)", groups(Name.Namespace, Punctuation)),
            (rf"{QUALIFIED}(?:_{ID})+", Name.Function),
            include("escape"),
            include("whitespace"),
            include("names"),
            include("return"),
        ],
        "in_visibility": [
            (r"(?i:(?:readonly|static)\b)", Keyword),
            (r"(?i:(?=(?:abstract|const|function)\b))", Keyword, "#pop"),
            (rf"\??{ID}", Keyword.Type, "#pop"),
            include("escape"),
            include("whitespace"),
            include("return"),
        ],
    }
