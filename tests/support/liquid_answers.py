"""Asks Ruby Liquid: fills the results of our cases, and serves the property test that compares with it.

`python -m tests.support.liquid_answers FILE...` rewrites the results of case files. The folder of a Liquid
other than the installed one is named by ONEMG_LIQUID_4, for dialect 4.0, and ONEMG_LIQUID_5.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from onemg_render.liquid import Dialect
from onemg_render.util.dates import fixed_zone

SCRIPT = Path(__file__).parent / "ruby_liquid.rb"
NO_ANSWER: dict[str, Any] = {"error": "NoAnswer", "message": ""}


def ask(requests: Sequence[dict[str, Any]], dialect: Dialect) -> tuple[str, list[dict[str, Any]]] | None:
    """Ruby's version and an answer for each request; None where Ruby or this Liquid is not installed."""
    executable = shutil.which("ruby")
    if executable is None:
        return None
    folder = os.environ.get(f"ONEMG_LIQUID_{dialect[0]}")
    include = ["-I", folder] if folder else []
    done = subprocess.run(
        [executable, *include, str(SCRIPT)],
        input="".join(json.dumps(request) + "\n" for request in requests),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "TZ": "UTC", "LANG": "C.UTF-8"},
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if not answers or not answers[0]["version"].startswith(dialect[0]):
        return None
    return answers[0]["version"], answers[1:]


def decoded(value: Any) -> Any:
    """Data of a request with `{"!date": ...}` and `{"!time": ...}` as dates and times."""
    if isinstance(value, list):
        return [decoded(item) for item in value]
    if isinstance(value, dict):
        if "!date" in value:
            return date.fromisoformat(value["!date"])
        if "!time" in value:
            moment = datetime.fromisoformat(value["!time"])
            offset = moment.utcoffset()
            assert offset is not None
            return moment.replace(tzinfo=fixed_zone(int(offset.total_seconds())))
        return {key: decoded(item) for key, item in value.items()}
    return value


def request_of(case: dict[str, Any]) -> dict[str, Any]:
    return {
        "template": case["template"],
        "data": case.get("data", {}),
        "partials": case.get("partials", {}),
        "mode": case.get("mode", "warn"),
    }


def rewrite(path: Path) -> None:
    cases = json.loads(path.read_text(encoding="utf-8"))
    for dialect in ("4.0", "5"):
        own = [case for case in cases if case.get("dialect", "4.0") == dialect]
        asked = ask([request_of(case) for case in own], "5" if dialect == "5" else "4.0") if own else None
        if asked is None:
            continue
        for case, answer in zip(own, asked[1], strict=True):
            case.pop("result", None)
            case.pop("invalid", None)
            case.update({"invalid": True} if "error" in answer else {"result": answer["result"]})
    lines = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in cases)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        rewrite(Path(name))
