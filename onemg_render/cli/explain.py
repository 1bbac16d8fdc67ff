"""`onemg explain PATH`: what becomes of a file of the source and what it has read, or why nothing does."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onemg_render.cli.options import add_build, build_options, overrides
from onemg_render.errors import UsageError
from onemg_render.reporting import Reporter
from onemg_render.util.close_matches import close_matches

if TYPE_CHECKING:
    from onemg_render.build.tracing import Trace
    from onemg_render.site import Item, Site, StaticFile

Row = tuple[str, str]

REASONS: Final = {
    "future": "its date lies in the future; `--future` builds it all the same",
    "unpublished": "its front matter says `published: false`; `--unpublished` builds it all the same",
    "draft": "it is a draft; `--drafts` builds it all the same",
    "date": "its name does not begin with a date, as in 2026-03-09-hello.md",
    "no date in the name": "its name does not begin with a date, as in 2026-03-09-hello.md",
    "excluded": "`exclude` of the configuration names it, or the folder that it lies in",
    "special": "its name begins with one of . _ # ~; `include` of the configuration lets it in",
    "limit": "`limit_posts` leaves room for the latest posts only",
    "encoding": "it is not in the encoding of the sources, UTF-8 unless `encoding` says otherwise",
    "no text": "it is no text",
    "symlink": "it is a link that leads out of the source",
    "loop": "it is a link to a folder around it",
    "destination": "it lies in the destination",
    "unreadable": "it cannot be read",
    "shadowed": "another file takes its place",
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a source file, or an address of the site")
    add_build(parser)


def run(options: Namespace, reporter: Reporter) -> int:
    """Tell about each path; raises UsageError, with a near name, for one that is not of this site."""
    from onemg_render.build.tracing import Trace

    trace = Trace.of(overrides(options), build_options(options), reporter)
    with closing(trace.parts.compiler):
        for path in options.paths:
            for topic, text in explained(trace, path):
                reporter.repeat("info", text, topic=topic)
    return 0


def explained(trace: "Trace", path: str) -> Iterator[Row]:
    """What there is to say about a path: of a source file, relative to here or to the source, or of a URL."""
    site = trace.site
    names = names_of(site, path)
    found = [item for item in everything(site) if matches(item, names)]
    if found:
        for item in found:
            yield from story(trace, item)
        return
    for skipped in site.skipped:
        if any(name == skipped.path or name.startswith(f"{skipped.path}/") for name in names):
            yield "Left out", f"{skipped.path}: {REASONS.get(skipped.reason, skipped.reason)}"
            return
    near = close_matches(path, [item.relative_path.lstrip("/") for item in everything(site)], 1)
    hint = (
        f"did you mean `{near[0]}`?"
        if near
        else "name a file of the source, or an address such as /about.html"
    )
    raise UsageError(f"nothing of this site is called `{path}`", hint=hint)


def names_of(site: "Site", path: str) -> set[str]:
    """How the site may know the path: as it is written, or as a file from here, below one of its folders."""
    file = Path(path).absolute()
    below = {file.relative_to(root).as_posix() for root in site.tree.roots if file.is_relative_to(root)}
    return {path.removeprefix("/"), path, *below}


def everything(site: "Site") -> "Iterator[Item | StaticFile]":
    yield from site.items
    yield from site.static_files


def matches(item: "Item | StaticFile", names: set[str]) -> bool:
    return bool({item.relative_path.lstrip("/"), item.url} & names)


def story(trace: "Trace", item: "Item | StaticFile") -> Iterator[Row]:
    from onemg_render.site import Document, StaticFile

    site = trace.site
    if isinstance(item, StaticFile):
        yield "Static file", item.relative_path.lstrip("/")
        yield "Copied to", item.destination
        return
    yield (item.collection.label.capitalize() if isinstance(item, Document) else "Page"), item.relative_path
    yield "Address", item.url
    yield "Permalink", permalink_of(item)
    yield "Written to", written_to(site, item)
    if isinstance(item, Document) and "date" in item.data:
        yield "Date", item.date.isoformat(" ")
    yield "Front matter", ", ".join(item.data) or "none"
    if given := defaults_of(item):
        yield "Defaults", ", ".join(given)
    yield "Layouts", " in ".join(layouts_of(site, item)) or "none"
    if plugins := trace.plugins(item):
        yield "Plug-ins", ", ".join(plugins)
    yield from dependencies_of(site, item)


def permalink_of(item: "Item") -> str:
    """The template of the item's address, and who says so."""
    from onemg_render.site import Document, Page

    if item.permalink is not None:
        return f"{item.permalink} (its {'front matter' if 'permalink' in item.data else 'defaults'})"
    if isinstance(item, Document):
        return f"{item.collection.url_template} (its collection)"
    assert isinstance(item, Page)
    return f"{item.url_template} (the configuration)"


def written_to(site: "Site", item: "Item") -> str:
    """The file of the output, or why there is none: of two for one file the last is written."""
    there = [one for one in site.outputs if one.destination == item.destination]
    if item not in there:
        return "nothing: its collection has no output"
    if there[-1] is not item:
        return f"nothing: {there[-1].relative_path.lstrip('/')} takes its place, {item.destination}"
    return item.destination


def dependencies_of(site: "Site", item: "Item") -> Iterator[Row]:
    """What the item read when it was last rendered, if a build has kept that."""
    from onemg_render.build.keeping import store_of
    from onemg_render.build.store import Recalled, recall
    from onemg_render.check.causes import rendered_when
    from onemg_render.check.dependencies import grouped

    path = store_of(site.config)
    known = {} if path is None else recall(path)
    recalled = known.get(item.relative_path, Recalled())
    if when := rendered_when(recalled, item.relative_path):
        yield "Rendered", when
    if rows := list(grouped(recalled.reads, item.relative_path, site.tree.root.as_posix())):
        yield "Read", "when it was last rendered:"
        yield from rows


def defaults_of(item: "Item") -> Iterable[str]:
    """`key: value` of what the configuration's defaults add."""
    return [f"{key}: {value}" for key, value in item.data.merged().items() if key not in item.data]


def layouts_of(site: "Site", item: "Item") -> Iterator[str]:
    """The files of the layouts around an item, innermost first; a name in quotes is not there."""
    for name, layout in site.layouts_around(item):
        yield f"`{name}`, which does not exist" if layout is None else layout.relative_path
