"""Remote themes from a local HTTP server: names, cache, revalidation, and zips that must be refused."""

import io
import shutil
import ssl
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import onemg_render
from onemg_render.build.options import BuildOptions
from onemg_render.errors import OnemgError, ThemeError
from onemg_render.plugins import theme_cache, theme_download
from onemg_render.plugins.remote_theme import parse
from onemg_render.plugins.theme_cache import Repository, ThemeCache
from onemg_render.reporting import Reporter
from tests.support.sites import build_site, page
from tests.support.tree_diff import Likeness, compare_trees
from tests.support.web import Web, serving

PINNED = Repository("github.com", "Owner", "theme", "v1.2.0")
BRANCH = Repository("github.com", "Owner", "theme", "main")


@pytest.fixture
def codeload(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    with serving() as web:
        monkeypatch.setenv("ONEMG_CODELOAD", web.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.delenv("ONEMG_OFFLINE")
        yield web


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


def test_a_theme_is_fetched_once(codeload: Web, tmp_path: Path) -> None:
    codeload.files["/Owner/theme/zip/v1.2.0"] = zipped({"theme-1.2.0/_layouts/default.html": "x"})
    folder = cache(tmp_path).folder(PINNED)
    assert (folder / "_layouts" / "default.html").read_text(encoding="utf-8") == "x"
    assert cache(tmp_path).folder(PINNED) == folder
    assert cache(tmp_path, offline=True).folder(PINNED) == folder
    assert codeload.asked == ["/Owner/theme/zip/v1.2.0"]


def test_a_branch_is_revalidated(codeload: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
    codeload: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_cache, "FRESH_SECONDS", 0)
    codeload.files["/Owner/theme/zip/main"] = zipped({"t/a.txt": "kept"})
    folder = cache(tmp_path).folder(BRANCH)
    monkeypatch.setenv("ONEMG_CODELOAD", "http://127.0.0.1:1")
    assert (cache(tmp_path).folder(BRANCH) / "a.txt").exists()
    assert folder.is_dir()


def test_a_server_that_does_not_answer_is_left_alone_for_a_while(
    codeload: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codeload.files["/Owner/theme/zip/main"] = zipped({"t/a.txt": "kept"})
    cache(tmp_path).folder(BRANCH)
    (tmp_path / "github.com/owner/theme/main/fetched.json").write_text('{"etag": "x", "checked": 0}')
    codeload.status, codeload.etag = 500, '"2"'
    cache(tmp_path).folder(BRANCH)
    cache(tmp_path).folder(BRANCH)
    assert len(codeload.asked) == 2
    for insist, count in ((False, 3), (False, 3), (True, 4)):
        with pytest.raises(ThemeError):
            cache(tmp_path).folder(PINNED, insist=insist)
        assert len(codeload.asked) == count


def test_a_theme_that_is_nowhere(codeload: Web, tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="404") as caught:
        cache(tmp_path).folder(PINNED)
    assert "--theme DIR" in (caught.value.hint or "")
    with pytest.raises(ThemeError, match="offline"):
        cache(tmp_path, offline=True).folder(PINNED)


def test_a_cache_that_cannot_be_written_is_told(codeload: Web, tmp_path: Path) -> None:
    codeload.files["/Owner/theme/zip/v1.2.0"] = zipped({"t/a.txt": ""})
    (tmp_path / "file").write_text("")
    with pytest.raises(ThemeError, match="could not be fetched") as caught:
        cache(tmp_path / "file").folder(PINNED)
    assert "file" in caught.value.message


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("yes", True), ("0", False), ("False", False)])
def test_what_the_environment_says_of_the_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, expected: bool
) -> None:
    monkeypatch.setenv("ONEMG_OFFLINE", value)
    config = build_site(tmp_path, {"index.html": page("")}).result.config
    assert theme_cache.is_offline(config) == expected


@pytest.mark.parametrize(
    "name",
    ["t/../../evil.txt", "/etc/evil", "..\\evil.txt", "t/c:evil"],
    ids=["dots", "root", "backslash", "drive"],
)
def test_a_zip_that_tries_to_escape_is_refused(codeload: Web, tmp_path: Path, name: str) -> None:
    codeload.files["/Owner/theme/zip/v1.2.0"] = zipped({"t/good.txt": "", name: "evil"})
    with pytest.raises(ThemeError, match="unsafe path"):
        cache(tmp_path).folder(PINNED)
    assert not list(tmp_path.rglob("*evil*"))
    assert not list(tmp_path.rglob("good.txt"))


def test_links_in_a_zip_are_left_out(codeload: Web, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("t/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("t/a.txt", "")
    codeload.files["/Owner/theme/zip/v1.2.0"] = out.getvalue()
    assert [path.name for path in cache(tmp_path).folder(PINNED).iterdir()] == ["a.txt"]


def test_what_is_no_zip_or_too_large_is_refused(
    codeload: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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


def test_redirects_lead_to_allowed_hosts_only(codeload: Web, tmp_path: Path) -> None:
    with serving() as other:
        other.files["/x"] = codeload.files["/moved"] = zipped({"t/a.txt": ""})
        codeload.moved["/Owner/theme/zip/v1.2.0"] = f"{other.url}/x"
        with pytest.raises(ThemeError, match="redirects to http://127"):
            cache(tmp_path).folder(PINNED)
        assert other.asked == []
        codeload.moved["/Owner/theme/zip/v1.2.0"] = f"{codeload.url}/moved"
        assert (cache(tmp_path).folder(PINNED) / "a.txt").exists()


def test_a_redirect_to_a_file_is_refused(codeload: Web, tmp_path: Path) -> None:
    codeload.moved["/Owner/theme/zip/v1.2.0"] = "file:///etc/passwd"
    with pytest.raises(ThemeError):
        cache(tmp_path).folder(PINNED)


def test_proxies_are_those_of_the_environment(
    codeload: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "http://codeload.example/Owner/theme/zip/v1.2.0"
    codeload.files[address] = zipped({"t/a.txt": ""})
    monkeypatch.setenv("ONEMG_CODELOAD", "http://codeload.example")
    monkeypatch.setenv("HTTP_PROXY", codeload.url)
    monkeypatch.setenv("http_proxy", codeload.url)
    cache(tmp_path).folder(PINNED)
    assert codeload.asked == [address]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_certificates_are_those_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2",
         "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    with serving(tls) as web:
        web.files["/Owner/theme/zip/v1.2.0"] = zipped({"t/a.txt": ""})
        monkeypatch.setenv("ONEMG_CODELOAD", web.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        with pytest.raises(ThemeError, match="certificate"):
            cache(tmp_path).folder(PINNED)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert (cache(tmp_path).folder(PINNED) / "a.txt").exists()


def test_a_site_with_a_remote_theme_alone(
    codeload: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONEMG_CACHE", str(tmp_path / "cache"))
    codeload.files["/Owner/theme/zip/v1.2.0"] = zipped({"t/_layouts/default.html": "<{{ content }}>"})
    files = {"_config.yml": "remote_theme: Owner/theme@v1.2.0\ncompat: jekyll4\n",
             "index.html": page("x", layout="default")}  # fmt: skip
    assert build_site(tmp_path, files).text("index.html") == "<x>"
    assert build_site(tmp_path, files, offline=True).text("index.html") == "<x>"
    files["_config.yml"] += "# v2\nremote_theme: Owner/theme@v2\n"
    with pytest.raises(OnemgError, match="offline") as caught:
        build_site(tmp_path, files, offline=True)
    assert (caught.value.path or "").endswith("_config.yml")
    assert codeload.asked == ["/Owner/theme/zip/v1.2.0"]


CASE = Path(__file__).parent.parent / "cases" / "plugins" / "remote_theme"


@pytest.mark.parametrize("compat", ["github-pages", "jekyll4"])
def test_what_the_gem_takes_of_a_theme(
    codeload: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compat: str
) -> None:
    monkeypatch.setenv("ONEMG_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PAGES_REPO_NWO", "o/r")
    root = CASE / "theme"
    files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    codeload.files["/Owner/The.Theme/zip/v1.0"] = zipped(
        {f"The.Theme-1.0/{name}": path.read_text(encoding="utf-8") for name, path in files.items()}
    )
    onemg_render.build(
        CASE / "source",
        tmp_path / "site",
        config={"disable_disk_cache": True},
        options=BuildOptions(environment="production", force=True, compat=compat),
        reporter=Reporter(lambda message: None),
    )
    diff = compare_trees(CASE / f"expected-{compat}", tmp_path / "site")
    wrong = [name for name, likeness in diff.files.items() if likeness > Likeness.BYTES]
    assert (diff.missing, diff.extra, wrong) == ([], [], [])
