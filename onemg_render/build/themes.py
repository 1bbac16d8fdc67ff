"""Which theme lies beneath a source: a folder, a Python package, a gem or one that comes with the engine
(upstream `lib/jekyll/theme.rb`).
"""

import importlib.util
import re
from pathlib import Path
from typing import Final

from onemg_render.build.gems import bundled, gem, locked
from onemg_render.config import Config, SourceTree, Theme, theme_at
from onemg_render.errors import ThemeError
from onemg_render.reporting import Message, Reporter
from onemg_render.util.close_matches import close_matches
from onemg_render.util.installed import declared

SHIPPED: Final = {"minima": Path(__file__).parent.parent / "themes" / "minima"}
ENTRY_POINTS: Final = "onemg_render.themes"
PREFIX: Final = "jekyll-theme-"
REPOSITORIES: Final = {
    "beautiful-jekyll-theme": ("daattali/beautiful-jekyll", "@"),
    "jekyll-text-theme": ("kitian616/jekyll-TeXt-theme", "@v"),
    "jekyll-theme-chirpy": ("cotes2020/jekyll-theme-chirpy", "@v"),
    "jekyll-theme-hydejack": ("hydecorp/hydejack", "@v"),
    "just-the-docs": ("just-the-docs/just-the-docs", "@v"),
    "minimal-mistakes-jekyll": ("mmistakes/minimal-mistakes", "@"),
}
"""Where the themes are that many sites use as gems, and what stands before a version in their tags."""


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
        hint = "write one name, as in `theme: minima`, or a folder, as in `theme: ./my-theme`"
        error = config.error("the value of `theme` should be a text; no theme is used", "theme", hint=hint)
        reporter.report(Message.from_error(error, "warning", "Theme"))
        return None
    if name.startswith((".", "/", "~")):
        place = tree.root / Path(name).expanduser()
        if not place.is_dir():
            raise config.error(f"there is no folder `{name}` for the theme", "theme", hint=near(place))
        return theme_in(kept_inside(place, tree, config), name)
    from onemg_render.build import pages_themes  # with what fetches them

    own = bundled(name, tree.root)
    folder = package(name) or (own and kept_inside(own, tree, config)) or gem(name, tree.root)
    folder = folder or entry_point(name) or SHIPPED.get(name)
    if folder is None and not config.is_set("theme"):
        folder = pages_themes.fetched_by_default(
            name, config, reporter, is_missed=not tree.layouts[0].is_dir()
        )
        return None if folder is None else theme_at(folder, name)
    folder = folder or pages_themes.fetched(name, config, reporter)
    if folder is None:
        raise config.error(f"the theme `{name}` could not be found", "theme", hint=ways_out(name, tree.root))
    if folder.is_relative_to(tree.root):
        kept_inside(folder, tree, config)
    return theme_at(folder, name)


def kept_inside(folder: Path, tree: SourceTree, config: Config) -> Path:
    """`folder`, which the site names itself. Raises ConfigError if safe mode keeps builds out of it."""
    if tree.fence.holds(folder):
        return folder
    raise config.error(
        f"the theme lies outside of the source, in {folder.resolve()}, where safe mode does not read",
        "theme",
        hint="give its folder on the command line: --theme DIR",
    )


def ways_out(name: str, root: Path) -> str:
    """What to write instead of a `theme` that is not here."""
    from onemg_render.build.pages_themes import PAGES_THEMES

    known = {full.removeprefix(PREFIX): full for full in (*PAGES_THEMES, *SHIPPED)}
    near = close_matches(name.removeprefix(PREFIX), known, n=1, cutoff=0.75)
    if name in REPOSITORIES:
        repository, mark = REPOSITORIES[name]
        version = locked(name, root)
        first = (
            f"`remote_theme: {repository}{mark + version if version else ''}` in its place fetches it; else "
        )
    else:
        first = f"did you mean `{known[near[0]]}`? Else " if near else ""
    return (
        f"{first}give its folder (`--theme DIR`, or `theme: ./{name}`) or its repository "
        "(`remote_theme: owner/name@tag`)"
    )


def default_theme() -> Theme:
    """The theme of the manual, for projects; in a checkout the repository's own folders.

    Those are the manual's too, so their data and configuration are no part of it.
    """
    package = Path(__file__).parent.parent
    packed = package / "theme"
    theme = theme_at(packed if packed.is_dir() else package.parent, "default")
    return theme._replace(data=None, config=None)


def theme_in(folder: Path, name: str) -> Theme:
    if not folder.is_dir():
        raise ThemeError(f"there is no folder `{name}` for the theme", hint=near(folder))
    return theme_at(folder, folder.resolve().name)


def near(folder: Path) -> str | None:
    """A hint with a folder beside that is called alike."""
    try:
        beside = [path.name for path in folder.parent.iterdir() if path.is_dir()]
    except OSError:
        return None
    found = close_matches(folder.name, beside, 1)
    return f"did you mean `{found[0]}`?" if found else None


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


def entry_point(name: str) -> Path | None:
    """The folder of the module that an installed package declares as a theme of that name."""
    for point in declared(ENTRY_POINTS, name):
        file = getattr(point.load(), "__file__", None)
        if file is not None:
            return Path(file).parent
    return None
