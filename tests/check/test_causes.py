"""Why a page was rendered the last time, in words."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.build.store import recall
from onemg_render.check.causes import TOLD, rendered_when
from onemg_render.render.questions import ASK
from onemg_render.reporting import Reporter
from tests.support.sites import page, write_files

FILES: Final = {
    "index.md": page("{% include a.html %} {{ site.data.a.b }} {{ site.title }}", layout="base"),
    "list.md": page("{% for page in site.pages %}{{ page.title }}{% endfor %}", layout="base"),
    "_layouts/base.html": "{{ content }}",
    "_includes/a.html": "a",
    "_data/a.yml": "b: 1\n",
}
EDITS: Final = [
    ({}, "2 builds ago, and kept since: nothing was kept of it before"),
    ({"index.md": page("new")}, "1 build ago, and kept since: its own text or front matter has changed"),
    ({"_includes/a.html": "b"}, "1 build ago, and kept since: the include a.html has changed"),
    ({"_data/a.yml": "b: 2\n"}, "1 build ago, and kept since: the data `a.b` have changed"),
    ({"_config.yml": "title: A\n"}, "1 build ago, and kept since: the setting `title` has changed"),
    ({"_layouts/base.html": "x"}, "1 build ago, and kept since: the layout `base` has changed"),
]


@pytest.mark.parametrize(("edit", "expected"), EDITS)
def test_the_cause_is_told(tmp_path: Path, edit: Mapping[str, str], expected: str) -> None:
    write_files(tmp_path / "source", FILES)
    built(tmp_path)
    write_files(tmp_path / "source", edit)
    built(tmp_path)
    assert told(tmp_path, "index.md").startswith("in the last build" if edit else "1 build ago")
    built(tmp_path)
    assert told(tmp_path, "index.md") == expected


def test_what_has_changed_in_a_list_is_told(tmp_path: Path) -> None:
    write_files(tmp_path / "source", FILES)
    built(tmp_path)
    write_files(tmp_path / "source", {"list.md": FILES["list.md"], "index.md": page("a", title="New")})
    built(tmp_path)
    expected = "in the last build: `title` of some member of the list `pages` has changed"
    assert told(tmp_path, "list.md") == expected


def test_there_are_words_for_every_read_that_can_be_asked() -> None:
    assert ASK.keys() <= TOLD.keys()


def built(folder: Path) -> None:
    quiet = Reporter(lambda message: None)
    config = {"time": "2024-05-06 07:08:09 +0000"}
    build(folder / "source", folder / "site", config=config, options=BuildOptions(force=True), reporter=quiet)


def told(folder: Path, item: str) -> str:
    stores = (folder / "source/.jekyll-cache/onemg").glob("*.sqlite")
    return rendered_when(recall(next(stores))[item], item) or ""
