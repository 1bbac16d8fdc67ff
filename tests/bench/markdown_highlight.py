"""How fast are Markdown pages converted with their code highlighted, nothing kept from before?

ONEMG_BENCH_PAGES=folder for other pages than the manual's.
"""

import statistics
from collections.abc import Sequence

from onemg_render.markdown import Converter
from onemg_render.markdown.highlight import Highlighter
from tests.bench.markdown_engines import RUBY, convert_all, median_cpu, pages, ruby_seconds
from tests.support.ruby_kramdown import SITE_SETTINGS

REPEAT = 5
HIGHLIGHTED = {**SITE_SETTINGS, "syntax_highlighter": "rouge"}


def run() -> list[str]:
    sources = pages()
    ours = statistics.median(median_cpu(lambda: cold(sources), 1) for _ in range(REPEAT))
    ruby = ruby_seconds(sources, REPEAT, HIGHLIGHTED)
    shown = [f"{'onemg':22} {ours:7.3f} s   1.00 x onemg"]
    if ruby is not None:
        shown.append(f"{RUBY + ' with Rouge':22} {ruby:7.3f} s  {ruby / ours:5.2f} x onemg")
    return shown


def cold(sources: Sequence[str]) -> None:
    """With a highlighter of its own, which remembers no block."""
    convert_all(Converter(HIGHLIGHTED, highlight=Highlighter()).convert, sources)
