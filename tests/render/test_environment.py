"""What the key `liquid` of the configuration does."""

from pathlib import Path

import pytest

from onemg_render.errors import ConfigError, LiquidError
from tests.support.sites import build_site, page

LOOP = {"a.html": page("{% for i in (1..6) %}{{ i }}{% endfor %}")}


@pytest.mark.parametrize("limits", [{"loops": 5}, {"render_length": 5}])
def test_limits_are_set(tmp_path: Path, limits: dict[str, int]) -> None:
    with pytest.raises(LiquidError) as caught:
        build_site(tmp_path, LOOP, liquid={"limits": limits})
    assert caught.value.hint == "`liquid: limits` in the configuration sets another limit"


def test_enough_is_enough(tmp_path: Path) -> None:
    assert build_site(tmp_path, LOOP, liquid={"limits": {"loops": 6}}).text("a.html") == "123456"


@pytest.mark.parametrize("limits", [{"lops": 5}, {"loops": 0}, {"loops": "many"}, [5]])
def test_limits_must_be_positive_numbers_of_known_names(tmp_path: Path, limits: object) -> None:
    with pytest.raises(ConfigError, match="limits"):
        build_site(tmp_path, LOOP, liquid={"limits": limits})


def test_liquid_5_is_turned_on(tmp_path: Path) -> None:
    files = {"a.html": page("{% echo 'x' %}{% # comment %}{{ (1..3) | sum }}")}
    assert build_site(tmp_path, files, liquid={"dialect": 5}).text("a.html") == "x6"


def test_an_unknown_error_mode_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        build_site(tmp_path, LOOP, liquid={"error_mode": "sloppy"})
    assert caught.value.hint == "one of warn, strict, lax"
