"""Haml and Slim, templates by indentation (Rouge's lexers/{haml,slim}.rb)."""

from typing import ClassVar

from onemg_render.markdown.lexers.indentation import Indented
from onemg_render.markdown.lexers.state_lexer import Lexer, feed, groups, include
from onemg_render.markdown.lexers.tokens import Comment, Name, Punctuation, String, Text, Whitespace

ID = r"[\w:-]+"
RUBY_VARIABLE = r"[a-z]\w*"
# a character, or the end of a line that goes on
DOT = r"(?:[ ]\|\n(?=.*[ ]\|)|.)"
SLIM_DOT = r"(?:\\\n|.)"
RUBY_WORD = r"[\w!?@$]+"


class RubyMarkup(Indented):
    """What both have in common: Ruby in lines and interpolations, filters for other languages."""

    filters: ClassVar[dict[str, str]]

    def start(self) -> None:
        super().start()
        self.ruby = self.child("ruby")
        self.html = self.child("html")
        self.filter: Lexer | None = None

    def in_ruby(self) -> None:
        self.delegate(self.ruby)

    def in_html(self) -> None:
        self.delegate(self.html)

    def begin_filter(self) -> None:
        self.emit(Name.Decorator)
        self.pop()
        self.starts_block("filter_block")
        named = self.filters.get(self[1].strip())
        self.filter = self.child(named) if named else None

    def filtered(self) -> None:
        if self.filter:
            feed(self.filter, self[0], self.out)
        else:
            self.emit(Name.Decorator)

    def end_line(self) -> None:
        self.emit(Text)
        self.reset_stack()

    tokens = {
        "root": [(r"\s*\n", Text), (r"\s*", Indented.indentation)],
        "filter_block": [
            (r"(?:[^#\n]|#[^{\n])+", filtered),
            include("interpolation"),
            include("indented_block"),
        ],
        "interpolation": [(r"#[{]", String.Interpol, "ruby")],
        "ruby": [(r"[}]", String.Interpol, "#pop"), include("ruby_inner")],
        "ruby_inner": [
            (r"[{]", in_ruby, "ruby_inner"),
            (r"[}]", in_ruby, "#pop"),
            (r"[^{}]+", in_ruby),
        ],
        "indented_block": [(r"\n", end_line)],
    }


class Haml(RubyMarkup):
    """Haml."""

    filters = {
        "javascript": "javascript",
        "css": "css",
        "ruby": "ruby",
        "erb": "erb",
        "markdown": "markdown",
        "sass": "sass",
    }

    def comment(self) -> None:
        self.emit(Comment)
        self.pop()
        self.starts_block("html_comment_block" if self[0][0] == "/" else "haml_comment_block")

    def ruby_line(self) -> None:
        self.emit(Punctuation)
        self.reset_stack()
        self.ruby = self.child("ruby")
        self.push("ruby_line")

    def ruby_tag(self) -> None:
        self.emit(Punctuation)
        self.ruby = self.child("ruby")
        self.push("ruby_inner")

    tokens = {
        **RubyMarkup.tokens,
        "content": [
            include("css"),
            (rf"%{ID}", Name.Tag, ("#pop", "tag")),
            (rf"!!!{DOT}*\n", Name.Namespace, "#pop"),
            (rf"(/)(\[{DOT}*?\])({DOT}*\n)", groups(Comment, Comment.Special, Comment), "#pop"),
            (rf"/{DOT}*\n|-#{DOT}*\n", comment),
            (r"-", ruby_line),
            (rf":({DOT}*)\n", RubyMarkup.begin_filter),
            include("eval_or_plain"),
        ],
        "css": [(rf"\.{ID}", Name.Class, ("#pop", "tag")), (rf"#{ID}", Name.Function, ("#pop", "tag"))],
        "tag": [
            include("css"),
            (r"[{]", ruby_tag),
            (rf"\[{DOT}*?\]", RubyMarkup.in_ruby),
            (r"\(", Punctuation, "html_attributes"),
            (r"\s*\n", Text, "#pop"),
            (r"[<>]{1,2}(?=[ \t=])", Punctuation),
            include("eval_or_plain"),
        ],
        "plain": [
            (r"(?:[^#\n]|#[^{\n])+", RubyMarkup.in_html),
            include("interpolation"),
            include("indented_block"),
        ],
        "eval_or_plain": [
            (r"[&!]?==", Punctuation, "plain"),
            (r"[&!]?[=!]", ruby_line),
            (r"", Text, "plain"),
        ],
        "ruby_line": [
            (r"\n", Text, "#pop"),
            (r",[ \t]*\n", RubyMarkup.in_ruby),
            (r"[ ]\|[ \t]*\n", String.Escape),
            (r".*?(?=(?:,$| \|)?[ \t]*$)", RubyMarkup.in_ruby),
        ],
        "html_attributes": [
            (r"\s+", Text),
            (rf"{ID}\s*=", Name.Attribute, "html_attribute_value"),
            (ID, Name.Attribute),
            (r"\)", Text, "#pop"),
        ],
        "html_attribute_value": [
            (r"\s+", Text),
            (RUBY_VARIABLE, Name.Variable, "#pop"),
            (rf"@{RUBY_VARIABLE}", Name.Variable.Instance, "#pop"),
            (rf"\${RUBY_VARIABLE}", Name.Variable.Global, "#pop"),
            (r"'(?:\\[\\']|[^'\n])*+'|\"(?:\\[\\\"]|[^\"\n])*+\"", String, "#pop"),
        ],
        "html_comment_block": [(rf"{DOT}+", Comment), include("indented_block")],
        "haml_comment_block": [(rf"{DOT}+", Comment.Preproc), include("indented_block")],
    }


SLIM_HTML = r"</?[\w\s='\"]+?/?>"


class Slim(RubyMarkup):
    """Slim."""

    filters = {**Haml.filters, "coffee": "coffeescript", "scss": "scss"}

    def plain_block(self) -> None:
        self.emit(Punctuation)
        self.pop()
        self.starts_block("plain_block")
        self.goto("plain_block")

    def splat(self) -> None:
        self.emit(Punctuation, self[1])
        self.delegate(self.ruby, self[2])

    tokens = {
        **RubyMarkup.tokens,
        "content": [
            include("css"),
            (rf"/{SLIM_DOT}*", Comment, "indented_block"),
            (r"(doctype)(\s+)(.*)", groups(Name.Namespace, Whitespace, Text), "#pop"),
            (r"(\w*):\s*\n", RubyMarkup.begin_filter),
            (r"[|'](?=\s)", plain_block),
            (r"-|==|=", Punctuation, "ruby_line"),
            (rf"(\*)({RUBY_WORD}\(.*?\)|{RUBY_WORD})", splat, "tag"),
            (SLIM_HTML, RubyMarkup.in_html, "#pop"),
            (r"\w+", Name.Tag, "tag"),
        ],
        "tag": [
            include("css"),
            include("indented_block"),
            include("interpolation"),
            (r"[<>]", Punctuation),
            (r"\s", Whitespace),
            (rf"(\*)({RUBY_WORD}|\{{{SLIM_DOT}+?\}})", splat),
            (r"([\w\-]+)(\s*)(=)", groups(Name.Attribute, Whitespace, Punctuation), "html_attr"),
            (rf"(=)({SLIM_DOT}+)", splat),
            (r"&\S*?;", Name.Entity),
            (SLIM_DOT, Text),
        ],
        "css": [
            (r"\.[\w-]*", Name.Class, ("#pop", "tag")),
            (r"#[a-zA-Z][\w:-]*", Name.Function, ("#pop", "tag")),
        ],
        "html_attr": [
            (rf"\s*(['\"]){SLIM_DOT}*?\1", String, "#pop"),
            (rf"{RUBY_WORD}\(.*?\)|{RUBY_WORD}", RubyMarkup.in_ruby, "#pop"),
            (r"\s+", Whitespace),
        ],
        "ruby_line": [
            include("indented_block"),
            (r"[,\\]\s*\n", RubyMarkup.in_ruby),
            (r"[ ]\|[ \t]*\n", String.Escape),
            (r".*?(?=(?:[,\\]$| \|)?[ \t]*$)", RubyMarkup.in_ruby),
        ],
        "plain_block": [
            include("interpolation"),
            (SLIM_HTML, RubyMarkup.in_html),
            (r"&\S*?;", Name.Entity),
            (SLIM_DOT, Text),
            include("indented_block"),
        ],
    }
