from datetime import date

import pytest

from onemg_render.errors import DateError
from onemg_render.util.dates import strftime
from tests.support.answers import ZONE, differences, moment


def test_every_directive_flag_and_width_is_written_as_ruby_does() -> None:
    assert differences("util/strftime", lambda at, form: strftime(moment(*at), form)) == {}


def test_a_format_that_ends_within_a_directive_is_an_error_with_a_hint() -> None:
    at = moment("local", 0, 0)
    assert at.tzinfo is ZONE  # type: ignore[attr-defined]  # a datetime
    with pytest.raises(DateError, match="ends within a directive") as caught:
        strftime(at, "100%")
    assert caught.value.hint == "a percent sign is %%"


def test_of_a_date_it_stays_as_it_is() -> None:
    assert strftime(date(2024, 3, 5), "100%") == "100%"
