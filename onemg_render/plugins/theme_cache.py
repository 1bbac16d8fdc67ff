"""Themes from repositories: fetched once as a zip, kept in the user's cache, checked before being unpacked.

The environment may move things: `ONEMG_CACHE` (the cache's folder), `ONEMG_CODELOAD` (where zips come from,
`https://codeload.github.com` by default), `ONEMG_OFFLINE`. Proxies and certificates are taken from
`HTTPS_PROXY`, `NO_PROXY`, `SSL_CERT_FILE` and `SSL_CERT_DIR`.
"""

import http.client
import json
import os
import re
import shutil
import stat
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, Self

from onemg_render.config import Config
from onemg_render.errors import ThemeError
from onemg_render.reporting import Reporter

PINNED: Final = re.compile(r"[0-9a-f]{40}|v?\d+(\.\d+)*([.-][\w.]+)?")
FRESH_SECONDS: Final = 600
TIMEOUT_SECONDS: Final = 20
LARGEST_ZIP: Final = 1 << 28
LARGEST_THEME: Final = 1 << 30
CHUNK: Final = 1 << 16
STATE: Final = "fetched.json"


@dataclass(frozen=True, slots=True)
class Repository:
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


@dataclass(frozen=True, slots=True)
class ThemeCache:
    """root: the folder of all themes; offline: nothing is fetched."""

    root: Path
    offline: bool
    reporter: Reporter

    @classmethod
    def of(cls, config: Config, reporter: Reporter) -> Self:
        """offline by the key of that name or the environment."""
        offline = config.flag("offline") or bool(os.environ.get("ONEMG_OFFLINE"))
        return cls(cache_root() / "themes", offline, reporter)

    def folder(self, repository: Repository) -> Path:
        """The folder of the theme, fetched if it is not there; pinned ones never again.

        Raises ThemeError, with the ways out, if it is neither kept nor reachable, or no theme.
        """
        names = (repository.host, repository.owner.lower(), repository.name.lower())
        place = self.root.joinpath(*names, repository.ref.replace("/", "%2F"))
        files, state = place / "theme", read_state(place)
        is_kept = files.is_dir()
        if is_kept and (self.offline or repository.is_pinned or is_fresh(state)):
            return files
        if self.offline:
            raise unreachable(repository, "it is not kept from an earlier build, and this one is offline")
        try:
            self._fetch(repository, place, state.get("etag") if is_kept else None)
        except (OSError, http.client.HTTPException) as error:
            if not is_kept:
                raise unreachable(repository, reason_of(error)) from error
            self.reporter.debug(f"{repository} could not be revalidated: {error}", topic="Remote Theme")
        return files

    def _fetch(self, repository: Repository, place: Path, etag: object) -> None:
        base = os.environ.get("ONEMG_CODELOAD") or f"https://codeload.{repository.host}"
        url = f"{base.rstrip('/')}/{repository.owner}/{repository.name}/zip/{repository.ref}"
        headers = {"User-Agent": "onemg", **({"If-None-Match": etag} if isinstance(etag, str) else {})}
        self.reporter.debug(f"fetching {url}", topic="Remote Theme")
        place.mkdir(parents=True, exist_ok=True)
        try:
            request = urllib.request.Request(url, headers=headers)  # http only by the environment
            with (
                urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer,
                tempfile.TemporaryFile() as file,
            ):
                copy_limited(answer, file, repository)
                unpack(file, place, repository)
                write_state(place, answer.headers.get("ETag"))
        except urllib.error.HTTPError as error:
            with error:
                if error.code != http.client.NOT_MODIFIED:
                    raise
            write_state(place, etag)


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
    (place / STATE).write_text(json.dumps({"etag": etag, "checked": time.time()}), encoding="utf-8")


def copy_limited(answer: http.client.HTTPResponse, file: BinaryIO, repository: Repository) -> None:
    size = 0
    while chunk := answer.read(CHUNK):
        size += len(chunk)
        if size > LARGEST_ZIP:
            raise ThemeError(f"the theme {repository} is larger than {LARGEST_ZIP >> 20} MB")
        file.write(chunk)


def unpack(file: BinaryIO, place: Path, repository: Repository) -> None:
    """Puts the theme into `place/theme` in one step, so that no build ever sees half of it."""
    with tempfile.TemporaryDirectory(dir=place) as folder:
        fresh = Path(folder) / "theme"
        fresh.mkdir()
        try:
            with zipfile.ZipFile(file) as archive:
                for entry, path in theme_files(archive, repository):
                    target = fresh.joinpath(*path.parts)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with archive.open(entry) as source, target.open("wb") as out:
                        shutil.copyfileobj(source, out)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise ThemeError(f"what was fetched for the theme {repository} is no zip: {error}") from error
        old = Path(folder) / "old"
        if (place / "theme").exists():
            (place / "theme").rename(old)
        fresh.rename(place / "theme")


def theme_files(
    archive: zipfile.ZipFile, repository: Repository
) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """Each file with its path below the folder that wraps the archive. Links are left out.

    Raises ThemeError for a path that leads out of the folder and for more than LARGEST_THEME bytes.
    """
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > LARGEST_THEME:
        raise ThemeError(f"the theme {repository} is larger than {LARGEST_THEME >> 20} MB when unpacked")
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or ":" in name or "\0" in name:
            raise ThemeError(f"the zip of the theme {repository} holds an unsafe path: {entry.filename!r}")
        inside = PurePosixPath(*path.parts[1:])
        is_link = stat.S_ISLNK(entry.external_attr >> 16)
        if not entry.is_dir() and not is_link and inside.parts:
            yield entry, inside


def reason_of(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answers {error.code} {error.reason}"
    return str(error.reason if isinstance(error, urllib.error.URLError) else error)


def unreachable(repository: Repository, reason: str) -> ThemeError:
    return ThemeError(
        f"the theme {repository} could not be fetched: {reason}",
        hint="check its name and the network (proxies: HTTPS_PROXY), or fetch it yourself and build with "
        "`--theme DIR`",
    )
