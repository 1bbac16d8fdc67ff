"""The Liquid suite: every case in both dialects on both back ends, in strict mode."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onemg_render.errors import LiquidError
from onemg_render.liquid import Dialect, Tier, render
from tests.support.outcome import Outcome

INVALID = "INVALID"
TIERS: tuple[Tier, ...] = ("direct", "compiled")
STRICT_2 = "asks for error mode `strict2`, which only Liquid 5.9 and newer have"
DEPARTURES: Mapping[str, str] = {
    f"tags, case, unexpected when token, strict2 [5, {tier}]": STRICT_2 for tier in TIERS
}


def expectations(case: Mapping[str, Any]) -> Iterator[tuple[Dialect, list[str]]]:
    """Each dialect with the results that are right."""
    yield "5", results(case)
    yield "4.0", results(case["liquid_4_0"])


def results(answer: Mapping[str, Any]) -> list[str]:
    if answer.get("invalid"):
        return [INVALID]
    return list(answer.get("results", [answer.get("result", "")]))


def outcome_of(case: Mapping[str, Any], dialect: Dialect, tier: Tier) -> str:
    try:
        return render(
            case["template"],
            case.get("data") or {},
            partials=case.get("templates") or {},
            error_mode="strict",
            dialect=dialect,
            tier=tier,
        )
    except LiquidError:
        return INVALID


def run(folder: Path) -> Outcome:
    outcome = Outcome("Liquid", DEPARTURES)
    for case in json.loads((folder / "liquid.json").read_text(encoding="utf-8")):
        for dialect, right in expectations(case):
            for tier in TIERS:
                actual = outcome_of(case, dialect, tier)
                name = f"{case['name']} [{dialect}, {tier}]"
                outcome.check(name, right[0], right[0] if actual in right else actual)
    return outcome
