"""Builds the golden sites and compares every file with what the original Jekyll wrote.

Style sheets are compared as documents, since each Sass compiler has a layout of its own.
"""

from pathlib import Path

import pytest
import yaml

import onemg_render
from onemg_render.build.options import BuildOptions
from onemg_render.reporting import Reporter
from tests.support.goldens import SITES, Golden, goldens
from tests.support.tree_diff import Likeness, TreeDiff, compare_trees

AS_DOCUMENTS = (".css", ".map")


def build(golden: Golden, destination: Path) -> TreeDiff:
    onemg_render.build(
        golden.source,
        destination,
        config={"disable_disk_cache": True, **golden.settings},
        options=BuildOptions(compat=golden.compat, environment="production", force=True),
        reporter=Reporter(lambda message: None),
    )
    return compare_trees(golden.expected, destination)


@pytest.mark.parametrize("golden", goldens(), ids=lambda golden: golden.name)
def test_a_golden_site_has_the_bytes_of_the_original(golden: Golden, tmp_path: Path) -> None:
    diff = build(golden, tmp_path / "site")
    wrong = [
        name
        for name, likeness in diff.files.items()
        if likeness > (Likeness.DOCUMENT if name.endswith(AS_DOCUMENTS) else Likeness.BYTES)
    ]
    shown = "\n".join(line for name in wrong[:3] for line in diff.lines(name))
    assert (diff.missing, diff.extra, wrong) == ([], [], []), shown


def test_departures_on_purpose_are_few_and_name_files_that_exist() -> None:
    departures = yaml.safe_load((SITES.parent / "departures.yml").read_text(encoding="utf-8"))
    files = [
        SITES / file.replace("/", "/expected/", 1) for one in departures for file in one.get("files", ())
    ]
    assert len(departures) <= 10
    assert all(one["what"] and one["reason"] for one in departures)
    assert [file for file in files if not file.is_file()] == []
