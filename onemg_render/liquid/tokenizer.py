"""Template text to tokens: text, `{{ ... }}` and `{% ... %}` (Ruby: lib/liquid/tokenizer.rb)."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from onemg_render.util.patterns import regex

TOKEN = regex(r"(\{%.*?%\}|\{\{.*?\}\}?)", re.DOTALL)
STARTS = regex(r"\{[{%]")


Token: TypeAlias = tuple[str, int]
"""A piece of template and its offset."""


def tokenize(source: str) -> Iterator[Token]:
    """The tokens of `source`, in linear time whatever it holds.

    An opening without its end is a token of two characters, an output may end with a single `}`: both as in
    Ruby, where the parser complains about them.
    """
    if source.rfind("{%") + 1 < source.rfind("%}") and source.rfind("{{") + 1 < source.rfind("}"):
        return placed(TOKEN.split(source))
    return tokens_of_unclosed(source)


def placed(pieces: list[str]) -> Iterator[Token]:
    position = 0
    for piece in pieces:
        if piece:
            yield piece, position
            position += len(piece)


def tokens_of_unclosed(source: str) -> Iterator[Token]:
    """The tokens of a source where the regular expression would look for the end of each opening in vain."""
    position = 0
    last_tag_end = source.rfind("%}")
    last_output_end = source.rfind("}")
    for opening in STARTS.finditer(source):
        begin = opening.start()
        if begin < position:
            continue
        if source[begin + 1] == "%":
            end = source.find("%}", begin + 2) + 2 if last_tag_end >= begin + 2 else begin + 2
        elif last_output_end >= begin + 2:
            end = source.find("}", begin + 2) + 1
            end += source.startswith("}", end)
        else:
            end = begin + 2
        if begin > position:
            yield source[position:begin], position
        yield source[begin:end], begin
        position = end
    if position < len(source):
        yield source[position:], position


def tokenize_lines(source: str, start: int) -> Iterator[Token]:
    """The lines of a `liquid` tag: each is one tag."""
    for line in source.split("\n"):
        yield line, start
        start += len(line) + 1


class Stream:
    """Tokens being consumed. lines: they are the lines of a `liquid` tag. end: the offset behind the last."""

    __slots__ = ("end", "lines", "tokens")

    def __init__(self, tokens: Iterator[Token], end: int, *, lines: bool = False) -> None:
        self.tokens = tokens
        self.end = end
        self.lines = lines
