"""How long does a whole build take, process included? (ONEMG_BENCH_SITE=folder, ONEMG_BENCH_PAGES_MADE=count)

CPU seconds of user and system with all child processes, which other load moves less than the clock; runs of
all programs in turn. Jekyll is `jekyll` on PATH, or the command in ONEMG_BENCH_JEKYLL.
"""

import os
import random
import shlex
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

REPEAT: Final = 5
PAGES: Final = 1000
SECTIONS: Final = 5
WORDS: Final = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "rho")
LAYOUT: Final = """<!doctype html><html><head><title>{{ page.title }}</title></head><body><nav>
{% for each in site.pages limit: 30 %}<a href="{{ each.url | relative_url }}">{{ each.title }}</a>{% endfor %}
</nav>{{ content }}</body></html>
"""
CODE: Final = '```python\ndef twice(x):\n    """doc"""\n    return x + x  # comment\n```\n'


def run() -> list[str]:
    with TemporaryDirectory() as folder:
        here = Path(folder)
        given = os.environ.get("ONEMG_BENCH_SITE")
        site = here / "site"
        if given:
            shutil.copytree(given, site, ignore=shutil.ignore_patterns("_site", ".jekyll-cache", ".git"))
        else:
            make(site, int(os.environ.get("ONEMG_BENCH_PAGES_MADE", PAGES)))
        seconds = measured(jobs(site, here))
    clean = seconds["onemg, clean"]
    return [f"{name:28} {one:8.3f} s  {one / clean:5.2f} x the clean build" for name, one in seconds.items()]


def jobs(site: Path, here: Path) -> Mapping[str, Callable[[], Sequence[str]]]:
    """What to measure, in the order of each round: makes things ready and answers the command."""
    ours = [sys.executable, "-m", "onemg_render", "build", "-q", "-s", str(site)]
    kept = [*ours, "-d", str(here / "kept")]
    wanted: dict[str, Callable[[], Sequence[str]]] = {
        "onemg, clean": lambda: [*ours, "--fresh", "-d", str(emptied(here / "clean"))],
        "onemg, nothing changed": lambda: kept,
        "onemg, one page edited": lambda: edited(site, kept),
    }
    jekyll = os.environ.get("ONEMG_BENCH_JEKYLL") or shutil.which("jekyll")
    if jekyll:
        theirs = [*shlex.split(jekyll), "build", "-q", "--disable-disk-cache", "-s", str(site), "-d"]
        wanted["Jekyll, clean"] = lambda: [*theirs, str(emptied(here / "jekyll"))]
    subprocess.run(kept, check=True, capture_output=True)
    return wanted


def measured(jobs: Mapping[str, Callable[[], Sequence[str]]]) -> Mapping[str, float]:
    seconds: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(REPEAT):
        for name, prepare in jobs.items():
            seconds[name].append(cpu(prepare()))
    return {name: statistics.median(found) for name, found in seconds.items()}


def cpu(command: Sequence[str]) -> float:
    """The CPU seconds of a command and of all that it started and waited for."""
    before = os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def edited(site: Path, command: Sequence[str]) -> Sequence[str]:
    """The first Markdown page has another line."""
    page = min(site.rglob("*.md"))
    with page.open("a", encoding="utf-8") as file:
        file.write("\nOne more line.\n")
    return command


def make(site: Path, count: int) -> None:
    """A site of pages full of Markdown and code, the same in every run."""
    (site / "_layouts").mkdir(parents=True)
    (site / "_config.yml").write_text("title: Made\n", encoding="utf-8")
    (site / "_layouts" / "default.html").write_text(LAYOUT, encoding="utf-8")
    chance = random.Random(1)
    for number in range(count):
        sections = "\n".join(section(chance, each) for each in range(SECTIONS))
        text = f"---\ntitle: Page {number}\nlayout: default\n---\n# Page {number}\n\n{sections}"
        (site / f"p{number}.md").write_text(text, encoding="utf-8")


def section(chance: random.Random, number: int) -> str:
    words = " ".join(chance.choices(WORDS, k=60))
    spans = f"*em* **strong** [link](/p{number}/) `code`"
    return f"## Section {number}\n\n{words} {spans}\n\n* {words}\n* two\n\n{CODE}"
