"""Text without any tokens."""

from pygments.token import string_to_tokentype

from onemg_render.markdown.lexers.state_lexer import Languages, Options
from onemg_render.markdown.lexers.tokens import CSS_CLASSES, Text, Token


class PlainText:
    """Everything is one token, by default Text; the option `token` names another (Generic.Output)."""

    def __init__(self, languages: Languages, options: Options | None = None) -> None:
        named = string_to_tokentype(str((options or {}).get("token", "")))
        self.token = named if named in CSS_CLASSES and named else Text

    def lex(self, text: str) -> list[Token]:
        return [(self.token, text)] if text else []
