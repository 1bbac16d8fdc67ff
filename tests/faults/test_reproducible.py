"""Same sources, same SOURCE_DATE_EPOCH, same bytes: in any locale, zone, order of files, number of jobs."""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tests.faults.sites import Tree, built, finished, onemg, put, sources, tree

DATED: Final = {
    "now.html": "---\n---\n{{ site.time }} {{ 'now' | date: '%c' }} {{ site.time | date_to_rfc822 }} "
    "{{ 'today' | date: '%A %B' }}",
    "_posts/2024-03-31-spring.md": "---\ndate: 2024-03-31 02:30\ntags: [ä, z, A, é]\n---\ntext",
    "ä.md": "---\ntitle: Ä\n---\n{{ site.tags | map: 'first' | join }}"
    "{{ site.static_files | map: 'path' | join }}",
    "Z.txt": "z",
    "a.txt": "a",
    "É.txt": "e",
    "list.html": "---\n---\n{% assign s = site.pages | sort: 'title' %}"
    "{% for p in s %}{{ p.path }} {% endfor %}"
    "{{ site.data | jsonify }}{{ site.pages | group_by: 'layout' | map: 'name' | join }}",
    "_data/more.yml": "b: 1\na: 2\nc: {z: 1, y: 2}\n",
}
EPOCH: Final = "1700000000"
WORLDS: Final[dict[str, dict[str, str]]] = {
    "another zone": {"TZ": "Asia/Kathmandu"},
    "a zone with summer time": {"TZ": "America/New_York"},
    "a locale": {"LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8"},
    "no locale": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another hash seed": {"PYTHONHASHSEED": "4242"},
    "another home": {"HOME": "/nonexistent", "USER": "somebody", "COLUMNS": "40", "TERM": "dumb"},
}


def files() -> dict[str, str]:
    config = (
        "title: Site\ncollections: {things: {output: true}}\nplugins: [jekyll-sitemap, jekyll-feed]\n"
        "url: https://a.b\ntimezone: Europe/Brussels\n"
    )
    return {**sources("one"), **DATED, "_config.yml": config}


def by_command(source: Path, site: Path, *more: str, **world: str) -> Tree:
    words: list[str | Path] = ["build", "--force", "--disable-disk-cache", "-s", source, "-d", site, *more]
    code, said = finished(onemg(*words, world={"SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": "0", **world}))
    assert code == 0, said
    return tree(site)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Tree]:
    folder = tmp_path_factory.mktemp("reproducible")
    put(folder / "source", files())
    return folder / "source", by_command(folder / "source", folder / "site")


def test_the_time_is_that_of_the_epoch(site: tuple[Path, Tree]) -> None:
    assert site[1]["now.html"].startswith(b"2023-11-14 23:13:20 +0100 Tue Nov 14 23:13:20 2023")


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS.keys())
def test_another_world_gives_the_same_bytes(
    site: tuple[Path, Tree], tmp_path: Path, world: dict[str, str]
) -> None:
    assert by_command(site[0], tmp_path / "site", **world) == site[1]


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_any_number_of_jobs_gives_the_same_bytes(site: tuple[Path, Tree], tmp_path: Path, jobs: str) -> None:
    assert by_command(site[0], tmp_path / "site", "--jobs", jobs) == site[1]


def test_files_made_in_another_order_elsewhere(site: tuple[Path, Tree], tmp_path: Path) -> None:
    """And at another time: a folder lists them as it likes."""
    written = list(files().items())
    random.Random(7).shuffle(written)
    put(tmp_path / "elsewhere", dict(written))
    for path in (tmp_path / "elsewhere").rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert by_command(tmp_path / "elsewhere", tmp_path / "site") == site[1]


class Shuffled:
    """What a folder holds, in an order of chance."""

    def __init__(self, entries: Iterator[Any], chance: random.Random) -> None:
        self._found = list(entries)
        chance.shuffle(self._found)
        self._rest = iter(self._found)

    def __enter__(self) -> "Shuffled":
        return self

    def __exit__(self, *_: object) -> None: ...

    def __iter__(self) -> Iterator[Any]:
        return self._rest

    def __next__(self) -> Any:
        return next(self._rest)

    def close(self) -> None: ...


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_folders_listed_in_any_order(
    site: tuple[Path, Tree], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance, scandir, listdir = random.Random(seed), os.scandir, os.listdir
    config = {"disable_disk_cache": True, "time": "2023-11-14 23:13:20 +0100"}
    expected = built(site[0], tmp_path / "plain", **config)

    def shuffled(path: Any = ".") -> Shuffled:
        with scandir(path) as entries:
            return Shuffled(entries, chance)

    monkeypatch.setattr(os, "scandir", shuffled)
    monkeypatch.setattr(os, "listdir", lambda path=".": chance.sample(found := listdir(path), len(found)))
    found = built(site[0], tmp_path / "shuffled", **config)
    monkeypatch.undo()
    assert found == expected
    shutil.rmtree(tmp_path / "plain")
