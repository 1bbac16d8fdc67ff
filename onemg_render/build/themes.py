"""Which theme lies beneath a source: a folder, a Python package or a gem (upstream `lib/jekyll/theme.rb`)."""

import importlib.util
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from onemg_render.config import Config, SourceTree, Theme, theme_at
from onemg_render.errors import ThemeError
from onemg_render.plugins.theme_cache import Repository, ThemeCache
from onemg_render.reporting import Message, Reporter

GEM_FOLDERS: Final = (
    "/usr/share/rubygems-integration/all/gems",
    "/usr/local/bundle/gems",
    "/var/lib/gems/*/gems",
    "/usr/local/lib/ruby/gems/*/gems",
    "/opt/homebrew/lib/ruby/gems/*/gems",
)
GEMS_OF_USER: Final = (
    ".gem/ruby/*/gems",
    ".gem/gems",
    ".local/share/gem/ruby/*/gems",
    ".rbenv/versions/*/lib/ruby/gems/*/gems",
)
# `path: "../name"` or `:path => File.expand_path("../name", __dir__)`; in the lock it stands above.
PATH_GEM: Final = (
    r"^[^#\n]*\bgem[ (]+['\"]{name}['\"][^#\n]*"
    r"\bpath(?::|\s*=>)\s*(?:File\.expand_path\(\s*)?['\"]([^'\"\n]+)['\"]"
)
LOCKED_PATH_GEM: Final = r"^PATH\n  remote: (.+)\n(?:  .*\n)*?    {name} \("

PAGES_THEMES: Final[Mapping[str, tuple[str, str, str]]] = {
    "jekyll-swiss": ("broccolini", "swiss", "v1.0.0"),
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
    "minima": ("jekyll", "minima", "v2.5.1"),
}
"""The themes that GitHub Pages has: owner, name and tag of their repositories (github-pages gem 232)."""


def with_theme(tree: SourceTree, config: Config, given: str | Path | None, reporter: Reporter) -> SourceTree:
    """`tree` with its theme beneath it: the folder `given`, else what the configuration names as `theme`.

    Raises ThemeError if it cannot be found; the default theme of GitHub Pages may be absent.
    """
    theme = theme_in(Path(given), str(given)) if given is not None else named_theme(tree, config, reporter)
    return tree if theme is None else tree.with_theme(theme, data=config.compat.theme_data)


def named_theme(tree: SourceTree, config: Config, reporter: Reporter) -> Theme | None:
    name = config.get("theme")
    if tree.theme is None and tree.shape == "project" and not config.is_set("theme"):
        return default_theme()
    if name is None or tree.theme is not None:
        return None
    if not isinstance(name, str):
        error = config.error("the value of `theme` should be a text; no theme is used", "theme")
        reporter.report(Message.from_error(error, "warning", "Theme"))
        return None
    if name.startswith((".", "/", "~")):
        place = tree.root / Path(name).expanduser()
        if not place.is_dir():
            raise config.error(f"there is no folder `{name}` for the theme", "theme")
        return theme_in(place, name)
    folder = package(name) or bundled(name, tree.root) or gem(name, tree.root)
    if folder is None and name in PAGES_THEMES:
        folder = fetched(name, config, reporter)
    if folder is not None:
        return theme_at(folder, name)
    if not config.is_set("theme"):
        reporter.debug(f"the default theme `{name}` is not installed", topic="Theme")
        return None
    hint = f"give its folder: `--theme DIR`, or `theme: ./{name}` in the configuration"
    raise config.error(f"the theme `{name}` could not be found", "theme", hint=hint)


def fetched(name: str, config: Config, reporter: Reporter) -> Path | None:
    """The folder of one of GitHub Pages' own themes, from its repository; None, and said why, without it."""
    repository = Repository("github.com", *PAGES_THEMES[name])
    try:
        return ThemeCache.of(config, reporter).folder(repository)
    except ThemeError as error:
        reporter.debug(error.message, topic="Theme")
        return None


def default_theme() -> Theme:
    """The theme that comes with the package, for projects; in a checkout the repository's own folders.

    Those are the manual's too, so their data and configuration are no part of it.
    """
    package = Path(__file__).parent.parent
    packed = package / "theme"
    theme = theme_at(packed if packed.is_dir() else package.parent, "default")
    return replace(theme, data=None, config=None)


def theme_in(folder: Path, name: str) -> Theme:
    if not folder.is_dir():
        raise ThemeError(f"there is no folder `{name}` for the theme")
    return theme_at(folder, folder.resolve().name)


def package(name: str) -> Path | None:
    """The folder of an installed Python package that is a theme."""
    module = re.sub(r"[^a-z0-9_]", "_", name.lower())
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError):
        return None
    for place in spec.submodule_search_locations or () if spec else ():
        if any((Path(place) / part).is_dir() for part in ("_layouts", "templates", "_includes", "_sass")):
            return Path(place)
    return None


def bundled(name: str, root: Path) -> Path | None:
    """The folder that the Gemfile, or its lock, gives for a gem, as in `gem "name", path: "../name"`."""
    gemfile = Path(os.environ.get("BUNDLE_GEMFILE") or root / "Gemfile")
    for file, pattern in ((gemfile, PATH_GEM), (Path(f"{gemfile}.lock"), LOCKED_PATH_GEM)):
        try:
            match = re.search(pattern.format(name=re.escape(name)), file.read_text(encoding="utf-8"), re.M)
        except (OSError, UnicodeDecodeError):
            continue
        folder = gemfile.parent / match[1] if match else None
        if folder is not None and folder.is_dir():
            return folder.resolve()
    return None


def gem(name: str, root: Path) -> Path | None:
    """The newest installed version of a gem."""
    pattern = re.compile(rf"{re.escape(name)}-(\d+(?:\.\d+)*)(?:[.-][a-z].*)?")
    found = [
        (tuple(map(int, match[1].split("."))), path)
        for folder in gem_folders(root)
        for path in folder.glob(f"{name}-*")
        if (match := pattern.fullmatch(path.name)) and path.is_dir()
    ]
    return max(found, default=((), None))[1]


def gem_folders(root: Path) -> Iterator[Path]:
    for variable in ("GEM_HOME", "GEM_PATH"):
        for place in os.environ.get(variable, "").split(os.pathsep):
            if place:
                yield Path(place, "gems")
    yield from root.glob("vendor/bundle/ruby/*/gems")
    for pattern in GEMS_OF_USER:
        yield from Path.home().glob(pattern)
    for pattern in GEM_FOLDERS:
        path = Path(pattern)
        yield from Path(path.anchor).glob(path.relative_to(path.anchor).as_posix())
