"""Code with escaped parts (Rouge's lexers/escape.rb), shown as errors because escaping is off."""

import re

from onemg_render.markdown.lexers.state_lexer import Languages, Options, feed
from onemg_render.markdown.lexers.tokens import Escape, Token


class EscapedCode:
    """Options: start and end of an escaped part, and lang, the language around."""

    def __init__(self, languages: Languages, options: Options | None = None) -> None:
        given = options or {}
        begin, end = (re.escape(str(given.get(key, mark))) for key, mark in (("start", "<!"), ("end", "!>")))
        self._piece = re.compile(rf"((?s:.*?))(?:{begin}((?s:.*?))(?:{end}|\Z)|\Z)")
        named = given.get("lang")
        self._lexer = (languages.embedded(str(named)) if named else None) or languages.lexer("plaintext")

    def lex(self, text: str) -> list[Token]:
        out: list[Token] = []
        for piece in self._piece.finditer(text):
            feed(self._lexer, piece[1], out)
            if piece[2]:
                out.append((Escape, piece[2]))
        return out
