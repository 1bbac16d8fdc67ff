"""Our cases, with Ruby Liquid's results (4.0.4, and 5.4 for dialect 5), on both back ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from onemg_render.errors import LiquidError
from onemg_render.liquid import Tier, render
from tests.support.liquid_answers import decoded

FOLDER = Path(__file__).parent.parent / "cases" / "liquid"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.json"))
    for case in json.loads(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("tier", ["direct", "compiled"])
@pytest.mark.parametrize("case", CASES)
def test_renders_as_ruby_does(case: dict[str, Any], tier: Tier) -> None:
    options = {"partials": case.get("partials", {}), "error_mode": case.get("mode", "warn")}
    data = decoded(case.get("data", {}))
    dialect = case.get("dialect", "4.0")
    if case.get("invalid"):
        with pytest.raises(LiquidError):
            render(case["template"], data, dialect=dialect, tier=tier, **options)
    else:
        assert render(case["template"], data, dialect=dialect, tier=tier, **options) == case["result"]
