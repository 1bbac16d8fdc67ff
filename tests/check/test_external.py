"""Links to other hosts, asked of a server of our own."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from onemg_render.check.external import External, manners
from onemg_render.check.report import messages
from onemg_render.check.settings import Rule
from onemg_render.check.web import Manners, answers
from onemg_render.errors import ConfigError
from tests.check.sites import built_site

QUICK = {"check": {"external": {"timeout": 0.5, "pause": 0}}}
STATUSES = {
    "/good": 200,
    "/gone": 404,
    "/broken": 500,
    "/refused": 403,
    "/old": 301,
    "/for-now": 302,
    "/file": 301,
}


class Server(ThreadingHTTPServer):
    """Answers as STATUSES say, notes what it was asked, and is slow at `/slow`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[str] = []
        self.closing = Event()
        self.address = f"http://127.0.0.1:{self.server_port}"


class Answering(BaseHTTPRequestHandler):
    server: Server

    def do_HEAD(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        if self.path == "/slow":
            self.server.closing.wait(10)
        is_refused = self.path == "/get-only" and self.command == "HEAD"
        self.send_response(405 if is_refused else STATUSES.get(self.path, 200))
        if self.path in ("/old", "/for-now"):
            self.send_header("Location", "/good")
        if self.path == "/file":
            self.send_header("Location", "file:///etc/hostname")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        self.do_HEAD()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield running
        running.closing.set()
        running.shutdown()


def told(
    folder: Path, html: str, *ignored: Rule, cache: Path | None = None
) -> list[tuple[str, str, str | None]]:
    """Severity, text and hint of what the check finds in one page."""
    built = built_site(folder, {"index.html": html}, **QUICK)
    check = External(built.site.config, ignored, cache)
    return [(one.severity, one.text, one.hint) for one in messages(built, [], more={"external": check})]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", ("error", "leads nowhere: 404 Not Found")),
        ("/broken", ("warning", "cannot be reached: 500 Internal Server Error")),
        ("/slow", ("warning", "cannot be reached: no answer in time")),
        ("/refused", ("hint", "cannot be checked: its host answers 403")),
        ("/old", ("hint", "has moved for good")),
    ],
)
def test_what_a_host_may_say(tmp_path: Path, server: Server, path: str, said: tuple[str, str]) -> None:
    url = f"{server.address}{path}#part"
    hint = f"write `{server.address}/good`" if path == "/old" else None
    assert told(tmp_path, f'<a href="{url}">x</a>') == [(said[0], f"the link `{url}` {said[1]}", hint)]


@pytest.mark.parametrize(
    ("html", "asked"),
    [
        ('<a href="SERVER/good">x</a><img src="SERVER/good">', ["HEAD /good"]),
        ('<a href="SERVER/get-only">x</a>', ["HEAD /get-only", "GET /get-only"]),
        ('<a href="SERVER/for-now">x</a>', ["HEAD /for-now", "HEAD /good"]),
        ('<a href="SERVER/a b">x</a>', ["HEAD /a%20b"]),
        ('<link rel="canonical" href="SERVER/gone">', []),
        ('<a href="/gone">x</a><a href="mailto:a@b">x</a><a href="http://localhost:1/">x</a>', []),
    ],
)
def test_what_is_asked(tmp_path: Path, server: Server, html: str, asked: list[str]) -> None:
    assert told(tmp_path, html.replace("SERVER", server.address)) == []
    assert server.asked == asked


def test_no_redirect_leads_to_a_file(tmp_path: Path, server: Server) -> None:
    (_, text, _), = told(tmp_path, f'<a href="{server.address}/file">x</a>')  # fmt: skip
    assert "cannot be reached" in text


def test_what_is_ignored_is_not_asked_for(tmp_path: Path, server: Server) -> None:
    html = f'<a href="{server.address}/gone">x</a>'
    assert told(tmp_path, html, Rule(check="external", address="*/gone")) == []
    assert server.asked == []


def test_good_answers_are_remembered_for_days_and_bad_ones_not_at_all(tmp_path: Path, server: Server) -> None:
    cache, day = tmp_path / "cache" / "links.json", 86_400.0
    urls, two = [f"{server.address}{path}" for path in ("/good", "/gone")], Manners(pause=0, days=2)
    for now, asked in ((0.0, 3), (day, 2), (3 * day, 3)):
        server.asked.clear()
        found = answers(urls, two, cache, clock=lambda now=now: now)  # type: ignore[misc]  # a default binds it
        assert ([found[url].status for url in urls], len(server.asked)) == ([200, 404], asked)


def test_a_damaged_cache_is_none(tmp_path: Path, server: Server) -> None:
    cache = tmp_path / "links.json"
    for text in ("{", "[]", '{"a": 1}', '{"a": {"b": 1}}'):
        cache.write_text(text)
        assert answers([f"{server.address}/good"], Manners(), cache)[f"{server.address}/good"].is_good


def test_one_host_is_asked_one_question_after_the_other(server: Server) -> None:
    waited: list[float] = []
    urls = [f"{server.address}/{number}" for number in range(4)]
    answers(urls, Manners(pause=2.5), None, sleep=waited.append)
    assert (waited, len(server.asked)) == ([2.5, 2.5, 2.5], 4)


def test_a_host_that_is_not_there(tmp_path: Path) -> None:
    (severity, text, _), = told(tmp_path, '<a href="http://127.0.0.1:9/">x</a>')  # fmt: skip
    assert (severity, "cannot be reached" in text) == ("warning", True)


@pytest.mark.parametrize("given", [{"timeouts": 1}, {"pause": "long"}, {"days": -1}, [1]])
def test_manners_that_are_none(tmp_path: Path, given: object) -> None:
    site = built_site(tmp_path, {"index.html": ""}, check={"external": given}).site
    with pytest.raises(ConfigError):
        manners(site.config)
