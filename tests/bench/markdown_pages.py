"""How fast are Markdown pages converted, without highlighting? (ONEMG_BENCH_PAGES=folder for other pages)"""

from tests.bench.markdown_engines import compare, pages

REPEAT = 7


def run() -> list[str]:
    sources = pages()
    seconds = compare(sources, REPEAT)
    ours = seconds["onemg"]
    size = sum(len(source) for source in sources)
    return [
        f"{len(sources)} pages, {size / 1000:.0f} k characters",
        *(f"{name:22} {one:7.3f} s  {one / ours:5.2f} x onemg" for name, one in seconds.items()),
    ]
