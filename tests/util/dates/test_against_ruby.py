"""Random dates and formats, asked of the Ruby that is installed; `ONEMG_RUBY_CASES` multiplies them."""

import os
import shutil

import pytest

from onemg_render.util.dates import parse_time, strftime
from tests.support.answers import NOW, ZONE, answered, moment, written
from tests.support.foundation_cases import questions, ruby
from tests.util.dates.test_parse import beyond_python

pytestmark = [
    pytest.mark.ruby,
    pytest.mark.skipif(shutil.which("ruby") is None, reason="Ruby is not installed"),
]
SCALE = int(os.environ.get("ONEMG_RUBY_CASES", "2"))
SEED = int(os.environ.get("ONEMG_RUBY_SEED", "7"))


def test_random_formats() -> None:
    asked = questions(SEED, SCALE)["util/strftime"]
    pairs = list(zip(asked, ruby("ruby", asked), strict=True))
    assert list(answered(pairs, lambda at, form: strftime(moment(*at), form))) == []


def test_random_dates() -> None:
    asked = questions(SEED, SCALE)["util/parse"]
    pairs = [pair for pair in zip(asked, ruby("ruby", asked), strict=True) if not beyond_python(pair[1])]
    assert list(answered(pairs, lambda text: written(parse_time(text, NOW, ZONE)))) == []
