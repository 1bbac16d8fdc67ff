"""How long does a whole build take, process included? CPU, the clock, and how often Jekyll's time fits in.

The site is made, 1,000 pages of Markdown and code (ONEMG_BENCH_PAGES_MADE=count), or ONEMG_BENCH_SITE=folder,
whose configuration ONEMG_BENCH_CONFIG=file goes over. Jekyll is `jekyll` on PATH, or the command in
ONEMG_BENCH_JEKYLL; rustkyll likewise. All programs take their turns in each of ONEMG_BENCH_ROUNDS=5 rounds.
"""

import os
import random
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import yaml

from tests.bench.runs import Command, Took, in_turn

PAGES: Final = 1000
SECTIONS: Final = 5
WORDS: Final = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "rho")
LAYOUT: Final = """<!doctype html><html><head><title>{{ page.title }}</title></head><body><nav>
{% for each in site.pages limit: 30 %}<a href="{{ each.url | relative_url }}">{{ each.title }}</a>{% endfor %}
</nav>{{ content }}</body></html>
"""
CODE: Final = '```python\ndef twice(x):\n    """doc"""\n    return x + x  # comment\n```\n'
JEKYLL: Final = "Jekyll, clean"


def run() -> list[str]:
    with TemporaryDirectory() as folder:
        here = Path(folder)
        site = here / "site"
        given = os.environ.get("ONEMG_BENCH_SITE")
        if given:
            copy(Path(given), os.environ.get("ONEMG_BENCH_CONFIG"), site)
        else:
            make(site, int(os.environ.get("ONEMG_BENCH_PAGES_MADE", PAGES)))
        took = in_turn(commands(site, here), int(os.environ.get("ONEMG_BENCH_ROUNDS", "5")))
        return [row(name, one, took.get(JEKYLL), here / slug(name)) for name, one in took.items()]


def row(name: str, took: Took, jekyll: Took | None, destination: Path) -> str:
    ratio = "" if jekyll is None else f"{jekyll.cpu / took.cpu:7.2f} x {jekyll.clock / took.clock:7.2f} x"
    files = alike(destination, destination.parent / slug(JEKYLL)) if destination.is_dir() else ""
    return f"{name:24} {took.cpu:7.3f} s CPU {took.clock:7.3f} s {ratio} {files}"


def alike(destination: Path, jekylls: Path) -> str:
    """How many pages there are, and how many have Jekyll's bytes."""
    pages = [path.relative_to(destination) for path in destination.rglob("*.html")]
    same = sum((jekylls / page).is_file() and equal(destination / page, jekylls / page) for page in pages)
    return f"{len(pages):5} pages" + (f", {same} as Jekyll's" if jekylls.is_dir() else "")


def equal(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()


def slug(name: str) -> str:
    return "".join(char if char.isalnum() else "-" for char in name)


def commands(site: Path, here: Path) -> dict[str, Command]:
    """What to measure, in the order of each round."""
    ours = [sys.executable, "-m", "onemg_render", "build", "-q", "-s", str(site)]
    kept = [*ours, "-d", str(here / "kept")]

    def clean(name: str, *words: str) -> Sequence[str]:
        return [*words, str(emptied(here / slug(name)))]

    wanted: dict[str, Command] = {
        "onemg, clean": lambda: clean("onemg, clean", *ours, "--fresh", "-d"),
        "onemg, clean, --jobs 1": lambda: clean(
            "onemg, clean, --jobs 1", *ours, "--fresh", "--jobs", "1", "-d"
        ),
        "onemg, nothing changed": lambda: kept,
    }
    if jekyll := program("jekyll"):
        theirs = [*jekyll, "build", "-q", "--disable-disk-cache", "-s", str(site), "-d"]
        wanted[JEKYLL] = lambda: clean(JEKYLL, *theirs)
    if rustkyll := program("rustkyll"):
        rusts = [*rustkyll, "build", "--force", "--quiet", "--source", str(site), "--destination"]
        wanted["rustkyll, clean"] = lambda: clean("rustkyll, clean", *rusts)
    wanted["onemg, one page edited"] = lambda: edited(site, kept)  # last: all others build the same
    subprocess.run(kept, check=True, capture_output=True)
    return wanted


def program(name: str) -> list[str]:
    """The words that start it; none if it is not there."""
    return shlex.split(os.environ.get(f"ONEMG_BENCH_{name.upper()}") or shutil.which(name) or "")


def emptied(folder: Path) -> Path:
    """The folder as before a first build; what was in it is removed at the end of all.

    Some file systems make files slowly for a minute after many have been removed.
    """
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}-{len(list(folder.parent.iterdir()))}"))
    return folder


def edited(site: Path, command: Sequence[str]) -> Sequence[str]:
    """The first Markdown page has another line; a document only where there are no pages."""
    pages = [path for path in site.rglob("*.md") if path.read_bytes().startswith(b"---")]
    page = min(pages, key=lambda path: (is_apart(path.relative_to(site)), path))
    with page.open("a", encoding="utf-8") as file:
        file.write("\nOne more line.\n")
    return command


def is_apart(path: Path) -> bool:
    """Whether Jekyll reads no pages there."""
    return any(part[0] in "._" for part in path.parts)


def copy(given: Path, more: str | None, site: Path) -> None:
    """The site with one configuration file, which every program reads."""
    shutil.copytree(given, site, ignore=shutil.ignore_patterns("_site", ".jekyll-cache", ".git"))
    if more is not None:
        path = site / "_config.yml"
        texts = [path.read_text(encoding="utf-8"), Path(more).read_text(encoding="utf-8")]
        merged = {key: value for text in texts for key, value in (yaml.safe_load(text) or {}).items()}
        path.write_text(yaml.safe_dump(merged, allow_unicode=True), encoding="utf-8")


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
