"""Patches (Rouge's lexers/diff.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups
from onemg_render.markdown.lexers.tokens import Generic, Punctuation, Text


class Diff(StateLexer):
    """Line by line, by the first characters."""

    tokens = {
        "root": [
            (r"^ .*$\n?", Text),
            (r"^---$\n?", Punctuation),
            (r"^[+>].*$\n?", Generic.Inserted),
            (r"^[-<].*$\n?", Generic.Deleted),
            (r"^!.*$\n?", Generic.Strong),
            (r"^(?:[Ii]ndex|diff).*$\n?", Generic.Heading),
            (r"^(@@[^@]*@@)([^\n]*\n)", groups(Punctuation, Text)),
            (r"^\w.*$\n?", Punctuation),
            (r"^=.*$\n?", Generic.Heading),
            (r"\s.*$\n?", Text),
        ]
    }
