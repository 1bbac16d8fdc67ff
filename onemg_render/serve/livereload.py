"""LiveReload's protocol at a port of its own, for its browser extensions and for pages of other servers.

Upstream: `lib/jekyll/commands/serve/live_reload_reactor.rb` and `websockets.rb`; the protocol is LiveReload's
`official-7` over WebSocket (RFC 6455).
"""

import json
import select
from base64 import b64encode
from contextlib import suppress
from hashlib import sha1
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib import resources
from queue import Empty
from typing import Final
from urllib.parse import urlsplit

from onemg_render.serve.events import Broadcast, Event
from onemg_render.serve.local_server import LocalServer

KEY_SUFFIX: Final = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
HELLO: Final = {
    "command": "hello",
    "protocols": ["http://livereload.com/protocols/official-7"],
    "serverName": "onemg",
}
LOOK_SECONDS: Final = 0.5
LONGEST_MESSAGE: Final = 1 << 16
TEXT, CLOSE, PING, PONG = 0x1, 0x8, 0x9, 0xA


class LiveReload(LocalServer):
    """Tells what `broadcast` says to all that have connected."""

    def __init__(self, broadcast: Broadcast, host: str, port: int) -> None:
        super().__init__(host, port, LiveReloadHandler)
        self.broadcast = broadcast


class LiveReloadHandler(BaseHTTPRequestHandler):
    """One connection: the script, or a WebSocket until it is closed."""

    server: LiveReload
    timeout = 10
    rbufsize = 0  # what has been read is not seen by `select`

    def log_message(self, format: str, *args: object) -> None:
        """The protocol's traffic is of no interest."""

    def do_GET(self) -> None:
        if not self.server.names.mean(self.headers.get("Host", "")):
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", "text/plain")
        elif self.headers.get("Upgrade", "").lower() == "websocket":
            self._upgrade()
        elif urlsplit(self.path).path == "/livereload.js":
            script = resources.files("onemg_render.serve").joinpath("livereload.js").read_bytes()
            self._send(HTTPStatus.OK, script, "text/javascript; charset=utf-8")
        else:
            body = b"This port only serves livereload.js over HTTP.\n"
            self._send(HTTPStatus.BAD_REQUEST, body, "text/plain")

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _upgrade(self) -> None:
        origin = urlsplit(self.headers.get("Origin", ""))
        if origin.scheme in ("http", "https") and not self.server.names.mean(origin.netloc):
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
            return
        key = self.headers.get("Sec-WebSocket-Key", "") + KEY_SUFFIX
        self.send_response(HTTPStatus.SWITCHING_PROTOCOLS)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", b64encode(sha1(key.encode()).digest()).decode())
        self.end_headers()
        self.close_connection = True
        with suppress(OSError, EOFError):
            self._converse()

    def _converse(self) -> None:
        with self.server.broadcast.listening() as events:
            self._say(TEXT, json.dumps(HELLO).encode())
            while True:
                with suppress(Empty):
                    event = events.get(timeout=LOOK_SECONDS)
                    if event.name == "end":
                        return
                    for message in messages(event):
                        self._say(TEXT, message)
                while select.select([self.connection], [], [], 0)[0]:
                    kind, payload = self._hear()
                    if kind in (CLOSE, PING):
                        self._say(PONG if kind == PING else CLOSE, payload)
                    if kind == CLOSE:
                        return

    def _say(self, kind: int, payload: bytes) -> None:
        size = len(payload)
        head = bytes([0x80 | kind, size]) if size < 126 else bytes([0x80 | kind, 126]) + size.to_bytes(2)
        self.wfile.write(head + payload)

    def _hear(self) -> tuple[int, bytes]:
        """The kind of the next frame and what it holds. Raises EOFError if there is none."""
        first, second = self._read(2)
        size = second & 0x7F
        if size >= 126:
            size = int.from_bytes(self._read(2 if size == 126 else 8))
        if size > LONGEST_MESSAGE:
            raise EOFError
        mask = self._read(4) if second & 0x80 else bytes(4)
        payload = self._read(size)
        return first & 0xF, bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))

    def _read(self, size: int) -> bytes:
        parts = b""
        while len(parts) < size:
            if not (part := self.rfile.read(size - len(parts))):
                raise EOFError
            parts += part
        return parts


def messages(event: Event) -> list[bytes]:
    """The protocol's messages for what the preview tells: one for each file."""
    urls = event.data.get("urls")
    if event.name != "changed" or not isinstance(urls, list):
        return []
    return [json.dumps({"command": "reload", "path": url, "liveCSS": True}).encode() for url in urls]
