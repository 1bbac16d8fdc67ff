"""The preview's HTTP server: files of the destination, pages with the client added, the stream of events."""

import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit, urlunsplit

from onemg_render import __version__
from onemg_render.reporting import Reporter
from onemg_render.serve import page
from onemg_render.serve.events import Event, stream
from onemg_render.serve.files import content_type, find
from onemg_render.serve.local_server import LocalServer
from onemg_render.serve.page import Client, Place
from onemg_render.serve.preview import Preview
from onemg_render.util.patterns import regex

IDLE_SECONDS: Final = 30
CHUNK: Final = 1 << 18
RANGE: Final = regex(r"bytes=(\d*)-(\d*)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerOptions:
    """client: what is added to pages. listing: show folders. headers: added to every answer."""

    client: Client = field(default_factory=Client)
    listing: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)


class PreviewServer(LocalServer):
    """Serves one preview."""

    def __init__(
        self, preview: Preview, host: str, port: int, options: ServerOptions, reporter: Reporter
    ) -> None:
        super().__init__(host, port, Handler)
        self.preview = preview
        self.options = options
        self.reporter = reporter

    def handle_error(self, request: object, client_address: object) -> None:
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):  # which only says that the client has gone away
            self.reporter.warn(f"a request could not be answered: {type(error).__name__}: {error}")

    def close(self) -> None:
        super().close()
        self.preview.broadcast.send(Event("end", {}))


class Handler(BaseHTTPRequestHandler):
    """One connection; kept alive between requests."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 65536
    timeout = IDLE_SECONDS
    server: PreviewServer

    def version_string(self) -> str:
        return f"onemg/{__version__}"

    def log_message(self, format: str, *args: object) -> None:
        self.server.reporter.debug(format % args, topic="request")

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        if not self.server.names.mean(self.headers.get("Host", "")):
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"This preview answers to local names only.\n")
            return
        url = urlsplit(self.path)
        if url.path == page.EVENTS_PATH:
            self._events(parse_qs(url.query))
        elif url.path == page.CLIENT_PATH:
            self._send(HTTPStatus.OK, page.client(), "text/javascript; charset=utf-8")
        else:
            self._site(url)

    def _site(self, url: SplitResult) -> None:
        preview = self.server.preview
        version = preview.version  # before the files are looked at: what is built meanwhile is news
        found = find(preview.destination, preview.baseurl, url.path, listing=self.server.options.listing)
        if found.redirect:
            self._redirect(urlunsplit(("", "", found.redirect, url.query, "")))
        elif found.folder:
            names = sorted(
                f"{entry.name}/" if entry.is_dir() else entry.name for entry in found.folder.iterdir()
            )
            body = page.listing(f"Index of {unquote(url.path)}", ["../", *names])
            self._page(HTTPStatus.OK, body, "", version)
        elif found.file:
            self._file(found.file, version)
        else:
            self._missing(version)

    def _missing(self, version: int) -> None:
        """404, with the site's own page for it, a word of help, or that there is no site yet."""
        preview = self.server.preview
        own = preview.destination / "404.html"
        with suppress(OSError):
            self._page(HTTPStatus.NOT_FOUND, own.read_bytes(), "404.html", version)
            return
        there = any(preview.destination.glob("*"))
        body = page.not_found(quote(preview.baseurl) + "/") if there else page.waiting()
        self._page(HTTPStatus.NOT_FOUND, body, "", version)

    def _file(self, file: Path, version: int) -> None:
        kind = content_type(file)
        try:
            if kind.startswith("text/html"):
                name = file.relative_to(self.server.preview.destination).as_posix()
                self._page(HTTPStatus.OK, file.read_bytes(), name, version)
            else:
                self._bytes(file, kind)
        except OSError:  # gone between the look-up and now
            self._missing(version)

    def _page(self, status: HTTPStatus, body: bytes, file: str, version: int) -> None:
        client = self.server.options.client
        if client.reload or client.bar:
            name = file if status == HTTPStatus.OK else ""
            body = client.added(body, Place(name, version, self.server.preview.origin(file)))
        self._send(status, body, "text/html; charset=utf-8")

    def _bytes(self, file: Path, kind: str) -> None:
        """A file that is not a page: streamed, and in parts where the browser asks for one (media)."""
        with file.open("rb") as stream_:
            size = file.stat().st_size
            asked = self.headers.get("Range")
            part = part_of(asked, size) if asked else None
            if asked and part is None and RANGE.match(asked):
                self._send(
                    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                    b"",
                    extra={"Content-Range": f"bytes */{size}"},
                )
                return
            first, last = part or (0, size - 1)
            extra = {"Accept-Ranges": "bytes"}
            if part:
                extra["Content-Range"] = f"bytes {first}-{last}/{size}"
            self._head(HTTPStatus.PARTIAL_CONTENT if part else HTTPStatus.OK, kind, last - first + 1, extra)
            if self.command == "HEAD":
                return
            stream_.seek(first)
            left = last - first + 1
            while left > 0 and (chunk := stream_.read(min(CHUNK, left))):
                self.wfile.write(chunk)
                left -= len(chunk)
            if left:
                self.close_connection = True  # it shrank meanwhile: the length we promised is wrong

    def _redirect(self, to: str) -> None:
        self._send(HTTPStatus.MOVED_PERMANENTLY, b"", extra={"Location": re.sub(r"^/{2,}", "/", to)})

    def _events(self, query: dict[str, list[str]]) -> None:
        since = query.get("since", [""])[0]
        preview = self.server.preview
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        if self.command == "HEAD":
            return
        with preview.broadcast.listening() as queue, suppress(OSError):
            self.wfile.write(preview.hello(int(since) if since.isdecimal() else None).encoded())
            self.wfile.flush()
            for part in stream(queue):
                self.wfile.write(part)
                self.wfile.flush()

    def _send(
        self,
        status: HTTPStatus,
        body: bytes,
        kind: str = "text/plain; charset=utf-8",
        *,
        extra: dict[str, str] | None = None,
    ) -> None:
        self._head(status, kind, len(body), extra or {})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: HTTPStatus, kind: str, length: int, extra: dict[str, str]) -> None:
        self.send_response_only(status)
        headers = {
            "Server": self.version_string(),
            "Date": format_datetime(datetime.now(UTC), usegmt=True),
            "Content-Type": kind,
            "Content-Length": str(length),
            "Cache-Control": "no-store, no-cache, must-revalidate, private",
            **self.server.options.headers,
            **extra,
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


def part_of(asked: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a Range header with one range; None if it has another form or lies outside."""
    match = RANGE.match(asked)
    if not match or match.group(1) == match.group(2) == "":
        return None
    if not match[1]:
        first, last = max(0, size - int(match[2])), size - 1
    else:
        first, last = int(match[1]), min(int(match[2] or size - 1), size - 1)
    return (first, last) if first <= last else None
