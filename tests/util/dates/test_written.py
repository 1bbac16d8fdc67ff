from datetime import datetime

from onemg_render.util.dates import inspect, rfc822, text, xmlschema
from tests.support.answers import cases, moment


def test_moments_and_dates_print_as_in_ruby() -> None:
    for (kind, at), answer in cases("util/written"):
        value = moment(*at)
        if kind == "text":
            assert [text(value), inspect(value)] == answer
        else:
            assert isinstance(value, datetime)
            assert [xmlschema(value), rfc822(value)] == answer
