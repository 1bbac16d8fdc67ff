"""How long does it take to start: help, version, and a site of one page? (ONEMG_BENCH_JEKYLL=command)"""

import os
import shlex
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.bench.runs import Command, in_turn

REPEAT: Final = 11
PAGE: Final = "---\ntitle: One\n---\n# One\n\nA page.\n"


def run() -> list[str]:
    with TemporaryDirectory() as folder:
        site = Path(folder, "site")
        site.mkdir()
        (site / "index.md").write_text(PAGE, encoding="utf-8")
        took = in_turn(commands(site, Path(folder)), REPEAT)
    return [f"{name:24} {one.cpu:6.3f} s CPU {one.clock:8.3f} s" for name, one in took.items()]


def commands(site: Path, here: Path) -> dict[str, Command]:
    onemg = [sys.executable, "-m", "onemg_render"]
    build = ["build", "-q", "-s", str(site), "-d"]
    found: dict[str, Command] = {
        "Python alone": lambda: [sys.executable, "-c", ""],
        "onemg --version": lambda: [*onemg, "--version"],
        "onemg --help": lambda: [*onemg, "--help"],
        "onemg build, clean": lambda: [*onemg, *build, str(here / "ours"), "--fresh"],
        "onemg build, again": lambda: [*onemg, *build, str(here / "again")],
    }
    jekyll = os.environ.get("ONEMG_BENCH_JEKYLL") or shutil.which("jekyll")
    if jekyll:
        theirs = shlex.split(jekyll)
        found["jekyll --version"] = lambda: [*theirs, "--version"]
        found["jekyll build"] = lambda: [*theirs, *build, str(here / "theirs"), "--disable-disk-cache"]
    return found
