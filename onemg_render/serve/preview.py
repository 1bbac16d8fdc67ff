"""What builder and server share: the site's files, where they come from, what changed and what failed."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import time_ns
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from onemg_render.reporting import Message, chain_of, excerpt, place
from onemg_render.serve.events import Broadcast, Event
from onemg_render.serve.page import Origin
from onemg_render.site import Document, Item
from onemg_render.util.paths import fnmatch

if TYPE_CHECKING:
    from onemg_render.build.options import BuildResult
    from onemg_render.site import Site, StaticFile

REMEMBERED: Final = 200
SOURCE_MAP: Final = ".map"


@dataclass(frozen=True, slots=True)
class Change:
    """What one build changed. files: paths in the destination; urls: the same as URL paths under baseurl."""

    version: int
    files: tuple[str, ...]
    urls: tuple[str, ...]


class Preview:
    """The state that builder and server share. All methods may be called from any thread.

    ignored: globs of sources whose changes reload nothing (`--livereload-ignore`).
    version: grows with every build that changed something; its start differs from one run to the next, so
        that pages of an earlier run notice.
    """

    def __init__(self, destination: Path, baseurl: str, *, ignored: Sequence[str] = ()) -> None:
        self.destination = destination
        self.baseurl = baseurl
        self.broadcast = Broadcast()
        self._ignored = ignored
        self._lock = Lock()
        self._first = self._version = time_ns() // 1_000_000 * 1000
        self._changes: deque[Change] = deque(maxlen=REMEMBERED)
        self._failed: list[Mapping[str, object]] = []
        self._index: Index | None = None

    @property
    def version(self) -> int:
        return self._version

    def origin(self, file: str) -> Origin | None:
        """Where the page `file` of the destination comes from."""
        index = self._index
        return None if index is None else index.origin(file)

    def built(self, result: "BuildResult") -> None:
        """A build has ended well: tell the pages what is new."""
        baseurl = str(result.config.get("baseurl") or "").rstrip("/")
        index = Index(result.site)
        files = sorted((*result.changed.written, *result.changed.removed))
        if self._ignored:
            files = [file for file in files if not self._ignores(index.source(file))]
        with self._lock:
            self.baseurl = baseurl
            self._failed = []
            self._version += 1
            self._index = index
            change = Change(self._version, tuple(files), tuple(urls_of(files, baseurl)))
            self._changes.append(change)
        self.broadcast.send(Event("changed", self._said([change])))

    def failed(self, messages: Iterable[Message]) -> None:
        """A build has failed: the last good site stays, and every page shows why."""
        with self._lock:
            self._failed = [shown(message) for message in messages]
        self.broadcast.send(Event("failed", {"messages": self._failed}))

    def hello(self, since: int | None) -> Event:
        """What a page that was served at version `since` must know."""
        with self._lock:
            known = since is not None and self._oldest <= since <= self._version
            missed = [change for change in self._changes if since is not None and change.version > since]
            return Event(
                "hello", {**self._said(missed), "failed": self._failed or None, "unknown": not known}
            )

    @property
    def _oldest(self) -> int:
        """The oldest version from which all changes are still remembered."""
        return self._changes[0].version - 1 if self._changes else self._first

    def _ignores(self, source: str | None) -> bool:
        """As Jekyll matches: against the source's path, a static file's with a slash in front."""
        return source is not None and any(
            fnmatch(pattern, path) for pattern in self._ignored for path in (source, source.lstrip("/"))
        )

    def _said(self, changes: list[Change]) -> dict[str, object]:
        return {
            "version": self._version,
            "stamp": self._version,
            "files": sorted({file for change in changes for file in change.files}),
            "urls": sorted({url for change in changes for url in change.urls}),
        }


class Index:
    """The sources of a site's files, looked up when the first one is asked for."""

    def __init__(self, site: "Site") -> None:
        self._site = site
        self._items: Mapping[str, Item | StaticFile] | None = None

    def source(self, file: str) -> str | None:
        """The path of the source of a file of the destination, as templates print it."""
        item = self._find(file)
        return None if item is None else item.relative_path

    def origin(self, file: str) -> Origin | None:
        """What is to be known of a page."""
        item = self._find(file)
        return Origin(item.relative_path, tuple(notes(self._site, item))) if isinstance(item, Item) else None

    def _find(self, file: str) -> "Item | StaticFile | None":
        if self._items is None:
            self._items = {item.destination: item for item in self._site.outputs}
        return self._items.get(file)


def shown(message: Message) -> Mapping[str, object]:
    """A message as the overlay in the browser takes it."""
    return {
        "text": message.text,
        "place": place(message.path, message.line, message.column),
        "excerpt": "\n".join(excerpt(message)),
        "chain": chain_of(message),
        "hint": message.hint,
    }


def urls_of(files: Iterable[str], baseurl: str) -> Iterable[str]:
    """URL paths, decoded, of changed files; a source map changes nothing that is seen."""
    return (f"{baseurl}/{file}" for file in files if not file.endswith(SOURCE_MAP))


def notes(site: "Site", item: Item) -> Iterable[str]:
    if isinstance(item, Document) and item.is_draft:
        yield "draft: only with --drafts"
    published = item.data.own("published", True)
    if published is None or published is False:
        yield "published: false: only with --unpublished"
    if isinstance(item, Document) and item.date > site.time:
        yield f"dated {item.date:%Y-%m-%d %H:%M}: only with --future until then"


def address(host: str, port: int, baseurl: str) -> str:
    """The preview's address for people."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}{quote(baseurl)}/"
