"""Random templates give what Ruby Liquid gives. ONEMG_COMPARE sets how many; 0 differences are allowed.

Messages are not compared: where plain Ruby fails, ours say what is wrong.
"""

import os
import sys
from random import Random
from typing import Any

import pytest

from onemg_render.errors import LiquidError
from onemg_render.liquid import render
from tests.support.liquid_answers import ask, decoded
from tests.support.liquid_templates import TemplateMaker, filter_call

COUNT = int(os.environ.get("ONEMG_COMPARE", "150"))
SEED = int(os.environ.get("ONEMG_SEED", "1"))


def ours(case: dict[str, Any], tier: Any) -> dict[str, Any]:
    try:
        text = render(
            case["template"],
            decoded(case["data"]),
            partials=case["partials"],
            error_mode=case["mode"],
            tier=tier,
        )
    except LiquidError as error:
        return {"error": error.message}
    return {"result": text}


def compare(cases: list[dict[str, Any]], what: str) -> None:
    asked = ask(cases, "4.0")
    if asked is None:
        pytest.skip("Ruby with Liquid 4.0 is not installed (ONEMG_LIQUID_4 names its lib folder)")
    version, answers = asked
    different = [
        (tier, case["template"], case["data"], answer, found)
        for case, answer in zip(cases, answers, strict=True)
        for tier in ("direct", "compiled")
        if (found := ours(case, tier)).get("result") != answer.get("result")
        or ("error" in found) != ("error" in answer)
    ]
    failed = sum("error" in answer for answer in answers)
    sys.stdout.write(f"{len(answers)} {what} compared with Ruby Liquid {version}, {failed} of them errors\n")
    assert not different, different[:3]


@pytest.mark.ruby
def test_templates_render_as_in_ruby() -> None:
    """Half of them with slips, a quarter in strict mode."""
    cases = []
    for number in range(COUNT):
        case = TemplateMaker(Random(SEED * 1_000_003 + number), slips=number % 2 == 1).case_of_all()
        cases.append({**case, "mode": "warn" if number % 4 else "strict"})
    compare(cases, "templates")


@pytest.mark.ruby
def test_filters_answer_as_in_ruby() -> None:
    random = Random(SEED)
    compare([{**filter_call(random), "mode": "warn"} for _ in range(COUNT)], "filter calls")
