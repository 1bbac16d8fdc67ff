"""Which entries are read. The answers are those of Jekyll 4.4.1's EntryFilter#filter."""

from pathlib import Path

import pytest

from onemg_render.config import GITHUB_PAGES, JEKYLL4
from onemg_render.read.entry_filter import EntryFilter
from onemg_render.util.fence import OPEN

INCLUDE = ["keep", "_in/", "*.kept"]
EXCLUDE = ["foo", "/bar", "dir/", "*.tmp", "x/*/y", "[ab]c", "a?b"]
ANSWERS = {
    "foo": "excluded",
    "foobar": "excluded",
    "bar": "excluded",
    "dir": None,
    "dir/x": "excluded",
    "a.tmp": "excluded",
    "x/1/2/y": "excluded",
    "ac": "excluded",
    "cc": None,
    "azb": "excluded",
    "keep": None,
    "keeper": None,
    "_in": "special",
    "_in/x": None,
    "z.kept": None,
    ".hid": "special",
    "_u": "special",
    "#n": "special",
    "~t": "special",
    "t~": "special",
    "end.": "special",
    "sub/_u": "special",
    "sub/.h": "special",
    "plain": None,
    "sub/foo": None,
}


@pytest.mark.parametrize(("entry", "answer"), ANSWERS.items())
def test_entries(tmp_path: Path, entry: str, answer: str | None) -> None:
    entries = EntryFilter(INCLUDE, EXCLUDE, fence=OPEN, compat=JEKYLL4)
    assert entries.reason("", entry, str(tmp_path / entry)) == answer


def test_a_pattern_with_a_slash_means_the_folder_itself_in_jekyll_4_only(tmp_path: Path) -> None:
    (tmp_path / "_in").mkdir()
    answers = [
        EntryFilter(["_in/"], [], fence=OPEN, compat=compat).reason("", "_in", str(tmp_path / "_in"))
        for compat in (JEKYLL4, GITHUB_PAGES)
    ]
    assert answers == [None, "special"]
