"""Links, files and anchors: what leads nowhere is found with its line, and nothing else is."""

from pathlib import Path

import pytest

from onemg_render.check.report import messages
from onemg_render.check.settings import Rule
from tests.check.sites import built_site, found

BASEURL = {"baseurl": "/project", "url": "https://example.org"}


@pytest.mark.parametrize(
    "address",
    [
        "/docs/b.html",
        "/docs/b",
        "/docs/b?lang=en#top",
        "/docs/",
        "/docs",
        "/",
        "docs/b.html",
        "./docs/../docs/b.html",
        "/docs/%C3%BC.html",
        "#here",
        "?page=2",
        "#",
        "https://elsewhere.org/gone",
        "//elsewhere.org/gone",
        "mailto:a@example.org",
        "tel:+49",
        "javascript:void(0)",
        "data:text/plain,x",
        "/files/a.pdf",
        "/files//a.pdf",
    ],
)
def test_an_address_that_leads_somewhere(tmp_path: Path, address: str) -> None:
    files = {
        "index.html": f'<p id="here">\n<a href="{address}">x</a>',
        "docs/index.html": "",
        "docs/b.html": "",
        "docs/ü.html": "",
        "files/a.pdf": "",
    }
    assert found(tmp_path, "links", files) == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/gone.html", "the link `/gone.html` leads nowhere"),
        ("gone", "the link `gone` leads nowhere"),
        ("/files/", "the link `/files/` leads nowhere"),
        ("/Docs/B.html", "the link `/Docs/B.html` leads nowhere"),
        ("[https://elsewhere.org]", "the link `[https://elsewhere.org]` leads nowhere"),
        ("//[elsewhere", "the link `//[elsewhere` leads nowhere"),
        ("/files/a b.pdf", "the link `/files/a b.pdf` has a space in its address"),
        ("", "the address of a link is empty"),
    ],
)
def test_an_address_that_does_not(tmp_path: Path, address: str, said: str) -> None:
    files = {"index.html": f'<p>\n<a href="{address}">x</a>', "docs/b.html": "", "files/a b.pdf": ""}
    assert found(tmp_path, "links", files) == [(said, "index.html", 4)]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/project/b.html", []),
        ("/project", []),
        ("https://example.org/project/b.html", []),
        ("/another-project/", []),
        ("b.html", []),
        ("/b.html", ["the link `/b.html` lacks the baseurl `/project`"]),
        ("/project/gone", ["the link `/project/gone` leads nowhere"]),
        (
            "//example.org/project/gone",
            ["the link `//example.org/project/gone` leads to nothing in this site"],
        ),
        (
            "https://example.org/project/gone",
            ["the link `https://example.org/project/gone` leads to nothing in this site"],
        ),
    ],
)
def test_addresses_below_a_baseurl(tmp_path: Path, address: str, said: list[str]) -> None:
    files = {"index.html": f'<a href="{address}">x</a>', "b.html": ""}
    assert [text for text, _, _ in found(tmp_path, "links", files, **BASEURL)] == said


def test_addresses_that_something_else_serves(tmp_path: Path) -> None:
    built = built_site(tmp_path, {"index.html": '<a href="/search/a.html">x</a><a href="/gone">x</a>'})
    said = messages(built, ["links"], ignored=[Rule(address="/search/*")])
    assert [one.text for one in said] == ["the link `/gone` leads nowhere"]


def test_a_base_element_counts(tmp_path: Path) -> None:
    files = {"index.html": '<base href="/docs/"><a href="b.html">x</a>', "docs/b.html": ""}
    assert found(tmp_path, "links", files) == []


@pytest.mark.parametrize("url", ["", "http://[", "example.org", "12"])
def test_any_url_and_any_base_will_do(tmp_path: Path, url: str) -> None:
    files = {"index.html": '<base href="http://["><a href="b.html">x</a>', "b.html": ""}
    assert found(tmp_path, "links", files, url=url) == []


def test_a_redirect_to_nowhere(tmp_path: Path) -> None:
    files = {"index.html": '<meta http-equiv="refresh" content="0; url=/gone/">'}
    assert found(tmp_path, "links", files) == [("the redirect `/gone/` leads nowhere", "index.html", 3)]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<img src="/gone.png">', "the image `/gone.png` leads nowhere"),
        ('<img src="a.png" srcset="a.png 1x, gone.png 2x">', "the image `gone.png` leads nowhere"),
        ('<link rel="stylesheet" href="/gone.css">', "the file `/gone.css` leads nowhere"),
        ('<script src="/gone.js"></script>', "the script `/gone.js` leads nowhere"),
        ('<video poster="/gone.jpg"></video>', "the file `/gone.jpg` leads nowhere"),
    ],
)
def test_files_that_are_missing(tmp_path: Path, markup: str, said: str) -> None:
    assert found(tmp_path, "files", {"index.html": markup, "a.png": ""}) == [(said, "index.html", 3)]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("#one", []),
        ("#two", []),
        ("#%C3%BC", []),
        ("#TOP", []),
        ("#/route", []),
        ("#tab?row=2", []),
        ("#search=a", []),
        ("b.html#three", []),
        ("a.pdf#page=2", []),
        ("#On", ["this page has no anchor `#On`"]),
        ("b.html#one", ["`/b.html` has no anchor `#one`"]),
    ],
)
def test_anchors(tmp_path: Path, address: str, said: list[str]) -> None:
    files = {
        "index.html": f'<a href="{address}" id="one"></a><a name="two"></a><p id="ü">',
        "b.html": '<p id="three">',
        "a.pdf": "",
    }
    assert [text for text, _, _ in found(tmp_path, "anchors", files)] == said


def test_pages_that_nobody_links_to(tmp_path: Path) -> None:
    files = {
        "index.html": '<html><a href="b.html">b</a><form action="/search.html"><form action="">',
        "search.html": "<html>",
        "b.html": "<html>",
        "alone.html": '<html><a href="alone.html">me</a>',
        "404.html": "<html>",
        "part.html": "<p>no document",
        "old.html": '<html><meta http-equiv="refresh" content="0; url=b.html">',
    }
    assert found(tmp_path, "orphans", files) == [("no page links to this one", "alone.html", None)]
