"""Paths of requests and the files they mean (`serve/files.py`)."""

from pathlib import Path

import pytest

from onemg_render.serve.files import content_type, find

FILES = (
    "index.html",
    "about.html",
    "foo/index.html",
    "data/index.json",
    "a b.pdf",
    "x.xhtml",
    ".htaccess",
    "ü.html",
    "docs.html",
    "docs/intro.html",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name in FILES:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (site / "out").symlink_to(tmp_path)
    (site / "linked").mkdir()
    (site / "linked" / "index.html").symlink_to(tmp_path / "secret.txt")
    (site / "loop").symlink_to(site / "loop")
    return site


FOUND = [
    ("", "/", "index.html", "the home page"),
    ("", "/about", "about.html", "a page without its extension"),
    ("", "/about.html", "about.html", "a page by its file"),
    ("", "/x", "x.xhtml", "XHTML pages too"),
    ("", "/docs", "docs.html", "a page beside a folder of its name"),
    ("", "/docs/intro", "docs/intro.html", "a page in that folder"),
    ("", "/foo/", "foo/index.html", "a folder's index"),
    ("", "/data/", "data/index.json", "an index of another kind"),
    ("", "/a%20b.pdf", "a b.pdf", "percent-encoded names"),
    ("", "/%C3%BC", "ü.html", "names beyond ASCII"),
    ("/base", "/base/about", "about.html", "under baseurl"),
]


@pytest.mark.parametrize(("baseurl", "path", "file", "why"), FOUND, ids=[case[3] for case in FOUND])
def test_finds(root: Path, baseurl: str, path: str, file: str, why: str) -> None:
    assert find(root, baseurl, path).file == root / file


REFUSED = [
    ("", "/../secret.txt", "up"),
    ("", "/..%2fsecret.txt", "encoded slash"),
    ("", "/%2e%2e/secret.txt", "encoded dots"),
    ("", "/foo/%2e%2e/%2e%2e/secret.txt", "up from below"),
    ("", "/..%5csecret.txt", "backslash"),
    ("", "/out/secret.txt", "a link out of the site"),
    ("", "/linked/", "an index that is a link out of the site"),
    ("", "/loop", "a link to itself"),
    ("", "/a%00b", "a null byte"),
    ("", "/.htaccess", "hidden as WEBrick hides it"),
    ("", "/" + "x" * 5000, "longer than any file name"),
    ("", "/nothing", "no such file"),
    ("", "/docs/", "a folder without an index"),
    ("", "/about/", "a page with a slash"),
    ("/base", "/about", "outside baseurl"),
    ("/base", "/based/about", "baseurl is not a prefix of names"),
]


@pytest.mark.parametrize(("baseurl", "path", "why"), REFUSED, ids=[case[2] for case in REFUSED])
def test_refuses(root: Path, baseurl: str, path: str, why: str) -> None:
    found = find(root, baseurl, path)
    assert (found.file, found.folder, found.redirect) == (None, None, None)


@pytest.mark.parametrize(("baseurl", "path", "to"), [("", "/foo", "/foo/"), ("/base", "/base", "/base/")])
def test_redirects(root: Path, baseurl: str, path: str, to: str) -> None:
    assert find(root, baseurl, path).redirect == to


def test_lists_folders_when_asked(root: Path) -> None:
    assert find(root, "", "/foo/", listing=True).folder == root / "foo"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.png", "image/png"),
        ("a.woff2", "font/woff2"),
        ("feed.atom", "application/atom+xml; charset=utf-8"),
        ("a.tar.gz", "application/gzip"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_content_types(name: str, kind: str) -> None:
    assert content_type(Path(name)) == kind
