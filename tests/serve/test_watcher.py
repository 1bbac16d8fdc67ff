"""What is worth watching, and what is told of it (`serve/watcher.py`)."""

from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from watchdog.observers import Observer

from onemg_render.reporting import Message, Reporter
from onemg_render.serve.changes import Changes
from onemg_render.serve.watcher import Watched, Watcher

SITE = Path("/site")
WATCHED = Watched(folder=SITE, apart=frozenset({SITE / "_site", SITE / "cache"}))


@pytest.mark.parametrize(
    ("path", "sees"),
    [
        ("/site/index.md", True),
        ("/site/_data/a/b.yml", True),
        ("/site/_config.yml", True),
        ("/site/Gemfile", True),
        ("/site/_site/index.html", False),
        ("/site/cache/store", False),
        ("/site/.git/index.lock", False),
        ("/site/node_modules/x/y.js", False),
        ("/site/.index.md.swp", False),
        ("/site/4913", False),
        ("/site/index.md~", False),
        ("/site/.#index.md", False),
        ("/elsewhere/index.md", False),
    ],
)
def test_what_is_seen(path: str, sees: bool) -> None:
    assert WATCHED.sees(Path(path)) is sees


def test_one_file_of_a_folder() -> None:
    watched = Watched(folder=SITE, only=frozenset({"README.md"}))
    names = ("README.md", "other.md", "a/README.md")
    assert [watched.sees(SITE / name) for name in names] == [True, False, False]


@pytest.fixture(params=["told", "looking"])
def watching(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, Changes]]:
    """A folder with a folder in it, and what changes there."""
    root = tmp_path.resolve()
    (root / "posts").mkdir()
    (root / "node_modules").mkdir()
    changes = Changes()
    watcher = Watcher(changes, Reporter(lambda message: None), polling=request.param == "looking")
    watcher.watch(Watched(folder=root))
    watcher.start()
    yield root, changes
    watcher.stop()


def await_change(changes: Changes, path: Path) -> None:
    for changed in changes.sets():
        if path in changed:
            return


def test_files_that_change_are_told(watching: tuple[Path, Changes]) -> None:
    root, changes = watching
    (root / "new.md").write_text("hello", encoding="utf-8")
    await_change(changes, root / "new.md")
    (root / "posts" / "new.md").write_text("hello", encoding="utf-8")
    await_change(changes, root / "posts" / "new.md")
    (root / "new.md").rename(root / "renamed.md")
    await_change(changes, root / "renamed.md")
    (root / "renamed.md").unlink()
    await_change(changes, root / "renamed.md")


def test_folders_that_come_and_go_are_watched_too(watching: tuple[Path, Changes]) -> None:
    root, changes = watching
    (root / "later" / "deep").mkdir(parents=True)
    await_change(changes, root / "later")
    (root / "later" / "deep" / "a.md").write_text("hello", encoding="utf-8")
    await_change(changes, root / "later" / "deep" / "a.md")
    (root / "posts").rename(root / "articles")
    await_change(changes, root / "articles")
    (root / "articles" / "b.md").write_text("hello", encoding="utf-8")
    await_change(changes, root / "articles" / "b.md")


def test_where_the_system_cannot_tell_it_is_looked_for(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    said: list[Message] = []
    changes = Changes()
    watcher = Watcher(changes, Reporter(said.append))
    watcher.watch(Watched(folder=root))
    with mock.patch.object(Observer, "schedule", side_effect=OSError("inotify watch limit reached")):
        watcher.start()
    try:
        (root / "new.md").write_text("hello", encoding="utf-8")
        await_change(changes, root / "new.md")
    finally:
        watcher.stop()
    assert [message.severity for message in said] == ["warning"]
