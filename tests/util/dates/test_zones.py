import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from onemg_render.errors import DateError
from onemg_render.util.dates import SystemZone, fixed_zone, is_utc, local, named_zone, text


@pytest.fixture
def new_york() -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be set here")
    before = os.environ["TZ"]
    os.environ["TZ"] = "America/New_York"
    time.tzset()
    yield
    os.environ["TZ"] = before
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "wall", "expected"),
    [
        ("Europe/Brussels", (2024, 3, 31, 2, 30), "2024-03-31 03:30:00 +0200"),
        ("Europe/Brussels", (2024, 10, 27, 2, 30), "2024-10-27 02:30:00 +0100"),
        ("America/New_York", (2024, 11, 3, 1, 30), "2024-11-03 01:30:00 -0500"),
        ("Australia/Lord_Howe", (2024, 10, 6, 2, 15), "2024-10-06 02:45:00 +1100"),
        ("Asia/Kathmandu", (2024, 1, 1, 0, 0), "2024-01-01 00:00:00 +0545"),
    ],
)
def test_a_wall_clock_time_lies_where_ruby_puts_it_when_the_clock_is_turned(
    zone: str, wall: tuple[int, int, int, int, int], expected: str
) -> None:
    assert text(local(datetime(*wall), named_zone(zone))) == expected


def test_the_zone_of_the_machine_knows_summer_and_winter(new_york: None) -> None:
    zone = SystemZone()
    assert text(local(datetime(2024, 7, 1), zone)) == "2024-07-01 00:00:00 -0400"
    assert text(datetime(2024, 1, 1, 12, tzinfo=UTC).astimezone(zone)) == "2024-01-01 07:00:00 -0500"
    assert local(datetime(2024, 7, 1), zone).tzname() == "EDT"
    assert [local(datetime(2024, month, 1), zone).dst() for month in (1, 7)] == [
        timedelta(0),
        timedelta(hours=1),
    ]


@pytest.mark.parametrize(("name", "hours"), [("UTC-3", 3), ("EST+5", -5), ("<+0530>-5:30", 5.5)])
def test_posix_names_count_westward(name: str, hours: float) -> None:
    assert named_zone(name).utcoffset(None) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("name", "hint"), [("Europe/Brusels", "Europe/Brussels"), ("nowhere at all", "IANA")]
)
def test_an_unknown_name_is_an_error_with_near_ones(name: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        named_zone(name)
    assert hint in (caught.value.hint or "")


def test_only_utc_itself_is_utc() -> None:
    assert is_utc(UTC)
    assert not is_utc(fixed_zone(0))
    assert not is_utc(named_zone("UTC"))
    assert fixed_zone(0).tzname(None) == ""


def test_an_offset_of_a_day_is_an_error() -> None:
    with pytest.raises(DateError):
        fixed_zone(86_400)
