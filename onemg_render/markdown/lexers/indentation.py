"""Lexers whose blocks are made by indentation (Rouge's Indentation in lib/rouge/util.rb)."""

from onemg_render.markdown.lexers.state_lexer import StateLexer
from onemg_render.markdown.lexers.tokens import Text


class Indented(StateLexer):
    """Remembers which state the lines below, if deeper, belong to."""

    def start(self) -> None:
        self.block_state = ""
        self.block_indentation = self.last_indentation = ""

    def starts_block(self, state: str) -> None:
        """Deeper lines from here on are read in `state`."""
        self.block_state, self.block_indentation = state, self.last_indentation

    def indentation(self) -> None:
        """Begin a line: in the state of the block that it is part of, else as content."""
        found = self[0]
        self.emit(Text)
        self.last_indentation = found
        outer = self.block_indentation
        if self.block_state and found != outer and found.startswith(outer):
            self.push(self.block_state)
        else:
            self.block_state = self.block_indentation = ""
            self.push("content")
