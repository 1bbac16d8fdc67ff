"""The preview over a real socket on 127.0.0.1 (`serve/server.py`)."""

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from unittest import mock

import pytest

from onemg_render.errors import UsageError
from onemg_render.reporting import Message, Reporter
from onemg_render.serve.ports import listen
from onemg_render.serve.preview import Preview
from onemg_render.serve.server import PreviewServer, ServerOptions, part_of

QUIET = Reporter(lambda message: None)


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<html><head></head>home", encoding="utf-8")
    (site / "404.html").write_text("own 404", encoding="utf-8")
    (site / "film.mp4").write_bytes(bytes(range(100)))
    return Preview(site, "/base")


@pytest.fixture
def server(preview: Preview) -> Iterator[PreviewServer]:
    server = PreviewServer(preview, "127.0.0.1", 0, ServerOptions(headers={"X-Own": "1"}), QUIET)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.close()
    thread.join(5)
    assert not thread.is_alive()


def ask(
    server: PreviewServer, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request(
        method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_a_page_carries_the_client_and_is_never_stored(server: PreviewServer) -> None:
    answer, body = ask(server, "/base/")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Own"] == "1"
    assert b"/.onemg/client.js" in body
    assert body.endswith(b"home")


def test_nothing_is_added_on_disk(server: PreviewServer, preview: Preview) -> None:
    ask(server, "/base/")
    assert (preview.destination / "index.html").read_text(encoding="utf-8") == "<html><head></head>home"


def test_the_sites_own_404(server: PreviewServer) -> None:
    answer, body = ask(server, "/base/nothing")
    assert answer.status == 404
    assert body.endswith(b"own 404")


def test_head_has_the_length_and_no_body(server: PreviewServer) -> None:
    answer, body = ask(server, "/base/film.mp4", "HEAD")
    assert (answer.status, answer.headers["Content-Length"], body) == (200, "100", b"")


def test_ranges(server: PreviewServer) -> None:
    answer, body = ask(server, "/base/film.mp4", Range="bytes=10-19")
    assert (answer.status, answer.headers["Content-Range"]) == (206, "bytes 10-19/100")
    assert body == bytes(range(10, 20))
    answer, _ = ask(server, "/base/film.mp4", Range="bytes=200-")
    assert (answer.status, answer.headers["Content-Range"]) == (416, "bytes */100")


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-0", (0, 0)),
        ("bytes=90-", (90, 99)),
        ("bytes=-5", (95, 99)),
        ("bytes=50-500", (50, 99)),
        ("bytes=-0", None),
        ("bytes=100-", None),
        ("bytes=9-2", None),
        ("bytes=1-2,4-5", None),
        ("lines=1-2", None),
    ],
)
def test_parts(asked: str, part: tuple[int, int] | None) -> None:
    assert part_of(asked, 100) == part


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:4000", 200),
        ("127.0.0.1", 200),
        ("[::1]:1", 200),
        ("evil.example", 421),
        ("", 421),
        ("[", 421),
    ],
)
def test_only_local_names_are_answered(server: PreviewServer, host: str, status: int) -> None:
    assert ask(server, "/base/", Host=host)[0].status == status


def test_slow_clients_keep_nobody_waiting(server: PreviewServer) -> None:
    slow = [socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(50)]
    for client in slow:
        client.sendall(b"GET /base/ HTTP/1.1\r\nHost: local")
    assert ask(server, "/base/")[0].status == 200
    for client in slow:
        client.close()


def test_a_redirect_keeps_the_query(server: PreviewServer) -> None:
    answer, _ = ask(server, "/base?q=1")
    assert (answer.status, answer.headers["Location"]) == (301, "/base/?q=1")


def test_a_page_that_is_built_while_it_is_read_is_reloaded(server: PreviewServer, preview: Preview) -> None:
    """It carries the version from before it was read, so that its first event tells of the build."""
    before = preview.version
    read = Path.read_bytes

    def slow(path: Path) -> bytes:
        body = read(path)
        preview._version += 1
        return body

    with mock.patch.object(Path, "read_bytes", slow):
        _, body = ask(server, "/base/")
    assert f"&quot;version&quot;: {before}," in body.decode()


def test_a_mistake_of_ours_is_told(server: PreviewServer) -> None:
    said: list[Message] = []
    server.reporter = Reporter(said.append)
    with (
        mock.patch("onemg_render.serve.server.find", side_effect=RuntimeError("oh")),
        pytest.raises(http.client.RemoteDisconnected),
    ):
        ask(server, "/base/")
    assert [message.text for message in said if message.severity == "warning"] == [
        "a request could not be answered: RuntimeError: oh"
    ]


def test_hostile_requests_leave_the_server_alive(server: PreviewServer) -> None:
    for request in (
        b"GET /base/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: " + b"x" * 70000 + b"\r\n\r\n",
        b"GET /" + b"x" * 70000 + b" HTTP/1.1\r\n\r\n",
        b"\x00\xff\r\n\r\n",
        b"GET / HT",
    ):
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as client:
            client.sendall(request)
            client.shutdown(socket.SHUT_WR)
            answer = client.recv(64)
            assert not answer or answer.split()[1][:1] == b"4" or not answer.startswith(b"HTTP/1")
    assert ask(server, "/base/")[0].status == 200


def test_events_tell_of_failures_and_what_was_missed(server: PreviewServer, preview: Preview) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", f"/.onemg/events?since={preview.version}")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"
    assert answer.readline() == b"event: hello\n"
    hello = json.loads(answer.readline().removeprefix(b"data: "))
    assert (hello["unknown"], hello["failed"], hello["files"]) == (False, None, [])
    answer.readline()
    preview.failed([Message("error", "broken", path="a.md", line=3, hint="mend it")])
    assert answer.readline() == b"event: failed\n"
    told = json.loads(answer.readline().removeprefix(b"data: "))["messages"][0]
    assert (told["text"], told["place"], told["hint"]) == ("broken", "a.md:3", "mend it")
    answer.close()
    connection.close()


def test_a_page_of_another_run_is_told_to_look_again(preview: Preview) -> None:
    assert preview.hello(12).data["unknown"] is True
    assert preview.hello(None).data["unknown"] is True
    assert preview.hello(preview.version).data["unknown"] is False


def test_a_taken_port(server: PreviewServer, preview: Preview) -> None:
    def start(port: int) -> PreviewServer:
        return PreviewServer(preview, "127.0.0.1", port, ServerOptions(), QUIET)

    said: list[Message] = []
    with pytest.raises(UsageError, match=f"port {server.port} is taken"):
        listen(start, "127.0.0.1", server.port, 4000, QUIET)
    other = listen(start, "127.0.0.1", None, server.port, Reporter(said.append))
    assert other.port != server.port
    assert [message.text for message in said] == [
        f"port {server.port} is taken; the preview is at port {other.port}"
    ]
    other.server_close()


@pytest.mark.parametrize(
    ("host", "port"), [("192.0.2.1", 0), ("no.such.host.invalid", 0), ("127.0.0.1", 99999)]
)
def test_an_address_that_is_not_to_be_had(preview: Preview, host: str, port: int) -> None:
    with pytest.raises(UsageError, match=f"cannot answer at {host}, port {port}"):
        listen(
            lambda number: PreviewServer(preview, host, number, ServerOptions(), QUIET), host, port, 0, QUIET
        )
