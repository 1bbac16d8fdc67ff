from pathlib import Path

import pytest

from onemg_render.config import Root, SourceTree, load, source_tree, theme_at
from onemg_render.reporting import Reporter


def make(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    return root


def tree_of(root: Path, config: str = "") -> SourceTree:
    (root / "_config.yml").write_text(config, encoding="utf-8")
    return source_tree(load(root, reporter=Reporter(lambda _: None)))


def test_a_jekyll_source(tmp_path: Path) -> None:
    tree = tree_of(make(tmp_path, "_layouts/a.html"), "plugins_dir: [one, two]\nsass: {sass_dir: styles}\n")
    root = tmp_path.resolve()
    assert (tree.shape, tree.root, tree.pages, tree.main) == ("jekyll", root, (Root(root),), root)
    assert (tree.layouts, tree.includes, tree.data) == (
        (root / "_layouts",),
        (root / "_includes",),
        (root / "_data",),
    )
    assert (tree.sass, tree.plugins) == ((root / "styles",), (root / "one", root / "two"))


def test_a_project(tmp_path: Path) -> None:
    tree = tree_of(make(tmp_path, "content/index.md", "templates/layouts/a.html"), "data_dir: facts\n")
    root = tmp_path.resolve()
    assert (tree.shape, tree.main) == ("project", root / "content")
    assert tree.pages == (Root(root / "content"), Root(root / "assets", "assets"))
    assert tree.layouts == (root / "templates" / "layouts",)
    assert tree.sass == (root / "templates" / "sass",)
    assert tree.data == (root / "facts",)


@pytest.mark.parametrize("mark", ["_layouts/", "_posts/", "_data/"])
def test_a_jekyll_source_may_have_the_folders_of_a_project(tmp_path: Path, mark: str) -> None:
    assert tree_of(make(tmp_path, "content/", "templates/", mark)).shape == "jekyll"


def test_a_content_folder_alone_makes_no_project(tmp_path: Path) -> None:
    assert tree_of(make(tmp_path, "content/index.md")).shape == "jekyll"


def test_a_theme_lies_beneath(tmp_path: Path) -> None:
    site = tree_of(make(tmp_path / "site", "_layouts/"))
    first = theme_at(make(tmp_path / "one", "_layouts/", "_data/", "assets/", "_config.yml"))
    second = theme_at(make(tmp_path / "two", "templates/layouts/", "templates/sass/"), "named")
    tree = site.with_theme(first)
    assert tree.layouts == (*site.layouts, first.root / "_layouts")
    assert tree.data == (*site.data, first.root / "_data")
    assert (tree.includes, tree.theme) == (site.includes, first)
    assert (first.name, first.assets, first.config) == (
        "one",
        first.root / "assets",
        first.root / "_config.yml",
    )
    other = tree.with_theme(second)
    assert other.layouts == (*site.layouts, second.root / "templates" / "layouts")
    assert (other.data, second.name, second.config) == (site.data, "named", None)


def test_names_of_files_may_be_relative_to_several_folders(tmp_path: Path) -> None:
    theme = theme_at(make(tmp_path / "theme", "templates/layouts/"))
    tree = tree_of(make(tmp_path / "site", "content/", "templates/")).with_theme(theme)
    root = tree.root
    assert tree.roots == (root, root / "content", root / "assets", theme.root)


def test_a_themes_data_may_not_count(tmp_path: Path) -> None:
    site = tree_of(make(tmp_path / "site", "_layouts/"))
    tree = site.with_theme(theme_at(make(tmp_path / "theme", "_data/")), data=False)
    assert tree.data == site.data


def test_links_that_lead_out_of_a_theme_are_no_part_of_it(tmp_path: Path) -> None:
    make(tmp_path, "elsewhere/", "theme/_layouts/")
    try:
        (tmp_path / "theme" / "_includes").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    theme = theme_at(tmp_path / "theme")
    assert (theme.includes, theme.layouts) == (None, theme.root / "_layouts")
