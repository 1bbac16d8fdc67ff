"""SCSS and indented Sass to CSS by Dart Sass, run beside whatever else the caller does."""

from onemg_render.errors import SassError
from onemg_render.sass.compiler import Compiler, compile
from onemg_render.sass.settings import SassSettings, StyleSheet
from onemg_render.sass.style_sheets import Compiled, Notice, Request

__all__ = [
    "Compiled",
    "Compiler",
    "Notice",
    "Request",
    "SassError",
    "SassSettings",
    "StyleSheet",
    "compile",
]
