"""What is rendered again after an edit, and what is only taken from the store."""

from pathlib import Path

import pytest

from onemg_render.build.pipeline import build
from onemg_render.build.workshop import Workshop
from onemg_render.markdown import Converted, Converter
from onemg_render.render.steps import Steps
from onemg_render.reporting import Reporter
from onemg_render.site import Item
from tests.support.sites import Built, build_site, page, write_files

FILES = {
    "_layouts/inner.html": "---\nlayout: outer\n---\n<main>{{ content }}</main>",
    "_layouts/outer.html": "<html>{{ content }}</html>",
    "one.md": page("text one", title="One", layout="inner"),
    "two.md": page("{{ 'a | upcase }}", title="Two", layout="inner"),
    "list.html": page("{% for one in site.pages %}{{ one.title }} {% endfor %}"),
    "feed.txt": page("{% assign found = site.pages | where: 'title', 'One' %}{{ found[0].content }}"),
}


def built(folder: Path, changed: dict[str, str] | None = None) -> tuple[set[str], Built]:
    """The files that were rendered and written in a build after these changes."""
    done = build_site(folder, changed or FILES, disable_disk_cache=False)
    assert done.result.rendered == len(done.result.written)
    return {path.name for path in done.result.written}, done


def test_what_was_said_of_a_page_is_said_again_when_another_one_changes(tmp_path: Path) -> None:
    _, first = built(tmp_path)
    assert [message.path for message in first.messages if message.severity == "warning"] == ["two.md"]
    written, again = built(tmp_path, {"one.md": page("other text", title="One", layout="inner")})
    assert written == {"one.html", "feed.txt"}
    assert [one for one in again.messages if one.severity == "warning"] == [
        one for one in first.messages if one.severity == "warning"
    ]


def test_what_reads_the_result_of_a_result_is_rendered_again(tmp_path: Path) -> None:
    files = {
        "_posts/2020-01-01-one.md": page("first"),
        "_posts/2020-01-02-two.md": page("second {{ page.previous.content }}"),
        "_posts/2020-01-03-three.md": page("third {{ page.previous.content }}"),
        "other.md": page("another"),
    }
    built(tmp_path, files)
    written, after = built(tmp_path, {"_posts/2020-01-01-one.md": page("1st")})
    assert written == {"one.html", "two.html", "three.html"}
    assert "1st" in after.text("2020/01/03/three.html")


def test_a_page_that_comes_out_as_before_leaves_its_readers_alone(tmp_path: Path) -> None:
    built(tmp_path)
    done = build_site(
        tmp_path, {"one.md": page("text one\n", title="One", layout="inner")}, disable_disk_cache=False
    )
    assert done.result.rendered == 2
    assert [path.name for path in done.result.written] == ["feed.txt"]


def test_a_text_that_has_not_changed_is_not_converted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converted: list[str] = []
    convert = Steps.converted

    def watched(steps: Steps, item: Item, text: str) -> str:
        converted.append(item.relative_path)
        return convert(steps, item, text)

    monkeypatch.setattr(Steps, "converted", watched)
    text = "*{{ site.data.a.b }}*"
    files = {"_layouts/inner.html": "{{ page.title }} {{ content }}", "_data/a.yml": "b: 1\nc: 1\n"}
    built(tmp_path, {**files, "one.md": page(text, title="One", layout="inner")})
    assert converted == ["one.md"]
    _, again = built(tmp_path, {"one.md": page(text, title="Two", layout="inner")})
    assert converted == ["one.md"]
    assert again.text("one.html") == "Two <p><em>1</em></p>\n"
    _, again = built(tmp_path, {"_data/a.yml": "b: 2\nc: 1\n"})
    assert converted == ["one.md", "one.md"]
    assert again.text("one.html") == "Two <p><em>2</em></p>\n"


def test_a_preview_converts_only_texts_that_are_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    converted: list[str] = []
    convert = Converter.convert

    def watched(converter: Converter, text: str) -> Converted:
        converted.append(text.strip())
        return convert(converter, text)

    monkeypatch.setattr(Converter, "convert", watched)
    search = "{% for one in site.pages %}{{ one.notes | markdownify }}{% endfor %}"
    write_files(tmp_path / "source", {"a.md": page("", notes="_a_"), "b.md": page("", notes="_b_")})
    write_files(tmp_path / "source", {"search.txt": page(search)})
    workshop, quiet = Workshop(), Reporter(lambda message: None)

    def built() -> str:
        converted.clear()
        build(tmp_path / "source", tmp_path / "site", reporter=quiet, workshop=workshop)
        return (tmp_path / "site/search.txt").read_text(encoding="utf-8")

    assert built().split() == ["<p><em>a</em></p>", "<p><em>b</em></p>"]
    for text in ("one", "two"):
        write_files(tmp_path / "source", {"b.md": page("", notes=f"_{text}_")})
        assert built().split() == ["<p><em>a</em></p>", f"<p><em>{text}</em></p>"]
        assert converted == [f"_{text}_"]
    workshop.close()


def test_the_first_style_sheet_of_a_site_adds_its_source_map_to_lists(tmp_path: Path) -> None:
    """Though the list of URLs is else as it was."""
    files = {"zone.html": page("{% for one in site.pages %}{{ one.url }} {% endfor %}")}
    build_site(tmp_path, {**files, "main.css": page("p { color: red }")}, disable_disk_cache=False)
    (tmp_path / "source/main.css").unlink()
    after = build_site(tmp_path, {"main.scss": page("p { color: red }")}, disable_disk_cache=False)
    assert after.text("zone.html") == "/main.css /zone.html /main.css.map "
