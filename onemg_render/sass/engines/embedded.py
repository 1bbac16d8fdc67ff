"""Dart Sass as a process that is asked through the embedded Sass protocol: many compilations, side by side.

sass/sass `spec/embedded-protocol.md`. The process starts when the object is made and warms up while the
caller does other things.
"""

import contextlib
import subprocess
import threading
from collections.abc import Callable
from itertools import count

from onemg_render.errors import SassError
from onemg_render.sass.engines import messages, wire
from onemg_render.sass.importing import Imports
from onemg_render.sass.style_sheets import SECONDS, Compiled, Notice, Request, endless
from onemg_render.util.once import once

SECONDS_TO_END = 5.0
SECONDS_TO_SAY = 1.0
STANDARD_ERROR_SHOWN = 2000
OVERFLOW = "Stack Overflow"


class Waiting:
    """A compilation under way, for which nobody waits for ever.

    stop: ends the process, should it take too long. A `concurrent.futures.Future` would do, but takes 5 ms to
    load.
    """

    def __init__(self, request: Request, stop: Callable[[], None]) -> None:
        self.request = request
        self.notices: list[Notice] = []
        self._stop = stop
        self._end = threading.Event()
        self._outcome: Compiled | SassError | None = None

    @once
    def files(self) -> Imports:
        """What a fenced compilation loads, which is for us to find."""
        return Imports(self.request)

    def settle(self, outcome: Compiled | SassError) -> None:
        """What came of it, for whoever waits."""
        self._outcome = outcome
        self._end.set()

    def result(self, timeout: float | None = SECONDS) -> Compiled:
        if not self._end.wait(timeout):
            self._stop()
            raise endless(self.request, in_time=False)
        assert self._outcome is not None
        if isinstance(self._outcome, SassError):
            raise self._outcome
        return self._outcome


class EmbeddedSass:
    """An `Engine` around one Dart Sass process.

    command: the words that start Dart Sass, without `--embedded`.
    Raises SassError if the program cannot be started.
    """

    name = "Dart Sass"

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._ids = count(1)
        self._running: dict[int, Waiting] = {}
        self._lock = threading.Lock()
        self._closed = False
        self._complaint = b""
        try:
            self._process = subprocess.Popen(
                [*command, "--embedded"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as error:
            raise SassError(
                f"Dart Sass does not start: {error}", hint=f"tried {' '.join(command)}"
            ) from error
        self._reader = threading.Thread(target=self._read, name="sass", daemon=True)
        self._listener = threading.Thread(target=self._listen, name="sass errors", daemon=True)
        self._reader.start()
        self._listener.start()

    def submit(self, request: Request) -> Waiting:
        running = Waiting(request, self._process.kill)
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
        return running

    def dismiss(self) -> None:
        """Tells the process to end; compilations under way fail with a SassError."""
        with self._lock:
            self._closed = True
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it may have ended already
            self._process.stdin.close()

    def close(self) -> None:
        """Waits for the end of the process."""
        self.dismiss()
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(SECONDS_TO_END)
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._listener.join(SECONDS_TO_END)
        assert self._process.stderr is not None
        self._process.stderr.close()

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
                running.settle(self._ended())

    def _listen(self) -> None:
        """The thread of the standard error: keeps its beginning, and reads on lest the process waits."""
        assert self._process.stderr is not None
        self._complaint = self._process.stderr.read(STANDARD_ERROR_SHOWN)
        while self._process.stderr.read(STANDARD_ERROR_SHOWN):
            pass

    def _take(self, number: int, content: bytes) -> None:
        fields = wire.fields(content)
        running = self._running.get(number)
        if running is None:
            return
        if (event := wire.nested(fields, messages.LOG_EVENT)) is not None:
            running.notices.append(messages.notice(running.request, event))
            return
        if (file := messages.file_response(running.files, fields)) is not None:
            with self._lock, contextlib.suppress(OSError):  # its end is noticed by whoever reads
                self._send(wire.packet(number, file))
            return
        with self._lock:
            del self._running[number]
        if (response := wire.nested(fields, messages.COMPILE_RESPONSE)) is None:
            said = wire.text(wire.nested(fields, messages.PROTOCOL_ERROR) or {}, 3)
            error = endless(running.request, in_time=True) if said.startswith(OVERFLOW) else None
            running.settle(error or SassError(f"Dart Sass answers: {said.splitlines()[0]}"))
            return
        try:
            running.settle(messages.compiled(running.request, response, running.notices))
        except SassError as failure:
            running.settle(failure)

    def _ended(self) -> SassError:
        self._listener.join(SECONDS_TO_SAY)
        said = self._complaint.decode(errors="replace").strip().partition("\n")[0]
        return SassError(
            "Dart Sass ended before it answered" + (f": {said}" if said else ""),
            hint=f"its command is {' '.join(self._command)}",
        )
