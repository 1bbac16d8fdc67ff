"""Fetches the zip of a theme and unpacks it, once it has been checked."""

import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPResponse
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from onemg_render.errors import ThemeError
from onemg_render.plugins.web import NoAnswer, asked

LARGEST_ZIP: Final = 1 << 28
LARGEST_THEME: Final = 1 << 30
MOST_FILES: Final = 50_000
CHUNK: Final = 1 << 16
PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
NO_ZIP: Final = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OverflowError)
"""What zipfile raises for bytes that are no zip, or an encrypted one."""


@dataclass(frozen=True, slots=True)
class Zip:
    """theme: how messages name it; url: where its zip is; hosts: to which that may redirect."""

    theme: str
    url: str
    hosts: tuple[str, ...] = ()


def download(archive: Zip, place: Path, etag: str | None) -> str | None:
    """Makes `place/theme` what the archive holds, unless that is still what `etag` names; its ETag now.

    Raises OSError, whose text is the reason, if it cannot be reached, and ThemeError if it is no theme.
    """
    headers = {} if etag is None else {"If-None-Match": etag}
    try:
        with asked(archive.url, headers, archive.hosts) as answer, tempfile.TemporaryFile() as file:
            copy_limited(answer, file, archive.theme)
            unpack(file, place, archive.theme)
            return answer.headers.get("ETag")
    except NoAnswer as error:
        if error.status == HTTPStatus.NOT_MODIFIED:
            return etag
        raise


def copy_limited(answer: HTTPResponse, file: BinaryIO, theme: str) -> None:
    size = 0
    while chunk := answer.read(CHUNK):
        size += len(chunk)
        if size > LARGEST_ZIP:
            raise ThemeError(f"the theme {theme} is larger than {LARGEST_ZIP >> 20} MB")
        file.write(chunk)


def unpack(file: BinaryIO, place: Path, theme: str) -> None:
    """Puts the theme into `place/theme` in one step, so that no build ever sees half of it."""
    with tempfile.TemporaryDirectory(dir=place) as folder:
        fresh = Path(folder) / "theme"
        fresh.mkdir()
        try:
            with zipfile.ZipFile(file) as archive:
                for entry, path in theme_files(archive, theme):
                    target = fresh.joinpath(*path.parts)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with archive.open(entry) as source, target.open("wb") as out:
                        shutil.copyfileobj(source, out)
        except NO_ZIP as error:
            raise ThemeError(f"what was fetched for the theme {theme} is no zip: {error}") from error
        old = Path(folder) / "old"
        if (place / "theme").exists():
            (place / "theme").rename(old)
        try:
            fresh.rename(place / "theme")
        except OSError:
            if not (place / "theme").is_dir():  # else another build has just put it there
                raise


def theme_files(archive: zipfile.ZipFile, theme: str) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """Each file with its path below the folder that wraps the archive. Links are left out.

    Raises ThemeError for a path that leads out of the folder and for more files or bytes than any theme has.
    """
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > LARGEST_THEME:
        raise ThemeError(f"the theme {theme} is larger than {LARGEST_THEME >> 20} MB when unpacked")
    if len(entries) > MOST_FILES:
        raise ThemeError(f"the theme {theme} has more than {MOST_FILES} files")
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        path = PurePosixPath(name)
        if not name or path.is_absolute() or ".." in path.parts or ":" in name or "\0" in name:
            raise ThemeError(f"the zip of the theme {theme} holds an unsafe path: {entry.filename!r}")
        if entry.compress_type not in PACKED:
            raise ThemeError(f"the zip of the theme {theme} is packed in an unknown way")
        inside = PurePosixPath(*path.parts[1:])
        is_link = stat.S_ISLNK(entry.external_attr >> 16)
        if not entry.is_dir() and not is_link and inside.parts:
            yield entry, inside
