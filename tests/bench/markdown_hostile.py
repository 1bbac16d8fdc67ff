"""How long does text take that is made to be slow? 10 000 and 100 000 characters of each pattern."""

from collections.abc import Mapping
from functools import partial

from onemg_render.markdown import Converter
from tests.bench.markdown_engines import median_cpu

SIZES = (10_000, 100_000)
REPEATED: Mapping[str, str] = {
    "images opened": "![",
    "emphasis opened": "**a *b ",
    "quotes in one another": "> ",
    "lists on a line": "- ",
    "tags opened": "<b>",
    "tags and emphasis": "<b>*",
    "links opened": "[a](",
    "fences opened": "~~~a\n",
    "comments opened": "<div><!--",
}


def documents(size: int) -> dict[str, str]:
    texts = {name: piece * (size // len(piece)) for name, piece in REPEATED.items()}
    texts["lists on a line"] += "x"
    texts["brackets in one another"] = "[" * (size // 2) + "]" * (size // 2)
    texts["brackets crossed"] = "[" * (size // 2) + "](x)" * (size // 8)
    return texts


def run() -> list[str]:
    converter = Converter()
    seconds = {
        size: {
            name: median_cpu(partial(converter.convert, text), 1) for name, text in documents(size).items()
        }
        for size in SIZES
    }
    return [
        f"{name:24} " + "  ".join(f"{size // 1000:4} k {seconds[size][name]:7.3f} s" for size in SIZES)
        for name in seconds[SIZES[0]]
    ]
