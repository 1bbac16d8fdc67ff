"""Text without any tokens."""

from onemg_render.markdown.lexers.tokens import Text, Token


class PlainText:
    """Everything is one piece of text."""

    def lex(self, text: str) -> list[Token]:
        return [(Text, text)]
