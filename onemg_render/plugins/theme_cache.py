"""Themes from repositories: fetched once as a zip, kept in the user's cache.

The environment may move things: `ONEMG_CACHE` (the cache's folder), `ONEMG_CODELOAD` (where zips come from,
`https://codeload.github.com` by default), `ONEMG_OFFLINE`. Proxies and certificates are taken from
`HTTPS_PROXY`, `NO_PROXY`, `SSL_CERT_FILE` and `SSL_CERT_DIR`.
"""

import json
import os
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple, Self

from onemg_render.config import Config
from onemg_render.errors import ThemeError
from onemg_render.reporting import Reporter
from onemg_render.util.patterns import regex

PINNED: Final = regex(r"[0-9a-f]{40}|v?\d+(\.\d+)*([.-][\w.]+)?")
FRESH_SECONDS: Final = 600
NO: Final = ("", "0", "false", "no")
STATE: Final = "fetched.json"


class Repository(NamedTuple):
    """A theme's repository at a branch, tag or commit (`ref`; HEAD is the default branch)."""

    host: str
    owner: str
    name: str
    ref: str

    def __str__(self) -> str:
        return f"{self.owner}/{self.name}" + (f"@{self.ref}" if self.ref != "HEAD" else "")

    @property
    def is_pinned(self) -> bool:
        """Whether the ref looks like a version or a commit, which do not move."""
        return PINNED.fullmatch(self.ref) is not None


class ThemeCache(NamedTuple):
    """root: the folder of all themes; offline: nothing is fetched."""

    root: Path
    offline: bool
    reporter: Reporter

    @classmethod
    def of(cls, config: Config, reporter: Reporter) -> Self:
        """offline by the key of that name or the environment."""
        return cls(cache_root() / "themes", is_offline(config), reporter)

    def folder(self, repository: Repository, *, insist: bool = True) -> Path:
        """The folder of the theme, fetched if it is not there; pinned ones never again.

        insist: ask for a theme that is not kept even if there was no answer a short while ago.
        Raises ThemeError, with the ways out, if it is neither kept nor reachable, or no theme.
        """
        place = self.place(repository)
        files, state = place / "theme", read_state(place)
        is_kept = files.is_dir()
        if is_kept and (self.offline or repository.is_pinned or is_fresh(state)):
            return files
        if self.offline:
            raise unreachable(repository, "it is not kept from an earlier build, and this one is offline")
        if not is_kept and not insist and is_fresh(state):
            raise unreachable(repository, "there was no answer a short while ago")
        etag = state.get("etag") if is_kept else None
        try:
            etag = self._fetch(repository, place, etag)
        except OSError as error:
            write_state(place, etag)
            if not is_kept:
                raise unreachable(repository, str(error)) from error
            self.reporter.debug(f"{repository} could not be revalidated: {error}", topic="Remote Theme")
        else:
            write_state(place, etag)
        return files

    def place(self, repository: Repository) -> Path:
        """The folder of what is kept of a repository."""
        names = (repository.host, repository.owner.lower(), repository.name.lower())
        return self.root.joinpath(*names, repository.ref.replace("/", "%2F"))

    def until(self, repository: Repository) -> datetime | None:
        """When `folder` asks the network again; None for never."""
        place = self.place(repository)
        if self.offline or (repository.is_pinned and (place / "theme").is_dir()):
            return None
        checked = read_state(place).get("checked")
        return datetime.fromtimestamp((checked if isinstance(checked, float) else 0) + FRESH_SECONDS, UTC)

    def _fetch(self, repository: Repository, place: Path, etag: object) -> str | None:
        base = os.environ.get("ONEMG_CODELOAD") or f"https://codeload.{repository.host}"
        url = f"{base.rstrip('/')}/{repository.owner}/{repository.name}/zip/{repository.ref}"
        self.reporter.debug(f"fetching {url}", topic="Remote Theme")
        from onemg_render.plugins.theme_download import Zip, download  # few builds need the modules of HTTP

        place.mkdir(parents=True, exist_ok=True)
        hosts = (repository.host, f".{repository.host}")
        return download(Zip(str(repository), url, hosts), place, etag if isinstance(etag, str) else None)


def is_offline(config: Config) -> bool:
    """Whether nothing may be asked of a network: `offline` of the configuration, or the environment."""
    return config.flag("offline") or os.environ.get("ONEMG_OFFLINE", "").lower() not in NO


def cache_root() -> Path:
    """Where the operating system keeps what a user's programs can make again."""
    given = os.environ.get("ONEMG_CACHE")
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "onemg" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "onemg"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "onemg"


def is_fresh(state: dict[str, object]) -> bool:
    checked = state.get("checked")
    return isinstance(checked, int | float) and 0 <= time.time() - checked < FRESH_SECONDS


def read_state(place: Path) -> dict[str, object]:
    try:
        state = json.loads((place / STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def write_state(place: Path, etag: object) -> None:
    with suppress(OSError):  # where nothing can be written, the next build asks again
        place.mkdir(parents=True, exist_ok=True)
        (place / STATE).write_text(json.dumps({"etag": etag, "checked": time.time()}), encoding="utf-8")


def unreachable(repository: Repository, reason: str) -> ThemeError:
    return ThemeError(
        f"the theme {repository} could not be fetched: {reason}",
        hint="check its name and the network (proxies: HTTPS_PROXY), or fetch it yourself and build with "
        "`--theme DIR`",
    )
