"""Tells of names in templates that nothing defines: each once, with its places."""

from collections.abc import Iterator, Sequence
from typing import Final

from onemg_render.build.assembly import Assembly
from onemg_render.config import SourceTree
from onemg_render.liquid.names import Doubt, Names, Place
from onemg_render.reporting import Message, file_at, place

TOPIC: Final = "Names"
PLACES: Final = 3
SAID: Final = {
    "variable": "nothing defines `{name}`",
    "filter": "there is no filter `{name}`, so the value stays as it is",
}
GIVEN_IN: Final = {"page": "the front matter", "site": "the configuration", "include": "the `include` tag"}


def doubts(names: Names, parts: Assembly) -> Iterator[Message]:
    """Of the site's own templates; what a theme leaves open is for its authors."""
    for doubt in names.doubts(parts.liquid.filters):
        places = [where for where in doubt.places if is_own(where, parts.tree)]
        if places:
            yield message(doubt, places)


def message(doubt: Doubt, places: Sequence[Place]) -> Message:
    path, line, column = places[0]
    return Message(
        "hint",
        SAID[doubt.kind].format(name=doubt.name) + others(places[1:]),
        TOPIC,
        path,
        line,
        column,
        hint=advice(doubt),
    )


def advice(doubt: Doubt) -> str | None:
    if doubt.near:
        return f"did you mean {' or '.join(f'`{name}`' for name in doubt.near)}?"
    owner, _, key = doubt.name.partition(".")
    if owner not in GIVEN_IN or "." in key:
        return None
    return f"give `{key}` in {GIVEN_IN[owner]}, or write what holds without it: `| default: ...`"


def others(places: Sequence[Place]) -> str:
    if not places:
        return ""
    more = [f"{len(places) - PLACES} more places"] if len(places) > PLACES else []
    return f" (also at {', '.join([*(place(path, line) for path, line, _ in places[:PLACES]), *more])})"


def is_own(where: Place, tree: SourceTree) -> bool:
    own = tuple(root for root in tree.roots if tree.theme is None or root != tree.theme.root)
    file = file_at(where[0], own)
    return file is not None and any(file.is_relative_to(root) for root in own)
