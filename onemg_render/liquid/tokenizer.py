"""Template text to tokens: text, `{{ ... }}` and `{% ... %}` (Ruby: lib/liquid/tokenizer.rb)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

STARTS = re.compile(r"\{[{%]")


class Token(NamedTuple):
    """A piece of template and its offset."""

    text: str
    start: int


def tokenize(source: str, start: int = 0) -> Iterator[Token]:
    """The tokens of `source`, in linear time whatever it holds.

    An opening without its end is a token of two characters, an output may end with a single `}`: both as in
    Ruby, where the parser complains about them. start: the offset at which `source` stands.
    """
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
            yield Token(source[position:begin], start + position)
        yield Token(source[begin:end], start + begin)
        position = end
    if position < len(source):
        yield Token(source[position:], start + position)


def tokenize_lines(source: str, start: int) -> Iterator[Token]:
    """The lines of a `liquid` tag: each is one tag."""
    for line in source.split("\n"):
        yield Token(line, start)
        start += len(line) + 1


class Stream:
    """Tokens being consumed. `lines`: they are the lines of a `liquid` tag."""

    __slots__ = ("_tokens", "end", "lines")

    def __init__(self, tokens: Iterator[Token], end: int, *, lines: bool = False) -> None:
        self._tokens = tokens
        self.end = end
        self.lines = lines

    def shift(self) -> Token | None:
        return next(self._tokens, None)
