"""Sorting as Ruby does where a comparison contradicts itself."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
Comparison = Callable[[T, T], int]


def merge_sorted(items: Sequence[T], comparison: Comparison[T]) -> list[T]:
    """A merge sort that halves as the C library's qsort does, on which Ruby leans.

    Where the comparison is not transitive the outcome hangs on which pairs are compared. comparison: as
    Ruby's `<=>`, negative, 0 or positive.
    """
    if len(items) < 2:
        return list(items)
    middle = len(items) // 2
    left, right = merge_sorted(items[:middle], comparison), merge_sorted(items[middle:], comparison)
    merged: list[T] = []
    at = other = 0
    while at < len(left) and other < len(right):
        if comparison(left[at], right[other]) <= 0:
            merged.append(left[at])
            at += 1
        else:
            merged.append(right[other])
            other += 1
    return [*merged, *left[at:], *right[other:]]
