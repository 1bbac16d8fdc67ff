"""What does a build cost where most is there already, beside a clean one? CPU; (ONEMG_BENCH_PAGES_MADE=count)

The site is that of the benchmark `build`; all builds render in one process, so that they can be compared.
"""

import os
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.build.workshop import Workshop
from onemg_render.reporting import Reporter
from tests.bench.build import PAGES, edited, emptied, make
from tests.bench.runs import in_turn

REPEAT = 7
SETTLING = 0.05
"""Seconds between a change and the build, as between saving and typing a command."""


def run() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        site, here = Path(folder) / "site", Path(folder)
        make(site, int(os.environ.get("ONEMG_BENCH_PAGES_MADE", PAGES)))
        ours = [sys.executable, "-m", "onemg_render", "build", "-q", "--jobs", "1", "-s", str(site), "-d"]
        took = in_turn(
            {
                "clean": lambda: [*ours, str(emptied(here / "clean")), "--fresh"],
                "one page edited": lambda: settled(edited(site, [*ours, str(here / "kept")])),
                "nothing changed": lambda: [*ours, str(here / "kept")],
            },
            REPEAT,
        )
        seconds = {name: one.cpu for name, one in took.items()}
        seconds["one page edited, preview"] = in_preview(site, here / "preview")
        for name, one in seconds.items():
            yield f"{name:26} {one * 1000:7.0f} ms CPU {one / seconds['clean']:7.1%} of the clean build"


def settled(command: Sequence[str]) -> Sequence[str]:
    time.sleep(SETTLING)
    return command


def in_preview(site: Path, destination: Path) -> float:
    """From a change of one page to its file, in a process that goes on."""
    workshop, quiet = Workshop(), Reporter(lambda message: None)
    seconds: list[float] = []
    for _ in range(REPEAT + 2):
        settled(edited(site, ()))
        start = time.process_time()
        build(site, destination, options=BuildOptions(force=True), reporter=quiet, workshop=workshop)
        seconds.append(time.process_time() - start)
    workshop.close()
    return statistics.median(seconds[2:])
