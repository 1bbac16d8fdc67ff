"""What is known of one text while it is read: definitions, footnotes, abbreviations, options in force,
warnings.

It is mistune's `env`: a mapping, open to plug-ins, that block and span states pass on to their children.
"""

import re
from typing import Any, NamedTuple, TypeAlias

from onemg_render.markdown.attributes import AttributeList
from onemg_render.markdown.characters import downcase
from onemg_render.markdown.options import Options
from onemg_render.util.patterns import regex

# A piece of the text as mistune has it: `type`, then what the type needs: `attrs` (HTML attributes),
# `children` (tokens), `text` (read for spans later), `raw` (never read), `ial` (the attribute list that
# follows it) ...
Token: TypeAlias = dict[str, Any]


class MarkdownWarning(NamedTuple):
    """What kramdown warns of; line counts from the first line of the text, None if it concerns no line."""

    text: str
    line: int | None = None


class LinkDefinition(NamedTuple):
    """Where `[identifier]` leads; token is its place in the text, where an attribute list can follow it."""

    url: str
    title: str | None
    token: Token | None = None


class FootnoteDefinition:
    """The content of a footnote; token as in LinkDefinition."""

    def __init__(self, children: list[Token], token: Token, line: int | None) -> None:
        self.children = children
        self.token = token
        self.line = line
        self.used = False


class Abbreviations:
    """Titles by abbreviation, and the tokens of their definitions."""

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}
        self.tokens: dict[str, Token] = {}


BACKSLASH_BREAK_RE = regex(r"\\[\s\0]*(?:\n|\Z)", re.A)
SPACES_RE = regex(r"\s+", re.A)


class Document(dict[str, Any]):
    """The state of one conversion."""

    def __init__(self, options: Options, text: str = "") -> None:
        super().__init__(ref_links={})
        self.options = options
        # Space between is stripped where it ends a paragraph.
        self.has_backslash_breaks = BACKSLASH_BREAK_RE.search(text) is not None
        # Whether some text stands outside of a paragraph, as a token `raw_text` of its own.
        self.has_stray_text = False
        self.gfm = options.input == "GFM"
        self.new = options.kramdown_version == "2.5"
        self.attribute_lists: dict[str, AttributeList] = {}
        self.links = {
            normalize_link_id(key): LinkDefinition(url, title)
            for key, (url, title) in options.link_defs.items()
        }
        self.longest_link = max(map(len, self.links), default=0)
        self.footnotes: dict[str, FootnoteDefinition] = {}
        self.abbreviations = Abbreviations()
        self.headers: list[Token] = []
        self.warnings: list[MarkdownWarning] = []

    def warn(self, text: str, line: int | None = None) -> None:
        self.warnings.append(MarkdownWarning(text, line))


def normalize_link_id(identifier: str) -> str:
    return downcase(SPACES_RE.sub(" ", identifier))
