"""The preview in a real Chromium: edits, style sheets, errors, pages without a head, configuration."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.reporting import Reporter
from onemg_render.serve.session import Session
from onemg_render.serve.settings import ServeSettings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
]
FRAME = '<html><head><link rel="stylesheet" href="/base/main.css"></head><body>{{ content }}</body></html>'
SITE = {
    "_config.yml": "title: One\nbaseurl: /base\n",
    "_layouts/default.html": FRAME,
    "main.css": "---\n---\nh1 { color: rgb(1, 2, 3); }\n",
    "index.md": "---\nlayout: default\n---\n# {{ site.title }}\n\n<p id=long style='height: 5000px'>text</p>",
    "bare.html": "---\n---\n<p>no head here</p>\n",
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def session(source: Path) -> Iterator[Session]:
    session = Session(
        {"source": str(source)},
        BuildOptions(environment="development"),
        ServeSettings(port=0),
        build=lambda given, options, reporter: build(config=given, options=options, reporter=reporter),
        reporter=Reporter(lambda message: None),
    )
    thread = Thread(target=session.run)
    thread.start()
    yield session
    session.stop()
    thread.join(10)


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
