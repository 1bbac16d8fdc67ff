"""The default theme in a real Chromium, opened from a folder: keyboard, search, dark and light, a phone."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onemg_render.build.pipeline import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
]
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("manual")
    build(ROOT, folder, config={"disable_disk_cache": True, "quiet": True})
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: "Browser", site: Path) -> Iterator["Page"]:
    """A chapter, read from the disk as a double click on it does."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto((site / "docs" / "layouts.html").as_uri())
    yield page
    context.close()
    assert problems == []


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: "Page") -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


def test_search_finds_a_section_and_leads_there(page: "Page") -> None:
    page.keyboard.press("/")
    page.keyboard.type("footnotes")
    page.wait_for_selector(".search li a")
    assert page.inner_text(".search li a strong") == "Markdown"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/writing-pages.html#markdown")


def test_search_says_that_nothing_was_found_and_closes(page: "Page") -> None:
    page.click("[data-search-open]")
    page.keyboard.type("zzzz")
    page.wait_for_function("document.querySelector('[data-search-state]').textContent === 'No places found.'")
    page.keyboard.press("Escape")
    assert not page.is_visible("[data-search]")


def test_the_choice_of_dark_stays(page: "Page") -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("[data-theme-switch]")
    dark = page.evaluate(ground)
    page.reload()
    assert (page.evaluate(ground) == dark) and dark != light


def test_the_commands_of_a_session_are_copied_without_their_prompts(page: "Page", site: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto((site / "docs" / "first-five-minutes.html").as_uri())
    block = page.locator(".copyable", has_text="onemg new my-docs")
    block.hover()
    block.locator("button").click()
    block.locator("button", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "onemg new my-docs\ncd my-docs\nonemg serve"


def test_a_command_of_several_lines_is_copied_whole(page: "Page", site: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto((site / "docs" / "speed.html").as_uri())
    block = page.locator(".copyable", has_text="ONEMG_LAW=500")
    block.hover()
    block.locator("button").click()
    block.locator("button", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText().then((text) => text.split('\\n').length)") == 2


def test_nothing_is_wider_than_a_phone(page: "Page", site: Path) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 375, path.name


def test_nothing_moves_for_those_who_asked_for_less_motion(page: "Page") -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(behaviour) == "smooth"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(behaviour) == "auto"
