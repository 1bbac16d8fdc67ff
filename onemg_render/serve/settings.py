"""How to serve: the command line's word, else the configuration's, else Jekyll's default."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onemg_render.build.options import BuildOptions
from onemg_render.config import Config, load
from onemg_render.errors import OnemgError
from onemg_render.reporting import Reporter

CACHE: Final = ".jekyll-cache"
BUILT: Final = "_site"
METADATA: Final = ".jekyll-metadata"
DEFAULT_HOST: Final = "127.0.0.1"
DEFAULT_PORT: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeSettings:
    """What the command line says; None where it says nothing.

    port: without one the first free one from the configured one on.
    min_delay, max_delay: as in `page.Client`.
    reload_port: one more port, for clients of LiveReload.
    """

    host: str | None = None
    port: int | None = None
    open_url: bool | None = None
    listing: bool | None = None
    skip_initial_build: bool | None = None
    watch: bool | None = None
    reload: bool | None = None
    ignored: Sequence[str] | None = None
    min_delay: int | None = None
    max_delay: int | None = None
    reload_port: int | None = None
    polling: bool | None = None
    bar: bool = True


class Start:
    """The configuration at the start, from which the preview takes what does not change while it runs."""

    def __init__(self, given: Mapping[str, object], options: BuildOptions, reporter: Reporter) -> None:
        self.source = Path(str(given.get("source") or ".")).absolute()
        self.config_files = options.config_files or ()
        self.environment = options.environment or os.environ.get("JEKYLL_ENV") or "development"
        self._given = given
        self._config = first_config(given, options, reporter)

    def get(self, key: str) -> object:
        return self._given.get(key) if self._config is None else self._config.get(key)

    def flag(self, given: bool | None, key: str, *, default: bool) -> bool:
        if given is not None:
            return given
        if self._config is None or not self._config.is_set(key):
            return default
        return self._config.flag(key)

    def number(self, given: int | None, key: str) -> int | None:
        value = self.get(key) if given is None else given
        return int(value) if isinstance(value, int | str) and str(value).isdecimal() else None

    def strings(self, given: Sequence[str] | None, key: str) -> Sequence[str]:
        value = self.get(key) if given is None else given
        return tuple(map(str, value)) if isinstance(value, list | tuple) else ()

    @property
    def port(self) -> int:
        """The first one to try."""
        return self.number(None, "port") or DEFAULT_PORT

    @property
    def baseurl(self) -> str:
        path = str(self.get("baseurl") or "").strip("/")
        return f"/{path}" if path else ""

    @property
    def cache(self) -> Path:
        return self.source / str(self.get("cache_dir") or CACHE)

    @property
    def destination(self) -> Path:
        """Where `onemg build` puts the site."""
        return self.source / str(self.get("destination") or BUILT)

    @property
    def headers(self) -> dict[str, str]:
        webrick = self.get("webrick")
        headers = webrick.get("headers") if isinstance(webrick, Mapping) else None
        return {str(name): str(value) for name, value in (headers or {}).items()}


def first_config(given: Mapping[str, object], options: BuildOptions, reporter: Reporter) -> Config | None:
    """None if it cannot be used, which the first build will tell."""
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
