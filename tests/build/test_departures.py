"""What Jekyll lets slip through from one page to another, and onemg does not: `cases/departures.yml`."""

from pathlib import Path

from tests.support.sites import build_site, page


def test_an_include_in_a_body_sees_no_content_of_another_item(tmp_path: Path) -> None:
    files = {
        "_layouts/l.html": "<l>{{ content }}</l>",
        "_includes/i.html": "[{{ content }}]",
        "a.html": page("first", layout="l"),
        "b.html": page("{% include i.html %}"),
    }
    assert build_site(tmp_path, files).text("b.html") == "[]"


def test_a_page_that_another_includes_is_its_own_text(tmp_path: Path) -> None:
    files = {"a.html": page("{% include_relative b.html %}"), "b.html": page("body", title="B")}
    built = build_site(tmp_path, files)
    assert built.text("b.html") == "body"
    assert built.text("a.html") == files["b.html"]


def test_a_source_map_spares_the_style_sheet_whose_permalink_it_shares(tmp_path: Path) -> None:
    files = {"main.scss": page("a { b: c }", permalink="/css/site.css")}
    assert build_site(tmp_path, files).text("css/site.css").startswith("a {")


def test_a_folder_with_a_dot_is_no_layout(tmp_path: Path) -> None:
    files = {"_layouts/v1.0/l.html": "<l>{{ content }}</l>", "a.html": page("x", layout="v1")}
    assert build_site(tmp_path, files).text("a.html") == "x"


def test_now_is_the_time_of_the_build(tmp_path: Path) -> None:
    assert build_site(tmp_path, {"a.html": page("{{ 'now' | date: '%Y' }}")}).text("a.html") == "2024"


def test_the_settings_of_kramdown_are_those_of_the_configuration(tmp_path: Path) -> None:
    files = {"a.md": page("*x*"), "b.html": page("{{ site.kramdown.syntax_highlighter | inspect }}")}
    assert build_site(tmp_path, files).text("b.html") == "nil"
