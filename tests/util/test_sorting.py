"""A merge sort that stands a comparison with gaps."""

import random

from onemg_render.util.sorting import merge_sorted


def test_a_consistent_comparison_sorts() -> None:
    numbers = random.Random(7).sample(range(1000), 200)
    assert merge_sorted(numbers, lambda left, right: left - right) == sorted(numbers)


def test_equal_items_keep_their_order() -> None:
    words = ["bb", "a", "cc", "b", "aa"]
    assert merge_sorted(words, lambda left, right: len(left) - len(right)) == ["a", "b", "bb", "cc", "aa"]
