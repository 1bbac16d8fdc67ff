"""The themes that GitHub Pages has, from their repositories."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from onemg_render.config import Config
from onemg_render.errors import ThemeError
from onemg_render.plugins.theme_cache import Repository, ThemeCache
from onemg_render.reporting import Reporter

PAGES_THEMES: Final[Mapping[str, tuple[str, str, str]]] = {
    "jekyll-swiss": ("broccolini", "swiss", "a86bdc45f344e98dadf01f511128c2815b3c4594"),
    "jekyll-theme-architect": ("pages-themes", "architect", "v0.2.0"),
    "jekyll-theme-cayman": ("pages-themes", "cayman", "v0.2.0"),
    "jekyll-theme-dinky": ("pages-themes", "dinky", "v0.2.0"),
    "jekyll-theme-hacker": ("pages-themes", "hacker", "v0.2.0"),
    "jekyll-theme-leap-day": ("pages-themes", "leap-day", "v0.2.0"),
    "jekyll-theme-merlot": ("pages-themes", "merlot", "v0.2.0"),
    "jekyll-theme-midnight": ("pages-themes", "midnight", "v0.2.0"),
    "jekyll-theme-minimal": ("pages-themes", "minimal", "v0.2.0"),
    "jekyll-theme-modernist": ("pages-themes", "modernist", "v0.2.0"),
    "jekyll-theme-primer": ("pages-themes", "primer", "v0.6.0"),
    "jekyll-theme-slate": ("pages-themes", "slate", "v0.2.0"),
    "jekyll-theme-tactile": ("pages-themes", "tactile", "v0.2.0"),
    "jekyll-theme-time-machine": ("pages-themes", "time-machine", "v0.2.0"),
}
"""Owner, name and tag or commit of their repositories (github-pages gem 232); minima comes
with the engine."""


def fetched(name: str, config: Config, reporter: Reporter) -> Path | None:
    """The folder of one of GitHub Pages' own themes; None for all others.

    Raises ConfigError, with the ways out, if it is neither kept nor reachable.
    """
    if name not in PAGES_THEMES:
        return None
    try:
        return ThemeCache.of(config, reporter).folder(Repository("github.com", *PAGES_THEMES[name]))
    except ThemeError as error:
        raise config.error(error.message, "theme", hint=error.hint) from error


def fetched_by_default(name: str, config: Config, reporter: Reporter, *, is_missed: bool) -> Path | None:
    """The folder of the theme that no one has asked for; None without it.

    is_missed: whether the site has no layouts of its own, so that a warning says why it looks bare.
    """
    repository = Repository("github.com", *PAGES_THEMES[name])
    try:
        return ThemeCache.of(config, reporter).folder(repository, insist=False)
    except ThemeError as error:
        hint = "`theme: null` in the configuration if the site needs none; " + (error.hint or "")
        if is_missed:
            reporter.warn(
                f"GitHub Pages' default theme is missing: {error.message}", topic="Theme", hint=hint
            )
        else:
            reporter.debug(error.message, topic="Theme")
        return None


def until(name: str, config: Config) -> datetime | None:
    """When the network is asked again for a theme that could not be fetched; None for never."""
    if name not in PAGES_THEMES:
        return None
    return ThemeCache.of(config, Reporter()).until(Repository("github.com", *PAGES_THEMES[name]))
