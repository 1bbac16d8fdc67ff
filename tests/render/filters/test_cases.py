"""Every filter of Jekyll on ordinary and odd values, against Ruby's answers (tests/cases/filters)."""

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from onemg_render.config.compat import GITHUB_PAGES, JEKYLL4, Compat
from onemg_render.errors import OnemgError
from onemg_render.liquid import Context, Environment, Listing, Value
from onemg_render.liquid.literals import LITERALS_4
from onemg_render.render.filters import jekyll_filters
from tests.support.builds import surroundings_of

CASES = Path(__file__).parent.parent.parent / "cases" / "filters"
FAILURE = "an error"
ZONE = ZoneInfo("UTC")


def value(data: Any) -> Value:
    """A value of a case as templates have it."""
    if isinstance(data, list):
        return [value(item) for item in data]
    if not isinstance(data, dict):
        return data
    if "!date" in data:
        return date.fromisoformat(data["!date"])
    if "!time" in data:
        return datetime.fromisoformat(data["!time"]).astimezone(ZONE)
    if "!range" in data:
        return range(data["!range"][0], data["!range"][1] + 1)
    if "!literal" in data:
        return LITERALS_4[data["!literal"]]
    return {key: value(item) for key, item in data.items()}


def data(value: Value) -> Any:
    """An answer in the words of the cases."""
    if isinstance(value, Listing):
        return data(value.use())
    if isinstance(value, list | tuple):
        return [data(item) for item in value]
    if isinstance(value, dict):
        return {str(key): data(item) for key, item in value.items()}
    if isinstance(value, datetime):
        return {"!time": value.isoformat()}
    if isinstance(value, date):
        return {"!date": value.isoformat()}
    if isinstance(value, range):
        return {"!range": [value.start, value.stop - 1]}
    return value


def answer(case: dict[str, Any], compat: Compat, *, listed: bool) -> Any:
    name, *given = case["call"]
    filters = jekyll_filters(compat)
    if name not in filters:
        return data(value(given[0]))
    environment = Environment(filters=filters)
    registers: dict[str, object] = {"build": surroundings_of(case.get("site", {}), compat)}
    context = Context(environment, value(case.get("variables", {})), registers)
    function = filters[name]
    arguments = [value(item) for item in given]
    if listed:
        arguments[0] = Listing(arguments[0])
    if getattr(function, "needs_context", False):
        arguments.insert(0, context)
    try:
        return data(function(*arguments))
    except (OnemgError, TypeError):
        return FAILURE


def expected(answer: Any) -> Any:
    return FAILURE if isinstance(answer, dict) and "!error" in answer else answer


def alike(ours: Any, theirs: Any, name: str) -> bool:
    """Equal in value and type: 1, 1.0 and true are three values.

    Jekyll 3's `where` turns the members of each array that it looks into to text, for good; ours does not.
    """
    if name == "where" and json.dumps(ours) != json.dumps(theirs):
        ours, theirs = (
            re.sub(r"[^\w.-]", "", json.dumps(answer)).replace("null", "") for answer in (ours, theirs)
        )
    return json.dumps(ours, sort_keys=True) == json.dumps(theirs, sort_keys=True)


@pytest.mark.parametrize("compat", [JEKYLL4, GITHUB_PAGES], ids=lambda compat: compat.name)
@pytest.mark.parametrize("theme", sorted(path.stem for path in CASES.glob("*.json")))
def test_answers_are_rubys(theme: str, compat: Compat) -> None:
    cases = json.loads((CASES / f"{theme}.json").read_text(encoding="utf-8"))
    wrong = []
    for case in cases:
        theirs = expected(case.get("pages", case["answer"]) if compat is GITHUB_PAGES else case["answer"])
        for listed in {False, isinstance(case["call"][1], list)}:
            ours = answer(case, compat, listed=listed)
            if not alike(ours, theirs, case["call"][0] if compat is GITHUB_PAGES else ""):
                shape = " of a listing" if listed else ""
                wrong.append(
                    f"{json.dumps(case['call'], ensure_ascii=False)}{shape}: {ours!r}, not {theirs!r}"
                )
    assert not wrong, f"{len(wrong)} of {len(cases)}:\n" + "\n".join(wrong[:40])
