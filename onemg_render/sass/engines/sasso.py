"""sasso, a compiler in Rust, for machines without Dart Sass (macOS before `brew install sass`).

Equal to Dart Sass but for the order of some extended selectors; it makes no source maps and reports no
warnings. A style sheet that nests too deep or calls itself ends the process that it runs in: so that is one
of its own.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from onemg_render.errors import SassError
from onemg_render.sass.style_sheets import SECONDS, Compiled, Request, endless, failure

WORKER: Final = "onemg_render.sass.engines.sasso_worker"


class Sasso:
    """An `Engine` that compiles one style sheet after the other, beside whatever else goes on.

    Raises ImportError where sasso is not installed.
    """

    name = "sasso"

    def __init__(self) -> None:
        if find_spec("sasso") is None:
            raise ImportError("sasso")
        self._queue = ThreadPoolExecutor(1, "sass")
        self._process: subprocess.Popen[bytes] | None = None

    def submit(self, request: Request) -> Future[Compiled]:
        return self._queue.submit(self._compiled, request)

    def dismiss(self) -> None:
        """Tells the process to end; what it works on fails with a SassError."""
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """Waits for the end of the process."""
        self.dismiss()
        process, self._process = self._process, None
        if process is not None:
            process.wait()
            ended(process)
        self._queue.shutdown(cancel_futures=True)

    def _compiled(self, request: Request) -> Compiled:
        answer = self._asked(request)
        if "css" in answer:
            return Compiled(answer["css"], files_read=tuple(map(Path, answer["read"])))
        if "path" in answer:
            raise SassError(answer["message"], path=answer["path"])
        raise failure(request, answer["message"], answer["line"], answer["column"])

    def _asked(self, request: Request) -> Any:
        process = self._process = self._process or started()
        assert process.stdin is not None
        assert process.stdout is not None
        is_late = threading.Event()

        def stop() -> None:
            is_late.set()
            process.kill()

        watch = threading.Timer(SECONDS, stop)
        watch.start()
        try:
            process.stdin.write(json.dumps(words(request)).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            line = b""
        finally:
            watch.cancel()
        if line.endswith(b"\n"):
            return json.loads(line)
        self._process = None
        process.kill()
        process.wait()
        ended(process)
        raise endless(request, in_time=not is_late.is_set())


def words(request: Request) -> dict[str, object]:
    """The request as JSON."""
    return {
        "text": request.text,
        "path": None if request.path is None else str(request.path),
        "load_paths": [str(folder) for folder in request.load_paths],
        "style": request.style,
        "syntax": "sass" if request.syntax == "indented" else request.syntax,
        "fence": request.fence.folders,
    }


def started() -> "subprocess.Popen[bytes]":
    """The process, in which this package is found as in this one, and nothing in the working directory."""
    package = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONSAFEPATH": "1"}
    try:
        return subprocess.Popen(
            [sys.executable, "-m", WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
    except OSError as error:
        raise SassError(f"sasso does not start: {error}") from error


def ended(process: "subprocess.Popen[bytes]") -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
