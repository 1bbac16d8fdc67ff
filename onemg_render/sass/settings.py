"""A site's `sass:` settings as jekyll-sass-converter reads them, and what it makes of compiled style sheets.

jekyll-sass-converter `lib/jekyll/converters/scss.rb`: 3.1.0 for Jekyll 4, 1.5.2 (Ruby Sass, no source maps)
for GitHub Pages. Styles that Dart Sass does not have (compact, nested) become expanded.
"""

import json
import os
import posixpath
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from onemg_render.errors import SassError
from onemg_render.sass.style_sheets import Compiled, Request, Style, Syntax, path_of
from onemg_render.util.fence import OPEN, Fence
from onemg_render.util.paths import glob

BYTE_ORDER_MARK = "\ufeff"
CHARSET = '@charset "UTF-8";'
URL_SAFE = "/:@!$&'()*+,;=~?#[]%"  # what Addressable::URI.encode leaves alone, beside letters and digits


class StyleSheet(NamedTuple):
    """What a page of SCSS becomes: its CSS and, if the site wants maps, the text of `<basename>.css.map`."""

    css: str
    source_map: str | None


class SassSettings(NamedTuple):
    """Everything about style sheets that is the same for all pages of a site.

    ruby_sass: whether the site is built as with Ruby Sass (GitHub Pages): no source maps, no byte order mark.
    own: folders whose deprecations are the user's concern; empty: all.
    """

    load_paths: tuple[Path, ...] = ()
    style: Style = "expanded"
    source_maps: bool = False
    ruby_sass: bool = False
    add_charset: bool = False
    own: tuple[Path, ...] = ()
    quiet_deps: bool = False
    verbose: bool = False
    fatal_deprecations: tuple[str, ...] = ()
    silence_deprecations: tuple[str, ...] = ()
    future_deprecations: tuple[str, ...] = ()
    fence: Fence = OPEN

    @classmethod
    def of(
        cls,
        sass: object,
        *,
        source: Path,
        sass_folder: Path,
        theme_folders: Sequence[Path] = (),
        fence: Fence = OPEN,
        environment: str = "development",
        ruby_sass: bool = False,
    ) -> "SassSettings":
        """From the value of the configuration's `sass` key.

        sass_folder: the site's own partials; theme_folders: those of the themes, searched last.
        environment: `jekyll.environment`, which `sourcemap: development` asks for.
        fence: what style sheets may load.
        Raises SassError if `sass` is not a mapping.
        """
        settings = mapping(sass)
        style = str(settings.get("style") or "").removeprefix(":")
        sourcemap = str(settings.get("sourcemap", "always")).removeprefix(":")
        own_paths = load_paths(words(settings, "load_paths"), source, fence)
        # Last the source itself: sassc looks in the working directory too, from which sites are built.
        paths = dict.fromkeys(
            path
            for path in [*own_paths, sass_folder, *theme_folders, source]
            if path.is_dir() and fence.holds(path)
        )
        return cls(
            load_paths=tuple(paths),
            style="compressed" if style == "compressed" else "expanded",
            source_maps=not ruby_sass
            and (sourcemap == "always" or (sourcemap != "never" and environment == "development")),
            ruby_sass=ruby_sass,
            add_charset=bool(settings.get("add_charset")),
            own=(source, *own_paths, sass_folder) if theme_folders else (),
            quiet_deps=bool(settings.get("quiet_deps")),
            verbose=bool(settings.get("verbose")),
            fatal_deprecations=words(settings, "fatal_deprecations"),
            silence_deprecations=words(settings, "silence_deprecations"),
            future_deprecations=words(settings, "future_deprecations"),
            fence=fence,
        )

    def page(self, text: str, path: Path, *, first_line: int = 1) -> Request:
        """The compilation of a page `path` (`.sass` is the indented syntax), its Liquid already rendered."""
        syntax: Syntax = "indented" if path.suffix.lower() == ".sass" else "scss"
        request = self.snippet(text, syntax)
        return request._replace(path=path, first_line=first_line, source_map=self.source_maps, charset=True)

    def snippet(self, text: str, syntax: Syntax = "scss") -> Request:
        """The compilation of a string that has no file: the filters `scssify` and `sassify`."""
        return Request(
            text,
            load_paths=self.load_paths,
            style=self.style,
            syntax=syntax,
            charset=self.ruby_sass,
            own=self.own,
            quiet_deps=self.quiet_deps,
            verbose=self.verbose,
            fatal_deprecations=self.fatal_deprecations,
            silence_deprecations=self.silence_deprecations,
            future_deprecations=self.future_deprecations,
            fence=self.fence,
        )

    def css(self, compiled: Compiled) -> str:
        """The CSS of a snippet as a template sees it."""
        if self.ruby_sass and compiled.css.startswith(BYTE_ORDER_MARK):
            return (CHARSET if self.add_charset else "") + compiled.css[1:]
        return compiled.css + ("\n" if self.ruby_sass and compiled.css else "")

    def style_sheet(self, compiled: Compiled, path: Path) -> StyleSheet:
        """The page `path` after compilation: CSS with the comment that names its map, and that map."""
        css = self.css(compiled)
        if compiled.source_map is None:
            return StyleSheet(css, None)
        blank = "" if self.style == "compressed" else "\n\n"
        name = quote(f"{path.stem}.css", safe=URL_SAFE)
        comment = f"{blank}/*# sourceMappingURL={name}.map */"
        return StyleSheet(css + comment, source_map(compiled.source_map, name, path.parent))


def source_map(text: str, name: str, folder: Path) -> str:
    """The engine's map with `file` set and its sources relative to `folder`, as URLs."""
    data = json.loads(text)
    data["file"] = name
    data["sources"] = [relative(url, folder) if url.startswith("file:") else url for url in data["sources"]]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def relative(url: str, folder: Path) -> str:
    try:
        route = os.path.relpath(path_of(url), folder)
    except ValueError:  # another drive on Windows
        return url
    return quote(route.replace(os.sep, "/"), safe=URL_SAFE)


def mapping(sass: object) -> Mapping[str, object]:
    if sass is None:
        return {}
    if not isinstance(sass, Mapping):
        raise SassError("the configuration's `sass` must be a mapping", hint="sass:\n     style: compressed")
    return sass


def words(settings: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = settings.get(key)
    if value is None:
        return ()
    return tuple(str(item) for item in (value if isinstance(value, list) else [value]))


def load_paths(patterns: Sequence[str], source: Path, fence: Fence) -> list[Path]:
    """What the patterns of `sass.load_paths` match; below `source` in safe mode, as upstream.

    Raises PatternError.
    """
    found: list[Path] = []
    for pattern in patterns:
        if fence.folders is not None:
            pattern = posixpath.normpath(f"/{pattern}").lstrip("/")
        base = Path(Path(pattern).anchor or source)
        inner = pattern.replace(os.sep, "/").removeprefix(base.as_posix())
        found += [Path(os.path.normpath(base / path)) for path in glob(base, inner)]
    return [path for path in dict.fromkeys(found) if fence.holds(path)]
