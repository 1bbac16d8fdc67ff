"""A Jekyll-compatible rendering engine: `build` turns Jekyll sources into the HTML that Jekyll would."""

__version__ = "0.1.0"
