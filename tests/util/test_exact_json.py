"""Values of YAML as texts of JSON: the very same values come back, or there is no text."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from onemg_render.util.dates.zones import fixed_zone
from onemg_render.util.exact_json import dumped, loaded

MOMENT = datetime(2024, 5, 6, 7, 8, 9, 10)
SAME = [
    pytest.param(value, id=repr(value))
    for value in (
        None,
        True,
        1,
        1.0,
        -0.0,
        float("inf"),
        10**30,
        "text",
        "\0date",
        "\ud800",
        [1, [True, None], {"a": []}],
        {"b": 1, "a": {"c": [1.5]}},
        {1: "one", "1": "text", False: "no", None: "nothing", 2.5: "float"},
        {"\0date": "2024-01-01"},
        {"\0pairs": [[1, 2]]},
        {"deep": [{date(2024, 1, 2): {3: 4}}]},
        date(2024, 1, 2),
        MOMENT.replace(tzinfo=UTC),
        MOMENT.replace(tzinfo=fixed_zone(0)),
        MOMENT.replace(tzinfo=fixed_zone(-3600)),
        {"dates": [date(1, 1, 1), {"at": MOMENT.replace(tzinfo=UTC)}]},
    )
]
REFUSED = [
    pytest.param(value, id=repr(value))
    for value in (
        float("nan"),
        (1, 2),
        [(1,)],
        b"bytes",
        "\ud83d\ude00",
        {("a", "b"): 1},
        MOMENT,
        MOMENT.replace(tzinfo=ZoneInfo("Europe/Berlin")),
        MOMENT.replace(tzinfo=timezone(timedelta(hours=1), "named")),
        MOMENT.replace(tzinfo=UTC, fold=1),
    )
]


@pytest.mark.parametrize("value", SAME)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    text = dumped(value)
    assert text is not None
    assert repr(loaded(text)) == repr(value)


@pytest.mark.parametrize("value", REFUSED)
def test_what_would_change_is_refused(value: object) -> None:
    assert dumped(value) is None


def test_what_is_too_deep_is_refused() -> None:
    value: list[object] = []
    for _ in range(100_000):
        value = [value]
    assert dumped(value) is None


def test_utc_stays_utc() -> None:
    """Ruby's `utc?` tells it from an offset of nothing."""
    zones = [MOMENT.replace(tzinfo=UTC), MOMENT.replace(tzinfo=fixed_zone(0))]
    assert [loaded(dumped(one) or "").tzinfo is UTC for one in zones] == [True, False]


def test_each_asking_gets_a_value_of_its_own() -> None:
    text = dumped({"tags": ["a"]})
    assert text is not None
    loaded(text)["tags"].append("b")
    assert loaded(text) == {"tags": ["a"]}
