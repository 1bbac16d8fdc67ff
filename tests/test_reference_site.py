"""The reference site builds without a warning, its examples say what Jekyll says, its pages hold together."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.reporting import Message, Reporter

ROOT = Path(__file__).parent.parent
ABOUT = Path(__file__).parent / "cases" / "about"
EXAMPLE = re.compile(
    r"^(?P<fence>```|~~~)(?P<kind>liquid|markdown)\n(?P<source>.*?)^(?P=fence)\n\n```html\n(?P<result>.*?)^```$",
    re.S | re.M,
)


@dataclass(frozen=True)
class Example:
    """An example of the manual: its source, and what stands below it as the result."""

    kind: str
    source: str
    result: str


def examples() -> Iterator[Example]:
    for chapter in sorted((ROOT / "content" / "docs").glob("*.md")):
        for match in EXAMPLE.finditer(chapter.read_text(encoding="utf-8")):
            yield Example(match["kind"], match["source"], match["result"])


EXAMPLES = list(examples())


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


def test_the_manual_has_examples() -> None:
    assert {example.kind for example in EXAMPLES} == {"liquid", "markdown"}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All examples as pages of one site."""
    folder = tmp_path_factory.mktemp("examples")
    (folder / "_config.yml").write_text("title: A site\n", encoding="utf-8")
    for number, example in enumerate(EXAMPLES):
        name = f"{number}.md" if example.kind == "markdown" else f"{number}.html"
        (folder / name).write_text(f"---\n---\n{example.source}", encoding="utf-8")
    return built(folder, folder / "_site")


@pytest.mark.parametrize(
    "number", range(len(EXAMPLES)), ids=lambda number: EXAMPLES[number].source[:30].strip()
)
def test_an_example_makes_what_stands_below_it(number: int, results: Path) -> None:
    result = (results / f"{number}.html").read_text(encoding="utf-8")
    assert result.rstrip("\n") == EXAMPLES[number].result.rstrip("\n")


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


def test_the_search_index_lists_every_chapter(site: Path) -> None:
    index = (site / "assets" / "search.json").read_text(encoding="utf-8")
    assert index.count('"url": "/docs/') == len(list((ROOT / "content" / "docs").glob("*.md")))
