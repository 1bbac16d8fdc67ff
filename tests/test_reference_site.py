"""The reference site builds without a warning, its examples say what Jekyll says, its pages hold together."""

import json
import re
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.reporting import Message, Reporter
from tests.support.manual_examples import CASES, examples
from tests.support.pictures import IMAGES, error_picture

ROOT = Path(__file__).parent.parent
ABOUT = Path(__file__).parent / "cases" / "about"
EXAMPLES = json.loads(CASES.read_text(encoding="utf-8"))


def built(source: Path, destination: Path) -> Path:
    build(source, destination, options=BuildOptions(strict=True), config={"disable_disk_cache": True})
    return destination


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    messages: list[Message] = []
    folder = tmp_path_factory.mktemp("reference")
    build(ROOT, folder, reporter=Reporter(messages.append), config={"disable_disk_cache": True})
    assert [message for message in messages if message.severity in ("warning", "error")] == []
    return folder


def test_the_about_page_is_what_jekyll_writes(tmp_path: Path) -> None:
    shutil.copytree(ABOUT, tmp_path / "site", ignore=shutil.ignore_patterns("NOTE.md", "expected.html"))
    shutil.copy(ROOT / "content" / "about.md", tmp_path / "site")
    page = built(tmp_path / "site", tmp_path / "built") / "about.html"
    assert page.read_bytes() == (ABOUT / "expected.html").read_bytes()


def test_ruby_has_answered_every_example() -> None:
    """After a change of an example: `python -m tests.support.manual_examples JEKYLL`."""
    asked = [(example["chapter"], example["kind"], example["source"]) for example in EXAMPLES]
    assert asked == [(example.chapter, example.kind, example.source) for example in examples()]
    assert {kind for _, kind, _ in asked} == {"liquid", "markdown"}


@pytest.mark.parametrize(
    "number", range(len(EXAMPLES)), ids=lambda number: EXAMPLES[number]["source"][:30].strip()
)
def test_beside_an_example_stands_what_jekyll_makes_of_it(number: int, site: Path) -> None:
    case = EXAMPLES[number]
    page = parsed(site / "docs" / f"{case['chapter']}.html")
    here = [other["chapter"] for other in EXAMPLES[:number]].count(case["chapter"])
    example = page.css("div.example")[here]
    shown = ".example-html code" if case["kind"] == "markdown" else ".example-result pre"
    texts = [example.css(place)[0].text() for place in (".example-source code", shown)]
    assert [text.strip("\n") for text in texts] == [case["source"].strip("\n"), case["result"]]


def parsed(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_bytes())


def test_pages_have_the_theme_around_them(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        page = parsed(path)
        assert [len(page.css(part)) for part in ("html[lang=en]", "h1", "main#content")] == [1, 1, 1], path
        assert page.css("img:not([alt])") == [], path
        ids = [node.attributes["id"] for node in page.css("[id]")]
        assert len(ids) == len(set(ids)), path


def test_links_inside_the_site_lead_to_a_file_and_an_anchor(site: Path) -> None:
    pages = {path: parsed(path) for path in site.rglob("*.html")}
    anchors = {path: {node.attributes["id"] for node in page.css("[id]")} for path, page in pages.items()}
    for path, page in pages.items():
        links = [
            node.attributes.get("href") or node.attributes.get("src") for node in page.css("[href], [src]")
        ]
        for link in (link for link in links if link and not re.match(r"[a-z]+:", link)):
            name, _, anchor = link.partition("#")
            base = site if name.startswith("/") else path.parent
            target = (base / name.lstrip("/")).resolve() if name else path
            target = target / "index.html" if target.is_dir() else target
            assert target.exists(), f"{path}: {link}"
            assert not anchor or anchor in anchors[target], f"{path}: {link}"


def test_the_picture_of_an_error_shows_what_a_build_says() -> None:
    """After a change of a message: `make pictures`."""
    kept, drawn = (
        "".join(re.findall(r"<text[^>]*>([^<]+)", picture)).replace("\n", "")
        for picture in ((IMAGES / "error.svg").read_text(encoding="utf-8"), error_picture())
    )
    assert kept == drawn


def test_the_search_index_lists_every_chapter(site: Path) -> None:
    index = (site / "assets" / "search.js").read_text(encoding="utf-8")
    listed = set(re.findall(r'"docs/([\w-]+)\.html"', index))
    assert listed == {chapter.stem for chapter in (ROOT / "content" / "docs").glob("*.md")}
    assert "](layouts.html#includes)" not in index  # all pages were converted before it was rendered
