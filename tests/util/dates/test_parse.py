import re
from datetime import UTC, date, datetime

import pytest

from onemg_render.errors import DateError
from onemg_render.util import dates
from onemg_render.util.dates.parse import parse_time, to_time
from tests.support.answers import NOW, ZONE, cases, differences, written


def test_texts_are_read_as_ruby_reads_them() -> None:
    wrong = differences("util/parse", lambda text: written(parse_time(text, NOW, ZONE)))
    outside = {question for question, (ruby, _) in wrong.items() if beyond_python(ruby)}
    assert {question: wrong[question] for question in wrong.keys() - outside} == {}
    assert len(outside) < len(cases("util/parse")) / 50


def beyond_python(ruby: object) -> bool:
    """Years before 1 and after 9999, which Python has not."""
    year = re.match("-?[0-9]+", ruby[1]) if isinstance(ruby, list) else None
    return year is not None and not 1 <= int(year[0]) <= 9999


@pytest.mark.parametrize("text", ["10000-01-01 UTC", "2024-13-01", "?"])
def test_what_is_no_date_is_an_error_that_quotes_it(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_time(text, NOW, ZONE)
    assert text in caught.value.message


def test_a_text_without_end_is_not_searched() -> None:
    with pytest.raises(DateError, match="at most 128"):
        parse_time("1" * 129, NOW, ZONE)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2024, 3, 31), "2024-03-31 00:00:00 +0100"),
        (datetime(2024, 6, 1, 10, tzinfo=UTC), "2024-06-01 12:00:00 +0200"),
        ("2024-06-01 10:00 UTC", "2024-06-01 12:00:00 +0200"),
        (20240601, "2024-06-01 00:00:00 +0200"),
    ],
)
def test_a_value_of_front_matter_becomes_local(value: object, expected: str) -> None:
    assert dates.text(to_time(value, NOW)) == expected
