"""Elixir (Rouge's lexers/elixir.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import Rule, StateLexer, include, words
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

NAMESPACES = "import require use recur quote unquote super refer"

CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}


class Elixir(StateLexer):
    """Elixir."""

    def sigil_string(self) -> None:
        """~w(abc), ~r/abc/ and so on: one state per delimiter."""
        kind, begin = self[1], self[2]
        end = CLOSING.get(begin, begin)
        token = String.Regex if not kind or kind in "Rr" else String.Other
        if not kind or kind in "Rr":
            self.push("regex_flags")
        if not kind or kind in "Ww":
            self.push("list_flags")
        self.emit(token)
        name = f"sigil {kind}{begin}"
        inside: list[Rule | include] = [include("interpoling"), (r"#", token)]
        self.define(
            name,
            [
                (re.escape(end), token, "#pop"),
                *(inside if kind and kind in "SRCW" else [(r"[\\#]", token)]),
                (rf"[^#{re.escape(begin)}{re.escape(end)}\\]+", token),
            ],
        )
        self.push(name)

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"#.*$", Comment.Single),
            (
                (
                    r"(?:case|cond|end|bc|lc|if|unless|try|loop|receive|fn|defmodule|defp?|defprotocol|"
                    r"defimpl|defrecord|defmacrop?|defdelegate|defexception|defguardp?|defstruct|"
                    r"exit|raise|throw|after|rescue|catch|else)\b(?![?!])|do\b"
                ),
                Keyword,
            ),
            (rf"{words(NAMESPACES)}\b(?![?!])", Keyword.Namespace),
            (r"(?:and|not|or|when|xor|in)\b", Operator.Word),
            (
                (
                    r"%=|\*=|\*\*=|\+=|\-=|\^=|\|\|=|<=>|<(?!<|=)|>(?!<|=|>)|<=|>=|===|==|=~|"
                    r"!=|!~|(?=[\s])\?|&(?:&&?|(?!\d))|\|\||\^|\*|\+|\-|/|\||\+\+|"
                    r"\-\-|\*\*|//|<\-|<>|<<|>>|=|\.|~~~"
                ),
                Operator,
            ),
            (
                (
                    r":(?:[a-zA-Z_]\w*(?:[?!]|=(?![>=]))?|<>|===?|>=?|<=?|\n             <=>|"
                    r"&&?|%\(\)|%\[\]|%\{\}|\+\+?|\-\-?|\|\|?|!|//|[%&`/\|]|\n             \*\*?|"
                    r"=?~|<\-)|[a-zA-Z_]\w*[?!]?:(?!:)"
                ),
                String.Symbol,
            ),
            (r':"', String.Symbol, "interpoling_symbol"),
            (r"(?:nil|true|false)\b(?![?!])|[A-Z]\w*\b", Name.Constant),
            (r"__(?:FILE|LINE|MODULE|MAIN|FUNCTION)__\b(?![?!])", Name.Builtin.Pseudo),
            (r"[a-zA-Z_!]\w*[!\?]?", Name),
            (r"::|[%(){};,/\|:\\\[\]]", Punctuation),
            (r"@[a-zA-Z_]\w*|&\d", Name.Variable),
            (r"\d(?:_?\d)*\.(?![^\d\s])(?:_?\d)+(?:[eE][-+]?\d(?:_?\d)*)?\b", Number.Float),
            (r"0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*\b", Number.Hex),
            (r"0o[0-7](?:_?[0-7])*\b", Number.Oct),
            (r"0b[01](?:_?[01])*\b", Number.Bin),
            (r"\d(?:_?\d)*\b", Number.Integer),
            include("strings"),
            include("sigil_strings"),
        ],
        "strings": [
            (r'(?:%[A-Ba-z])?"""(?:.|\n)*?"""', String.Doc),
            (r"'''(?:.|\n)*?'''", String.Doc),
            (r'"', String.Double, "dqs"),
            (r"'", String.Single, "sqs"),
            (
                (
                    r"\?(?:\\(?:x\d{1,2}|[0-9a-fA-F]{1,2}(?![0-9a-fA-F])\b|0[0-7]{0,2}(?![0-7])"
                    r"\b[^x0MC])|(?:\\[MC]-)+\w|[^\s\\])"
                ),
                String.Other,
            ),
        ],
        "dqs": [
            include("escapes"),
            include("interpoling"),
            (r'[^#"\\]+', String.Double),
            (r'"', String.Double, "#pop"),
            (r"[#\\]", String.Double),
        ],
        "sqs": [
            include("escapes"),
            include("interpoling"),
            (r"[^#'\\]+", String.Single),
            (r"'", String.Single, "#pop"),
            (r"[#\\]", String.Single),
        ],
        "interpoling": [
            (r"#\{", String.Interpol, "interpoling_string"),
        ],
        "interpoling_string": [
            (r"\}", String.Interpol, "#pop"),
            include("root"),
        ],
        "escapes": [
            (r"\\x[0-9a-fA-F]{2}", String.Escape),
            (r"\\u\{?\d+\}?", String.Escape),
            (r"\\[\\abdefnrstv0\"']", String.Escape),
        ],
        "interpoling_symbol": [
            (r'"', String.Symbol, "#pop"),
            include("interpoling"),
            (r'[^#"]+', String.Symbol),
        ],
        "sigil_strings": [
            (r"~([A-Za-z])?((?:\{|\[|\(|<|\||/|'|\"))", sigil_string),
        ],
        "regex_flags": [
            (r"[fgimrsux]*", String.Regex, "#pop"),
        ],
        "list_flags": [
            (r"[csa]?", String.Other, "#pop"),
        ],
    }
