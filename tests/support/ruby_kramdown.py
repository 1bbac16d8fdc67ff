"""Ruby's kramdown as an oracle: one process that converts one text after the other, where it is installed."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

SCRIPT = Path(__file__).with_name("kramdown.rb")
# How a site has it, without highlighting.
SITE_SETTINGS: Mapping[str, object] = {
    "input": "GFM",
    "hard_wrap": False,
    "auto_ids": True,
    "footnote_nr": 1,
    "syntax_highlighter": None,
}


@cache
def is_installed() -> bool:
    ruby = shutil.which("ruby")
    if ruby is None:
        return False
    probe = [ruby, "-rkramdown", "-rkramdown-parser-gfm", "-e", "1"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


class RubyKramdown:
    """Converts texts; use it as a context. library: a folder with another kramdown than the installed one."""

    def __init__(self, library: Path | None = None) -> None:
        command = ["ruby", *(["-I", str(library)] if library else []), str(SCRIPT)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def __enter__(self) -> "RubyKramdown":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.stdin and self.process.stdout:
            self.process.stdin.close()
            self.process.stdout.close()
        self.process.wait(timeout=60)

    def answer(self, text: str, options: Mapping[str, object]) -> dict[str, Any]:
        """`html` and `warnings`, or `error` where kramdown fails."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"text": text, "options": dict(options)}) + "\n")
        self.process.stdin.flush()
        found: dict[str, Any] = json.loads(self.process.stdout.readline())
        return found
