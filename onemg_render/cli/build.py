"""`onemg build`: sources in, site out; the counts and the times at the end."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final, TextIO

from onemg_render.build.unchanged import SAID, SECONDS, asked, write_parts
from onemg_render.cli.console import console_reporter
from onemg_render.cli.options import add_build, build_options, overrides
from onemg_render.errors import UsageError
from onemg_render.reporting import Message, Reporter

if TYPE_CHECKING:
    from onemg_render.build.options import BuildResult, TemplateCost

PROFILE_ROWS: Final = 50


def arguments(parser: ArgumentParser) -> None:
    add_build(parser)


def run(options: Namespace, reporter: Reporter) -> int:
    """Build once; raises OnemgError for what stops the build, answers 1 if any error was reported."""
    from onemg_render.build.pipeline import build

    if options.watch:
        raise UsageError("`build --watch` is not there", hint="`onemg serve` builds on every change")
    start = perf_counter()
    result = build(config=overrides(options), options=build_options(options), reporter=reporter)
    if options.profile:
        reporter.info("\n".join(profile(result)))
    said = list(reporter.messages)
    reporter.info(f"done in {perf_counter() - start:.3f} seconds. {extent(result)}.")
    code = finish(reporter, strict=options.strict)
    if code == 0 and result.seen is not None and not (options.profile or options.verbose):
        remember(result.seen, said, options)
    return code


def remember(seen: tuple[Path, str], said: Sequence[Message], options: Namespace) -> None:
    """Keep what a build says that finds nothing changed: the same, but for what was done."""
    path, number = seen
    texts: list[str] = []
    reporter = console_reporter(options, Copy("1", sys.stdout, texts), Copy("2", sys.stderr, texts))
    for message in said:
        reporter.report(message)
    reporter.info(f"done in {SECONDS} seconds. 0 pages rendered, 0 files written.")
    finish(reporter, strict=options.strict)
    write_parts(str(path.with_suffix(SAID)), [number, asked(options.words), *texts])


class Copy(StringIO):
    """Stands for a stream, and keeps what is written to it: texts after the stream's number."""

    def __init__(self, number: str, stream: TextIO, texts: list[str]) -> None:
        super().__init__()
        self._number = number
        self._stream = stream
        self._texts = texts

    def isatty(self) -> bool:
        return self._stream.isatty()

    def write(self, text: str) -> int:
        self._texts.append(self._number + text)
        return len(text)


def finish(reporter: Reporter, *, strict: bool) -> int:
    """The counts of what was reported, in the last line, and the exit code that they make."""
    errors, warnings = reporter.count("error"), reporter.count("warning")
    if errors or warnings:
        counts = ", ".join(
            plural(count, word) for count, word in ((errors, "error"), (warnings, "warning")) if count
        )
        reporter.info(counts, topic="Reported")
    return 1 if errors or (warnings and strict) else 0


def plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def extent(result: "BuildResult") -> str:
    return f"{plural(result.rendered, 'page')} rendered, {plural(len(result.written), 'file')} written"


def profile(result: "BuildResult") -> Iterator[str]:
    """What `--profile` prints: the phases, then the costliest templates (upstream `profiler.rb`)."""
    yield "Build Process Summary:\n"
    phases = [(name.upper(), f"{seconds:.4f}") for name, seconds in result.phases.items()]
    yield from grid([("PHASE", "TIME"), *phases, ("TOTAL TIME", f"{sum(result.phases.values()):.4f}")])
    costs = sorted(result.templates, key=lambda cost: -cost.seconds)
    if costs:
        yield "\nSite Render Stats:\n"
        yield from grid([("Filename", "Count", "Bytes", "Time"), *map(cells, costs[:PROFILE_ROWS])])
    yield ""


def cells(cost: "TemplateCost") -> Sequence[str]:
    return cost.path, str(cost.count), f"{cost.size / 1024:.2f}K", f"{cost.seconds:.3f}"


def grid(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns: the first one left-aligned, numbers right-aligned, a line below the heading."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        first, *others = (f"{cell:<{width}}" if not index else f"{cell:>{width}}"
                          for index, (cell, width) in enumerate(zip(row, widths, strict=True)))  # fmt: skip
        yield " | ".join([first, *others])
        if not number:
            yield "-+-".join("-" * width for width in widths)
