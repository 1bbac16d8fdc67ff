"""The one builder thread of the preview, and what it leaves for the server: changes, origins, errors."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from time import perf_counter, time_ns
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from onemg_render.errors import OnemgError
from onemg_render.reporting import Message, Reporter, excerpt, place
from onemg_render.serve.events import Broadcast, Event
from onemg_render.serve.page import Origin
from onemg_render.site import Document, Item

if TYPE_CHECKING:
    from onemg_render.build.options import BuildResult
    from onemg_render.site import Site

REMEMBERED: Final = 200
SOURCE_MAP: Final = ".map"

Build = Callable[[Reporter], "BuildResult"]
"""Builds the site once more, warm, into the preview's destination."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one build changed. files: paths in the destination; urls: the same as URL paths under baseurl."""

    version: int
    files: tuple[str, ...]
    urls: tuple[str, ...]


class Preview:
    """The state that builder and server share. All methods may be called from any thread.

    ignores: whether a change of this destination path reloads nothing (`--livereload-ignore`).
    version: grows with every build that changed something; its start differs from one run to the next, so
        that pages of an earlier run notice.
    """

    def __init__(self, destination: Path, baseurl: str) -> None:
        self.destination = destination
        self.baseurl = baseurl
        self.ignores: Callable[[str], bool] = lambda path: False
        self.broadcast = Broadcast()
        self._lock = Lock()
        self._first = self._version = time_ns() // 1_000_000_000 * 1000
        self._changes: deque[Change] = deque(maxlen=REMEMBERED)
        self._failed: list[Mapping[str, object]] = []
        self._origins: dict[str, Origin] = {}

    @property
    def version(self) -> int:
        return self._version

    def origin(self, file: str) -> Origin | None:
        """Where the page `file` of the destination comes from."""
        return self._origins.get(file)

    def built(self, result: "BuildResult", baseurl: str) -> None:
        """A build has ended well: tell the pages what is new."""
        files = sorted(
            path.relative_to(self.destination).as_posix() if path.is_absolute() else path.as_posix()
            for path in (*result.written, *result.removed)
        )
        files = [file for file in files if not self.ignores(file)]
        with self._lock:
            self.baseurl = baseurl
            self._failed = []
            self._version += 1
            self._origins = dict(origins(result.site))
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

    def _said(self, changes: list[Change]) -> dict[str, object]:
        return {
            "version": self._version,
            "stamp": self._version,
            "files": sorted({file for change in changes for file in change.files}),
            "urls": sorted({url for change in changes for url in change.urls}),
        }


class Builder(Thread):
    """Builds once for each set of changes, and never dies of a build.

    changes: the sets, ending when the preview does. initial: build once before the first set.
    """

    def __init__(
        self,
        preview: Preview,
        build: Build,
        changes: Iterable[frozenset[Path]],
        *,
        reporter: Reporter,
        initial: bool = True,
    ) -> None:
        super().__init__(name="builder", daemon=True)
        self._preview = preview
        self._build = build
        self._changes = changes
        self._reporter = reporter
        self._initial = initial
        self._said: frozenset[Message] = frozenset()

    def run(self) -> None:
        if self._initial:
            self.once(frozenset())
        for changed in self._changes:
            self.once(changed)

    def once(self, changed: frozenset[Path]) -> None:
        """One build, with its outcome told to terminal and browsers."""
        if changed:
            names = ", ".join(sorted(path.name for path in changed)[:3])
            more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
            self._reporter.repeat("info", f"{names}{more}", topic="changed")
        messages = Reporter(self._show_news)
        start = perf_counter()
        try:
            result = self._build(messages)
        except OnemgError as error:
            messages.error(error)
            self._preview.failed(errors_of(messages))
        except Exception as error:  # noqa: BLE001 - the preview outlives everything, plug-ins' mistakes too
            messages.error(
                OnemgError(f"{type(error).__name__}: {error}", hint="`onemg build --trace` shows where")
            )
            self._preview.failed(errors_of(messages))
        else:
            if problems := errors_of(messages):
                self._preview.failed(problems)
                return
            self._preview.built(result, str(result.config.get("baseurl") or "").rstrip("/"))
            count = f"{result.rendered} rendered, {len(result.written)} written"
            self._reporter.repeat("info", f"{perf_counter() - start:.3f} seconds, {count}", topic="built in")
        finally:
            self._said = frozenset(messages.messages)

    def _show_news(self, message: Message) -> None:
        """What the build before has said already is not said again; errors are, as they stop each build."""
        if message.severity == "error" or message not in self._said:
            self._reporter.show(message)


def errors_of(reporter: Reporter) -> list[Message]:
    return [message for message in reporter.messages if message.severity == "error"]


def shown(message: Message) -> Mapping[str, object]:
    """A message as the overlay in the browser takes it."""
    return {
        "text": message.text,
        "place": place(message.path, message.line, message.column),
        "excerpt": "\n".join(excerpt(message)),
        "chain": [place(path, line) for path, line in message.included_from],
        "hint": message.hint,
    }


def urls_of(files: Iterable[str], baseurl: str) -> Iterable[str]:
    """URL paths, decoded, of changed files; a source map changes nothing that is seen."""
    return (f"{baseurl}/{file}" for file in files if not file.endswith(SOURCE_MAP))


def origins(site: "Site") -> Iterable[tuple[str, Origin]]:
    """For each page of the output its source, and what sets it apart from the published site."""
    for item in site.outputs:
        if isinstance(item, Item):
            yield item.destination, Origin(item.relative_path, tuple(notes(site, item)))


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
