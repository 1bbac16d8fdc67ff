"""Text and options in, HTML and warnings out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from onemg_render.markdown.dialect import Dialect
from onemg_render.markdown.document import MarkdownWarning
from onemg_render.markdown.options import parse_options
from onemg_render.markdown.protocols import Highlight, HighlightKind
from onemg_render.util.once import once

if TYPE_CHECKING:
    from onemg_render.markdown.highlight import Highlighter


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
            self.options = self.options.changed(syntax_highlighter="rouge")
        if self.options.input == "GFM":
            self.options = self.options.changed(auto_id_stripping=True)
        self.unknown = tuple(MarkdownWarning(f"Unknown kramdown option '{name}'") for name in unknown)
        self.dialect = Dialect(self.options, highlight or self._highlighted)

    def convert(self, text: str) -> Converted:
        """The HTML of `text`. Raises nothing, whatever the text."""
        html, document = self.dialect.convert(text)
        return Converted(html, (*self.unknown, *document.warnings))

    @property
    def blocks_of_code(self) -> tuple[int, int]:
        """How many were highlighted already when they came again, and how many had to be highlighted."""
        if "_highlighter" not in self.__dict__:
            return 0, 0
        spans = self._highlighter.spans.cache_info()
        return spans.hits, spans.misses

    def _highlighted(
        self, code: str, lang: str | None, kind: HighlightKind, options: Mapping[str, object]
    ) -> str | None:
        return self._highlighter(code, lang, kind, options)

    @once
    def _highlighter(self) -> "Highlighter":
        from onemg_render.markdown.highlight import Highlighter  # lexers load only where code is shown

        return Highlighter()


def convert(text: str, **kramdown_options: object) -> Converted:
    """`Converter(kramdown_options).convert(text)`; highlights if `syntax_highlighter` asks for it."""
    return Converter(kramdown_options).convert(text)
