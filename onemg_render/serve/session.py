"""One run of `onemg serve` or `onemg build --watch`: what is watched, who builds, what is served."""

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Final

from onemg_render.build.options import BuildOptions, BuildResult
from onemg_render.reporting import Reporter
from onemg_render.serve.livereload import LiveReload
from onemg_render.serve.page import MAX_DELAY, MIN_DELAY, Client
from onemg_render.serve.ports import address, listen
from onemg_render.serve.preview import Preview
from onemg_render.serve.rebuild import Builder
from onemg_render.serve.server import PreviewServer, ServerOptions
from onemg_render.serve.settings import (
    DEFAULT_HOST,
    METADATA,
    ServeSettings,
    Start,
)
from onemg_render.serve.sources import Sources

DESTINATION: Final = "onemg/preview"
POLL_SECONDS: Final = 0.05
JOIN_SECONDS: Final = 1

Build = Callable[[Mapping[str, object], BuildOptions, Reporter], BuildResult]
"""One build of the site, given configuration keys and options."""


def watch(
    given: Mapping[str, object],
    options: BuildOptions,
    *,
    build: Build,
    reporter: Reporter,
    polling: bool | None = None,
) -> None:
    """Build, and again whenever something changes, until interrupted (upstream `lib/jekyll/watcher.rb`)."""
    start = Start(given, options, reporter)
    sources = watched(start, polling, reporter)
    builder = Builder(lambda messages: build(given, options, messages), sources, reporter=reporter)
    with closing(sources):
        sources.start()
        until_it_ends(Thread(target=builder.run, name="builder", daemon=True))


class Session:
    """Everything that runs between the start of the preview and Ctrl-C.

    given: configuration keys from the command line. build: one build of the site.
    """

    def __init__(
        self,
        given: Mapping[str, object],
        options: BuildOptions,
        settings: ServeSettings,
        *,
        build: Build,
        reporter: Reporter,
    ) -> None:
        self._build = build
        self._reporter = reporter
        start = Start(given, options, reporter)
        ignored = start.strings(settings.ignored, "livereload_ignore")
        self.preview = Preview(start.cache / DESTINATION, start.baseurl, ignored=ignored)
        self.server = serving(self.preview, start, settings, reporter)
        destination = given.get("destination")
        if destination:
            self.preview.destination = Path(str(destination)).absolute()
        elif self.server.port != start.port:  # perhaps beside another preview of the same site
            self.preview.destination = start.cache / f"{DESTINATION}-{self.server.port}"
        self.preview.destination.mkdir(parents=True, exist_ok=True)
        force = options.force or not destination  # what lies in the preview's own one is a preview's
        self._options = options._replace(time=options.time or datetime.now(UTC), force=force)
        self._livereload = None
        reload_port = start.number(settings.reload_port, "livereload_port")
        if reload_port is not None and self.server.options.client.reload:
            self._livereload = listen(
                lambda port: LiveReload(self.preview.broadcast, self.server.host, port),
                self.server.host,
                reload_port,
                reload_port,
                reporter,
            )
        self.sources = None
        if start.flag(settings.watch, "watch", default=True):
            self.sources = watched(start, settings.polling, reporter, self.preview.destination)
        self._skip = start.flag(settings.skip_initial_build, "skip_initial_build", default=False)
        self._open = start.flag(settings.open_url, "open_url", default=False)
        self._given = {
            **given,
            "destination": str(self.preview.destination),
            "serving": True,
            "watch": self.sources is not None,
            "livereload": self.server.options.client.reload,
            "port": str(self.server.port),
        }
        if start.environment == "development":
            self._given["url"] = address(self.server, "").rstrip("/")
        builder = Builder(self._once, self.sources, reporter=reporter, preview=self.preview)
        self.builder = Thread(target=builder.run, args=(not self._skip,), name="builder", daemon=True)

    def run(self) -> None:
        """Serve until interrupted. Builds run beside, so that the address answers from the first moment."""
        self._tell()
        if self.sources is not None:
            self.sources.start()
        if self._livereload is not None:
            Thread(target=self._livereload.serve_forever, args=(POLL_SECONDS,), daemon=True).start()
        if self._skip:
            self._reporter.warn("Skipping the initial build. This may result in an out-of-date site.")
        self.builder.start()
        if self._open:
            import webbrowser  # only here: it takes 20 ms to load

            webbrowser.open(self.address)
        try:
            until_it_ends(Thread(target=self.server.serve_forever, args=(POLL_SECONDS,), daemon=True))
        finally:
            self.stop()

    def stop(self) -> None:
        """End watching and serving at once; a build that is running is left behind."""
        if self.sources is not None:
            self.sources.close()
        if self._livereload is not None:
            self._livereload.close()
        self.server.close()

    @property
    def address(self) -> str:
        """The preview's URL."""
        return address(self.server, self.preview.baseurl)

    def _once(self, messages: Reporter) -> BuildResult:
        return self._build(self._given, self._options, messages)

    def _tell(self) -> None:
        host = str(self.server.server_address[0])
        self._reporter.info(self.address, topic="Server address")
        if self._livereload is not None:
            self._reporter.info(address(self._livereload, ""), topic="LiveReload address")
        if self.server.names.open_to_others:
            self._reporter.warn(
                f"everyone in this network can see the preview (host {host})",
                hint="leave --host away to serve this machine only",
            )
        self._reporter.info("press ctrl-c to stop.", topic="Server running...")


def watched(start: Start, polling: bool | None, reporter: Reporter, *written: Path) -> Sources:
    """What is watched; `written` and what builds write is not."""
    return Sources(
        start.source,
        start.config_files,
        apart=(start.cache, start.destination, start.source / METADATA, *written),
        reporter=reporter,
        polling=start.flag(polling, "force_polling", default=False),
    )


def serving(preview: Preview, start: Start, settings: ServeSettings, reporter: Reporter) -> PreviewServer:
    """The server at its port. Raises UsageError where there is none to be had."""
    host = settings.host or str(start.get("host") or DEFAULT_HOST)
    client = Client(
        bar=settings.bar,
        reload=start.flag(settings.reload, "livereload", default=True),
        min_delay=start.number(settings.min_delay, "livereload_min_delay") or MIN_DELAY,
        max_delay=start.number(settings.max_delay, "livereload_max_delay") or MAX_DELAY,
    )
    listing = start.flag(settings.listing, "show_dir_listing", default=False)
    options = ServerOptions(client=client, listing=listing, headers=start.headers)
    return listen(
        lambda port: PreviewServer(preview, host, port, options, reporter),
        host,
        settings.port,
        start.port,
        reporter,
    )


def until_it_ends(thread: Thread) -> None:
    """Wait for a thread so that Ctrl-C is noticed, which a long `join` would not let through on Windows."""
    thread.start()
    while thread.is_alive():
        thread.join(JOIN_SECONDS)
