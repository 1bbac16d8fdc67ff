"""Front matter: the YAML block on top of a file (upstream `lib/jekyll/document.rb`, `utils.rb`)."""

import codecs
import re
from typing import Any, Final, NamedTuple

from onemg_render.errors import FrontMatterError, ReadError, YamlError
from onemg_render.util import yaml
from onemg_render.util.patterns import regex

# re.A: Ruby's \s is ASCII, a no-break space after `---` is no fence.
# (?>…): else each blank line below an opening fence that is never closed would be one to begin at.
OPENING: Final = regex(r"---(?>\s*\n)", re.A)
# With the line end before it: a literal is found quickly, where a line begins is tried at every character.
CLOSING: Final = regex(r"\n(?:---|\.\.\.)\s*$\n?", re.M | re.A)
FIRST_LINE: Final = regex(rb"\A---\s*\r?\n")


class Split(NamedTuple):
    """A text and its front matter.

    yaml: the block with its opening fence, None if there is none; body: what follows, unchanged.
    line: the number of the body's first line in the text.
    """

    yaml: str | None
    body: str
    line: int

    @property
    def data(self) -> Any:
        """The value of the block: Jekyll wants a mapping, but it may be any; {} if there is none.

        Raises FrontMatterError with the line in the file.
        """
        return {} if self.yaml is None else load(self.yaml)


def has_front_matter(first_line: bytes) -> bool:
    """Whether a file is a page, by its first line; a byte order mark makes it a static file."""
    return FIRST_LINE.match(first_line) is not None


def split(text: str) -> Split:
    """`text` cut at the end of its front matter (upstream YAML_FRONT_MATTER_REGEXP)."""
    opening = OPENING.match(text)
    closing = CLOSING.search(text, opening.end() - 1) if opening else None
    if closing is None:
        return Split(None, text, 1)
    end = closing.end()
    return Split(text[: closing.start() + 1], text[end:], text.count("\n", 0, end) + 1)


def load(block: str) -> Any:
    """The value of a front matter block that begins on the file's first line. Raises FrontMatterError."""
    try:
        return yaml.load(block) or {}
    except YamlError as error:
        raise FrontMatterError(
            error.message, line=error.line, column=error.column, hint=error.hint
        ) from error


def decode(data: bytes, encoding: str = "utf-8") -> str:
    """The text of a file, line ends unchanged; a byte order mark is dropped from UTF-8 and its kin.

    Raises ReadError for bytes that the encoding does not have (with the line) and for unknown encodings.
    """
    try:
        name = codecs.lookup(encoding).name
        return data.decode("utf-8-sig" if name == "utf-8" else name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(f"the file is not valid {encoding}", line=line, hint="save it as UTF-8") from error
    except (LookupError, ValueError) as error:  # the latter for a name with a NUL
        raise ReadError(
            f"unknown encoding `{encoding}`", hint="set `encoding: utf-8` in the configuration"
        ) from error
