"""Email (Rouge's lexers/email.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer
from onemg_render.markdown.lexers.tokens import Comment, Name, Operator, Text


class Email(StateLexer):
    """Email."""

    def start(self) -> None:
        self.push("fields")

    tokens = {
        "fields": [
            (r"[:]", Operator, "field_body"),
            (r"[^\n\r:]+", Name.Tag),
            (r"[\n\r]", Name.Tag),
        ],
        "field_body": [
            (r"(\r?\n){2}", Text, ("#pop", "#pop")),
            (r"\r?\n(?![ \v\t\f])", Text, "#pop"),
            (r"[^\n\r]+", Name.Attribute),
            (r"[\n\r]", Name.Attribute),
        ],
        "root": [
            (r"\n", Text),
            (r"^>.*", Comment),
            (r".+", Text),
        ],
    }
