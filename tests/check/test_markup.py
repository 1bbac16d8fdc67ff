"""What readers miss in a page."""

from pathlib import Path

import pytest

from tests.check.sites import Found, found

HEAD = '<html lang="en"><title>T</title>'


@pytest.mark.parametrize(
    ("check", "html", "said"),
    [
        ("ids", '<p id="a"><p id="b">', []),
        ("ids", '<p id="a">\n<p id="a">', [("one page has the id `a` more than once", 3)]),
        ("images", '<img src="a.png" alt="">', []),
        ("images", '<img src="a.png" role="presentation"><img src="a.png" aria-hidden="true">', []),
        ("images", '\n<img src="a.png">', [("the image `a.png` has no `alt`", 4)]),
        ("titles", HEAD, []),
        ("titles", "<p>a part", []),
        ("titles", '<html lang="en"><title> </title>', [("the `<title>` of the page is empty", None)]),
        ("titles", '<html lang="en">', [("the page has no `<title>`", 3)]),
        ("languages", HEAD, []),
        ("languages", "\n<html>", [("`<html>` has no `lang`", 4)]),
        ("headings", "<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2><h1>E</h1>", []),
        (
            "headings",
            "<h1>A</h1>\n<h3>Far below</h3>",
            [("the heading `Far below` is an h3 with no h2 above it", 4)],
        ),
    ],
)
def test_markup(tmp_path: Path, check: str, html: str, said: list[tuple[str, int | None]]) -> None:
    expected: list[Found] = [(text, "index.html", line) for text, line in said]
    assert found(tmp_path, check, {"index.html": html}) == expected
