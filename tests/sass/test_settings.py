"""The `sass:` settings of a site; values and bytes as jekyll-sass-converter 3.1.0 and 1.5.2 have them."""

import json
from pathlib import Path

import pytest

from onemg_render.errors import SassError
from onemg_render.sass import Compiled, SassSettings, compile
from onemg_render.util.fence import Fence


def settings(source: Path, sass: object = None, **options: object) -> SassSettings:
    return SassSettings.of(sass, source=source, sass_folder=source / "_sass", **options)  # type: ignore[arg-type]  # as named


@pytest.mark.parametrize(
    ("sass", "style"),
    [
        (None, "expanded"),
        ({"style": "compressed"}, "compressed"),
        ({"style": ":compressed"}, "compressed"),
        ({"style": "compact"}, "expanded"),
        ({"style": None}, "expanded"),
    ],
)
def test_style(tmp_path: Path, sass: object, style: str) -> None:
    assert settings(tmp_path, sass).style == style


@pytest.mark.parametrize(
    ("sourcemap", "environment", "wanted"),
    [
        ("always", "production", True),
        (":always", "production", True),
        ("never", "development", False),
        ("development", "development", True),
        ("development", "production", False),
    ],
)
def test_source_maps(tmp_path: Path, sourcemap: str, environment: str, wanted: bool) -> None:
    assert settings(tmp_path, {"sourcemap": sourcemap}, environment=environment).source_maps is wanted


def test_ruby_sass_makes_no_source_maps(tmp_path: Path) -> None:
    assert settings(tmp_path, {"sourcemap": "always"}, ruby_sass=True).source_maps is False


def test_load_paths_come_first_the_source_last(tmp_path: Path) -> None:
    for name in ("_sass", "node_modules/a/scss", "node_modules/b/scss", "more", "theme/_sass"):
        (tmp_path / name).mkdir(parents=True)
    found = settings(
        tmp_path,
        {"load_paths": ["node_modules/*/scss", "{more,none}", "more"]},
        theme_folders=[tmp_path / "theme" / "_sass"],
    )
    names = [path.relative_to(tmp_path).as_posix() for path in found.load_paths]
    assert names == ["node_modules/a/scss", "node_modules/b/scss", "more", "_sass", "theme/_sass", "."]


def test_safe_mode_keeps_load_paths_inside_the_source(tmp_path: Path) -> None:
    source = tmp_path / "site"
    for folder in (tmp_path / "outside", source / "outside", source / "_sass"):
        folder.mkdir(parents=True)
    found = settings(source, {"load_paths": ["../outside", str(tmp_path / "outside")]}, fence=Fence([source]))
    assert found.load_paths == (source / "outside", source / "_sass", source)


def test_settings_that_are_no_mapping(tmp_path: Path) -> None:
    with pytest.raises(SassError, match="must be a mapping"):
        settings(tmp_path, ["compressed"])


def test_a_page_with_its_source_map(tmp_path: Path) -> None:
    page = tmp_path / "css" / "näme.scss"
    (tmp_path / "_sass").mkdir()
    (tmp_path / "_sass" / "_part.scss").write_text("b { c: d }\n", encoding="utf-8")
    own = settings(tmp_path)
    sheet = own.style_sheet(compile(own.page('@use "part";\na { b: c }\n', page)), page)
    assert sheet.css.endswith("\n\n/*# sourceMappingURL=n%C3%A4me.css.map */")
    assert sheet.source_map is not None
    source_map = json.loads(sheet.source_map)
    assert source_map["file"] == "n%C3%A4me.css"
    assert source_map["sources"] == ["../_sass/_part.scss", "n%C3%A4me.scss"]
    assert source_map["sourcesContent"] == ["b { c: d }\n", '@use "part";\na { b: c }\n']


def test_a_compressed_page_has_the_comment_on_the_same_line(tmp_path: Path) -> None:
    own = settings(tmp_path, {"style": "compressed"})
    page = tmp_path / "main.scss"
    sheet = own.style_sheet(compile(own.page("a { b: c }", page)), page)
    assert sheet.css == "a{b:c}/*# sourceMappingURL=main.css.map */"


@pytest.mark.parametrize(
    ("sass", "start"),
    [
        ({"style": "compressed"}, 'a{b:"é"}'),
        ({"style": "compressed", "add_charset": True}, '@charset "UTF-8";a{b'),
    ],
)
def test_ruby_sass_takes_off_the_byte_order_mark(tmp_path: Path, sass: object, start: str) -> None:
    own = settings(tmp_path, sass, ruby_sass=True)
    page = tmp_path / "main.scss"
    assert own.style_sheet(compile(own.page('a { b: "é" }', page)), page).css.startswith(start)


def test_dart_sass_keeps_the_byte_order_mark_of_a_page_but_not_of_a_snippet(tmp_path: Path) -> None:
    own = settings(tmp_path, {"style": "compressed", "sourcemap": "never"})
    page = tmp_path / "main.scss"
    assert own.css(compile(own.page('a { b: "é" }', page))).startswith("\ufeffa{")
    assert own.css(compile(own.snippet('a { b: "é" }'))).startswith("a{")


def test_a_snippet_in_the_indented_syntax(tmp_path: Path) -> None:
    own = settings(tmp_path)
    assert own.css(compile(own.snippet("a\n  b: c\n", "indented"))) == "a {\n  b: c;\n}"
    assert isinstance(compile(own.snippet("")), Compiled)
