"""Why an item was rendered the last time, in words: what it had read and would have read otherwise now."""

from collections.abc import Callable, Mapping
from typing import Final

from onemg_render.build.store import Recalled
from onemg_render.render import reads
from onemg_render.render.reads import Read

STAGES: Final = ("output", "body", "liquid")
"""From the whole page inwards."""

TOLD: Final[Mapping[object, Callable[..., str]]] = {
    reads.OWN: lambda item: "its own text or front matter has changed",
    reads.NODE: lambda item, stage: f"the {stage} of {item} has changed",
    reads.FIELD: lambda listing, name: (
        f"{field(name)} of some member of the list {said(listing)} has changed"
    ),
    reads.SIZE: lambda listing: f"the list {said(listing)} has become longer or shorter",
    reads.ITEM: lambda item, name: f"{field(name)} of {item} has changed",
    reads.NEIGHBOUR: lambda item, direction: f"another item is its {direction} one",
    reads.CONTENT: lambda item, converted: f"the text of {item} has changed",
    reads.QUERY: lambda listing, filter, *rest: (
        f"`{filter}` of the list {said(listing)} finds something else"
    ),
    reads.DATA: lambda *path: f"the data `{'.'.join(map(str, path))}` have changed",
    reads.DATA_TYPE: lambda *path: (
        f"the data `{'.'.join(map(str, path))}` have come, gone, or changed in kind"
    ),
    reads.CONFIG: lambda key: f"the setting `{key}` has changed",
    reads.INCLUDE: lambda name: f"the include {name} has changed",
    reads.LAYOUT: lambda name: f"the layout `{name}` has changed",
    reads.LAYOUT_DATA: lambda item: "the front matter of its layouts has changed",
    reads.LEFT: lambda item: "another item comes before it, whose text is the `content` that it shows",
    reads.FILE: lambda path: f"the file {path} has changed",
    reads.SASS_NAMES: lambda folders, names: "an import of the style sheet may find another file",
    reads.SOURCE_MAPS: lambda item: "another number of style sheets with source maps comes before it",
    reads.LINK: lambda path: f"the address of {path} has changed",
    reads.POST_URL: lambda name: f"the address of the post {name} has changed",
    reads.CLOCK: lambda *how: "time has passed that it shows",
    reads.COMPARED: lambda moment: f"the time of the build has come to {moment}, or gone back behind it",
    reads.ENVIRONMENT: lambda name: "the environment is another",
}


def field(name: str) -> str:
    return {reads.KEYS: "what is known", reads.IDENTITY: "the place"}.get(name, f"`{name}`")


def said(listing: object) -> str:
    """A list as templates name it; one that a filter has made by what it was made of."""
    return f"`{listing}`" if isinstance(listing, str) else said(listing[1])  # type: ignore[index]  # as in Questions


def rendered_when(recalled: Recalled, item: str) -> str | None:
    """When and why the output of an item was rendered the last time; None if that is not kept."""
    ago = recalled.ago.get("output")
    if ago is None:
        return (
            "in every build: a plug-in that does not say what it reads has a hand in it"
            if recalled.ago
            else None
        )
    when = "in the last build" if ago == 0 else f"{ago} build{'s' if ago > 1 else ''} ago, and kept since"
    return f"{when}: {why(recalled, item)}"


def why(recalled: Recalled, item: str) -> str:
    cause: Read | None = None
    for stage in STAGES:
        cause = recalled.causes.get(stage)
        if cause is None or cause[:2] != (reads.NODE, item) or cause[2] not in STAGES:
            break
    if cause is None:
        return "nothing was kept of it before"
    return TOLD[cause[0]](*cause[1:]) if cause[0] in TOLD else "what it shows is never the same twice"
