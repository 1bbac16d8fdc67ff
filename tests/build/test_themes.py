"""Which theme a site gets: GitHub Pages' own ones, the one that comes with the engine, a package's."""

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from onemg_render.build import gems
from onemg_render.errors import OnemgError
from tests.support.sites import build_site, page
from tests.support.web import Web, serving

INDEX = {"index.html": page("x", layout="default")}


@pytest.fixture(autouse=True)
def no_gems(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gems, "GEM_FOLDERS", ())
    monkeypatch.setattr(gems, "GEMS_OF_USER", ())
    monkeypatch.setenv("GEM_HOME", "")
    monkeypatch.setenv("GEM_PATH", "")
    monkeypatch.setenv("ONEMG_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def codeload(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    with serving() as web:
        monkeypatch.setenv("ONEMG_CODELOAD", web.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.delenv("ONEMG_OFFLINE")
        yield web


def theme(layout: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("t/_layouts/default.html", layout)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("jekyll-theme-cayman", "/pages-themes/cayman/zip/v0.2.0"),
        ("jekyll-theme-time-machine", "/pages-themes/time-machine/zip/v0.2.0"),
        ("jekyll-theme-primer", "/pages-themes/primer/zip/v0.6.0"),
        ("jekyll-swiss", "/broccolini/swiss/zip/a86bdc45f344e98dadf01f511128c2815b3c4594"),
    ],
)
@pytest.mark.parametrize("compat", ["jekyll4", "github-pages"])
def test_themes_of_github_pages_come_from_their_repositories(
    codeload: Web, tmp_path: Path, name: str, address: str, compat: str
) -> None:
    codeload.files[address] = theme("({{ content }})")
    built = build_site(tmp_path, {**INDEX, "_config.yml": f"theme: {name}\ncompat: {compat}\n"})
    assert built.text("index.html") == "(x)"
    assert codeload.asked == [address]


def test_primer_is_the_default_theme_of_github_pages(codeload: Web, tmp_path: Path) -> None:
    codeload.files["/pages-themes/primer/zip/v0.6.0"] = theme("({{ content }})")
    files = {**INDEX, "_config.yml": "compat: github-pages\n"}
    assert build_site(tmp_path, files).text("index.html") == "(x)"
    assert build_site(tmp_path, files, offline=True).text("index.html") == "(x)"
    assert len(codeload.asked) == 1


def test_without_the_default_theme_a_bare_site_is_warned_of(tmp_path: Path) -> None:
    files = {**INDEX, "_config.yml": "compat: github-pages\n"}
    built = build_site(tmp_path / "bare", files)
    said = [message for message in built.messages if "default theme is missing" in message.text]
    assert "theme: null" in (said[0].hint or "")
    built = build_site(tmp_path / "own", {**files, "_layouts/default.html": "[{{ content }}]"})
    assert built.text("index.html") == "[x]"
    assert not [message for message in built.messages if message.severity == "warning"]


def test_a_theme_that_is_neither_kept_nor_reachable(tmp_path: Path) -> None:
    files = {**INDEX, "_config.yml": "title: x\ntheme: jekyll-theme-slate\n"}
    with pytest.raises(OnemgError, match="pages-themes/slate@v0") as caught:
        build_site(tmp_path, files)
    assert caught.value.line == 2
    assert "--theme DIR" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("cayman", "jekyll-theme-cayman"),
        ("jekyll-theme-leapday", "jekyll-theme-leap-day"),
        ("minma", "minima"),
    ],
)
def test_a_theme_that_nobody_knows(tmp_path: Path, name: str, meant: str) -> None:
    with pytest.raises(OnemgError, match="could not be found") as caught:
        build_site(tmp_path, {**INDEX, "_config.yml": f"theme: {name}\n"})
    assert f"`{meant}`" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("lock", "shown"),
    [
        ({}, "`remote_theme: just-the-docs/just-the-docs` in"),
        ({"Gemfile.lock": "GEM\n  specs:\n    just-the-docs (0.10.1)\n"}, "just-the-docs@v0.10.1` in"),
    ],
)
def test_a_theme_that_many_use_as_a_gem(tmp_path: Path, lock: dict[str, str], shown: str) -> None:
    with pytest.raises(OnemgError, match="could not be found") as caught:
        build_site(tmp_path, {**INDEX, **lock, "_config.yml": "theme: just-the-docs\n"})
    assert shown in (caught.value.hint or "")


@pytest.mark.parametrize("compat", ["jekyll4", "github-pages"])
def test_minima_comes_with_the_engine(tmp_path: Path, compat: str) -> None:
    built = build_site(
        tmp_path,
        {
            "_config.yml": f"theme: minima\ntitle: Words\ncompat: {compat}\ngithub_username: jane\n",
            "index.md": page("Hello", layout="home"),
            "about.md": page("# Us", layout="page", title="About"),
            "_posts/2024-01-02-first.md": page("One", layout="post", author="Jane"),
            "_includes/custom-head.html": "<!-- own -->",
            "assets/main.scss": page(
                '$brand-color: #123456;\n@import "minima";\na.mine { color: $brand-color }'
            ),
        },
    )
    index, post = built.text("index.html"), built.text("2024/01/02/first.html")
    assert '<a class="post-link" href="/2024/01/02/first.html">First</a>' in index
    assert '<a class="page-link" href="/about.html">About</a>' in index
    assert 'type="application/atom+xml"' in index
    assert "<!-- own -->" in index
    assert 'href="https://github.com/jane"' in index
    assert '<span class="p-name" itemprop="name">Jane</span>' in post
    assert "#123456" in built.text("assets/main.css")
    assert (built.destination / "feed.xml").exists()
    assert not [message for message in built.messages if message.severity == "warning"]


def test_a_package_may_declare_a_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "packages"
    (packages / "of_house" / "_layouts").mkdir(parents=True)
    (packages / "of_house" / "__init__.py").write_text("")
    (packages / "of_house" / "_layouts" / "default.html").write_text("<{{ content }}>")
    (packages / "of_house-1.0.dist-info").mkdir()
    (packages / "of_house-1.0.dist-info" / "METADATA").write_text("Name: of_house\nVersion: 1.0\n")
    (packages / "of_house-1.0.dist-info" / "entry_points.txt").write_text(
        "[onemg_render.themes]\nthe-house = of_house\n"
    )
    monkeypatch.setattr(sys, "path", [str(packages), *sys.path])
    built = build_site(tmp_path, {**INDEX, "_config.yml": "theme: the-house\n"})
    assert built.text("index.html") == "<x>"
