"""Highlighting like Rouge's: `Highlighter` for the converter and the highlight tag, `figure` for the tag."""

from onemg_render.markdown.highlight.highlighter import Highlighter, Kind, figure

__all__ = ["Highlighter", "Kind", "figure"]
