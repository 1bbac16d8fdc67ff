"""Prose around code: literate CoffeeScript and Haskell (Rouge's lexers/literate_*.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer
from onemg_render.markdown.lexers.tokens import Name, Text


class LiterateCoffeeScript(StateLexer):
    """Markdown in which indented code is CoffeeScript."""

    def start(self) -> None:
        self.prose = self.child("markdown")
        self.code = self.child("coffeescript")

    def in_prose(self) -> None:
        self.delegate(self.prose)

    def in_code(self) -> None:
        self.delegate(self.code)

    tokens = {
        "root": [
            (r"^(?:    (?s:.*?)\n)+", in_code),
            (r"^(?:[ ]{0,3}(?:\S(?s:.*?)|)\n)*", in_prose),
        ]
    }


class LiterateHaskell(StateLexer):
    """Text in which lines that begin with > are Haskell."""

    def start(self) -> None:
        self.code = self.child("haskell")

    def in_code(self) -> None:
        self.emit(Name.Label, self[1])
        self.delegate(self.code, self[2])

    tokens = {
        "root": [(r"\s*?\n(?=>)", Text, "code"), (r".*?\n", Text), (r".+\Z", Text)],
        "code": [
            (r"(>)( .*?(?:\n|\Z))", in_code),
            (r"\s*\n(?=\s*[^>])", Text, "#pop"),
        ],
    }
