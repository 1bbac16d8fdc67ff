"""Sets of changes, and what is worth watching (`serve/watcher.py`)."""

from pathlib import Path
from threading import Thread

import pytest

from onemg_render.serve.watcher import Changes, Watched, Watcher, outermost

SITE = Path("/site")
WATCHED = Watched(folders=(SITE, Path("/theme")), except_=(SITE / "_site", SITE / ".jekyll-cache"))


@pytest.mark.parametrize(
    ("path", "sees"),
    [
        ("/site/index.md", True),
        ("/site/_data/a/b.yml", True),
        ("/site/_config.yml", True),
        ("/theme/_layouts/default.html", True),
        ("/site/_site/index.html", False),
        ("/site/.jekyll-cache/store", False),
        ("/site/.git/index.lock", False),
        ("/site/node_modules/x/y.js", False),
        ("/site/.index.md.swp", False),
        ("/site/index.md~", False),
        ("/site/.#index.md", False),
        ("/elsewhere/index.md", False),
    ],
)
def test_what_is_seen(path: str, sees: bool) -> None:
    assert WATCHED.sees(Path(path)) is sees


def test_a_single_change_comes_alone() -> None:
    changes = Changes()
    sets = changes.sets(settle=0.001, quiet=0.001)
    changes.put(Path("a"))
    assert next(sets) == {Path("a")}
    changes.put(Path("b"))
    assert next(sets) == {Path("b")}


def test_a_burst_during_a_build_is_one_more_set() -> None:
    changes = Changes()
    sets = changes.sets(settle=0.0, quiet=0.05)
    changes.put(Path("first"))
    first = next(sets)
    names = {Path(f"{number}.md") for number in range(500)}
    for name in names:  # while the build of the first one goes on
        changes.put(name)
    assert first == {Path("first")}
    assert next(sets) == names


def test_stopping_wakes_whoever_waits() -> None:
    changes = Changes()
    seen: list[frozenset[Path]] = []
    waiting = Thread(target=lambda: seen.extend(changes.sets()))
    waiting.start()
    changes.stop()
    waiting.join(5)
    assert not waiting.is_alive()
    assert seen == []


def test_outermost(tmp_path: Path) -> None:
    inner = tmp_path / "site" / "theme"
    inner.mkdir(parents=True)
    assert outermost([inner, tmp_path / "site", tmp_path / "missing"]) == [(tmp_path / "site").resolve()]


@pytest.mark.parametrize("polling", [False, True])
def test_a_file_that_changes_is_told(tmp_path: Path, polling: bool) -> None:
    root = tmp_path.resolve()
    changes = Changes()
    watcher = Watcher(Watched(folders=(root,)), changes, polling=polling)
    watcher.start()
    try:
        (root / "new.md").write_text("hello", encoding="utf-8")
        assert root / "new.md" in next(changes.sets())
    finally:
        watcher.stop()
