from pathlib import Path

import pytest

from onemg_render.util.paths import fnmatch, glob, within
from tests.support.answers import differences
from tests.support.foundation_cases import make_tree


def test_patterns_match_as_ruby_matches_them() -> None:
    assert differences("util/fnmatch", fnmatch) == {}


def test_globs_find_what_ruby_finds(tmp_path: Path) -> None:
    make_tree(tmp_path)
    wrong = differences("util/glob", lambda pattern: glob(tmp_path, pattern))
    # Ruby's `.*` also finds the folder itself.
    assert {ask: pair for ask, pair in wrong.items() if sorted(_named(pair[0])) != sorted(pair[1])} == {}


def _named(found: list[str]) -> list[str]:
    return [path for path in dict.fromkeys(found) if not path.endswith(".")]


def test_no_path_leads_out_of_its_base() -> None:
    assert differences("util/within", within) == {}


def test_several_paths_are_joined_in_turn() -> None:
    assert within("/site", "a", None, "../b", "c") == "/site/a/b/c"


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert glob(tmp_path / "none", "*") == []


def test_recursion_does_not_follow_links(tmp_path: Path) -> None:
    make_tree(tmp_path)
    try:
        (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    assert glob(tmp_path, "**/c.md") == ["b/c.md", "c.md"]
