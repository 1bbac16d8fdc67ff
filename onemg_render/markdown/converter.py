"""Text and options in, HTML and warnings out."""

from collections.abc import Mapping
from dataclasses import dataclass

from onemg_render.markdown.options import parse_options
from onemg_render.markdown.protocols import Highlight


@dataclass(frozen=True, slots=True)
class MarkdownWarning:
    """What kramdown warns of; line counts from the first line of the text, None if it concerns no line."""

    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Converted:
    """The HTML of one text, and what is worth telling its author."""

    html: str
    warnings: tuple[MarkdownWarning, ...] = ()


class Converter:
    """Converts texts with one set of options; keeps nothing from one text to the next.

    options: kramdown's options by name (`onemg_render.markdown.OPTIONS`). Raises MarkdownError for a wrong
    value; an unknown name is a warning of every conversion.
    highlight: highlights code; None leaves all code unhighlighted.
    """

    def __init__(
        self, options: Mapping[str, object] | None = None, highlight: Highlight | None = None
    ) -> None:
        self.options, unknown = parse_options(options or {})
        self.highlight = highlight
        self.unknown = tuple(MarkdownWarning(f"Unknown kramdown option '{name}'") for name in unknown)

    def convert(self, text: str) -> Converted:
        """The HTML of `text`. Raises nothing, whatever the text."""
        return Converted(text, self.unknown)


def convert(text: str, **kramdown_options: object) -> Converted:
    """`Converter(kramdown_options).convert(text)`; highlights if `syntax_highlighter` asks for it."""
    return Converter(kramdown_options).convert(text)
