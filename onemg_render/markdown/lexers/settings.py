"""Formats of settings: INI, Java properties, conf, TOML (Rouge's lexers/{ini,properties,conf,toml}.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Error,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)


class Ini(StateLexer):
    """INI and .gitconfig."""

    tokens = {
        "basic": [(r"[;#].*?\n", Comment), (r"\s+", Text), (r"\\\n", String.Escape)],
        "root": [
            include("basic"),
            (r"([\w\-.]+)(\s*)(=)", groups(Name.Property, Text, Punctuation), "value"),
            (r"\[.*?\]", Name.Namespace),
        ],
        "value": [
            (r"\n", Text, "#pop"),
            include("basic"),
            (r'"', String, "dq"),
            (r"'.*?'", String),
            include("esc_str"),
            (r"[^\\\n]+", String),
        ],
        "dq": [(r'"', String, "#pop"), include("esc_str"), (r"[^\\\"]+", String)],
        "esc_str": [(r"\\(?s:.)", String.Escape)],
    }


class Properties(Ini):
    """Java's .properties files."""

    tokens = {
        **Ini.tokens,
        "basic": [(r"[!#].*?\n", Comment), (r"\s+", Text), (r"\\\n", String.Escape)],
        "root": [
            include("basic"),
            (r"([\w.-]+)(\s*)([=:])", groups(Name.Property, Text, Punctuation), "value"),
        ],
        "esc_str": [(r"\\u[0-9]{4}", String.Escape), (r"\\(?s:.)", String.Escape)],
    }


class Conf(StateLexer):
    """Configuration files of any kind."""

    tokens = {
        "root": [
            (r"#.*?\n", Comment),
            (r'".*?"', String.Double),
            (r"'.*?'", String.Single),
            (r"[a-zA-Z]\w*", Name),
            (r"\d+", Number),
            (r"[^\w#\"']+", Text),
        ]
    }


KEY = r"(?:\S+|\"[^\"]+\"|'[^']+')"


class Toml(StateLexer):
    """TOML."""

    tokens = {
        "basic": [
            (r"\s+", Text),
            (r"#.*?$", Comment),
            (r"true|false", Keyword.Constant),
            (
                rf"({KEY})(\s*)(=)(\s*)(\{{)",
                groups(Name.Namespace, Text, Operator, Text, Punctuation),
                "inline",
            ),
            (r"\s*\[[\S]+\]", Name.Namespace),
            (r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", Literal.Date),
            (r"[+-]?\d+(?:_\d+)*\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?", Number.Float),
            (r"[+-]?\d+(?:_\d+)*[eE][+-]?\d+(?:_\d+)*", Number.Float),
            (r"[+-]?(?:nan|inf)", Number.Float),
            (r"0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*", Number.Hex),
            (r"0o[0-7]+(?:_[0-7]+)*", Number.Oct),
            (r"0b[01]+(?:_[01]+)*", Number.Bin),
            (r"[+-]?\d+(?:_\d+)*", Number.Integer),
        ],
        "root": [
            include("basic"),
            (rf"({KEY})(\s*)(=)", groups(Name.Property, Text, Punctuation), "value"),
        ],
        "value": [(r"\n", Text, "#pop"), include("content")],
        "content": [
            include("basic"),
            (rf"({KEY})(\s*)(=)", groups(Name.Property, Text, Punctuation)),
            (r'"""', String, "mdq"),
            (r'"', String, "dq"),
            (r"'''", String, "msq"),
            (r"'", String, "sq"),
            include("esc_str"),
            (r",", Punctuation),
            (r"\[", Punctuation, "array"),
        ],
        "dq": [
            (r'"', String, "#pop"),
            (r"\n", Error, "#pop"),
            include("esc_str"),
            (r"[^\\\"\n]+", String),
        ],
        "mdq": [
            (r'"""', String, "#pop"),
            include("esc_str"),
            (r"[^\\\"]+", String),
            (r'"+', String),
        ],
        "sq": [(r"'", String, "#pop"), (r"\n", Error, "#pop"), (r"[^'\n]+", String)],
        "msq": [(r"'''", String, "#pop"), (r"[^']+", String), (r"'+", String)],
        "esc_str": [(r"\\[0t\tn\n \"\\r]", String.Escape)],
        "array": [include("content"), (r"\]", Punctuation, "#pop")],
        "inline": [include("content"), (r"\}", Punctuation, "#pop")],
    }
