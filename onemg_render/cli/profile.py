"""The tables of `--profile`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onemg_render.build.options import BuildResult, TemplateCost

PROFILE_ROWS: Final = 50


def profile(result: "BuildResult") -> Iterator[str]:
    """What `--profile` prints: phases, what was kept, costly templates (upstream `profiler.rb`)."""
    yield "Build Process Summary:\n"
    phases = [(name.upper(), f"{seconds:.4f}") for name, seconds in result.phases.items()]
    yield from grid([("PHASE", "TIME"), *phases, ("TOTAL TIME", f"{sum(result.phases.values()):.4f}")])
    if result.reuse:
        yield "\nKept Results:\n"
        rows = [(one.name, str(one.kept), str(one.made)) for one in result.reuse]
        yield from grid([("RESULTS", "KEPT", "MADE"), *rows])
    costs = sorted(result.templates, key=lambda cost: -cost.seconds)
    if costs:
        yield "\nSite Render Stats:\n"
        yield from grid([("Filename", "Count", "Bytes", "Time"), *map(cells, costs[:PROFILE_ROWS])])
    yield ""


def cells(cost: "TemplateCost") -> Sequence[str]:
    return cost.path, str(cost.renders), f"{cost.size / 1024:.2f}K", f"{cost.seconds:.3f}"


def grid(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns: the first one left-aligned, numbers right-aligned, a line below the heading."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        first, *others = (f"{cell:<{width}}" if not index else f"{cell:>{width}}"
                          for index, (cell, width) in enumerate(zip(row, widths, strict=True)))  # fmt: skip
        yield " | ".join([first, *others])
        if not number:
            yield "-+-".join("-" * width for width in widths)
