"""Which folders hold what: the one record through which later rooms see a source, whatever its shape.

A *Jekyll source* has `_layouts`, `_includes` ... beside its pages. A *project* keeps its pages in `content/`,
its templates in `templates/{layouts,includes,sass,data}` and its assets in `assets/`. A theme of either shape
lies beneath.
"""

from pathlib import Path
from typing import Final, Literal, NamedTuple

from onemg_render.config.config import Config
from onemg_render.util.fence import OPEN, Fence
from onemg_render.util.paths import within

Shape = Literal["jekyll", "project"]

JEKYLL_MARKS: Final = ("_layouts", "_includes", "_posts", "_data", "_sass", "_drafts")


class Root(NamedTuple):
    """A folder whose files become pages and static files; `prefix` stands before their relative paths."""

    folder: Path
    prefix: str = ""


class Theme(NamedTuple):
    """A theme's folders; None where it has none. `config` is its `_config.yml`."""

    name: str
    root: Path
    layouts: Path | None
    includes: Path | None
    sass: Path | None
    data: Path | None
    assets: Path | None
    config: Path | None


class SourceTree(NamedTuple):
    """The folders of one source.

    root: where the configuration lies, and to which names in it are relative.
    pages: where pages, posts, collections and static files are read from; the first is the main one.
    layouts, includes, data, sass: in order of precedence, the source's own first, then the theme's; a folder
        need not exist.
    plugins: folders of local plug-ins. fence: what may be read; not everything in safe mode.
    """

    shape: Shape
    root: Path
    pages: tuple[Root, ...]
    layouts: tuple[Path, ...]
    includes: tuple[Path, ...]
    data: tuple[Path, ...]
    sass: tuple[Path, ...]
    plugins: tuple[Path, ...]
    theme: Theme | None = None
    fence: Fence = OPEN

    @property
    def main(self) -> Path:
        """The folder of pages and collections."""
        return self.pages[0].folder

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders to which the names of files may be relative: the source, its pages, the theme."""
        theme = () if self.theme is None else (self.theme.root,)
        return tuple(dict.fromkeys([self.root, *(root.folder for root in self.pages), *theme]))

    def with_theme(self, theme: Theme, *, data: bool = True) -> "SourceTree":
        """This tree with `theme` beneath it, instead of one that lay there; data: whether its data counts."""
        bare = self if self.theme is None else self._without(self.theme)
        return bare._replace(
            theme=theme,
            fence=bare.fence.around(theme.root),
            layouts=bare.layouts + _present(theme.layouts),
            includes=bare.includes + _present(theme.includes),
            data=bare.data + (_present(theme.data) if data else ()),
            sass=bare.sass + _present(theme.sass),
        )

    def _without(self, theme: Theme) -> "SourceTree":
        return self._replace(
            theme=None,
            layouts=_less(self.layouts, theme.layouts),
            includes=_less(self.includes, theme.includes),
            data=_less(self.data, theme.data),
            sass=_less(self.sass, theme.sass),
        )


def shape_of(root: Path) -> Shape:
    """A project has `content/` and `templates/` and none of a Jekyll source's folders."""
    if any((root / mark).is_dir() for mark in JEKYLL_MARKS):
        return "jekyll"
    return "project" if (root / "content").is_dir() and (root / "templates").is_dir() else "jekyll"


def source_tree(config: Config) -> SourceTree:
    """The folders of `config.source`, without a theme. Its `*_dir` keys win over the shape."""
    root = config.source
    shape = shape_of(root)

    def folder(key: str, in_project: str) -> Path:
        given = in_project if shape == "project" and not config.is_set(key) else config.text(key)
        return Path(within(root.as_posix(), given))

    content = (Root(root / "content"), Root(root / "assets", "assets"))
    own_sass = config.mapping("sass").get("sass_dir") or ("templates/sass" if shape == "project" else "_sass")
    return SourceTree(
        shape=shape,
        root=root,
        pages=content if shape == "project" else (Root(root),),
        layouts=(folder("layouts_dir", "templates/layouts"),),
        includes=(folder("includes_dir", "templates/includes"),),
        data=(folder("data_dir", "templates/data"),),
        sass=(Path(within(root.as_posix(), str(own_sass))),),
        plugins=tuple(root / name for name in config.strings("plugins_dir")),
        fence=Fence([root]) if config.flag("safe") else OPEN,
    )


def theme_at(root: Path, name: str | None = None) -> Theme:
    """The theme in a folder, of either shape; symlinks that lead out of it are no part of it."""
    root = root.resolve()

    def inside(*names: str) -> Path | None:
        found = (root / candidate for candidate in names)
        return next((path for path in found if path.exists() and path.resolve().is_relative_to(root)), None)

    config = root / "_config.yml"
    return Theme(
        name=name or root.name,
        root=root,
        layouts=inside("_layouts", "templates/layouts"),
        includes=inside("_includes", "templates/includes"),
        sass=inside("_sass", "templates/sass"),
        data=inside("_data", "templates/data"),
        assets=inside("assets"),
        config=config if config.is_file() and not config.is_symlink() else None,
    )


def _present(folder: Path | None) -> tuple[Path, ...]:
    return () if folder is None else (folder,)


def _less(folders: tuple[Path, ...], of_theme: Path | None) -> tuple[Path, ...]:
    return tuple(folder for folder in folders if folder != of_theme)
