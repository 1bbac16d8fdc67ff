from onemg_render.util.mappings import deep_merge, flatten, singular_or_plural
from tests.support.answers import differences


def test_mappings_merge_as_in_jekyll() -> None:
    assert differences("util/merge", deep_merge) == {}


def test_merging_changes_neither_side() -> None:
    below, above = {"a": {"b": 1}}, {"a": {"c": 2}}
    assert deep_merge(below, above) == {"a": {"b": 1, "c": 2}}
    assert (below, above) == ({"a": {"b": 1}}, {"a": {"c": 2}})


def test_a_list_is_given_by_its_singular_or_its_plural() -> None:
    assert differences("util/plural", lambda data: singular_or_plural(data, "tag", "tags")) == {}


def test_lists_in_lists_become_one() -> None:
    assert flatten([1, [2, [3, []]], "x"]) == [1, 2, 3, "x"]
