"""How fast is each of kramdown's constructs converted, beside Ruby kramdown?"""

from functools import partial
from pathlib import Path

from onemg_render.markdown import Converter
from tests.bench.markdown_engines import ROOT, convert_all, median_cpu, ruby_seconds
from tests.support.ruby_kramdown import SITE_SETTINGS

CASES = ROOT / "tests" / "cases" / "markdown"
REPEAT = 5
TIMES = 20


def texts_of(folder: Path) -> list[str]:
    """The documents of the folder that need no options, many times over."""
    pages = [page for page in sorted(folder.glob("*.md")) if not page.with_suffix(".options").exists()]
    return [(page.read_bytes().decode("utf-8") + "\n\n") * TIMES for page in pages]


def run() -> list[str]:
    converter = Converter(SITE_SETTINGS)
    lines = []
    for folder in sorted(path for path in CASES.iterdir() if path.is_dir()):
        sources = texts_of(folder)
        if not sources:
            continue
        ours = median_cpu(partial(convert_all, converter.convert, sources), REPEAT)
        ruby = ruby_seconds(sources, REPEAT)
        beside = "" if ruby is None else f"  Ruby kramdown {ruby:7.4f} s, {ruby / ours:5.2f} x"
        lines.append(f"{folder.name:16} {ours:7.4f} s{beside}")
    return lines
