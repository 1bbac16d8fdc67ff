"""CoffeeScript (Rouge's lexers/coffeescript.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, by_word, groups, include
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
    await break by catch class continue debugger delete do else export extends finally for if import
    instanceof loop new return super switch then this throw try typeof until when while yield
"""

CONSTANTS = "Infinity NaN false no null off on true undefined yes"

BUILTINS = """
    Array Boolean Date Error Function Math Number Object Packages RegExp String decodeURI
    decodeURIComponent document encodeURI encodeURIComponent eval isFinite isNaN netscape parseFloat
    parseInt sun window
"""


class CoffeeScript(StateLexer):
    """CoffeeScript."""

    tokens = {
        "comments": [
            (r"(?s:###[^#].*?###)", Comment.Multiline),
            (r"#.*$", Comment.Single),
        ],
        "whitespace": [
            (r"\s+", Text),
        ],
        "regex_comment": [
            (r"^#(?!\{).*$", Comment.Single),
            (r"(\s+)(#(?!\{).*)$", groups(Text, Comment.Single)),
        ],
        "multiline_regex_begin": [
            (r"///", String.Regex, ("#pop", "multiline_regex")),
        ],
        "multiline_regex_end": [
            (r"///(?:[gimy]+\b|\B)", String.Regex, "#pop"),
        ],
        "multiline_regex": [
            include("multiline_regex_end"),
            include("regex_comment"),
            include("has_interpolation"),
            include("comments"),
            include("whitespace"),
            include("code_escape"),
            (r"\\\D", String.Escape),
            (r"\\\d+", Name.Variable),
            (r"(?s:.)", String.Regex),
        ],
        "slash_starts_regex": [
            include("comments"),
            include("whitespace"),
            include("multiline_regex_begin"),
            (r"/(?:\\.|[^\[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+/(?:[gimy]+\b|\B)", String.Regex, "#pop"),
            (r"", Text, "#pop"),
        ],
        "root": [
            (r"^(?=\s|/|<!--)", Text, "slash_starts_regex"),
            include("comments"),
            include("whitespace"),
            (
                r"[+][+]|--|~|&&|and\b|or\b|is\b|isnt\b|not\b|in\b|of\b|[?]|:|=|[|][|]|\\(?=\n)"
                r"|(?:<<|>>>?|==?|!=?|[-<>+*`%&|^/])=?",
                Operator,
                "slash_starts_regex",
            ),
            (r"[-=]>", Name.Function),
            (
                r"(@)([ \t]*)([$a-zA-Z_][a-zA-Z0-9_]*)",
                groups(Name.Variable.Instance, Text, Name.Attribute),
                "slash_starts_regex",
            ),
            (
                r"([.])([ \t]*)([$a-zA-Z_][a-zA-Z0-9_]*)",
                groups(Punctuation, Text, Name.Attribute),
                "slash_starts_regex",
            ),
            (r"[$a-zA-Z_][a-zA-Z0-9_]*(?=\s*:)", Name.Attribute, "slash_starts_regex"),
            (
                r"[$a-zA-Z_][a-zA-Z0-9_]*",
                by_word(
                    (Keyword, KEYWORDS),
                    (Name.Constant, CONSTANTS),
                    (Name.Builtin, BUILTINS),
                    default=Name.Other,
                ),
                "slash_starts_regex",
            ),
            (r"[{(\[;,]", Punctuation, "slash_starts_regex"),
            (r"[})\].]", Punctuation),
            (r"\d+[.]\d+(?:[eE]\d+)?[fd]?", Number.Float),
            (r"0x[0-9a-fA-F]+", Number.Hex),
            (r"\d+", Number.Integer),
            (r'"""', String, "tdqs"),
            (r"'''", String, "tsqs"),
            (r'"', String, "dqs"),
            (r"'", String, "sqs"),
        ],
        "code_escape": [
            (r"\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})", String.Escape),
        ],
        "strings": [
            (r"[^#\\'\"]+", String),
            include("code_escape"),
            (r"\\.", String.Escape),
            (r"#", String),
        ],
        "double_strings": [
            (r"'", String),
            include("has_interpolation"),
            include("strings"),
        ],
        "single_strings": [
            (r'"', String),
            include("strings"),
        ],
        "interpolation": [
            (r"}", String.Interpol, "#pop"),
            include("root"),
        ],
        "has_interpolation": [
            (r"[#][{]", String.Interpol, "interpolation"),
        ],
        "dqs": [
            (r'"', String, "#pop"),
            include("double_strings"),
        ],
        "tdqs": [
            (r'"""', String, "#pop"),
            (r'"', String),
            include("double_strings"),
        ],
        "sqs": [
            (r"'", String, "#pop"),
            include("single_strings"),
        ],
        "tsqs": [
            (r"'''", String, "#pop"),
            (r"'", String),
            include("single_strings"),
        ],
    }
