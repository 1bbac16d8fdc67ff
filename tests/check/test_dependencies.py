"""Reads in the words of authors."""

import pytest

from onemg_render.check.dependencies import grouped
from onemg_render.render.reads import KEYS, Read


@pytest.mark.parametrize(
    ("reads", "told"),
    [
        ([("own", "a.md"), ("layout", "page"), ("node", "a.md", "body")], []),
        ([("include", "b.html"), ("include", "a.html")], [("Includes", "a.html, b.html")]),
        ([("data_type",), ("data_type", "menu"), ("data", "menu", "top")], [("Data", "menu.top")]),
        ([("data_type",), ("data", KEYS)], [("Data", "all")]),
        ([("config", "title")], [("Configuration", "title")]),
        (
            [
                ("field", "pages", "title"),
                ("size", "pages"),
                ("size", "posts"),
                ("query", "tags", "where", "x"),
            ],
            [("Lists", "pages (title), posts, tags (where)")],
        ),
        ([("content", "b.md", True), ("item", "b.md", "title")], [("Other pages", "b.md")]),
        ([("file", "/src/_sass/a.scss")], [("Files", "_sass/a.scss")]),
        ([("clock", "date", "%Y"), ("clock",)], [("Surroundings", "the time of the build")]),
        (
            [("config", f"key{number:02}") for number in range(14)],
            [("Configuration", ", ".join(f"key{number:02}" for number in range(12)) + ", and 2 more")],
        ),
    ],
)
def test_reads_are_told_by_topic(reads: list[Read], told: list[tuple[str, str]]) -> None:
    assert list(grouped(reads, "a.md", "/src")) == told
