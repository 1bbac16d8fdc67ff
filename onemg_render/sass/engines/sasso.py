"""sasso, the compiler inside this process, for machines without Dart Sass (macOS before `brew install sass`).

Equal to Dart Sass but for the order of some extended selectors; it makes no source maps and reports no
warnings.
"""

from concurrent.futures import Future
from pathlib import Path

import sasso

from onemg_render.errors import SassError
from onemg_render.sass.style_sheets import Compiled, Request, failure

EXTENSIONS = (".scss", ".sass", ".css")
SYNTAXES = {".scss": "scss", ".sass": "sass", ".css": "css"}


class Sasso:
    """An `Engine` that compiles at once, in the thread that asks."""

    name = "sasso"

    def submit(self, request: Request) -> Future[Compiled]:
        outcome: Future[Compiled] = Future()
        files = FileImporter(request)
        try:
            css = sasso.compile(
                request.text,
                style=request.style,
                syntax="sass" if request.syntax == "indented" else request.syntax,
                url=str(request.path) if request.path else None,
                importer=files,
            )
        except sasso.SassoError as error:
            outcome.set_exception(in_its_file(request, error))
        else:
            outcome.set_result(Compiled(css, files_read=tuple(files.read)))
        return outcome

    def close(self) -> None:
        """Nothing is held open."""


class FileImporter(sasso.Importer):
    """Finds what `@use` and `@import` name: beside the importing file, then in each load path.

    The order within a folder is that of https://sass-lang.com/documentation/at-rules/import/#finding-the-file.
    """

    def __init__(self, request: Request) -> None:
        self._folders = request.load_paths
        self._own = request.path
        self.read: dict[Path, None] = {}

    def canonicalize(self, url: str, *, from_import: bool, containing_url: str | None) -> str | None:
        beside = Path(containing_url).parent if containing_url else self._own.parent if self._own else None
        for folder in (*([beside] if beside else []), *self._folders):
            found = find(folder / url, from_import)
            if found is not None and found != self._own:
                return str(found)
        return None

    def load(self, canonical: str) -> sasso.LoadResult | None:
        path = Path(canonical)
        self.read[path] = None
        return sasso.LoadResult(path.read_text(encoding="utf-8"), SYNTAXES.get(path.suffix, "scss"))


def find(path: Path, from_import: bool) -> Path | None:
    if path.suffix in EXTENSIONS:
        return first_file([path.parent / f"_{path.name}", path])
    for place in (path, path / "index"):
        suffixes = [f".import{ext}" for ext in EXTENSIONS] if from_import else []
        for suffix in (*suffixes, *EXTENSIONS):
            name = place.name + suffix
            found = first_file([place.parent / f"_{name}", place.parent / name])
            if found is not None:
                return found
    return None


def first_file(paths: list[Path]) -> Path | None:
    return next((path for path in paths if path.is_file()), None)


def in_its_file(request: Request, error: sasso.SassoError) -> SassError:
    return failure(request, error.message.removeprefix("Error: ").split("\n", 1)[0], error.line, error.column)
