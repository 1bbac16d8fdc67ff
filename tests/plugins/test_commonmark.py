"""cmark-gfm as a processor: what is said of its settings; its HTML is shown by the golden sites."""

import sys
from pathlib import Path

import pytest

from onemg_render.errors import ConfigError
from tests.support.sites import build_site, page

PAGES = "compat: github-pages\ntheme: null\n"
LISTED = "plugins: [jekyll-commonmark]\nmarkdown: CommonMark\n"


def test_without_its_library_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cmarkgfm", None)
    with pytest.raises(ConfigError, match="needs the package cmarkgfm") as caught:
        build_site(tmp_path, {"_config.yml": LISTED, "index.md": page("x")})
    assert caught.value.line == 2
    assert "onemg-render[commonmark]" in (caught.value.hint or "")


def test_settings_that_it_does_not_have_are_warned_of(tmp_path: Path) -> None:
    settings = "commonmark: {options: [smart, loud], extensions: [table, chairs]}\n"
    built = build_site(tmp_path, {"_config.yml": LISTED + settings, "index.md": page('"x"')})
    assert built.text("index.html") == "<p>“x”</p>\n"
    assert [message.text for message in built.messages if message.severity == "warning"] == [
        "LOUD is not a valid option",
        "chairs is not a valid extension",
    ]


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (PAGES + "markdown: GFM\n", "<p>&quot;q&quot; <del>x</del></p>\n"),
        (PAGES + "markdown: gfm\n", "<p>&quot;q&quot; <del>x</del></p>\n"),
        (PAGES + "markdown: CommonMarkGhPages\n", "<p>&quot;q&quot; ~~x~~</p>\n"),
        (PAGES + "markdown: CommonMark\n", "<p>“q” <del>x</del></p>\n"),
        (LISTED, "<p>&quot;q&quot; ~~x~~</p>\n"),
    ],
    ids=["GFM", "lower case", "own settings", "kramdown by force", "jekyll-commonmark"],
)
def test_which_processor_a_name_means(tmp_path: Path, config: str, expected: str) -> None:
    built = build_site(tmp_path, {"_config.yml": config, "index.md": page('"q" ~~x~~\n', title="x")})
    assert built.text("index.html") == expected


def test_a_name_that_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not a valid Markdown processor") as caught:
        build_site(tmp_path, {"_config.yml": "markdown: redcarpet\n", "index.md": page("x")})
    assert caught.value.hint == "available processors: kramdown"


def test_a_processor_of_the_site(tmp_path: Path) -> None:
    source = """
from onemg_render.plugins.api import Extensions

def shouting(config, reporter):
    return lambda text: f"<p>{text.upper()}</p>" if text != "x" else 1 / 0

def extensions():
    return Extensions(processors={"Shouting": shouting})
"""
    files = {"_config.yml": "markdown: Shouting\n", "_plugins/shouting.py": source, "index.md": page("hey")}
    assert build_site(tmp_path, files).text("index.html") == "<p>HEY</p>"
    with pytest.raises(Exception, match="the processor Shouting: ZeroDivisionError"):
        build_site(tmp_path, {**files, "index.md": page("x")})
