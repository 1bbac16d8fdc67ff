"""Brainfuck (Rouge's lexers/brainfuck.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer, include
from onemg_render.markdown.lexers.tokens import Comment, Error, Name, Punctuation, Text


class Brainfuck(StateLexer):
    """Brainfuck."""

    def start(self) -> None:
        self.push("bol")

    tokens = {
        "bol": [
            (r"\s+", Text),
            (r"\[", Comment.Multiline, "comment_multi"),
            (r"", Text, "#pop"),
        ],
        "root": [
            (r"\]", Error),
            (r"\[", Punctuation, "loop"),
            include("comment_single"),
            include("commands"),
        ],
        "comment_multi": [
            (r"\[", Comment.Multiline, "comment_multi"),
            (r"\]", Comment.Multiline, "#pop"),
            (r"[^\[\]]+?", Comment.Multiline),
        ],
        "comment_single": [
            (r"[^><+\-.,\[\]]+", Comment.Single),
        ],
        "loop": [
            (r"\[", Punctuation, "loop"),
            (r"\]", Punctuation, "#pop"),
            include("comment_single"),
            include("commands"),
        ],
        "commands": [
            (r"[><]+", Name.Builtin),
            (r"[+\-.,]+", Name.Function),
        ],
    }
