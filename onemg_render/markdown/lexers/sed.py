"""sed (Rouge's lexers/sed.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, feed, groups, include
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

Address = Keyword.Namespace
DOT = r"(?:\\.|[^\\]|\\(?=\n))"


class SedRegex(StateLexer):
    """A regular expression."""

    tokens = {
        "root": [
            (r"\\.", String.Escape),
            (r"\[", Punctuation, "brackets"),
            (r"[$^.*]", Operator),
            (r"[()]", Punctuation),
            (r".", String.Regex),
        ],
        "brackets": [
            (r"\^", Punctuation, ("#pop", "brackets_int")),
            (r"", Text, ("#pop", "brackets_int")),
        ],
        "brackets_int": [
            (r".-.", Name.Variable),
            (r"\]", Punctuation, "#pop"),
            (r".", String.Regex),
        ],
    }


class SedReplacement(StateLexer):
    """What a match is replaced with."""

    tokens = {"root": [(r"\\(?s:.)", String.Escape), (r"&", Operator), (r"[^\\&]+", Text)]}


class Sed(StateLexer):
    """Commands and addresses."""

    def start(self) -> None:
        self.regex = SedRegex(self.languages)
        self.replacement = SedReplacement(self.languages)

    def end_line(self) -> None:
        first = self[0][0]
        self.emit(Comment if first == "#" else Punctuation if first == ";" else Text)
        self.reset_stack()

    def substitute(self) -> None:
        self.emit(Keyword, self[1])
        self.emit(Punctuation, self[2])
        feed(self.regex if self[1] == "s" else self.replacement, self[3], self.out)
        self.emit(Punctuation, self[4])
        feed(self.replacement, self[5], self.out)
        self.emit(Punctuation, self[6])

    def address(self) -> None:
        self.emit(Address, self[1])
        feed(self.regex, self[2], self.out)
        self.emit(Address, self[3])

    def own_address(self) -> None:
        self.emit(Address, self[1] + self[2])
        feed(self.regex, self[3], self.out)
        self.emit(Address, self[4])

    def written_file(self) -> None:
        self.emit(Keyword)
        self.emit(Text)
        self.emit(Name)

    tokens = {
        "whitespace": [(r"\s+", Text), (r"#.*?\n|\n|;", end_line)],
        "root": [include("addr_range")],
        "command": [
            include("whitespace"),
            (rf"(s)((?s:.))({DOT}*?)(\2)({DOT}*?)(\2)", substitute, ("#pop", "flags")),
            (rf"(y)((?s:.))({DOT}*?)(\2)({DOT}*?)(\2)", substitute, "#pop"),
            (r"([aic])(\s*)", groups(Keyword, Text), ("#pop", "text")),
            (r"[pd]", Keyword),
            (r"([qQlL])(\s+)(\d+)", groups(Keyword, Text, Number), "#pop"),
            (r"[={}dDgGhHlnpPqx]", Keyword, "#pop"),
            (r"([rRwW])(\s+)(\S+)", groups(Keyword, Text, Name), "#pop"),
            (r"([:btT])(\s+)(\S+)", groups(Keyword, Text, Name.Label), "#pop"),
        ],
        "addr_range": [
            include("whitespace"),
            (r"\d+", Address),
            (r"[$,~+!]", Address),
            (r"(/)((?:\\.|[^\\\n])*?)(/)", address),
            (r"(\\)(.)((?:\\.|[^\\\n])*?)(\2)", own_address),
            (r"", Text, "command"),
        ],
        "text": [
            (r"[^\\\n]+", String),
            (r"\\\n", String.Escape),
            (r"\\", String),
            (r"\n", Text, "#pop"),
        ],
        "flags": [
            (r"[gp]+", Keyword, "#pop"),
            (r"[wW]\s+\S+", written_file),
            (r"", Text, "#pop"),
        ],
    }
