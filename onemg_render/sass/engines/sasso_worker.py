"""The process that sasso runs in: a request a line comes in as JSON, an answer a line goes out."""

import json
import sys
from pathlib import Path
from typing import Any

import sasso

from onemg_render.errors import SassError
from onemg_render.sass.importing import Imports
from onemg_render.sass.style_sheets import Request
from onemg_render.util.fence import Fence


class Importer(sasso.Importer):
    """What sasso asks, answered from our files."""

    def __init__(self, files: Imports) -> None:
        self._files = files

    def canonicalize(self, url: str, *, from_import: bool, containing_url: str | None) -> str | None:
        beside = Path(containing_url) if containing_url else None
        found = self._files.find(url, beside, from_import=from_import)
        return None if found is None else str(found)

    def load(self, canonical: str) -> sasso.LoadResult | None:
        text, syntax = self._files.load(Path(canonical))
        return sasso.LoadResult(text, "sass" if syntax == "indented" else syntax)


def answer(asked: dict[str, Any]) -> dict[str, object]:
    path = None if asked["path"] is None else Path(asked["path"])
    folders = tuple(map(Path, asked["load_paths"]))
    files = Imports(Request(asked["text"], path=path, load_paths=folders, fence=Fence(asked["fence"])))
    try:
        css = sasso.compile(
            asked["text"],
            style=asked["style"],
            syntax=asked["syntax"],
            url=asked["path"],
            importer=Importer(files),
        )
    except sasso.SassoError as error:
        if isinstance(error.__cause__, SassError):
            return {"message": error.__cause__.message, "path": error.__cause__.path}
        message = error.message.removeprefix("Error: ").split("\n", 1)[0]
        return {"message": message, "line": error.line, "column": error.column}
    return {"css": css, "read": [str(file) for file in files.read]}


def main() -> None:
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(json.loads(line))).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
