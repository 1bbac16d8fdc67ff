"""Markdown engines side by side: the same texts, CPU seconds, medians."""

import json
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import mistune
from markdown_it import MarkdownIt

from onemg_render.markdown import Converter
from tests.support.parity_markdown import texts
from tests.support.ruby_kramdown import SITE_SETTINGS, is_installed

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("ruby_markdown.rb")
PLUGINS = ("strikethrough", "footnotes", "table", "task_lists", "def_list", "abbr", "math")
RUBY = "Ruby kramdown"


def pages() -> list[str]:
    """The Markdown pages of ONEMG_BENCH_PAGES (a folder), or those of the manual."""
    folder = Path(os.environ.get("ONEMG_BENCH_PAGES", ROOT / "content"))
    return [text for _, text in texts(folder)]


def median_cpu(job: Callable[[], object], repeat: int) -> float:
    seconds = []
    for _ in range(repeat):
        begin = time.process_time()
        job()
        seconds.append(time.process_time() - begin)
    return statistics.median(seconds)


def python_engines() -> Mapping[str, Callable[[str], object]]:
    return {
        "onemg": Converter(SITE_SETTINGS).convert,
        "mistune": mistune.create_markdown(escape=False),
        "mistune with plug-ins": mistune.create_markdown(escape=False, plugins=list(PLUGINS)),
        "markdown-it-py": MarkdownIt().enable(["table", "strikethrough"]).render,
    }


def ruby_seconds(
    sources: Sequence[str], repeat: int, options: Mapping[str, object] = SITE_SETTINGS
) -> float | None:
    """Ruby kramdown's median; None where it is not installed."""
    if not is_installed():
        return None
    job = json.dumps({"texts": sources, "options": options, "repeat": repeat})
    found = subprocess.run(["ruby", str(SCRIPT)], input=job, capture_output=True, text=True, check=True)
    return float(json.loads(found.stdout))


def convert_all(convert: Callable[[str], object], sources: Sequence[str]) -> None:
    for source in sources:
        convert(source)


def compare(sources: Sequence[str], repeat: int) -> dict[str, float]:
    """Seconds by engine for all texts."""
    seconds = {}
    for name, convert in python_engines().items():
        job = partial(convert_all, convert, sources)
        job()
        seconds[name] = median_cpu(job, repeat)
    ruby = ruby_seconds(sources, repeat)
    return seconds if ruby is None else {**seconds, RUBY: ruby}
