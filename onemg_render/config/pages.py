"""The frame that GitHub Pages puts around a configuration: what lies beneath it and what is forced above it.

Mirrors github-pages 232 `lib/github-pages/configuration.rb#effective_config`.
"""

import os
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from onemg_render.config.config import Config
from onemg_render.config.defaults import (
    JEKYLL_3,
    PAGES_ABOVE,
    PAGES_BENEATH,
    PAGES_BENEATH_IN_PRODUCTION,
    PAGES_COMMONMARK,
    PAGES_DEVELOPMENT_PLUGINS,
    PAGES_EXCLUDES,
    PAGES_MARKDOWN,
    PAGES_PLUGINS,
)
from onemg_render.util.mappings import deep_merge

REMOTE_THEME_PLUGIN: Final = "jekyll-remote-theme"


def framed(config: Config) -> dict[str, Any]:
    """The keys of `config` as on GitHub Pages. `theme: null` stays null: no default theme."""
    development = config.environment == "development"
    beneath: Mapping[str, Any] = deepcopy(dict(PAGES_BENEATH))
    if not development:
        beneath = deep_merge(beneath, deepcopy(dict(PAGES_BENEATH_IN_PRODUCTION)))
    merged = deep_merge(beneath, config)
    if "theme" in config:
        merged["theme"] = config["theme"]
    if merged["exclude"] == JEKYLL_3["exclude"]:
        merged["exclude"] = [*merged["exclude"], *PAGES_EXCLUDES]
    merged = deep_merge(merged, deepcopy(dict(PAGES_ABOVE)))
    merged.update(_markdown(merged))
    merged["plugins"] = list(dict.fromkeys([*merged["plugins"], *PAGES_PLUGINS]))
    if "remote_theme" in merged:
        merged["plugins"].append(REMOTE_THEME_PLUGIN)
    if development:
        allowed = merged["plugins"] if os.environ.get("DISABLE_WHITELIST") else ()
        merged["whitelist"] = [*merged["whitelist"], *allowed, *PAGES_DEVELOPMENT_PLUGINS]
    return merged


def _markdown(merged: Mapping[str, Any]) -> dict[str, Any]:
    chosen = str(merged["markdown"])
    if chosen.lower() not in PAGES_MARKDOWN:
        return {"markdown": "kramdown"}
    if chosen.lower() == "gfm":
        return {"markdown": "CommonMarkGhPages", "commonmark": deepcopy(dict(PAGES_COMMONMARK))}
    return {}
