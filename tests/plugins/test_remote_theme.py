"""Remote themes from a local HTTP server: names, cache, revalidation, and zips that must be refused."""

import io
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from onemg_render.errors import ThemeError
from onemg_render.plugins import theme_cache, theme_download
from onemg_render.plugins.remote_theme import parse
from onemg_render.plugins.theme_cache import Repository, ThemeCache
from onemg_render.reporting import Reporter

PINNED = Repository("github.com", "Owner", "theme", "v1.2.0")
BRANCH = Repository("github.com", "Owner", "theme", "main")


@dataclass
class Codeload:
    """What the server holds by path, and what it was asked."""

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    etag: str = '"1"'
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def codeload(monkeypatch: pytest.MonkeyPatch) -> Iterator[Codeload]:
    held = Codeload()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            held.asked.append(self.path)
            body = held.files.get(self.path)
            is_known = self.headers.get("If-None-Match") == held.etag
            self.send_response(404 if body is None else 304 if is_known else 200)
            self.send_header("ETag", held.etag)
            self.end_headers()
            if body is not None and not is_known:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    held.url = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv("ONEMG_CODELOAD", held.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield held
    server.shutdown()
    thread.join()
    server.server_close()


def zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def cache(folder: Path, *, offline: bool = False) -> ThemeCache:
    return ThemeCache(folder, offline, Reporter(lambda message: None))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("pages-themes/cayman", "pages-themes/cayman"),
        (" Owner/Name.x@V1.2-B ", "Owner/Name.x@V1.2-B"),
        ("https://github.com/owner/name@feature/x", "owner/name@feature/x"),
        ("https://example.com/owner/name", None),
        ("ftp://github.com/owner/name", None),
        ("owner", None),
        ("owner/name/more", None),
        ("owner/name@../../x", None),
        ("", None),
    ],
)
def test_names(value: str, expected: str | None) -> None:
    found = parse(value)
    assert (str(found) if found else None) == expected


def test_a_theme_is_fetched_once(codeload: Codeload, tmp_path: Path) -> None:
    codeload.files["/Owner/theme/zip/v1.2.0"] = zipped({"theme-1.2.0/_layouts/default.html": "x"})
    folder = cache(tmp_path).folder(PINNED)
    assert (folder / "_layouts" / "default.html").read_text(encoding="utf-8") == "x"
    assert cache(tmp_path).folder(PINNED) == folder
    assert cache(tmp_path, offline=True).folder(PINNED) == folder
    assert codeload.asked == ["/Owner/theme/zip/v1.2.0"]


def test_a_branch_is_revalidated(codeload: Codeload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_cache, "FRESH_SECONDS", 0)
    codeload.files["/Owner/theme/zip/main"] = zipped({"t/a.txt": "old", "t/gone.txt": ""})
    folder = cache(tmp_path).folder(BRANCH)
    assert cache(tmp_path).folder(BRANCH) == folder
    codeload.etag = '"2"'
    codeload.files["/Owner/theme/zip/main"] = zipped({"t/a.txt": "new"})
    cache(tmp_path).folder(BRANCH)
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == {"a.txt": "new"}
    assert len(codeload.asked) == 3


def test_a_kept_branch_serves_when_the_server_does_not(
    codeload: Codeload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_cache, "FRESH_SECONDS", 0)
    codeload.files["/Owner/theme/zip/main"] = zipped({"t/a.txt": "kept"})
    folder = cache(tmp_path).folder(BRANCH)
    monkeypatch.setenv("ONEMG_CODELOAD", "http://127.0.0.1:1")
    assert (cache(tmp_path).folder(BRANCH) / "a.txt").exists()
    assert folder.is_dir()


def test_a_theme_that_is_nowhere(codeload: Codeload, tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="404") as caught:
        cache(tmp_path).folder(PINNED)
    assert "--theme DIR" in (caught.value.hint or "")
    with pytest.raises(ThemeError, match="offline"):
        cache(tmp_path, offline=True).folder(PINNED)


@pytest.mark.parametrize(
    "name",
    ["t/../../evil.txt", "/etc/evil", "..\\evil.txt", "t/c:evil"],
    ids=["dots", "root", "backslash", "drive"],
)
def test_a_zip_that_tries_to_escape_is_refused(codeload: Codeload, tmp_path: Path, name: str) -> None:
    codeload.files["/Owner/theme/zip/v1.2.0"] = zipped({"t/good.txt": "", name: "evil"})
    with pytest.raises(ThemeError, match="unsafe path"):
        cache(tmp_path).folder(PINNED)
    assert not list(tmp_path.rglob("*evil*"))
    assert not list(tmp_path.rglob("good.txt"))


def test_links_in_a_zip_are_left_out(codeload: Codeload, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("t/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("t/a.txt", "")
    codeload.files["/Owner/theme/zip/v1.2.0"] = out.getvalue()
    assert [path.name for path in cache(tmp_path).folder(PINNED).iterdir()] == ["a.txt"]


def test_what_is_no_zip_or_too_large_is_refused(
    codeload: Codeload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codeload.files["/Owner/theme/zip/v1.2.0"] = b"<html>not a zip</html>"
    with pytest.raises(ThemeError, match="no zip"):
        cache(tmp_path).folder(PINNED)
    monkeypatch.setattr(theme_download, "LARGEST_ZIP", 10)
    with pytest.raises(ThemeError, match="larger than"):
        cache(tmp_path).folder(PINNED)
    codeload.files["/Owner/theme/zip/v1.2.0"] = zipped({"t/a.txt": "x" * 2000})
    monkeypatch.setattr(theme_download, "LARGEST_ZIP", 10_000)
    monkeypatch.setattr(theme_download, "LARGEST_THEME", 1000)
    with pytest.raises(ThemeError, match="unpacked"):
        cache(tmp_path).folder(PINNED)
