"""CSV beyond the cases: converters, headers, where a text is malformed. Answers are those of csv 3.2.5."""

from datetime import UTC, date, datetime

import pytest

from onemg_render.errors import DataError
from onemg_render.read.delimited import records

INTEGERS = {
    "010": 8,
    "0o17": 15,
    "0_7": 7,
    "08": "08",
    "1__2": "1__2",
    "_1": "_1",
    "1_": "1_",
    "+5": 5,
    "-0x1F": -31,
    "0b11": 3,
    " 7 ": 7,
    "00": 0,
    "1_2": 12,
    "x": "x",
}
FLOATS = {
    "1.": "1.",
    ".5": 0.5,
    "1e3": 1000.0,
    "1.5e": "1.5e",
    "1_0.5": 10.5,
    "Infinity": "Infinity",
    "NaN": "NaN",
    "-0.5": -0.5,
    " 2.5 ": 2.5,
    "1._5": "1._5",
    ".": ".",
}
DATES = {
    "2020-01-02": date(2020, 1, 2),
    "Jan 2 2020": date(2020, 1, 2),
    "12 Jan 2020": "12 Jan 2020",
    "2020-1-2": "2020-1-2",
    "2020-13-45": "2020-13-45",
}
MOMENTS = {
    "2020-01-02 10:00:00": datetime(2020, 1, 2, 10, tzinfo=UTC),
    "2020-01-02T10:00:00Z": datetime(2020, 1, 2, 10, tzinfo=UTC),
    "Jan 2 2020": "Jan 2 2020",
    "10:00": "10:00",
}
CONVERTED = [
    (name, text, value)
    for name, table in (("integer", INTEGERS), ("float", FLOATS), ("date", DATES), ("date_time", MOMENTS))
    for text, value in table.items()
]


@pytest.mark.parametrize(("converter", "text", "value"), CONVERTED)
def test_converters(converter: str, text: str, value: object) -> None:
    [[found]] = map(list, records(f"{text}\n", ",", headers=False, converters=[converter]))
    assert (found, type(found)) == (value, type(value))


def test_an_unknown_converter_is_named() -> None:
    with pytest.raises(DataError, match="unknown CSV converter `numbers`"):
        records("a\n1\n", ",", converters=["numbers"])


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (False, [["a", "b"], ["1", "2"]]),
        (None, [["a", "b"], ["1", "2"]]),
        ("x,y", [{"x": "a", "y": "b"}, {"x": "1", "y": "2"}]),
        (["x", "y"], [{"x": "a", "y": "b"}, {"x": "1", "y": "2"}]),
        ("only", [{"only": "a", None: "b"}, {"only": "1", None: "2"}]),
    ],
)
def test_headers(headers: object, expected: object) -> None:
    assert records("a,b\n1,2\n", ",", headers) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('a,b\nx"y",2\n', "a quote in a field without quotes"),
        ('a,b\n"x"y,2\n', "something follows a quoted field"),
        ('a,b\n1,"2\n3\n', "a quoted field is not closed"),
        ("a,b\n1,2\r\n3,4\r\n", "two kinds of line ends"),
    ],
)
def test_malformed_texts(text: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        records(text, ",")
    assert (caught.value.message, caught.value.line) == (message, 2)
