"""Builds once for each set of changes, for as long as someone is watching; told in the words of Jekyll's log.

Upstream: `lib/jekyll/watcher.rb` of jekyll-watch.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from onemg_render.errors import OnemgError
from onemg_render.reporting import Message, Reporter
from onemg_render.serve.preview import Preview
from onemg_render.serve.sources import Sources

if TYPE_CHECKING:
    from onemg_render.build.options import BuildResult

NAMES_SHOWN: Final = 10

Build = Callable[[Reporter], "BuildResult"]
"""Builds the site once more, warm."""


class Builder:
    """Builds, and never dies of a build.

    sources: what is watched; None to build only once. preview: whom to tell, beside the terminal.
    """

    def __init__(
        self,
        build: Build,
        sources: Sources | None,
        *,
        reporter: Reporter,
        preview: Preview | None = None,
    ) -> None:
        self._build = build
        self._sources = sources
        self._reporter = reporter
        self._preview = preview
        self._said: frozenset[Message] = frozenset()

    def run(self, initial: bool = True) -> None:
        """Until `sources` stops. initial: build once before anything has changed."""
        if initial:
            self.once(frozenset())
        if self._sources is not None:
            self._say(f"enabled for '{self._sources.folder}'", topic="Auto-regeneration")
            for changed in self._sources.changes.sets():
                self.once(changed)

    def once(self, changed: frozenset[Path]) -> None:
        """One build, with its outcome told to terminal and browsers. changed: why; empty the first time."""
        if changed:
            self._announce(changed)
        messages = Reporter(self._show_news)
        start = perf_counter()
        try:
            result = self._build(messages)
        except OnemgError as error:
            messages.error(error)
            self._fail(messages)
        except Exception as error:  # noqa: BLE001 - the preview outlives everything, plug-ins' mistakes too
            messages.error(
                OnemgError(f"{type(error).__name__}: {error}", hint="`onemg build --trace` shows where")
            )
            self._fail(messages)
        else:
            self._succeed(result, messages)
            self._say(f"{'...' if changed else ''}done in {perf_counter() - start:.3f} seconds.")
            if self._sources is not None:
                self._sources.follow(result.site.tree, changed)
        finally:
            self._said = frozenset(messages.messages)
            if changed:
                self._say("")

    def _announce(self, changed: frozenset[Path]) -> None:
        now = f"{datetime.now():%Y-%m-%d %H:%M:%S}"
        self._say(f"{len(changed)} file(s) changed at {now}", topic="Regenerating")
        names = sorted(self._sources.named(path) if self._sources else path.name for path in changed)
        for name in names[:NAMES_SHOWN]:
            self._say(name)
        if len(names) > NAMES_SHOWN:
            self._say(f"and {len(names) - NAMES_SHOWN} more")

    def _succeed(self, result: "BuildResult", messages: Reporter) -> None:
        if self._preview is not None:
            self._preview.built(result)
            if errors := errors_of(messages):
                self._preview.failed(errors)

    def _fail(self, messages: Reporter) -> None:
        if self._preview is not None:
            self._preview.failed(errors_of(messages))

    def _say(self, text: str, *, topic: str = "") -> None:
        self._reporter.repeat("info", text, topic=topic)

    def _show_news(self, message: Message) -> None:
        """What the build before has said already is not said again; errors are, as they stop each build."""
        if message.severity == "error" or message not in self._said:
            self._reporter.show(message)


def errors_of(reporter: Reporter) -> list[Message]:
    return [message for message in reporter.messages if message.severity == "error"]
