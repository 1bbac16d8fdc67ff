"""`onemg build`: sources in, site out; the counts and the times at the end."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TextIO

from onemg_render.build.unchanged import SAID, SECONDS, asked, write_parts
from onemg_render.cli.console import console_reporter
from onemg_render.cli.options import add_build, build_options, overrides
from onemg_render.reporting import Message, Reporter, Severity

if TYPE_CHECKING:
    from onemg_render.build.options import BuildResult


def arguments(parser: ArgumentParser) -> None:
    add_build(parser)
    parser.set_defaults(jobs="auto")


def run(options: Namespace, reporter: Reporter) -> int:
    """Build once, or until Ctrl-C; raises OnemgError for what stops the build, answers 1 if any error was
    reported.
    """
    from onemg_render.build.pipeline import build

    given = overrides(options) | {"serving": False}
    if options.watch:
        return keep_building(given, options, reporter)
    start = perf_counter()
    result = build(config=given, options=build_options(options), reporter=reporter)
    if options.profile:
        from onemg_render.cli.profile import profile

        reporter.info("\n".join(profile(result)))
    said = list(reporter.messages)
    reporter.info(f"done in {perf_counter() - start:.3f} seconds. {extent(result)}.")
    code = finish(reporter, strict=options.strict)
    if options.watch is None and result.config.get("watch") not in (None, False):
        return keep_building(given, options, reporter)
    if code == 0 and result.seen is not None and not (options.profile or options.verbose or options.fresh):
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


def keep_building(given: Mapping[str, object], options: Namespace, reporter: Reporter) -> int:
    """Build on every change; errors do not end it, Ctrl-C does, with exit code 0 as in Jekyll."""
    from onemg_render.cli.watching import ended_by_signals, repeated
    from onemg_render.serve.session import watch

    with ended_by_signals():
        watch(
            {**given, "watch": True},
            build_options(options)._replace(jobs=1),  # a process with threads is not to be forked
            build=repeated(options),
            reporter=reporter,
            polling=options.force_polling,
        )
    reporter.info("Halting auto-regeneration.")
    return 0


def finish(reporter: Reporter, *, strict: bool) -> int:
    """The counts of what was reported, in the last line, and the exit code that they make."""
    counts = counted(reporter)
    if counts:
        reporter.info(", ".join(counts.values()), topic="Reported")
    return 1 if "error" in counts or ("warning" in counts and strict) else 0


def counted(reporter: Reporter) -> dict[Severity, str]:
    """How much of each severity was told, as `2 errors`; only what there was."""
    severities: tuple[Severity, ...] = ("error", "warning", "hint")
    counts = {severity: reporter.count(severity) for severity in severities}
    return {severity: plural(count, severity) for severity, count in counts.items() if count}


def plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def extent(result: "BuildResult") -> str:
    return (
        f"{plural(result.rendered, 'page')} rendered, {plural(len(result.changed.written), 'file')} written"
    )
