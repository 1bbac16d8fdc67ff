"""The driver for output: draws each token by the function of its construct, blocks with their indentation.

kramdown: lib/kramdown/converter/html.rb. A construct's function takes (renderer, token, indent); tokens of
mistune's plug-ins are drawn as mistune draws them, by what they registered.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from mistune.core import BlockState
from mistune.renderers.html import HTMLRenderer

from onemg_render.markdown.attributes import html_attributes
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.document import Document, Token
from onemg_render.markdown.entities import Entity, named_entity, numbered_entity
from onemg_render.markdown.header_ids import basic_id
from onemg_render.markdown.options import SMART_QUOTES
from onemg_render.markdown.protocols import Highlight, HighlightKind
from onemg_render.util.patterns import regex

Draw: TypeAlias = Callable[["Renderer", Token, int], str]

STEP = 2
ESCAPES: Mapping[str, str] = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}
SURROGATES = range(0xD800, 0xE000)


class TocEntry(NamedTuple):
    """A header for the table of contents."""

    level: int
    identifier: str
    children: list[Token]


class DrawnFootnote:
    """A footnote that is referred to: its number, and how often again."""

    def __init__(self, name: str, children: list[Token], number: int) -> None:
        self.name = name
        self.children = children
        self.number = number
        self.repeats = 0


class Collected:
    """What the drawing of one document met on its way, for what stands elsewhere or comes last."""

    def __init__(self) -> None:
        self.toc: list[TocEntry] = []
        self.toc_list: Token | None = None
        self.toc_place = ""
        self.footnotes: dict[str, DrawnFootnote] = {}
        self.footnotes_place = ""
        self.used_ids: dict[str, int] = {}
        self.quotes: dict[str, str] = {}


class Renderer(HTMLRenderer):
    """Draws the tokens of a document, options in force at its end; one document at a time."""

    def __init__(
        self, draws: Mapping[str, Draw], document: Document, highlight: Highlight | None = None
    ) -> None:
        super().__init__(escape=False)
        self.draws = dict(draws)
        self.highlight = highlight
        self.options = document.options
        self._highlighting: dict[HighlightKind, dict[str, object]] = {}
        self.begin(document)

    def begin(self, document: Document) -> None:
        """Turns to another document."""
        self.document = document
        if document.options is not self.options:
            self.options = document.options
            self._highlighting.clear()
        self.collected = Collected()

    def register(self, name: str, method: Callable[..., str]) -> None:
        """As in mistune: `method(renderer, text, **attrs)` draws tokens of this type, ours included."""
        self.draws[name] = drawn_by(method)

    def inner(self, tokens: Iterable[Token], indent: int) -> str:
        """The tokens drawn one after the other, at this indentation."""
        draws = self.draws
        out = []
        for token in tokens:
            draw = draws.get(token["type"])
            out.append(super().render_token(token, self.state) if draw is None else draw(self, token, indent))
        return "".join(out)

    def render_token(self, token: dict[str, Any], state: BlockState) -> str:
        draw = self.draws.get(token["type"])
        return super().render_token(token, state) if draw is None else draw(self, token, 0)

    def __call__(self, tokens: Iterable[dict[str, Any]], state: BlockState) -> str:
        self.state = state
        return self.inner(tokens, 0)

    @staticmethod
    def span(name: str, attrs: Mapping[str, str], body: str) -> str:
        return f"<{name}{html_attributes(attrs)}>{body}</{name}>" if attrs else f"<{name}>{body}</{name}>"

    @staticmethod
    def block(name: str, attrs: Mapping[str, str], body: str, indent: int) -> str:
        written = html_attributes(attrs) if attrs else ""
        return f"{' ' * indent}<{name}{written}>{body}</{name}>\n"

    @staticmethod
    def indented_block(name: str, attrs: Mapping[str, str], body: str, indent: int) -> str:
        """A block whose tags stand on lines of their own."""
        space = " " * indent
        written = html_attributes(attrs) if attrs else ""
        return f"{space}<{name}{written}>\n{body}{space}</{name}>\n"

    def entity(self, entity: Entity, original: str | None = None) -> str:
        """The entity as the option `entity_output` wants it (kramdown: utils/html.rb, entity_to_str)."""
        output = self.options.entity_output
        char = "" if entity.code in SURROGATES or entity.code > 0x10FFFF else chr(entity.code)
        if output == "as_char" and char and (char == '"' or char not in ESCAPES):
            return char
        if output in ("as_input", "as_char") and original is not None:
            return original
        if (output == "symbolic" or char in ESCAPES) and entity.name is not None:
            return f"&{entity.name};"
        return f"&#{entity.code};"

    def character(self, code: int) -> str:
        return self.entity(numbered_entity(code, self.options.kramdown_version))

    def named(self, name: str) -> str:
        """The character of this name, which kramdown knows."""
        entity = named_entity(name, self.options.kramdown_version)
        return "" if entity is None else self.entity(entity)

    def quote(self, name: str) -> str:
        """The smart quote of this name, as the option `smart_quotes` has it."""
        quotes = self.collected.quotes
        if name not in quotes:
            code = self.options.smart_quotes[SMART_QUOTES.index(name)]
            quotes[name] = self.character(code)
        return quotes[name]

    def highlighted(self, code: str, lang: str | None, kind: HighlightKind) -> tuple[str | None, str | None]:
        """The code highlighted, None if it is not; and the language named for code without one."""
        if self.highlight is None or self.options.syntax_highlighter is None:
            return None, None
        if self.options.syntax_highlighter != "rouge":
            name = self.options.syntax_highlighter
            self.document.warn(f"The configured syntax highlighter {name} is not available.")
            return None, None
        chosen = self._highlighting.get(kind)
        if chosen is None:
            chosen = self._highlighting[kind] = highlighting(self.options.syntax_highlighter_opts, kind)
        default = chosen.get("default_lang")
        return self.highlight(code, lang, kind, chosen), default if isinstance(default, str) else None

    def mark_highlighted(self, attrs: dict[str, str], lang: str | None) -> None:
        """Adds the highlighter to the classes, and the language in front if there is none there."""
        classes = f"{attrs.get('class', '')} highlighter-{self.options.syntax_highlighter}".lstrip(SPACE)
        if lang is not None:
            first = LANGUAGE_RE.match(classes)
            classes = f"language-{lang}" + (classes[first.end() :] if first else f" {classes}")
        attrs["class"] = classes

    def unique_id(self, text: str) -> str:
        """An ID in kramdown's style, unlike all others made so for the document."""
        made = basic_id(text) or "section"
        used = self.collected.used_ids
        if made in used:
            used[made] += 1
            made = f"{made}-{used[made]}"
        else:
            used[made] = 0
        return self.options.auto_id_prefix + made

    def place(self, name: str) -> str:
        """A text that stands nowhere in the document, to be replaced in the output."""
        return f"\x1a{name}\x1a"


def drawn_by(method: Callable[..., str]) -> Draw:
    """A function of mistune's kind as one of ours."""

    def draw(renderer: Renderer, token: Token, indent: int) -> str:
        attrs = token.get("attrs") or {}
        if "raw" in token:
            return method(renderer, token["raw"], **attrs)
        if "children" in token:
            return method(renderer, renderer.inner(token["children"], indent), **attrs)
        return method(renderer, **attrs)

    return draw


def highlighting(options: Mapping[str, object], kind: HighlightKind) -> dict[str, object]:
    """The highlighter's options for blocks or spans."""
    own = options.get(kind)
    chosen = {key: value for key, value in options.items() if key not in ("block", "span")}
    if isinstance(own, Mapping):
        chosen.update((str(key).removeprefix(":"), value) for key, value in own.items())
    return chosen


LANGUAGE_RE = regex(r"(?u:\b)language-(\S+)", re.A)


def language_of(attrs: Mapping[str, str]) -> str | None:
    """The language that a class names."""
    found = LANGUAGE_RE.search(attrs["class"]) if "class" in attrs else None
    return found[1] if found else None
