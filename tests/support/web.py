"""A web server for tests: what it holds by path, and what it was asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext


@dataclass
class Web:
    """files: bodies by path; moved: where a path redirects to; links: headers of that name.

    asked: paths, in order; headers: those of the last question.
    """

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    etag: str = '"1"'
    status: int = 200
    asked: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


@contextmanager
def serving(tls: SSLContext | None = None) -> Iterator[Web]:
    """A server on a free port until the block ends."""
    held = Web()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            held.asked.append(self.path)
            held.headers = dict(self.headers)
            body = held.files.get(self.path)
            is_known = self.headers.get("If-None-Match") == held.etag
            if self.path in held.moved:
                self.send_response(302)
                self.send_header("Location", held.moved[self.path])
            else:
                self.send_response(404 if body is None else 304 if is_known else held.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("ETag", held.etag)
            if self.path in held.links:
                self.send_header("Link", held.links[self.path])
            self.end_headers()
            if body is not None and not is_known:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    held.url = f"{'http' if tls is None else 'https'}://127.0.0.1:{server.server_port}"
    try:
        yield held
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
