"""A Jekyll-compatible rendering engine: `build` turns Jekyll sources into the HTML that Jekyll would."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onemg_render.build.pipeline import build
    from onemg_render.site import Site

__version__ = "0.1.0"
__all__ = ["Site", "__version__", "build"]


def __getattr__(name: str) -> object:
    """`build` and `Site`, loaded when first asked for: importing the package stays cheap."""
    if name == "build":
        return import_module("onemg_render.build")
    if name == "Site":
        return import_module("onemg_render.site").Site
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
