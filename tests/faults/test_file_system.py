"""What file systems do to a build: full, read-only, locked, changing under its hands."""

import errno
import io
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import pytest

from onemg_render.errors import OnemgError
from onemg_render.output.destination import STAGING
from tests.faults.sites import (
    STATES,
    Tree,
    build_words,
    built,
    expected,
    finished,
    onemg,
    put,
    sources,
    tree,
    wrong,
)
from tests.support.rights import IS_ROOT, NEEDS_RIGHTS, WITHOUT_RIGHTS

CALLS: Final = ("open", "replace", "rename", "mkdir", "unlink", "rmdir", "utime", "scandir", "stat", "lstat")
POSIX: Final = os.name != "nt"


@pytest.fixture
def states(tmp_path: Path) -> dict[str, Tree]:
    return expected(tmp_path / "expected")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "work" / "source"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "work" / "site"


@contextmanager
def failing(folder: Path, at: int, error: int) -> Iterator[list[str]]:
    """The `at`-th question to the system about something below `folder` fails; lists all that were asked."""
    asked: list[str] = []
    kept: list[tuple[Any, str, Any]] = [(os, name, getattr(os, name)) for name in CALLS] + [
        (io, "open", io.open)
    ]

    def instead(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def asking(*arguments: Any, **options: Any) -> Any:
            if arguments and str(arguments[0]).startswith(str(folder)):
                asked.append(name)
                if len(asked) == at:
                    raise OSError(error, os.strerror(error), str(arguments[0]))
            return call(*arguments, **options)

        return asking

    for owner, name, call in kept:
        setattr(owner, name, instead(name, call))
    try:
        yield asked
    finally:
        for owner, name, call in kept:
            setattr(owner, name, call)


@pytest.mark.skipif(not POSIX, reason="the calls that are failed are those of POSIX")
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO], ids=errno.errorcode.get)
def test_any_call_may_fail(source: Path, site: Path, states: dict[str, Tree], error: int) -> None:
    """Each in turn, some left out; the destination is old or new, and right after the next build."""
    put(source, sources(STATES[0]))
    built(source, site)
    at, count, state = 1, 1, 1
    while at <= count:
        old, new = states[STATES[1 - state]], states[STATES[state]]
        put(source, sources(STATES[state]))
        with failing(site.parent, at, error) as asked, suppress(OnemgError):
            built(source, site)
        count = max(count, len(asked))
        assert wrong(tree(site), old, new) == [], f"{at}: {asked[-1]}"
        assert built(source, site) == new, f"{at}: {asked[at - 1 : at]}"
        at, state = at + max(1, count // 25), 1 - state


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    place.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if not IS_ROOT or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_disk_that_is_full(source: Path, tmp_path: Path, states: dict[str, Tree]) -> None:
    files = sources(STATES[0])
    put(source, files)
    with small_disk(tmp_path / "disk", "256k") as disk:
        site = disk / "site"
        assert built(source, site) == states[STATES[0]]
        (source / "large.bin").write_bytes(b"x" * 500_000)
        code, said = finished(onemg(*build_words(source, site)))
        assert code == 1
        assert "no space left on device" in said
        assert tree(site) == states[STATES[0]]
        (source / "large.bin").unlink()
        assert built(source, site) == states[STATES[0]]


def test_a_disk_too_full_for_what_is_kept(source: Path, site: Path, states: dict[str, Tree]) -> None:
    put(source, sources(STATES[0]))
    with small_disk(source / ".jekyll-cache", "8k"):
        assert built(source, site) == states[STATES[0]]
        put(source, sources(STATES[1]))
        assert built(source, site) == states[STATES[1]]


@NEEDS_RIGHTS
@pytest.mark.parametrize(
    ("path", "mode", "code"),
    [
        ("source/page-1.md", 0, 1),
        ("source/_data/d.yml", 0, 1),
        ("source/_posts", 0, 1),
        ("source", 0o500, 0),
        ("site", 0o500, 1),
        ("site/one", 0o500, 1),
        ("site/page-1.html", 0, 0),
    ],
)
def test_permissions_that_are_gone(
    source: Path, states: dict[str, Tree], path: str, mode: int, code: int
) -> None:
    site = source.parent / "site"
    put(source, sources(STATES[0]))
    built(source, site)
    put(source, sources(STATES[1]))
    place = source.parent / path
    before = place.stat().st_mode & 0o777
    place.chmod(mode)
    try:
        said = finished(onemg(*build_words(source, site), before=WITHOUT_RIGHTS))
    finally:
        place.chmod(before)
    assert said[0] == code, said
    assert "Traceback" not in said[1]
    assert "mistake of onemg" not in said[1]
    if code == 0:
        assert tree(site) == states[STATES[1]]
    else:
        assert "permission denied" in said[1].lower()
    assert wrong(tree(site), *states.values()) == []
    assert built(source, site) == states[STATES[1]]


@contextmanager
def when_opened(path: Path, do: Callable[[], object]) -> Iterator[None]:
    """Does something just before a file is opened for the first time."""
    plain, plain_io = os.open, io.open
    done: list[object] = []

    def first(name: object) -> None:
        if not done and str(name) == str(path):
            done.append(True)
            do()

    def low(name: Any, *more: Any, **options: Any) -> Any:
        first(name)
        return plain(name, *more, **options)

    def high(name: Any, *more: Any, **options: Any) -> Any:
        first(name)
        return plain_io(name, *more, **options)

    os.open, io.open = low, high  # type: ignore[assignment]  # for this block
    try:
        yield
    finally:
        os.open, io.open = plain, plain_io
    assert done, f"{path} was not opened"


SEEN: Final = (
    *("page-3.md", "main.css", "_posts/2024-01-01-post.md", "_things/thing.md", "_includes/head.html"),
    *("_layouts/base.html", "_data/d.yml", "list.html", "one/deep.md"),
)


@pytest.mark.parametrize("name", SEEN)
def test_a_file_that_vanishes_as_it_is_read(source: Path, site: Path, name: str) -> None:
    put(source, sources(STATES[0]))
    with suppress(OnemgError), when_opened(source / name, (source / name).unlink):
        built(source, site)
    found = outcome(source, site)
    assert found == outcome(source, site.parent / "afresh", disable_disk_cache=True)
    assert not (site / STAGING).exists()


@pytest.mark.parametrize("name", SEEN)
def test_other_files_that_change_as_one_is_read(
    source: Path, site: Path, states: dict[str, Tree], name: str
) -> None:
    """Some of them have been read by then, some not: the next build sees what has changed."""
    put(source, sources(STATES[0]))
    built(source, site)
    (source / name).touch()
    with suppress(OnemgError), when_opened(source / name, lambda: put(source, sources(STATES[1]))):
        built(source, site, **({} if name != "_config.yml" else {"title": "Site"}))
    assert built(source, site) == states[STATES[1]]


def outcome(source: Path, site: Path, **config: object) -> Tree | str:
    try:
        return built(source, site, **config)
    except OnemgError as error:
        return error.message


@pytest.mark.parametrize("clock", [20_000, 1_000_000_000, 4_000_000_000])
def test_a_clock_that_jumps(source: Path, site: Path, states: dict[str, Tree], clock: int) -> None:
    """Back, while files change to others of the same length."""
    for hour, state in enumerate((*STATES, *STATES)):
        put(source, sources(state))
        for path in source.rglob("*"):
            if path.is_file() and ".jekyll-cache" not in path.parts:
                os.utime(path, (clock - 3600 * hour, clock - 3600 * hour))
        assert built(source, site) == states[state]


def test_a_clock_that_jumps_while_it_runs(
    source: Path, site: Path, states: dict[str, Tree], monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    ticks = iter(range(10**6))
    jumps = (0.0, 9e8, 2e9, 1.0, 1.7e9)
    monkeypatch.setattr(time, "time", lambda: jumps[next(ticks) % len(jumps)])
    monkeypatch.setattr(time, "time_ns", lambda: int(jumps[next(ticks) % len(jumps)] * 1e9))
    for state in (*STATES, *STATES):
        put(source, sources(state))
        assert built(source, site) == states[state]


def stores(source: Path) -> list[Path]:
    return sorted((source / ".jekyll-cache").rglob("*.sqlite"))


def test_what_is_kept_is_locked(
    source: Path, site: Path, states: dict[str, Tree], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onemg_render.build.store.WAIT_SECONDS", 0.1)
    put(source, sources(STATES[0]))
    built(source, site)
    put(source, sources(STATES[1]))
    with closing(sqlite3.connect(stores(source)[0], isolation_level=None)) as other:
        other.execute("begin exclusive")
        assert built(source, site) == states[STATES[1]]
    put(source, sources(STATES[0]))
    assert built(source, site) == states[STATES[0]]


DAMAGES: Final[dict[str, Callable[[bytes], bytes]]] = {
    "empty": lambda data: b"",
    "half": lambda data: data[: len(data) // 2],
    "a byte less": lambda data: data[:-1],
    "no database": lambda data: b"hello" * 1000,
    "zeros in the middle": lambda data: data[: len(data) // 3] + bytes(9000) + data[len(data) // 3 + 9000 :],
    "noise": lambda data: bytes(byte ^ 0x55 * (at % 97 == 50) for at, byte in enumerate(data)),
    "code": lambda data: b"\x80\x04\x95\x1e\0\0\0\0\0\0\0\x8c\x05posix\x8c\x06system\x93\x8c\x02id\x85R.",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_what_is_kept_is_damaged(
    source: Path, site: Path, states: dict[str, Tree], damage: Callable[[bytes], bytes]
) -> None:
    put(source, sources(STATES[0]))
    built(source, site)
    for store in stores(source):
        store.write_bytes(damage(store.read_bytes()))
    assert built(source, site) == states[STATES[0]]
    put(source, sources(STATES[1]))
    for store in stores(source):
        store.write_bytes(damage(store.read_bytes()))
    assert built(source, site) == states[STATES[1]]


def test_what_is_kept_is_a_folder_or_foreign(source: Path, site: Path, states: dict[str, Tree]) -> None:
    put(source, sources(STATES[0]))
    built(source, site)
    for store in stores(source):
        store.unlink()
        with closing(sqlite3.connect(store)) as other:
            other.execute("create table nodes (a, b)")
            other.commit()
    assert built(source, site) == states[STATES[0]]
    for store in stores(source):
        store.unlink()
        store.mkdir()
    put(source, sources(STATES[1]))
    assert built(source, site) == states[STATES[1]]


def test_s24_what_is_kept_holds_no_code(source: Path, site: Path) -> None:
    """Texts, numbers and digests: nothing that Python would run or unpickle."""
    put(source, sources(STATES[0]))
    built(source, site)
    for store in stores(source):
        with closing(sqlite3.connect(store)) as opened:
            tables = opened.execute("select name from sqlite_master where type = 'table'").fetchall()
            rows = [row for (table,) in tables for row in opened.execute(f"select * from {table}")]
        assert len(rows) > 50
    keeping = (
        sys.modules[f"onemg_render.build.{name}"].__file__ for name in ("store", "unchanged", "witness")
    )
    imported = {
        name for file in keeping for name in re.findall(r"import (\w+)", Path(str(file)).read_text("utf-8"))
    }
    assert imported.isdisjoint({"pickle", "marshal", "shelve"})


def test_two_builds_at_once(source: Path, site: Path, states: dict[str, Tree]) -> None:
    for state in STATES:
        put(source, sources(state))
        words = build_words(source, site)
        both = [onemg(*words) for _ in range(2)]
        assert [said for code, said in map(finished, both) if code] == []
        assert tree(site) == states[state]
        assert not (site / STAGING).exists()
    put(source, sources(STATES[0]))
    assert built(source, site) == states[STATES[0]]


@pytest.mark.skipif(not POSIX, reason="nothing is opened there that somebody else has locked")
def test_a_destination_that_another_build_holds(
    source: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onemg_render.output.staging.WAIT_SECONDS", 0.1)
    put(source, sources(STATES[0]))
    (site / STAGING).mkdir(parents=True)
    with closing(sqlite3.connect(site / STAGING / "lock", isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(OnemgError, match="another build is writing"):
            built(source, site)
    assert tree(site) == {}
    assert len(built(source, site)) > 10
