"""The kramdown suite: a site's settings in both versions, the plain parser with the options of each case."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onemg_render.markdown import convert
from tests.support.outcome import Outcome

DEPARTURES: Mapping[str, str] = {
    "block/04_header/with_auto_ids [kramdown]": "needs stringex to transliterate; without it kramdown fails",
}


def expectations(case: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, object]]]:
    """What to call each conversion, its right output and its options."""
    yield "GFM", case["gfm_html"], {}
    if "gfm_html_2_5" in case:
        yield "GFM 2.5", case["gfm_html_2_5"], {"kramdown_version": "2.5"}
    if "html" in case:
        options = {key.removeprefix(":"): value for key, value in case["options"].items()}
        yield "kramdown", case["html"], {"syntax_highlighter": "rouge", **options, "input": "kramdown"}


def run(folder: Path) -> Outcome:
    cases = json.loads((folder / "kramdown.json").read_text(encoding="utf-8"))
    names = {f"{case['name']} [kramdown]" for case in cases}
    outcome = Outcome("kramdown", {name: why for name, why in DEPARTURES.items() if name in names})
    for case in cases:
        for kind, expected, options in expectations(case):
            outcome.check(f"{case['name']} [{kind}]", expected, convert(case["text"], **options).html)
    return outcome
