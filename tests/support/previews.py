"""A preview inside the test's own process, and a client that waits for what it shows."""

import http.client
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.build.workshop import Workshop
from onemg_render.reporting import Message, Reporter
from onemg_render.serve.changes import Changes
from onemg_render.serve.session import Session
from onemg_render.serve.settings import ServeSettings
from tests.support.sites import write_files

WAIT_SECONDS = 20
SILENT_SECONDS = 60


@dataclass
class Previewed:
    """A site that is being previewed. builds: how often it has been built; said: the terminal's messages."""

    source: Path
    session: Session
    said: list[Message] = field(default_factory=list)

    @property
    def builds(self) -> int:
        return sum("done in" in message.text for message in self.said)

    @property
    def has_answered(self) -> bool:
        """Whether the first build is over, well or not."""
        return any(message.topic == "Auto-regeneration" for message in self.said)

    @property
    def changes(self) -> Changes:
        assert self.session.sources is not None
        return self.session.sources.changes

    def get(self, path: str) -> str:
        return get(self.session.server.port, path)

    def await_text(self, path: str, text: str) -> None:
        """Wait until the page at `path` holds `text`."""
        until = monotonic() + WAIT_SECONDS
        while text not in (shown := self.get(path)):
            assert monotonic() < until, f"{path} does not show {text!r} but {shown!r}"
            sleep(0.01)

    def await_calm(self) -> None:
        """Wait until nothing more is built."""
        builds = -1
        while builds != self.builds:
            builds = self.builds
            sleep(self.changes.quiet + 0.3)


def get(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT_SECONDS)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


@contextmanager
def previewed(
    source: Path, files: Mapping[str, str], settings: ServeSettings | None = None, **given: object
) -> Iterator[Previewed]:
    """A preview of `files` in the folder `source`, after the first build."""
    write_files(source, files)
    workshop = Workshop()
    said: list[Message] = []
    session = Session(
        {"source": str(source), **given},
        BuildOptions(environment="development"),
        settings or ServeSettings(port=0),
        build=lambda config, options, reporter: build(
            config=config, options=options, reporter=reporter, workshop=workshop
        ),
        reporter=Reporter(said.append),
    )
    preview = Previewed(source, session, said)
    thread = Thread(target=session.run)
    thread.start()
    try:
        while thread.is_alive() and not preview.has_answered:
            sleep(0.01)
        yield preview
    finally:
        session.stop()
        thread.join(WAIT_SECONDS)
        session.builder.join(WAIT_SECONDS)
        workshop.close()
        assert not (thread.is_alive() or session.builder.is_alive())


@contextmanager
def events(session: Session) -> Iterator[Iterator[tuple[str, dict[str, object]]]]:
    """(name, data) of each event, for a client that has seen all so far."""
    connection = http.client.HTTPConnection("127.0.0.1", session.server.port, timeout=WAIT_SECONDS)
    connection.request("GET", f"/.onemg/events?since={session.preview.version}")
    answer = connection.getresponse()

    def told() -> Iterator[tuple[str, dict[str, object]]]:
        heard = monotonic()
        while line := answer.readline():  # a comment, at the latest
            if monotonic() - heard > SILENT_SECONDS:
                raise TimeoutError("the preview has told nothing for a minute")
            if line.startswith(b"event: "):
                heard = monotonic()
                yield line[7:].strip().decode(), json.loads(answer.readline()[6:])

    try:
        yield told()
    finally:
        answer.close()
        connection.close()
