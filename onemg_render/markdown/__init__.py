"""Markdown as kramdown and its GFM parser write it, on mistune's parser core; nothing of a site."""

from onemg_render.markdown.converter import Converted, Converter, convert
from onemg_render.markdown.document import MarkdownWarning
from onemg_render.markdown.options import TABLE as OPTIONS
from onemg_render.markdown.options import Options, parse_options
from onemg_render.markdown.protocols import Highlight, HighlightKind

__all__ = [
    "OPTIONS",
    "Converted",
    "Converter",
    "Highlight",
    "HighlightKind",
    "MarkdownWarning",
    "Options",
    "convert",
    "parse_options",
]
