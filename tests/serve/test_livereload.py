"""LiveReload's protocol at its own port (`serve/livereload.py`), and `--livereload-ignore`."""

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from onemg_render.serve.settings import ServeSettings
from tests.bench.serve import free_port
from tests.support.previews import Previewed, events, previewed
from tests.support.sites import page, write_files

SITE = {
    "index.html": page("one"),
    "main.css": "p { color: red }",
    "notes/a.html": page("one"),
    "_data/x.yml": "a: 1\n",
}


class WebSocket:
    """A client of the protocol, that masks what it sends as browsers must."""

    def __init__(self, port: int, **headers: str) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        upgrade = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"]
        key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="  # the example of RFC 6455
        request = ["GET /livereload HTTP/1.1", "Host: localhost", key, *upgrade, *lines, "", ""]
        self._socket.sendall("\r\n".join(request).encode())
        self._file = self._socket.makefile("rb")
        self.status = self._file.readline().split()[1].decode()
        self.headers = http.client.parse_headers(self._file)

    def read(self) -> tuple[int, bytes]:
        kind, size = self._file.read(2)
        if size == 126:
            size = int.from_bytes(self._file.read(2))
        return kind & 0xF, self._file.read(size)

    def message(self) -> dict[str, object]:
        message: dict[str, object] = json.loads(self.read()[1])
        return message

    def send(self, kind: int, payload: bytes) -> None:
        mask = b"\1\2\3\4"
        masked = bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))
        self._socket.sendall(bytes([0x80 | kind, 0x80 | len(payload)]) + mask + masked)

    def close(self) -> None:
        self._file.close()
        self._socket.close()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Previewed]:
    settings = ServeSettings(port=0, reload_port=free_port(), ignored=["notes/*", "*.css"])
    with previewed(tmp_path, SITE, settings) as preview:
        yield preview


def reload_port(preview: Previewed) -> int:
    told = next(message.text for message in preview.said if message.topic == "LiveReload address")
    return int(told.rstrip("/").rpartition(":")[2])


def test_a_client_is_greeted_and_told_what_to_reload(preview: Previewed) -> None:
    client = WebSocket(reload_port(preview))
    assert (client.status, client.headers["Sec-WebSocket-Accept"]) == ("101", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    assert client.message()["protocols"] == ["http://livereload.com/protocols/official-7"]
    client.send(0x1, b'{"command":"hello"}')
    client.send(0x9, b"ping")
    assert client.read() == (0xA, b"ping")
    write_files(preview.source, {"index.html": page("two")})
    assert client.message() == {"command": "reload", "path": "/index.html", "liveCSS": True}
    client.send(0x8, b"")
    assert client.read() == (0x8, b"")
    client.close()


def test_pages_of_other_origins_are_not_told(preview: Previewed) -> None:
    port = reload_port(preview)
    origins = ("https://evil.example", "http://localhost:3000", "chrome-extension://abc")
    clients = [WebSocket(port, Origin=origin) for origin in origins]
    assert [client.status for client in clients] == ["403", "101", "101"]
    for client in clients:
        client.close()


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [("/livereload.js", "localhost", 200), ("/", "localhost", 400), ("/livereload.js", "evil.example", 421)],
)
def test_the_script_is_at_that_port(preview: Previewed, path: str, host: str, status: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", reload_port(preview), timeout=5)
    connection.request("GET", path, headers={"Host": host})
    assert connection.getresponse().status == status
    connection.close()


def test_what_is_ignored_reloads_nothing(preview: Previewed) -> None:
    with events(preview.session) as told:
        next(told)
        write_files(preview.source, {"notes/a.html": page("two"), "main.css": "p { color: blue }"})
        write_files(preview.source, {"index.html": page("two")})
        seen: list[object] = []
        while "index.html" not in seen:
            files = next(told)[1]["files"]
            assert isinstance(files, list)
            seen += files
    preview.await_text("/notes/a.html", "two")
    assert seen == ["index.html"]
