"""JavaScript, TypeScript and their JSX forms (Rouge's lexers/{javascript,typescript,jsx,tsx}.rb)."""

from typing import ClassVar

from onemg_render.markdown.lexers.characters import WORD
from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include, word_table
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

ID = rf"(?u:(?:[^\W\d]|\$)[{WORD}]*)"

KEYWORDS = """
    as async await break case catch continue debugger default delete do else export finally for from if
    import in instanceof new of return super switch this throw try typeof void while yield
"""

DECLARATIONS = """
    class const constructor extends function get let set static var with
"""

RESERVED = """
    enum implements interface package private protected public
"""

CONSTANTS = """
    Infinity NaN false null true undefined
"""

BUILTINS = """
    Array ArrayBuffer Boolean DataView Date Error Float32Array Float64Array Function Int16Array
    Int32Array Int8Array Map Math Number Object Packages Promise Proxy Reflect RegExp Set String Symbol
    Uint16Array Uint16ClampedArray Uint32Array Uint32ClampedArray Uint8Array Uint8ClampedArray WeakMap
    WeakSet decodeURI decodeURIComponent document encodeURI encodeURIComponent eval global isFinite
    isNaN navigator netscape parseFloat parseInt self sun window
"""

TYPED_KEYWORDS = """
    implements is namespace private protected public readonly static
"""

TYPED_RESERVED = """
    any declare default keyof module namespace number string void
"""


class JavaScript(StateLexer):
    """JavaScript; whether a slash begins a regular expression depends on what stands before."""

    names: ClassVar[dict[str, TokenType]] = word_table(
        (Keyword, KEYWORDS),
        (Keyword.Declaration, DECLARATIONS),
        (Keyword.Reserved, RESERVED),
        (Keyword.Constant, CONSTANTS),
        (Name.Builtin, BUILTINS),
    )

    def name(self) -> None:
        token = self.names.get(self[0], Name.Other)
        self.emit(token)
        if token is Keyword or token is Keyword.Declaration:
            self.push("expr_start")

    tokens = {
        "multiline_comment": [
            (r"[*]/", Comment.Multiline, "#pop"),
            (r"[^*/]+", Comment.Multiline),
            (r"[*/]", Comment.Multiline),
        ],
        "comments_and_whitespace": [
            (r"\s+", Text),
            (r"<!--", Comment),
            (r"//.*?$", Comment.Single),
            (r"/[*]", Comment.Multiline, "multiline_comment"),
        ],
        "expr_start": [
            include("comments_and_whitespace"),
            (r"/", String.Regex, ("#pop", "regex")),
            (r"[{]", Punctuation, ("#pop", "object")),
            (r"", Text, "#pop"),
        ],
        "regex": [
            (r"/", String.Regex, ("#pop", "regex_end")),
            (r"[^/]\n", Error, "#pop"),
            (r"\n", Error, "#pop"),
            (r"\[\^?", String.Escape, "regex_group"),
            (r"\\.", String.Escape),
            (r"[(][?][:=<!]", String.Escape),
            (r"[{][\d,]+[}]", String.Escape),
            (r"[()?]", String.Escape),
            (r".", String.Regex),
        ],
        "regex_end": [(r"[gimuy]+", String.Regex, "#pop"), (r"", Text, "#pop")],
        "regex_group": [
            (r"/", String.Escape),
            (r"[^/]\n", Error, ("#pop", "#pop")),
            (r"\]", String.Escape, "#pop"),
            (r"\\.", String.Escape),
            (r".", String.Regex),
        ],
        "root": [
            (r"\s*#!(?s:.*?)\n", Comment.Preproc, "statement"),
            include("comments_and_whitespace"),
            (r"\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|===|!==", Operator, "expr_start"),
            (r"[-<>+*%&|\^/!=]=?", Operator, "expr_start"),
            (r"[(\[,]", Punctuation, "expr_start"),
            (r";", Punctuation, "statement"),
            (r"[)\].]", Punctuation),
            (r"`", String.Double, "template_string"),
            # not the beginning of a ternary expression
            (r"[?][.]", Punctuation),
            (r"[?]", Punctuation, ("ternary", "expr_start")),
            (r"(\@)(\w+)?", groups(Punctuation, Name.Decorator), "expr_start"),
            (r"[{}]", Punctuation, "statement"),
            (ID, name),
            (r"[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?", Number.Float),
            (r"0[xX][0-9a-fA-F]+", Number.Hex),
            (r"0[oO][0-7][0-7_]*", Number.Oct),
            (r"0[bB][01][01_]*", Number.Bin),
            (r"[0-9]+", Number.Integer),
            (r'"', String.Delimiter, "dq"),
            (r"'", String.Delimiter, "sq"),
            (r":", Punctuation),
        ],
        "dq": [
            (r"\\[\\nrt\"]?", String.Escape),
            (r"[^\\\"]+", String.Double),
            (r'"', String.Delimiter, "#pop"),
        ],
        "sq": [
            (r"\\[\\nrt']?", String.Escape),
            (r"[^\\']+", String.Single),
            (r"'", String.Delimiter, "#pop"),
        ],
        # braces that are no object
        "statement": [
            (r"case\b", Keyword, ("#pop", "expr_start")),
            (rf"({ID})(\s*)(:)", groups(Name.Label, Text, Punctuation)),
            include("expr_start"),
        ],
        "object": [
            include("comments_and_whitespace"),
            (r"[{]", Punctuation, "#push"),
            (r"[}]", Punctuation, ("#pop", "statement")),
            (rf"({ID})(\s*)(:)", groups(Name.Attribute, Text, Punctuation), "expr_start"),
            (r":", Punctuation),
            include("root"),
        ],
        "ternary": [(r":", Punctuation, ("#pop", "expr_start")), include("root")],
        "template_string": [
            (r"[$]\{", Punctuation, "template_string_expr"),
            (r"`", String.Double, "#pop"),
            (r"\\[$`]", String.Escape),
            (r"[^$`\\]+", String.Double),
            (r"[\\$]", String.Double),
        ],
        "template_string_expr": [(r"\}", Punctuation, "#pop"), include("root")],
    }


TYPED_NAMES = word_table(
    (Keyword, KEYWORDS + TYPED_KEYWORDS),
    (Keyword.Declaration, DECLARATIONS + "type abstract"),
    (Keyword.Reserved, RESERVED + TYPED_RESERVED),
    (Keyword.Constant, CONSTANTS),
    (Name.Builtin, BUILTINS + "Pick Partial Readonly Record"),
)


class TypeScript(JavaScript):
    """TypeScript."""

    names = TYPED_NAMES

    tokens = {
        **JavaScript.tokens,
        "root": [(r"[?][.]", Punctuation), (r"[?]{2}", Operator), *JavaScript.tokens["root"]],
        "statement": [
            (
                rf"({ID})(\??)(\s*)(:)",
                groups(Name.Label, Punctuation, Text, Punctuation),
                "expr_start",
            ),
            *JavaScript.tokens["statement"],
        ],
    }


class Jsx(JavaScript):
    """JavaScript with elements among its expressions."""

    def start(self) -> None:
        self.html = self.child("html")
        self.push("expr_start")

    def markup(self) -> None:
        self.delegate(self.html)

    tokens = {
        **JavaScript.tokens,
        "expr_start": [include("tag"), *JavaScript.tokens["expr_start"]],
        "tag": [(r"<", Punctuation, ("tag_opening", "element", "element_name"))],
        "tag_opening": [
            (r"</", Punctuation, ("#pop", "element", "element_name")),
            include("tag"),
            (r"\{", String.Interpol, ("interpol", "expr_start")),
            (r"[^<{]+", markup),
        ],
        "element": [
            include("comments_and_whitespace"),
            (r"/>", Punctuation, ("#pop", "#pop")),
            (r">", Punctuation, "#pop"),
            (r"\{", String.Interpol, ("interpol", "expr_start")),
            (r"\w[\w-]*", Name.Attribute),
            (r"=", Punctuation),
            (r"([\"']).*?(\1)", String),
        ],
        "element_name": [
            (r"[A-Z]\w*", Name.Class),
            (r"\w+", Name.Tag),
            (r"\.", Punctuation),
            (r"", Text, "#pop"),
        ],
        "interpol": [
            (r"\}", String.Interpol, "#pop"),
            (r"\{", Punctuation, ("interpol_inner", "statement")),
            include("root"),
        ],
        "interpol_inner": [(r"\}", Punctuation, ("#pop", "statement")), include("root")],
    }


class Tsx(Jsx):
    """TypeScript with elements among its expressions."""

    names = TYPED_NAMES

    tokens = {
        **Jsx.tokens,
        "root": TypeScript.tokens["root"],
        "statement": TypeScript.tokens["statement"],
        "element_name": [
            (r"(\w+)(,)", groups(Name.Other, Punctuation), ("#pop", "#pop", "#pop")),
            *Jsx.tokens["element_name"],
        ],
    }
