"""The plug-ins that come with the engine: the name of the gem that each stands for, and its module."""

from collections.abc import Mapping
from typing import Final

BUILT_IN: Final[Mapping[str, str]] = {}

PART_OF_THE_ENGINE: Final = frozenset(
    {
        "jekyll-coffeescript",
        "jekyll-commonmark",
        "jekyll-commonmark-ghpages",
        "jekyll-data",
        "jekyll-sass-converter",
        "jekyll-watch",
        "kramdown",
        "kramdown-math-katex",
        "kramdown-parser-gfm",
        "liquid-c",
        "rouge",
        "webrick",
    }
)
"""Gems that a site may list as plug-ins and whose work the engine does anyway."""
