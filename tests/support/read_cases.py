"""Small sites and what Ruby Jekyll reads of them.

A case in `tests/cases/read/*.yml`: id; files (path to text); config; theme (files of a theme beneath);
compat (both unless said); error (what our message begins with, where Jekyll fails). The facts stand in
the `.json` beside.

`python -m tests.support.read_cases [NAME...]` writes those files anew. It needs JEKYLL4 and JEKYLL3: commands
that run Ruby with Jekyll 4.4.1 and 3.10.0 on its load path.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent.parent / "cases" / "read"
DUMP = Path(__file__).parent / "dump_site.rb"
RUBIES = {"jekyll4": "JEKYLL4", "github-pages": "JEKYLL3"}
TIME = "2024-06-01 12:00:00"
CHANGED = 1_591_012_800
NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ](?:/|$)')


@dataclass(frozen=True, kw_only=True)
class Case:
    """One site. expected: by compat, what Ruby Jekyll read, or the name of its error."""

    id: str
    files: dict[str, str]
    config: dict[str, Any] = field(default_factory=dict)
    theme: dict[str, str] = field(default_factory=dict)
    compat: tuple[str, ...] = tuple(RUBIES)
    error: str | None = None
    related: bool = False
    expected: dict[str, Any] = field(default_factory=dict)

    @property
    def is_portable(self) -> bool:
        return not any(NOT_ON_WINDOWS.search(name) for name in self.files)

    def arrange(self, folder: Path) -> Path:
        """The case's files below `folder`, all changed at one time; returns the source."""
        source = folder / "source"
        source.mkdir()
        for root, files in ((source, self.files), (folder / "theme", self.theme)):
            for name, text in files.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())
                os.utime(path, (CHANGED, CHANGED))
        return source

    def settings(self, folder: Path) -> dict[str, Any]:
        """What is laid over the configuration's defaults."""
        settings = {"time": TIME, "timezone": "UTC", **self.config}
        if self.theme:
            settings["theme_dir"] = str(folder / "theme")
        text = json.dumps(settings).replace("SOURCE", str(folder / "source"))
        return dict(json.loads(text))


def load() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.yml")):
        facts = path.with_suffix(".json")
        expected = json.loads(facts.read_text(encoding="utf-8")) if facts.exists() else {}
        for raw in yaml.safe_load(path.read_text(encoding="utf-8")):
            known = {**raw, "compat": tuple(raw.get("compat", RUBIES))}
            yield Case(**known, expected=expected.get(raw["id"], {}))


def portable(facts: Any, folder: Path) -> Any:
    """Facts without the place of the case on this machine, and without what says nothing."""
    text = json.dumps(facts, ensure_ascii=False).replace(folder.as_posix(), "")
    kept = json.loads(text)
    return {key: value for key, value in kept.items() if value} if isinstance(kept, dict) else kept


def dumped(case: Case, compat: str) -> Any:
    """What the original reads; the name of its error if it stops."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        source = case.arrange(folder)
        settings = {"future": False, **case.settings(folder)}
        command = [*shlex.split(os.environ[RUBIES[compat]]), str(DUMP), str(source), json.dumps(settings)]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, "TZ": "UTC"}
        )
        if done.returncode:
            found = re.search(r"\(([\w:]+)\)$", done.stderr, re.M)
            return {"error": found[1] if found else done.stderr}
        return portable(json.loads(done.stdout[done.stdout.index("{") :]), folder)


def main() -> None:
    for path in sorted(CASES.glob("*.yml")):
        if sys.argv[1:] and path.stem not in sys.argv[1:]:
            continue
        facts = {
            raw["id"]: {
                compat: dumped(Case(**{**raw, "compat": ()}), compat) for compat in raw.get("compat", RUBIES)
            }
            for raw in yaml.safe_load(path.read_text(encoding="utf-8"))
        }
        path.with_suffix(".json").write_text(
            json.dumps(facts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        sys.stdout.write(f"{path.name}: {len(facts)} cases\n")


if __name__ == "__main__":
    main()
