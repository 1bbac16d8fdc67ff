"""Markdown, with the lexers of its front matter, fences and HTML (Rouge's lexers/markdown.rb)."""

import re

from onemg_render.markdown.lexers.guess import guess
from onemg_render.markdown.lexers.state_lexer import Lexer, StateLexer, feed, groups, include
from onemg_render.markdown.lexers.tokens import Generic, Name, Punctuation, String, Text

DOT = r"(?:\\.|[^\\\n])"


class Markdown(StateLexer):
    """Markdown."""

    def start(self) -> None:
        self.html = self.child("html")
        self.fenced: Lexer | None = None

    def front_matter(self) -> None:
        self.delegate("yaml")

    def markup(self) -> None:
        self.delegate(self.html)

    def fence(self) -> None:
        name = self[3].strip()
        tag = name or (guess(self[5]) or ["plaintext"])[0]
        self.fenced = self.child(tag)
        self.fenced = self.fenced or self.child("plaintext", {"token": "Literal.String.Backtick"})
        self.groups(Text, Punctuation, Name.Label)
        self.delegate(self.fenced, self[5])
        self.emit(Text, self[6])
        self.emit(Punctuation, self[7])
        if not self[7]:
            state = f"fence {self[2]}"
            self.define(
                state,
                [
                    (rf"^([ \t]*)({re.escape(self[2])})", groups(Text, Punctuation), "#pop"),
                    (r"^.*\n", Markdown.fenced_line),
                ],
            )
            self.push(state)

    def fenced_line(self) -> None:
        if self.fenced:
            feed(self.fenced, self[0], self.out)

    tokens = {
        "root": [
            (r"---\s*\n(?s:.*?)\n?^---\s*$\n?", front_matter),
            (r"\\.", String.Escape),
            (r"^[\S ]+\n---*\n", Generic.Heading),
            (r"^[\S ]+\n===*\n", Generic.Subheading),
            (r"^#(?=[^#]).*?$", Generic.Heading),
            (r"^##*.*?$", Generic.Subheading),
            (r"^([ \t]*)(`{3,}|~{3,})([^\n]*\n)(((?s:.*?))(\n\1)(\2))?", fence),
            (r"\n\n(?:(?:    |\t).*?\n|\n)+", String.Backtick),
            (rf"(`+)(?:{DOT}|\n)+?\1", String.Backtick),
            (r"^(?:\s*[*]){3,}\s*$", Punctuation),
            (r"^(?:\s*[-]){3,}\s*$", Punctuation),
            (r"^\s*[*+-](?=\s)", Punctuation),
            (r"^\s*\d+\.", Punctuation),
            (r"^\s*>.*?$", Generic.Traceback),
            (
                rf"^(\s*)(\[)({DOT}+?)(\])(\s*)(:)",
                groups(Text, Punctuation, String.Symbol, Punctuation, Text, Punctuation),
                ("title", "url"),
            ),
            (
                rf"(!?\[)({DOT}*?|[^\]]*?)(\])(?=[\[(])",
                groups(Punctuation, Name.Variable, Punctuation),
                "link",
            ),
            (rf"[*][*]{DOT}*?[*][*]", Generic.Strong),
            (rf"__{DOT}*?__", Generic.Strong),
            (rf"[*]{DOT}*?[*]", Generic.Emph),
            (rf"_{DOT}*?_", Generic.Emph),
            (r"<.*?@.+[.].+>", Name.Variable),
            (rf"<(?:https?|mailto|ftp)://{DOT}*?>", Name.Variable),
            (r"[^\\`\[*\n&<]+", Text),
            (r"&\S*;", markup),
            (rf"<{DOT}*?>", markup),
            (r"[&<]", Text),
            (r"\[", Text),
            (r"\n", Text),
        ],
        "link": [
            (rf"(\[)({DOT}*?)(\])", groups(Punctuation, String.Symbol, Punctuation), "#pop"),
            (r"[(]", Punctuation, ("inline_title", "inline_url")),
            (r"[ \t]+", Text),
            (r"", Text, "#pop"),
        ],
        "url": [
            (r"[ \t]+", Text),
            (rf"(<)({DOT}*?)(>)", groups(Name.Tag, String.Other, Name.Tag), "#pop"),
            (r"\S+", String.Other, "#pop"),
        ],
        "title": [
            (rf'"{DOT}*?"', Name.Namespace),
            (rf"'{DOT}*?'", Name.Namespace),
            (rf"[(]{DOT}*?[)]", Name.Namespace),
            (r"\s*(?=[\"'()])", Text),
            (r"", Text, "#pop"),
        ],
        "inline_title": [(r"[)]", Punctuation, "#pop"), include("title")],
        "inline_url": [(r"[^<\s)]+", String.Other, "#pop"), (r"\s+", Text), include("url")],
    }
