"""The bar of a long build: only on a terminal, only after a while, and gone before anything else is said."""

from argparse import Namespace
from io import StringIO

import pytest

from onemg_render.cli import bar
from onemg_render.cli.bar import Bar
from onemg_render.cli.console import bar_of


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, in its only member."""
    now = [0.0]
    monkeypatch.setattr(bar, "perf_counter", lambda: now[0])
    return now


def drawn(clock: list[float], *times: float) -> str:
    stream = Terminal()
    progress = Bar(stream)
    for done, time in enumerate(times):
        clock[0] = time
        progress(done, 10)
    progress(10, 10)
    return stream.getvalue()


def test_a_short_build_has_no_bar(clock: list[float]) -> None:
    assert drawn(clock, 0.0, 0.5, 0.9) == ""


def test_a_long_build_has_one_that_goes_in_the_end(clock: list[float]) -> None:
    text = drawn(clock, 0.0, 0.5, 1.5)
    assert "Rendering" in text
    assert "2/10" in text
    assert text.endswith("\x1b[2K")


def test_each_build_has_its_own_second(clock: list[float]) -> None:
    stream = Terminal()
    progress = Bar(stream)
    for time in (0.0, 5.0, 5.5):
        clock[0] = time
        progress(0, 10)
        progress(10, 10)
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("stream", "options", "has_bar"),
    [
        (Terminal(), {}, True),
        (StringIO(), {}, False),
        (Terminal(), {"quiet": True}, False),
        (Terminal(), {"format": "json"}, False),
    ],
)
def test_who_gets_a_bar(
    stream: StringIO, options: dict[str, object], has_bar: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert (bar_of(Namespace(**options), stream) is not None) == has_bar
