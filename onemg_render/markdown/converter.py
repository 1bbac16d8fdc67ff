"""Text and options in, HTML and warnings out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from onemg_render.markdown.dialect import Dialect
from onemg_render.markdown.document import MarkdownWarning
from onemg_render.markdown.highlight import Highlighter
from onemg_render.markdown.options import parse_options
from onemg_render.markdown.protocols import Highlight


class Converted(NamedTuple):
    """The HTML of one text, and what is worth telling its author."""

    html: str
    warnings: tuple[MarkdownWarning, ...] = ()


class Converter:
    """Converts texts with one set of options; keeps nothing from one text to the next.

    options: kramdown's options by name (`onemg_render.markdown.OPTIONS`). Raises MarkdownError for a wrong
    value; an unknown name is a warning of every conversion.
    highlight: highlights code, unless the option `syntax_highlighter` is nil; None is the one that comes with
    the engine, used only if `syntax_highlighter` asks for it.
    """

    def __init__(
        self, options: Mapping[str, object] | None = None, highlight: Highlight | None = None
    ) -> None:
        given = options or {}
        self.options, unknown = parse_options(given)
        if highlight is not None and "syntax_highlighter" not in given:
            self.options = replace(self.options, syntax_highlighter="rouge")
        if self.options.input == "GFM":
            self.options = replace(self.options, auto_id_stripping=True)
        self.unknown = tuple(MarkdownWarning(f"Unknown kramdown option '{name}'") for name in unknown)
        self.dialect = Dialect(self.options, highlight or Highlighter())

    def convert(self, text: str) -> Converted:
        """The HTML of `text`. Raises nothing, whatever the text."""
        html, document = self.dialect.convert(text)
        return Converted(html, (*self.unknown, *document.warnings))


def convert(text: str, **kramdown_options: object) -> Converted:
    """`Converter(kramdown_options).convert(text)`; highlights if `syntax_highlighter` asks for it."""
    return Converter(kramdown_options).convert(text)
