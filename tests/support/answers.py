"""The cases that Ruby has answered (`foundation_cases`), and our own answers in their words."""

import json
import math
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from onemg_render.errors import OnemgError
from onemg_render.util import dates

CASES = Path(__file__).parent.parent / "cases"
ZONE = dates.named_zone("Europe/Brussels")
NOW = datetime.fromtimestamp(1_717_740_550, UTC).replace(microsecond=250_000).astimezone(ZONE)
FAILURE = {"!error": True}


def differences(name: str, ours: Callable[..., Any], column: str = "answer") -> dict[str, Any]:
    """The questions of a file that we answer otherwise: {question: (Ruby's answer, ours)}."""
    return {json.dumps(ask): pair for ask, pair in answered(cases(name, column), ours)}


def cases(name: str, column: str = "answer") -> list[tuple[list[Any], Any]]:
    """(question, Ruby's answer) of a file; column: `answer` or `pages`."""
    listed = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [(case["ask"], case.get(column, case["answer"])) for case in listed]


def answered(
    asked: list[tuple[list[Any], Any]], ours: Callable[..., Any]
) -> Iterator[tuple[list[Any], tuple[Any, Any]]]:
    assert asked
    for (kind, *arguments), ruby in asked:
        try:
            answer = in_words(ours(*arguments))
        except OnemgError:
            answer = FAILURE
        expected = FAILURE if isinstance(ruby, dict) and "!error" in ruby else ruby
        if answer != expected:
            yield [kind, *arguments], (ruby, answer)


def in_words(value: Any) -> Any:
    """A value as the cases write it: what JSON cannot say is a mapping with one key that starts with `!`."""
    if isinstance(value, float):
        return value if math.isfinite(value) else {"!float": _ruby_float(value)}
    if isinstance(value, datetime):
        return {"!time": written(value)}
    if isinstance(value, date):
        return {"!date": dates.text(value)}
    if isinstance(value, list | tuple):
        return [in_words(item) for item in value]
    return value


def mapped(value: Any) -> Any:
    """As `in_words`, for values whose mappings have keys of any type: lists of pairs."""
    if isinstance(value, Mapping):
        return {"!map": [[in_words(key), mapped(item)] for key, item in value.items()]}
    return [mapped(item) for item in value] if isinstance(value, list) else in_words(value)


def moment(kind: str, *rest: int) -> date:
    """A moment of a question: `date` y m d, or `utc`, `local`, `fixed` seconds microseconds [offset]."""
    if kind == "date":
        return date(*rest)
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=rest[0], microseconds=rest[1])
    if kind == "utc":
        return at
    return at.astimezone(ZONE if kind == "local" else dates.fixed_zone(rest[2]))


def written(at: datetime) -> list[str]:
    """The kind of zone, and the moment to the microsecond."""
    kind = "utc" if dates.is_utc(at.tzinfo) else "local" if at.tzinfo is ZONE else "fixed"
    return [kind, dates.strftime(at, "%Y-%m-%d %H:%M:%S.%6N %z")]


def _ruby_float(value: float) -> str:
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
