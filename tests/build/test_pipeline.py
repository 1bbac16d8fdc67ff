"""The whole build: what it answers, what it says when things are wrong, and what it leaves behind."""

import subprocess
import sys
from pathlib import Path

import pytest

import onemg_render
from onemg_render.build.options import BuildOptions
from onemg_render.errors import BuildErrors, ConfigError, LiquidError, OnemgError, SassError
from onemg_render.reporting import Reporter
from tests.support.sites import build_site, page, write_files


def test_the_public_function_is_the_package(tmp_path: Path) -> None:
    write_files(tmp_path / "in", {"index.md": page("*a*")})
    result = onemg_render.build(tmp_path / "in", tmp_path / "_site", reporter=Reporter(lambda message: None))
    assert (tmp_path / "_site/index.html").exists()
    assert [path.name for path in result.written] == ["index.html"]
    assert list(result.phases) == ["configure", "read", "generate", "render", "write", "keep"]


def test_importing_the_package_loads_none_of_the_engine() -> None:
    code = "import sys, onemg_render; print(len([name for name in sys.modules if name.startswith('onemg')]))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "1"


def test_independent_errors_are_reported_together_and_each_once(tmp_path: Path) -> None:
    files = {
        "a.html": page("{% nope %}"),
        "b.html": page("{% include gone.html %}"),
        "c.html": page("fine", layout="broken"),
        "d.html": page("fine", layout="broken"),
        "_layouts/broken.html": page("{% if %}"),
    }
    with pytest.raises(BuildErrors) as caught:
        build_site(tmp_path, files)
    places = [(error.path, error.line) for error in caught.value.errors]
    assert places == [("a.html", 3), ("b.html", 3), ("_layouts/broken.html", 3)]


def test_a_mistake_in_a_document_that_is_not_written_is_an_error(tmp_path: Path) -> None:
    files = {"_notes/a.md": page("{% include gone.html %}"), "b.html": page("fine")}
    with pytest.raises(OnemgError, match=r"gone\.html") as raised:
        build_site(tmp_path, files, collections=["notes"])
    assert raised.value.path == "_notes/a.md"


def test_a_failed_build_leaves_the_last_good_site(tmp_path: Path) -> None:
    build_site(tmp_path, {"index.html": page("good"), "old.html": page("old")})
    (tmp_path / "source/old.html").unlink()
    with pytest.raises(LiquidError):
        build_site(tmp_path, {"index.html": page("{% nope %}")})
    assert (tmp_path / "site/index.html").read_text() == "good"
    assert (tmp_path / "site/old.html").exists()


def test_lines_count_from_the_top_of_the_file_and_includes_are_named(tmp_path: Path) -> None:
    files = {
        "index.html": page("one\n{% include outer.html %}", title="A", layout="none"),
        "_includes/outer.html": "\n\n{% include inner.html %}",
        "_includes/inner.html": "\n{{ 'a' | date: }}{% nope %}",
    }
    with pytest.raises(OnemgError) as caught:
        build_site(tmp_path, files)
    error = caught.value
    assert (error.path, error.line) == ("_includes/inner.html", 2)
    assert error.included_from[:2] == (("_includes/outer.html", 3), ("index.html", 6))


def test_a_style_sheet_that_does_not_compile(tmp_path: Path) -> None:
    with pytest.raises(SassError) as caught:
        build_site(tmp_path, {"css/a.scss": page("a {\n  b: ;\n}")})
    assert (caught.value.path, caught.value.line) == ("css/a.scss", 4)


@pytest.mark.parametrize(
    ("config", "error", "message"),
    [
        ("liquid: {error_mode: loose}", ConfigError, "`liquid.error_mode` cannot be `loose`"),
        ("markdown: redcloth", OnemgError, "`redcloth` is not a valid Markdown processor"),
        ("theme: no-such-theme", ConfigError, "could not be found"),
        ("theme: ./gone", ConfigError, "there is no folder"),
    ],
)
def test_configurations_that_cannot_be_used(
    tmp_path: Path, config: str, error: type[OnemgError], message: str
) -> None:
    with pytest.raises(error, match=message):
        build_site(tmp_path, {"_config.yml": config, "index.md": page("a")})


@pytest.mark.parametrize(
    ("switch", "text", "message"),
    [
        ("strict_variables", "{{ nothing }}", "undefined variable nothing"),
        ("strict_filters", "{{ 'a' | nothing }}", "undefined filter nothing"),
    ],
)
def test_strict_liquid(tmp_path: Path, switch: str, text: str, message: str) -> None:
    with pytest.raises(LiquidError, match=message):
        build_site(tmp_path, {"_config.yml": f"liquid: {{{switch}: true}}", "index.html": page(text)})


def test_a_missing_layout_is_a_warning(tmp_path: Path) -> None:
    built = build_site(tmp_path, {"index.html": page("bare", layout="gone")})
    assert built.text("index.html") == "bare"
    assert [(m.severity, m.path) for m in built.messages if "gone" in m.text] == [("warning", "index.html")]


def test_a_layout_around_which_there_shall_be_none_is_no_warning(tmp_path: Path) -> None:
    files = {
        "index.html": page("x", layout="l"),
        "_layouts/l.html": page("<l>{{ content }}</l>", layout="none"),
    }
    built = build_site(tmp_path, files)
    assert built.text("index.html") == "<l>x</l>"
    assert [message for message in built.messages if message.severity == "warning"] == []


def test_a_dry_build_writes_nothing(tmp_path: Path) -> None:
    built = build_site(tmp_path, {"index.html": page("a")}, options=BuildOptions(dry=True))
    assert not built.destination.exists()
    assert built.result.rendered == 1


def test_a_theme_lies_beneath_the_source(tmp_path: Path) -> None:
    write_files(
        tmp_path / "theme",
        {
            "_layouts/base.html": "theme {{ content }}{% include a.html %}{% include b.html %}",
            "_includes/a.html": "theme a",
            "_includes/b.html": "theme b",
            "assets/t.css": "t",
        },
    )
    files = {"index.html": page("page ", layout="base"), "_includes/b.html": " own b"}
    built = build_site(tmp_path, files, options=BuildOptions(theme=tmp_path / "theme", force=True))
    assert built.text("index.html") == "theme page theme a own b"
    assert built.text("assets/t.css") == "t"


def test_a_source_map_lies_beside_its_style_sheet(tmp_path: Path) -> None:
    built = build_site(tmp_path, {"css/a.scss": page("a { b: c }", permalink="/x/y.css")})
    assert "sourceMappingURL=a.css.map" in built.text("x/y.css")
    assert '"version":3' in built.text("x/a.css.map")


def test_two_builds_in_one_process_do_not_meet(tmp_path: Path) -> None:
    one = build_site(tmp_path / "one", {"_config.yml": "title: one", "index.html": page("{{ site.title }}")})
    two = build_site(tmp_path / "two", {"_config.yml": "title: two", "index.html": page("{{ site.title }}")})
    assert (one.text("index.html"), two.text("index.html")) == ("one", "two")


def test_an_include_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "source/_includes").mkdir(parents=True)
    (tmp_path / "source/_includes/a.html").write_bytes(b"caf\xe9")
    with pytest.raises(OnemgError, match="cannot read the include") as caught:
        build_site(tmp_path, {"index.html": page("{% include a.html %}")})
    assert caught.value.path == "_includes/a.html"
