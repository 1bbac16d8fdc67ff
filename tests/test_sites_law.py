"""The law of incremental builds on the golden sites: after any edit each is as if built afresh.

A few files of each site are edited; with ONEMG_LAW set, all.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import onemg_render
from onemg_render.build.options import BuildOptions
from onemg_render.errors import OnemgError
from onemg_render.reporting import Reporter

CASES = sorted((Path(__file__).parent / "cases" / "sites").glob("*"))
OTHER_SETTINGS = {"title": "Another", "url": "https://example.net", "baseurl": "/elsewhere"}
FILES = None if "ONEMG_LAW" in os.environ else 3
EDITED = frozenset({".md", ".html", ".bib"})
ADDITION = "\n\n## An edit\n\nby @hubot :tada: [away](https://other.net/x), [home](index.md)\n"


def build(source: Path, destination: Path, settings: dict[str, object]) -> dict[str, bytes]:
    quiet = Reporter(lambda message: None)
    options = BuildOptions(environment="production")
    onemg_render.build(source, destination, config=settings, options=options, reporter=quiet)
    files = (path for path in destination.rglob("*") if path.is_file())
    return {str(path.relative_to(destination)): path.read_bytes() for path in files}


def edits(source: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Each edit is made, then told: what was done and the settings from then on."""
    yield "settings", dict(OTHER_SETTINGS)
    files = sorted(path for path in source.rglob("*") if path.suffix in EDITED)
    for path in files[:FILES]:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".bib":
            path.write_text(text.replace("title", "note", 1), encoding="utf-8")
        elif text.startswith("---\n"):
            path.write_text(text.replace("---\n", "---\ntitle: New\n", 1) + ADDITION, encoding="utf-8")
        else:
            path.write_text(text + ADDITION, encoding="utf-8")
        yield path.name, {}
        path.unlink()
        yield f"without {path.name}", {}
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_edited_site_is_as_if_built_afresh(case: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(case / "source", source)
    build(source, tmp_path / "site", {})
    for name, settings in edits(source):
        fresh = attempt(source, tmp_path / "fresh", {**settings, "disable_disk_cache": True})
        again = attempt(source, tmp_path / "site", settings)
        assert again == fresh, name
        shutil.rmtree(tmp_path / "fresh", ignore_errors=True)


def attempt(source: Path, destination: Path, settings: dict[str, object]) -> dict[str, bytes] | str:
    """What was written, or the error."""
    try:
        return build(source, destination, settings)
    except OnemgError as error:
        return error.message
