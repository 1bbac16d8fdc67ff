"""The departures from Jekyll: each that the manual lists names its test; here are those of no single room."""

import re
from datetime import date
from pathlib import Path

import pytest

from onemg_render.errors import LiquidError
from onemg_render.liquid import render
from onemg_render.markdown import convert
from onemg_render.markdown.lexers.guess import guess
from onemg_render.util import yaml
from tests.support.sites import build_site, page

ROOT = Path(__file__).parent.parent
CHAPTER = (ROOT / "content" / "docs" / "differences.md").read_text(encoding="utf-8")
DEPARTURES = re.findall(r"^(\S.*)\n: ((?:.+\n|\n  )+)", CHAPTER.split("## Departures on purpose")[1], re.M)


@pytest.mark.parametrize(("name", "text"), DEPARTURES, ids=[name for name, _ in DEPARTURES])
def test_a_departure_has_its_test(name: str, text: str) -> None:
    tests = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)
    assert tests
    for path, test in tests:
        assert f"def {test}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{test}"


def test_all_departures_are_found() -> None:
    assert len(DEPARTURES) == CHAPTER.count("\n: ") > 15


def test_keys_that_are_one_to_python_stay_apart_as_texts() -> None:
    assert yaml.load("1: a\n1.0: b\nyes: c\n") == {1: "a", "1.0": "b", "true": "c"}


def test_ids_are_not_transliterated() -> None:
    assert '<h1 id="größe">' in convert("# Größe", transliterated_header_ids=True).html


def test_character_references_without_a_character_stay() -> None:
    assert convert("&#x110000; and &#xD800;").html == "<p>&#x110000; and &#xD800;</p>\n"


def test_white_space_control_does_not_reach_into_a_partial() -> None:
    partials = {"part": "  x  "}
    assert render("a {%- include 'part' -%} b", {}, partials=partials) == "a  x  b"


def test_increment_counts_numbers_only() -> None:
    with pytest.raises(LiquidError, match="cannot be counted"):
        render("{% increment day %}", {"day": date(2024, 1, 1)})


def test_the_first_language_in_the_alphabet_is_guessed() -> None:
    assert guess("<?hh\n<!-- <html> -->\n")[0] == "hack"


def test_inline_themes_have_no_effect() -> None:
    text = "~~~ ruby\nputs 1\n~~~\n"
    themed = convert(text, syntax_highlighter="rouge", syntax_highlighter_opts={"inline_theme": "github"})
    assert themed.html == convert(text, syntax_highlighter="rouge").html


def test_samples_are_the_same_in_each_build(tmp_path: Path) -> None:
    files = {"index.html": page('{{ "a,b,c,d,e,f,g,h" | split: "," | sample: 5 | join }}')}
    first, second = (build_site(tmp_path / name, files).text("index.html") for name in ("one", "two"))
    assert first == second


def test_dart_sass_compiles_for_both(tmp_path: Path) -> None:
    sheet = page('@use "sass:math";\na { width: math.div(1px, 3) }')
    made = [
        build_site(tmp_path / name, {"a.scss": sheet, "_config.yml": f"compat: {name}\n"}).text("a.css")
        for name in ("jekyll4", "github-pages")
    ]
    assert all(text.startswith("a{width:.33333333") or "0.33333333" in text for text in made)
