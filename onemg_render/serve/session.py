"""One run of `onemg serve`: settings from command line and configuration; server, watcher and builder."""

import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from onemg_render.build.options import BuildOptions, BuildResult
from onemg_render.config import Config, load
from onemg_render.errors import OnemgError
from onemg_render.reporting import Reporter
from onemg_render.serve.rebuild import Builder, Preview, address
from onemg_render.serve.server import ANY_ADDRESS, PreviewServer, listen
from onemg_render.serve.watcher import QUIET_SECONDS, SETTLE_SECONDS, Changes, Watched, Watcher

if TYPE_CHECKING:
    from onemg_render.config import SourceTree

CACHE: Final = ".jekyll-cache"
DESTINATION: Final = "onemg/preview"
DEFAULT_PORT: Final = 4000
POLL_SECONDS: Final = 0.05

Build = Callable[[Mapping[str, object], BuildOptions, Reporter], BuildResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeSettings:
    """How to serve; None where the configuration decides, then Jekyll's default.

    port: None for the first free one from the configured one on. min_delay: seconds of calm before a
    rebuild.
    """

    host: str | None = None
    port: int | None = None
    open_url: bool | None = None
    listing: bool | None = None
    skip_initial_build: bool | None = None
    watch: bool | None = None
    reload: bool | None = None
    ignore: tuple[str, ...] | None = None
    min_delay: float | None = None
    polling: bool | None = None
    bar: bool = True


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
        self._settings = settings
        self._options = replace(options, time=options.time or datetime.now(UTC), force=True)
        config = first_config(given, options, reporter)
        self._source = Path(str(given.get("source") or ".")).absolute()
        destination = given.get("destination")
        self._cache = self._source / str(setting(config, "cache_dir") or CACHE)
        target = Path(str(destination)).absolute() if destination else self._cache / DESTINATION
        target.mkdir(parents=True, exist_ok=True)
        self.preview = Preview(target, baseurl_of(config, given))
        self.server = self._listen(config)
        self._given = {**given, "destination": str(target)}
        if (options.environment or "development") == "development":
            self._given["url"] = url_of(self.server)
        self.changes = Changes()
        self._watched: set[Path] = set()
        self._watchers: list[Watcher] = []
        self._polling = flag(settings.polling, config, "force_polling", default=False)
        self._watching = flag(settings.watch, config, "watch", default=True)
        self._skip = flag(settings.skip_initial_build, config, "skip_initial_build", default=False)
        self._open = flag(settings.open_url, config, "open_url", default=False)

    def run(self) -> None:
        """Serve until interrupted. Builds run beside, so that the address answers from the first moment."""
        self._tell()
        if self._watching:
            self._watch(self._source)
            for file in self._options.config_files or ():
                self._watch(Path(file).absolute().parent)
        if self._skip:
            self._reporter.warn("Skipping the initial build. This may result in an out-of-date site.")
        settle = self._settings.min_delay or SETTLE_SECONDS
        builder = Builder(
            self.preview,
            self._once,
            self.changes.sets(settle=settle, quiet=max(settle, QUIET_SECONDS)),
            reporter=self._reporter,
            initial=not self._skip,
        )
        builder.start()
        if self._open:
            webbrowser.open(self.address)
        server = Thread(target=self.server.serve_forever, args=(POLL_SECONDS,), name="server", daemon=True)
        server.start()
        try:
            while server.is_alive():
                server.join(1)
        finally:
            self.stop()

    def stop(self) -> None:
        """End watching and serving at once; a build that is running is left behind."""
        self.changes.stop()
        for watcher in self._watchers:
            watcher.stop()
        self.server.close()

    @property
    def address(self) -> str:
        return address(shown_host(self.server), self.server.port, self.preview.baseurl)

    def _once(self, reporter: Reporter) -> BuildResult:
        result = self._build(self._given, self._options, reporter)
        if self._watching:
            self._watch_theme(result.site.tree)
        return result

    def _watch_theme(self, tree: "SourceTree") -> None:
        if tree.theme is not None:
            self._watch(tree.theme.root)

    def _watch(self, folder: Path) -> None:
        folder = folder.resolve()
        if any(folder.is_relative_to(known) for known in self._watched):
            return
        self._watched.add(folder)
        source, cache = self._source.resolve(), self._cache.resolve()
        apart = (cache, self.preview.destination.resolve(), source / "_site")
        watched = Watched(folders=(folder,), except_=apart)
        watcher = Watcher(watched, self.changes, polling=self._polling)
        watcher.start()
        self._watchers.append(watcher)

    def _listen(self, config: Config | None) -> PreviewServer:
        settings = self._settings
        host = settings.host or str(setting(config, "host") or "127.0.0.1")
        webrick = setting(config, "webrick")
        headers = webrick.get("headers") if isinstance(webrick, Mapping) else None
        port = setting(config, "port")
        ignore = (
            settings.ignore if settings.ignore is not None else globs(setting(config, "livereload_ignore"))
        )
        self.preview.ignores = lambda path: any(fnmatch(path, pattern) for pattern in ignore)
        return listen(
            self.preview,
            host,
            settings.port,
            int(port) if isinstance(port, int | str) and str(port).isdigit() else DEFAULT_PORT,
            reporter=self._reporter,
            headers={str(name): str(value) for name, value in (headers or {}).items()},
            bar=settings.bar,
            reload=flag(settings.reload, config, "livereload", default=True),
            listing=flag(settings.listing, config, "show_dir_listing", default=False),
        )

    def _tell(self) -> None:
        host = str(self.server.server_address[0])
        self._reporter.info(self.address, topic="Server address")
        if host in ANY_ADDRESS:
            self._reporter.warn(
                f"everyone in this network can see the preview (host {host})",
                hint="leave --host away to serve this machine only",
            )
        self._reporter.info("press ctrl-c to stop.", topic="Server running")


def first_config(given: Mapping[str, object], options: BuildOptions, reporter: Reporter) -> Config | None:
    """The configuration at the start; None if it cannot be used, which the first build will tell."""
    try:
        return load(
            str(given.get("source") or "."),
            files=options.config_files,
            overrides=dict(given),
            reporter=Reporter(lambda message: None),
            compat=options.compat,
            environment=options.environment or "development",
        )
    except OnemgError:
        reporter.debug("the configuration cannot be used yet; serving with defaults")
        return None


def setting(config: Config | None, key: str) -> object:
    return None if config is None else config.get(key)


def flag(given: bool | None, config: Config | None, key: str, *, default: bool) -> bool:
    """The command line's word, else the configuration's, else `default`."""
    if given is not None:
        return given
    if config is None or not config.is_set(key):
        return default
    return config.flag(key)


def globs(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def baseurl_of(config: Config | None, given: Mapping[str, object]) -> str:
    value = given.get("baseurl", setting(config, "baseurl"))
    path = str(value or "").strip("/")
    return f"/{path}" if path else ""


def shown_host(server: PreviewServer) -> str:
    """The host for people: a browser cannot go to 0.0.0.0."""
    host = str(server.server_address[0])
    return "localhost" if host in ANY_ADDRESS or host == "127.0.0.1" else host


def url_of(server: PreviewServer) -> str:
    """`site.url` in development (upstream `lib/jekyll/commands/serve.rb`)."""
    return address(shown_host(server), server.port, "").rstrip("/")
