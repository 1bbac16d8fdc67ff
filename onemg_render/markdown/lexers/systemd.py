"""Systemd (Rouge's lexers/systemd.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups
from onemg_render.markdown.lexers.tokens import Comment, Keyword, Name, Punctuation, String, Text


class SystemD(StateLexer):
    """Systemd."""

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"[;#].*", Comment),
            (r"\[.*?\]$", Keyword),
            (r"(.*?)(=)(.*)(\\\n)", groups(Name.Tag, Punctuation, Text, String.Escape), "continuation"),
            (r"(.*?)(=)(.*)", groups(Name.Tag, Punctuation, Text)),
        ],
        "continuation": [
            (r"(.*?)(\\\n)", groups(Text, String.Escape)),
            (r".*'", Text, "#pop"),
        ],
    }
