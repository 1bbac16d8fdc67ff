"""Sets of changes: saves of all kinds, bursts, the end (`serve/changes.py`)."""

from pathlib import Path
from threading import Thread

import pytest

from onemg_render.serve.changes import GONE_SECONDS, OPEN_SECONDS, SETTLE_SECONDS, Changes, Kind, Save

PAGE, OTHER = Path("page.md"), Path("page.md.part")

SAVES: list[tuple[list[tuple[Kind, Path]], set[Path], float, str]] = [
    ([("modified", PAGE), ("modified", PAGE), ("closed", PAGE)], {PAGE}, 0, "written in place"),
    ([("modified", PAGE)], {PAGE}, OPEN_SECONDS, "truncated, its text still to come"),
    ([("created", PAGE), ("modified", PAGE), ("closed", PAGE)], {PAGE}, SETTLE_SECONDS, "a new page"),
    ([("gone", PAGE)], {PAGE}, GONE_SECONDS, "deleted, or renamed to a backup"),
    ([("gone", PAGE), ("created", PAGE), ("closed", PAGE)], {PAGE}, 0, "a backup and a new file"),
    (
        [("created", OTHER), ("closed", OTHER), ("gone", OTHER), ("moved here", PAGE)],
        {PAGE},
        0,
        "written beside and renamed",
    ),
    ([("created", OTHER), ("gone", OTHER)], {OTHER}, 0, "there for a moment only"),
]


@pytest.mark.parametrize(("steps", "paths", "pause", "how"), SAVES, ids=[case[3] for case in SAVES])
def test_how_long_a_save_takes(
    steps: list[tuple[Kind, Path]], paths: set[Path], pause: float, how: str
) -> None:
    save = Save(lambda: 100.0)
    for kind, path in steps:
        save.add(kind, path)
    assert save.paths == paths
    assert save.pause == pytest.approx(pause)


def test_a_single_change_comes_alone() -> None:
    changes = Changes(quiet=0.001)
    sets = changes.sets()
    changes.put("closed", Path("a"))
    assert next(sets) == {Path("a")}
    changes.put("closed", Path("b"))
    assert next(sets) == {Path("b")}


def test_a_burst_during_a_build_is_one_more_set() -> None:
    changes = Changes(quiet=0.05)
    sets = changes.sets()
    changes.put("closed", Path("first"))
    first = next(sets)
    names = {Path(f"{number}.md") for number in range(500)}
    for name in names:  # while the build of the first one goes on
        changes.put("closed", name)
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
