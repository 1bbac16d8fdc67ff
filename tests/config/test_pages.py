from pathlib import Path
from typing import Any

import pytest

from onemg_render.config import load
from onemg_render.reporting import Reporter


def loaded(root: Path, text: str, environment: str) -> dict[str, Any]:
    (root / "_config.yml").write_text(text, encoding="utf-8")
    reporter = Reporter(lambda _: None)
    return dict(load(root, reporter=reporter, compat="github-pages", environment=environment))


@pytest.mark.parametrize(
    ("text", "theme"), [("", "jekyll-theme-primer"), ("theme:\n", None), ("theme: minima\n", "minima")]
)
def test_a_theme_that_is_null_stays_so(tmp_path: Path, text: str, theme: str | None) -> None:
    assert loaded(tmp_path, text, "production")["theme"] == theme


def test_development_allows_more_and_compresses_nothing(tmp_path: Path) -> None:
    config = loaded(tmp_path, "", "development")
    assert "jekyll-admin" in config["whitelist"]
    assert "sass" not in config


def test_development_may_allow_all_plug_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISABLE_WHITELIST", "true")
    text = "plugins: [jekyll-toc]\n"
    assert "jekyll-toc" in loaded(tmp_path, text, "development")["whitelist"]
    assert "jekyll-toc" not in loaded(tmp_path, text, "production")["whitelist"]


def test_the_frame_is_the_same_in_every_build(tmp_path: Path) -> None:
    first = loaded(tmp_path, "remote_theme: a/b\n", "production")
    first["whitelist"].clear()
    first["kramdown"]["input"] = "x"
    second = loaded(tmp_path, "remote_theme: a/b\n", "production")
    assert len(second["whitelist"]) == 20
    assert second["kramdown"]["input"] == "GFM"
    assert second["plugins"][-1] == "jekyll-remote-theme"
