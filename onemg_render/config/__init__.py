"""The configuration of a build: what it says, the compat it follows, where its sources lie."""

from onemg_render.config.compat import COMPATS, GITHUB_PAGES, JEKYLL4, Compat
from onemg_render.config.config import Config, ConfigFile
from onemg_render.config.detection import Detected, detect
from onemg_render.config.front_matter_defaults import FrontMatterDefaults
from onemg_render.config.loader import load, merge_theme_config
from onemg_render.config.source_tree import Root, SourceTree, Theme, source_tree, theme_at

__all__ = [
    "COMPATS",
    "GITHUB_PAGES",
    "JEKYLL4",
    "Compat",
    "Config",
    "ConfigFile",
    "Detected",
    "FrontMatterDefaults",
    "Root",
    "SourceTree",
    "Theme",
    "detect",
    "load",
    "merge_theme_config",
    "source_tree",
    "theme_at",
]
