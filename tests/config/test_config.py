from datetime import UTC, datetime
from pathlib import Path

import pytest

from onemg_render.config import Config, load
from onemg_render.errors import ConfigError
from onemg_render.reporting import Reporter
from onemg_render.util import dates

CLOCK = datetime(2024, 6, 1, 10, tzinfo=UTC)


def loaded(root: Path, text: str) -> Config:
    (root / "_config.yml").write_text(text, encoding="utf-8")
    return load(root, reporter=Reporter(lambda _: None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "2024-06-01 12:00:00 +0200"),
        ("time: 2024-03-05", "2024-03-05 00:00:00 +0100"),
        ("time: 2024-03-05 10:00:00 +0000", "2024-03-05 11:00:00 +0100"),
        ("time: 5 March 2023 10:00", "2023-03-05 10:00:00 +0100"),
    ],
)
def test_the_time_of_a_build(tmp_path: Path, text: str, expected: str) -> None:
    config = loaded(tmp_path, f"timezone: Europe/Brussels\n{text}\n")
    assert dates.text(config.now(CLOCK)) == expected


def test_without_a_zone_times_are_the_machines(tmp_path: Path) -> None:
    assert dates.text(loaded(tmp_path, "").now(CLOCK)) == "2024-06-01 10:00:00 +0000"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\ntime: never\n", "invalid `time`"),
        ("a: 1\ntimezone: 12\n", "`timezone` should be a text, but is `12`"),
        ("a: 1\ntimezone: {a: 12}\n", "`timezone` should be a text, but is a mapping"),
    ],
)
def test_a_time_or_zone_that_is_none_is_an_error_with_its_line(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        loaded(tmp_path, text).now(CLOCK)
    assert caught.value.line == 2
    assert caught.value.hint or "12" in text


def test_values_are_asked_for_by_type(tmp_path: Path) -> None:
    text = "text: a\nlist: [a, 1, ~]\nmap: {a: 1}\nnumber: '12'\nzero: 0\nno: false\nnull: 1\nempty:\n"
    config = loaded(tmp_path, text)
    assert (config.text("text"), config.text("empty"), config.text("none")) == ("a", "", "")
    assert (config.strings("list"), config.strings("text"), config.strings("none")) == (["a", "1"], ["a"], [])
    assert (config.mapping("map"), config.mapping("none")) == ({"a": 1}, {})
    assert (config.integer("number"), config.integer("none")) == (12, 0)
    assert [config.flag(key) for key in ("zero", "text", "empty", "none")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        ("text", "should be a text, but is a list"),
        ("mapping", "should be a mapping, but is a list"),
        ("integer", "should be a whole number, but is a list"),
        ("strings", "should be a list of texts"),
    ],
)
def test_another_type_is_an_error_with_its_place(tmp_path: Path, ask: str, message: str) -> None:
    config = loaded(tmp_path, "a: 1\nx: [[b]]\n")
    with pytest.raises(ConfigError, match=message) as caught:
        getattr(config, ask)("x")
    assert caught.value.line == 2


def test_plug_ins_may_set_keys(tmp_path: Path) -> None:
    config = loaded(tmp_path, "a: 1\n")
    config.set("a", 2)
    config.set("b", 3)
    assert (config["a"], config["b"], "b" in config, len(config) > 30) == (2, 3, True, True)


def test_an_error_about_a_key_of_no_file_has_no_place(tmp_path: Path) -> None:
    error = loaded(tmp_path, "a: 1\n").error("wrong", "b", hint="right")
    assert (error.path, error.line, error.hint) == (None, None, "right")


@pytest.mark.parametrize(
    ("name", "codec"), [("utf-8", "utf-8-sig"), ("UTF-8", "utf-8-sig"), ("latin1", "latin1")]
)
def test_the_encoding_of_sources(tmp_path: Path, name: str, codec: str) -> None:
    assert loaded(tmp_path, f"encoding: {name}\n").encoding == codec
