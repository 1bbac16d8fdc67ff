"""Ruby's `<=>` on values of front matter."""

from datetime import UTC, date, datetime

import pytest

from onemg_render.read.ordering import compare

NEW_YEAR = datetime(2020, 1, 1, tzinfo=UTC)
COMPARED: list[tuple[object, object, int | None]] = [
    (1, 2, -1),
    (2, 1.5, 1),
    ("a", "B", 1),
    ("é", "z", 1),
    (None, None, 0),
    (None, 1, None),
    (True, True, 0),
    (True, False, None),
    ("a", 1, None),
    (1, True, None),
    ([1, 2], [1, 3], -1),
    ([1], [1, 0], -1),
    ([1, "a"], ["a", 1], None),
    ({"a": 1}, {"a": 1}, 0),
    ({"a": 1}, {"a": 2}, None),
    (date(2020, 1, 1), date(2020, 1, 2), -1),
    (NEW_YEAR, NEW_YEAR, 0),
]


@pytest.mark.parametrize(("left", "right", "order"), COMPARED)
def test_compare(left: object, right: object, order: int | None) -> None:
    assert compare(left, right) == order
