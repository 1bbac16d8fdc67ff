"""DOT (Rouge's lexers/dot.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, include
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


class Dot(StateLexer):
    """DOT."""

    def start(self) -> None:
        self.html = self.child("html")

    def in_html(self) -> None:
        self.delegate(self.html)

    def html_text(self) -> None:
        self.emit(Punctuation)
        self.html = self.child("html")
        self.push("html")

    tokens = {
        "comments_and_whitespace": [
            (r"\s+", Text),
            (r"#.*", Comment.Single),
            (r"//.*?$", Comment.Single),
            (r"(?s:/(?:\\\n)?[*].*?[*](?:\\\n)?/)", Comment.Multiline),
        ],
        "html": [
            (r"[^<>]+", in_html),
            (r"(?s:<.+?>)", in_html),
            (r">", Punctuation, "#pop"),
        ],
        "ID": [
            (r"([a-zA-Z][a-zA-Z_0-9]*)(\s*)(=)", groups(Name, Text, Punctuation)),
            (r"[a-zA-Z][a-zA-Z_0-9]*", Name.Variable),
            (r"(?:[0-9]+)?\.[0-9]+", Number.Float),
            (r"[0-9]+", Number.Integer),
            (r'"(?:(?:\\"|[^"])*+"|(?:[^"]|(?<=\\)")*")', String.Double),
            (r"<", html_text),
        ],
        "a_list": [
            include("comments_and_whitespace"),
            include("ID"),
            (r"[=;,]", Punctuation),
            (r"\]", Operator, "#pop"),
        ],
        "root": [
            include("comments_and_whitespace"),
            (r"(?i:(?:strict|graph|digraph|subgraph|node|edge)\b)", Keyword),
            (r"[{};:=]", Punctuation),
            (r"-[->]", Operator),
            (r"\[", Operator, "a_list"),
            include("ID"),
        ],
    }
