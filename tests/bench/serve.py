"""How long from an edit to the browser's event? (ONEMG_BENCH_EDITS=count, ONEMG_BENCH_JEKYLL=command)

A page among a thousand gets one more line; the clock stops when a client has the event: server-sent for
`onemg serve`, a `reload` over LiveReload's WebSocket for `jekyll serve --livereload`. Every time the page is
then asked for, and must have the line.
"""

import base64
import http.client
import os
import random
import shlex
import shutil
import socket
import statistics
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Protocol

from tests.bench.build import PAGES, make

EDITS: Final = 50
MINUTES: Final = 8
CALM_SECONDS: Final = 0.4
START_SECONDS: Final = 180
EVENT_SECONDS: Final = 120
LIVERELOAD: Final = b'"command":"reload"'


class Listener(Protocol):
    """A browser's ear."""

    def wait(self) -> None:
        """Return when a reload is told."""

    def drain(self) -> int:
        """Let pass what is still told, until it is calm; how much that was."""

    def close(self) -> None: ...


def run() -> list[str]:
    edits = int(os.environ.get("ONEMG_BENCH_EDITS", EDITS))
    lines = []
    with TemporaryDirectory() as folder:
        make(original := Path(folder) / "site", PAGES)
        for number, (name, command, listener) in enumerate(servers()):
            site = Path(folder) / str(number)
            shutil.copytree(original, site)
            seconds = measured(command, listener, site, edits)
            median, worst = statistics.median(seconds), max(seconds)
            lines.append(f"{name:32} {median * 1000:8.1f} ms (slowest of {edits}: {worst * 1000:.1f} ms)")
    return lines


def servers() -> Iterator[tuple[str, Sequence[str], "Callable[[int, int], Listener]"]]:
    yield "onemg serve", [sys.executable, "-m", "onemg_render", "serve"], lambda port, _: EventStream(port)
    jekyll = os.environ.get("ONEMG_BENCH_JEKYLL") or shutil.which("jekyll")
    if jekyll:
        theirs = [*shlex.split(jekyll), "serve", "--livereload"]
        yield "jekyll serve --livereload", theirs, lambda _, port: WebSocket(port)
        yield "jekyll ... --incremental", [*theirs, "--incremental"], lambda _, port: WebSocket(port)


def measured(
    command: Sequence[str], listener: "Callable[[int, int], Listener]", site: Path, edits: int
) -> list[float]:
    chance = random.Random(1)
    seconds = []
    with serving(command, site) as (port, reload_port):
        browser = listener(port, reload_port)
        browser.drain()
        for number in range(edits):
            page = f"p{chance.randrange(PAGES)}"
            text = (site / f"{page}.md").read_text(encoding="utf-8") + f"\nEdit {number}.\n"
            start = time.perf_counter()
            (site / f"{page}.md").write_text(text, encoding="utf-8")
            seconds.append(told(browser, port, page, f"Edit {number}.") - start)
            browser.drain()
        browser.close()
    return seconds


def told(browser: Listener, port: int, page: str, text: str) -> float:
    """When the event came after which the page shows `text`; one before may be about another build."""
    while True:
        browser.wait()
        now = time.perf_counter()
        if text in get(port, f"/{page}.html"):
            return now


@contextmanager
def serving(command: Sequence[str], site: Path) -> Iterator[tuple[int, int]]:
    """A preview of `site` as a process of its own, once it answers: its port and LiveReload's."""
    port, reload_port = free_port(), free_port()
    ports = ["--port", str(port), "--livereload-port", str(reload_port)]
    process = subprocess.Popen(
        [*command, "-s", site, "-d", site.with_name(f"{site.name}-out"), *ports],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        await_page(port, "/p0.html", "Page")
        yield port, reload_port
    finally:
        process.terminate()
        process.wait(10)


def await_page(port: int, path: str, text: str) -> None:
    """Wait until the page is there, with `text` in it. Raises TimeoutError."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        with suppress(OSError):
            if text in get(port, path):
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing at port {port}")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def get(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=EVENT_SECONDS)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


class Connection:
    """A socket that has asked something over HTTP and now only listens."""

    def __init__(self, port: int, request: str, told: bytes) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=EVENT_SECONDS)
        self._socket.sendall(request.replace("\n", "\r\n").encode())
        self._told = told
        self._read = b""

    def wait(self) -> None:
        while self._told not in self._read:
            if not (part := self._socket.recv(1 << 16)):
                raise EOFError("the preview has hung up")
            self._read += part
        self._read = self._read.partition(self._told)[2]

    def drain(self) -> int:
        self._socket.settimeout(CALM_SECONDS)
        drained = b""
        with suppress(TimeoutError):
            while part := self._socket.recv(1 << 16):
                drained += part
        self._socket.settimeout(EVENT_SECONDS)
        self._read = b""
        return drained.count(self._told)

    def close(self) -> None:
        self._socket.close()


class EventStream(Connection):
    def __init__(self, port: int) -> None:
        super().__init__(port, "GET /.onemg/events HTTP/1.1\nHost: localhost\n\n", b"event: changed")


class WebSocket(Connection):
    """As livereload.js connects. What the server sends has no mask, so that its text can be searched for."""

    def __init__(self, port: int) -> None:
        key = base64.b64encode(struct.pack("d", time.time()) * 2).decode()
        request = (
            f"GET /livereload HTTP/1.1\nHost: localhost:{port}\nUpgrade: websocket\nConnection: Upgrade\n"
            f"Sec-WebSocket-Key: {key}\nSec-WebSocket-Version: 13\n\n"
        )
        super().__init__(port, request, LIVERELOAD)
