"""The preview in a real Chromium: edits, style sheets, errors, pages without a head, configuration."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import pytest

from onemg_render.serve.session import Session
from onemg_render.serve.settings import ServeSettings
from tests.bench.serve import free_port
from tests.support.previews import previewed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
]
FRAME = '<html><head><link rel="stylesheet" href="/base/main.css"></head><body>{{ content }}</body></html>'
POLICY = "content=\"default-src 'self'\""
SITE = {
    "_config.yml": "title: One\nbaseurl: /base\n",
    "_layouts/default.html": FRAME,
    "main.css": "---\n---\nh1 { color: rgb(1, 2, 3); }\n",
    "index.md": "---\nlayout: default\n---\n# {{ site.title }}\n\n<p id=long style='height: 5000px'>text</p>",
    "_drafts/idea.md": "---\nlayout: default\n---\n# An idea\n",
    "strict.html": f"---\n---\n<head><meta http-equiv=Content-Security-Policy {POLICY}></head>one",
    "bare.html": "---\n---\n<p>no head here</p>\n",
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def session(source: Path) -> Iterator[Session]:
    with previewed(source, SITE, show_drafts=True) as preview:
        yield preview.session


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: "Browser", session: Session) -> Iterator["Page"]:
    page = browser.new_page(base_url=session.address)
    page.set_default_timeout(15_000)
    page.goto(session.address)
    page.wait_for_selector("h1 >> text=One")
    yield page
    page.close()


def edit(source: Path, name: str, old: str, new: str) -> None:
    file = source / name
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def colour(page: "Page") -> str:
    return str(page.evaluate("getComputedStyle(document.querySelector('h1')).color"))


def test_an_edit_is_seen_and_the_place_on_the_page_stays(source: Path, page: "Page") -> None:
    page.evaluate("scrollTo(0, 1500)")
    edit(source, "index.md", ">text<", ">edited<")
    page.wait_for_selector("#long >> text=edited")
    page.wait_for_function("scrollY === 1500")


def test_a_style_sheet_is_swapped_without_a_reload(source: Path, page: "Page") -> None:
    page.evaluate("window.untouched = true")
    edit(source, "main.css", "rgb(1, 2, 3)", "rgb(9, 9, 9)")
    page.wait_for_function("getComputedStyle(document.querySelector('h1')).color === 'rgb(9, 9, 9)'")
    assert page.evaluate("window.untouched") is True


def test_an_error_lies_over_the_page_until_it_is_mended(source: Path, page: "Page") -> None:
    edit(source, "index.md", "{{ site.title }}", "{% nothing %}")
    overlay = page.wait_for_selector("onemg-preview >> .overlay")
    assert overlay is not None
    assert "index.md:4" in overlay.inner_text()
    assert "nothing" in overlay.inner_text()
    edit(source, "index.md", "{% nothing %}", "mended")
    page.wait_for_selector("h1 >> text=mended")
    assert page.query_selector("onemg-preview >> .overlay") is None


def test_a_page_without_a_head_is_reloaded_too(source: Path, page: "Page", session: Session) -> None:
    page.goto(f"{session.address}bare.html")
    edit(source, "bare.html", "no head here", "still no head")
    page.wait_for_selector("p >> text=still no head")


def test_the_configuration_takes_effect(source: Path, page: "Page") -> None:
    edit(source, "_config.yml", "One", "Two")
    page.wait_for_selector("h1 >> text=Two")


def test_only_the_page_that_changed_reloads(source: Path, page: "Page") -> None:
    page.evaluate("window.untouched = true")
    edit(source, "bare.html", "no head here", "changed elsewhere")
    edit(source, "main.css", "rgb(1, 2, 3)", "rgb(9, 9, 9)")
    page.wait_for_function("getComputedStyle(document.querySelector('h1')).color === 'rgb(9, 9, 9)'")
    assert page.evaluate("window.untouched") is True


def test_the_bar_tells_the_source_of_a_page(page: "Page") -> None:
    bar = page.wait_for_selector("onemg-preview >> .bar")
    assert bar is not None
    assert "index.md" in bar.inner_text()


def test_a_page_that_was_not_there_appears(source: Path, page: "Page", session: Session) -> None:
    page.goto(f"{session.address}new.html")
    (source / "new.md").write_text("---\nlayout: default\n---\n# Here now\n", encoding="utf-8")
    page.wait_for_selector("h1 >> text=Here now")


def test_the_bar_tells_why_a_draft_would_be_missing(page: "Page", session: Session) -> None:
    draft = next(session.preview.destination.rglob("idea.html"))
    page.goto(session.address + draft.relative_to(session.preview.destination).as_posix())
    bar = page.wait_for_selector("onemg-preview >> .bar")
    assert bar is not None
    assert bar.inner_text().split("\n")[:2] == ["draft: only with --drafts", "_drafts/idea.md"]


def test_a_page_with_a_strict_policy_shows_bar_and_changes(
    source: Path, page: "Page", session: Session
) -> None:
    page.goto(f"{session.address}strict.html")
    bar = page.wait_for_selector("onemg-preview >> .bar")
    assert bar is not None
    assert bar.evaluate("each => getComputedStyle(each).position") == "fixed"
    edit(source, "strict.html", ">one", ">two")
    page.wait_for_selector("body >> text=two")


def test_a_page_looks_for_a_preview_that_has_ended(browser: "Browser", tmp_path: Path) -> None:
    settings = ServeSettings(port=free_port(), min_delay=50, max_delay=100)
    page = browser.new_page()
    with previewed(tmp_path, SITE, settings) as preview:
        page.goto(preview.session.address)
    edit(tmp_path, "index.md", ">text<", ">edited<")
    with previewed(tmp_path, {}, settings):
        page.wait_for_selector("#long >> text=edited")
    page.close()


def test_a_page_that_nobody_sees_leaves_its_connection_and_catches_up(
    source: Path, page: "Page", session: Session
) -> None:
    show = (
        "Object.defineProperty(document, 'hidden', {{value: {}, configurable: true}});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    page.evaluate(show.format("true"))
    edit(source, "index.md", ">text<", ">edited<")
    version = session.preview.version
    while session.preview.version == version:
        sleep(0.01)
    assert page.query_selector("#long >> text=edited") is None
    page.evaluate(show.format("false"))
    page.wait_for_selector("#long >> text=edited")


def test_without_livereload_pages_stay_as_they_are(browser: "Browser", tmp_path: Path) -> None:
    page = browser.new_page()
    with previewed(tmp_path, SITE, ServeSettings(port=0, reload=False)) as preview:
        page.goto(preview.session.address)
        page.wait_for_selector("onemg-preview >> .bar")
        edit(tmp_path, "index.md", ">text<", ">edited<")
        preview.await_text("/base/", "edited")
        sleep(0.2)
        assert page.query_selector("#long >> text=edited") is None
        page.reload()
        page.wait_for_selector("#long >> text=edited")
    page.close()
