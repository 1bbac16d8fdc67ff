"""Builds the golden sites and compares every file with what the original Jekyll wrote.

A case is a folder of `cases/sites`: `source/`, `expected/` and a NOTE.md that says what it is about. Style
sheets are compared as documents, since each Sass compiler has a layout of its own.
"""

from pathlib import Path

import pytest

import onemg_render
from onemg_render.build.options import BuildOptions
from onemg_render.reporting import Reporter
from tests.support.tree_diff import Likeness, TreeDiff, compare_trees

CASES = Path(__file__).parent / "cases" / "sites"
AS_DOCUMENTS = (".css", ".map")


def build(case: Path, destination: Path) -> TreeDiff:
    onemg_render.build(
        case / "source",
        destination,
        config={"disable_disk_cache": True},
        options=BuildOptions(environment="production", force=True),
        reporter=Reporter(lambda message: None),
    )
    return compare_trees(case / "expected", destination)


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_a_golden_site_has_the_bytes_of_the_original(case: Path, tmp_path: Path) -> None:
    diff = build(case, tmp_path / "site")
    wrong = [
        name
        for name, likeness in diff.files.items()
        if likeness > (Likeness.DOCUMENT if name.endswith(AS_DOCUMENTS) else Likeness.BYTES)
    ]
    shown = "\n".join(line for name in wrong[:3] for line in diff.lines(name))
    assert (diff.missing, diff.extra, wrong) == ([], [], []), shown
