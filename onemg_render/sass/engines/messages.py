"""The messages of the embedded Sass protocol that a host without own functions exchanges.

Field numbers are those of sass/sass `spec/embedded_sass.proto` (protocol 3).
"""

import re
from pathlib import Path
from urllib.parse import unquote

from onemg_render.errors import SassError
from onemg_render.sass.engines import wire
from onemg_render.sass.importing import Imports
from onemg_render.sass.style_sheets import Compiled, Notice, Request, failure, path_of, worth_saying
from onemg_render.util.patterns import regex

COMPILE_REQUEST = 2
PROTOCOL_ERROR, COMPILE_RESPONSE, LOG_EVENT = 1, 2, 3
CANONICALIZE, IMPORT = 4, 5
CANONICALIZED, IMPORTED = 3, 4
OUR_IMPORTER = wire.message((2, 1))

STYLES = {"expanded": 0, "compressed": 1}
SYNTAXES = {"scss": 0, "indented": 1, "css": 2}
DEBUG = 2

FRAME = regex(r"^(?P<path>[^\s-].*?) (?P<line>\d+):(?P<column>\d+) ", re.MULTILINE)


def compile_request(request: Request) -> bytes:
    url, load_paths = request.path.as_uri() if request.path else "", request.load_paths
    is_fenced = request.fence.folders is not None
    if request.path and request.loads_its_own_name and not is_fenced:
        # Beside the URL, Dart Sass would find the file itself; Ruby Sass and sassc look elsewhere first.
        url, load_paths = "", (*load_paths, request.path.parent)
    folders = [wire.message((1, str(folder))) for folder in load_paths]
    ours = [(4, OUR_IMPORTER)] if is_fenced and url else []
    entrance = wire.message((1, request.text), (2, url), (3, SYNTAXES[request.syntax]), *ours)
    return wire.message(
        (
            COMPILE_REQUEST,
            wire.message(
                (2, entrance),
                (4, STYLES[request.style]),
                (5, request.source_map),
                *((6, importer) for importer in ([OUR_IMPORTER] if is_fenced else folders)),
                (10, request.verbose or bool(request.own)),
                (11, request.quiet_deps),
                (12, request.source_map),
                (13, request.charset),
                *((15, name) for name in request.fatal_deprecations),
                *((16, name) for name in request.silence_deprecations),
                *((17, name) for name in request.future_deprecations),
            ),
        )
    )


def file_response(files: Imports, asked: wire.Fields) -> bytes | None:
    """The answer to a question for a file, of a compilation that must not look for itself; else None."""
    if (question := wire.nested(asked, CANONICALIZE)) is not None:
        found = canonical(
            files, wire.text(question, 4), wire.text(question, 6), wire.number(question, 5) != 0
        )
        known = [] if found is None else [(2, found.as_uri())]
        return wire.message((CANONICALIZED, wire.message((1, wire.number(question, 1)), *known)))
    if (question := wire.nested(asked, IMPORT)) is not None:
        url = wire.text(question, 4)
        try:
            text, syntax = files.load(path_of(url))
        except SassError as error:
            result = wire.message((1, wire.number(question, 1)), (3, error.message))
        else:
            loaded = wire.message((1, text), (2, SYNTAXES[syntax]), (3, url))
            result = wire.message((1, wire.number(question, 1)), (2, loaded))
        return wire.message((IMPORTED, result))
    return None


def canonical(files: Imports, url: str, beside: str, from_import: bool) -> Path | None:
    """An absolute URL is one that the engine has resolved against the importing file already."""
    if url.startswith("file:"):
        return files.at(path_of(url), from_import=from_import)
    if ":" in url.partition("/")[0]:
        return None
    above = path_of(beside) if beside.startswith("file:") else None
    return files.find(unquote(url), above, from_import=from_import)


def compiled(request: Request, response: wire.Fields, notices: list[Notice]) -> Compiled:
    """What a CompileResponse says; raises SassError if it says that the style sheet does not compile."""
    failed = wire.nested(response, 3)
    if failed is not None:
        raise compile_error(request, failed)
    success = wire.nested(response, 2) or {}
    own = request.path.as_uri() if request.path else None
    urls = [value.decode() for value in response.get(4, []) if isinstance(value, bytes)]
    return Compiled(
        css=wire.text(success, 1),
        source_map=wire.text(success, 2) if request.source_map else None,
        files_read=tuple(path_of(url) for url in urls if url.startswith("file:") and url != own),
        notices=worth_saying(request, notices),
    )


def compile_error(request: Request, failed: wire.Fields) -> SassError:
    path, line, column = place(request, wire.nested(failed, 2))
    links = tuple((path, line) for path, line, _ in frames(request, wire.text(failed, 3))[1:])
    return SassError(wire.text(failed, 1), path=path, line=line, column=column, included_from=links)


def notice(request: Request, event: wire.Fields) -> Notice:
    span = wire.nested(event, 4)
    trace = frames(request, wire.text(event, 5)) if span is None else []
    path, line, column = trace[0] if trace else place(request, span)
    kind = wire.text(event, 7) or None
    return Notice(wire.text(event, 3), path, line, column, kind, debug=wire.number(event, 2) == DEBUG)


def frames(request: Request, trace: str) -> list[tuple[str, int, int]]:
    """Path, line and column of each style sheet in a stack trace, innermost first.

    Dart Sass names files relative to the load path they came from, or to the working directory (which is
    ours) where that is shorter.
    """
    found: list[tuple[str, int, int]] = []
    for frame in FRAME.finditer(trace):
        places = (folder / frame["path"] for folder in (*request.load_paths, Path.cwd()))
        path = next((place for place in places if place.is_file()), Path(frame["path"]))
        shift = request.first_line - 1 if path == request.path else 0
        found.append((str(path), int(frame["line"]) + shift, int(frame["column"])))
    return found


def place(request: Request, span: wire.Fields | None) -> tuple[str | None, int | None, int | None]:
    """Path, line and column (from 1) of a SourceSpan; the request's own text counts from its first line."""
    own = str(request.path) if request.path else None
    if span is None:
        return own, None, None
    start = wire.nested(span, 2) or {}
    line, column = wire.number(start, 2) + 1, wire.number(start, 3) + 1
    url = wire.text(span, 4)
    if not url or (request.path and url == request.path.as_uri()):
        located = failure(request, "", line, column)
        return located.path, located.line, located.column
    return (str(path_of(url)) if url.startswith("file:") else url), line, column
