"""The list of behaviours in `cases/COVERAGE.md` and the cases that name them agree."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ROW = re.compile(r"^\| (?P<id>[A-Z]+-\d{3}) \| (?P<behaviour>[^|]+) \| (?P<shown>[^|]+) \|$", re.M)
ROWS = {row["id"]: row["shown"] for row in ROW.finditer((TESTS / "cases/COVERAGE.md").read_text("utf-8"))}
SPAN = re.compile(r"\b([A-Z]+)-(\d{3})(?: to \1-(\d{3}))?")
NAMED_BY = (*TESTS.glob("cases/sites/*/NOTE.md"), *TESTS.glob("cases/read/*.yml"))


def ids_in(text: str) -> set[str]:
    """The numbers a text names, `COL-001 to COL-013` meaning all between."""
    spans = ((name, int(first), int(last or first)) for name, first, last in SPAN.findall(text))
    return {f"{name}-{number:03}" for name, first, last in spans for number in range(first, last + 1)}


@pytest.mark.parametrize("number", ROWS)
def test_what_shows_a_behaviour_exists(number: str) -> None:
    places = re.findall(r"`([^`]+)`", ROWS[number])
    for path, _, test in (place.partition("::") for place in places):
        assert (TESTS / path).exists()
        assert not test or f"def {test}(" in (TESTS / path).read_text("utf-8")
    reason = re.match(r"(none: .{10}|see (?P<other>\S+)$)", ROWS[number])
    assert places or reason
    assert reason is None or reason["other"] is None or reason["other"] in ROWS


@pytest.mark.parametrize("case", NAMED_BY, ids=lambda case: case.relative_to(TESTS / "cases").as_posix())
def test_what_a_case_claims_to_show_is_listed(case: Path) -> None:
    shown = case.parent if case.name == "NOTE.md" else case
    name = shown.relative_to(TESTS).as_posix()
    families = {number.partition("-")[0] for number in ROWS}
    claimed = {number for number in ids_in(case.read_text("utf-8")) if number.partition("-")[0] in families}
    assert {number for number in claimed if f"`{name}`" not in ROWS.get(number, "")} == set()
