"""What goes into a compilation and what comes out of it, whichever engine does the work."""

import os
import re
from pathlib import Path
from typing import Final, Literal, NamedTuple, Protocol
from urllib.parse import unquote, urlsplit

from onemg_render.errors import SassError
from onemg_render.util.fence import OPEN, Fence

SECONDS: Final = 60.0
"""What one style sheet may take; an engine that takes longer is stopped."""

Style = Literal["expanded", "compressed"]
Syntax = Literal["scss", "indented", "css"]


class Request(NamedTuple):
    """One style sheet to compile.

    path: the file that `text` comes from; relative imports start in its folder and messages name it.
    load_paths: folders searched for what is not found beside the importing file, in this order.
    first_line: line of the file on which `text` begins, so that messages count from the top of the file.
    charset: whether non-ASCII output is marked by `@charset` or a byte order mark.
    own: a notice about a file outside these folders is about somebody else's code (`Compiled.notices` omits
        deprecations there); empty means that all files are the user's own.
    fence: what may be loaded.
    """

    text: str
    path: Path | None = None
    load_paths: tuple[Path, ...] = ()
    style: Style = "expanded"
    syntax: Syntax = "scss"
    source_map: bool = False
    charset: bool = True
    first_line: int = 1
    own: tuple[Path, ...] = ()
    quiet_deps: bool = False
    verbose: bool = False
    fatal_deprecations: tuple[str, ...] = ()
    silence_deprecations: tuple[str, ...] = ()
    future_deprecations: tuple[str, ...] = ()
    fence: Fence = OPEN

    @property
    def loads_its_own_name(self) -> bool:
        """Whether `main.scss` says `@import "main"`: it means the one of a load path, never itself."""
        if self.path is None:
            return False
        name = rf"""["'](?:\./)?_?{re.escape(self.path.stem)}(?:\.s[ac]ss)?["']"""
        return re.search(rf"@(?:import|use|forward)\b[^;]*{name}", self.text) is not None


class Notice(NamedTuple):
    """A warning, a deprecation or a debug line of a style sheet, with its place (counted from 1).

    deprecation: Dart Sass's id of the deprecated feature (`slash-div`), None for `@warn` and `@debug`.
    places: how often it was met in one compilation; the place given is the first.
    """

    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    deprecation: str | None = None
    debug: bool = False
    places: int = 1


class Compiled(NamedTuple):
    """CSS with all that a build wants to know about how it came to be.

    source_map: JSON of the map, its sources as the engine names them (`file:` URLs), or None.
    files_read: every file that was loaded, the request's own `path` excluded.
    """

    css: str
    source_map: str | None = None
    files_read: tuple[Path, ...] = ()
    notices: tuple[Notice, ...] = ()


class Outcome(Protocol):
    """A compilation under way: `concurrent.futures.Future[Compiled]`, or anything that waits like it."""

    def result(self, timeout: float | None = None) -> Compiled:
        """What was compiled, waited for if need be. Raises SassError."""


class Engine(Protocol):
    """A Sass compiler: `submit` returns at once where it can, `close` ends it; any thread may call them.

    `dismiss` tells it that nothing more will come, so that it has ended when `close` waits for that.

    Failures are `SassError`s, raised by the outcome's `result()`.
    """

    name: str

    def submit(self, request: Request) -> Outcome: ...

    def dismiss(self) -> None: ...

    def close(self) -> None: ...


def failure(request: Request, message: str, line: int | None, column: int | None) -> SassError:
    """An error in the request's own text, `line` and `column` counted from 1 within it."""
    path = str(request.path) if request.path else None
    at = line + request.first_line - 1 if line is not None else None
    return SassError(message, path=path, line=at, column=column)


def endless(request: Request, *, in_time: bool) -> SassError:
    """The error for an engine that broke down, or was stopped, over a style sheet."""
    path = str(request.path) if request.path else None
    if in_time:
        return SassError(
            "the style sheet nests too deep, or a mixin or function of it calls itself without end", path=path
        )
    hint = "look for a loop that does not end, or a text that doubles"
    return SassError(f"the style sheet takes more than {SECONDS:.0f} seconds", path=path, hint=hint)


def worth_saying(request: Request, notices: list[Notice]) -> tuple[Notice, ...]:
    """The notices a user can act on: each deprecated feature once, and only where it is met in own files."""
    said: dict[object, Notice] = {}
    for notice in notices:
        if notice.deprecation is None:
            if "repetitive deprecation warnings omitted" not in notice.message:
                said.setdefault(notice, notice)
        elif is_own(request, notice.path):
            first = said.get(notice.deprecation)
            said[notice.deprecation] = first._replace(places=first.places + 1) if first else notice
    return tuple(said.values())


def is_own(request: Request, path: str | None) -> bool:
    return not request.own or path is None or any(Path(path).is_relative_to(folder) for folder in request.own)


def path_of(url: str) -> Path:
    """The file that a `file:` URL names."""
    path = urlsplit(url).path
    if os.name != "nt":
        return Path(unquote(path))
    from urllib.request import url2pathname  # loads the network's modules, for Windows' paths alone

    return Path(url2pathname(path))
