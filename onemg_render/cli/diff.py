"""`onemg diff BEFORE AFTER`: which pages of two built sites differ, for whoever reviews a change."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onemg_render.cli.options import whole_number
from onemg_render.errors import UsageError
from onemg_render.reporting import Reporter

if TYPE_CHECKING:
    from onemg_render.check.site_diff import PageChange

TOPICS: Final = {
    "added": "Added",
    "removed": "Removed",
    "text": "Text changed",
    "markup": "Markup changed",
    "file": "File changed",
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("before", type=Path, help="the folder of a built site")
    parser.add_argument("after", type=Path, help="the folder of another")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="only paths like this: 'docs/*.html'")
    parser.add_argument(
        "--lines", type=whole_number, default=10, metavar="N", help="lines shown of each page"
    )
    parser.add_argument("--exit-code", action="store_true", help="answer 1 if anything differs")


def run(options: Namespace, reporter: Reporter) -> int:
    """Tell every change and then their counts; raises UsageError if a folder is not there."""
    from onemg_render.check.site_diff import compare_sites

    for folder in (options.before, options.after):
        if not folder.is_dir():
            raise UsageError(
                f"there is no folder `{folder}`", hint="build both sites first: onemg build -d FOLDER"
            )
    counts: Counter[str] = Counter()
    for change in compare_sites(options.before, options.after, options.only):
        counts[change.change] += 1
        reporter.repeat("info", described(change, options.lines), topic=TOPICS[change.change])
    told = ", ".join(
        f"{counts[change]} {topic.lower()}" for change, topic in TOPICS.items() if counts[change]
    )
    reporter.info(told or "the sites are equal", topic="Compared")
    return 1 if counts and options.exit_code else 0


def described(change: "PageChange", most: int) -> str:
    shown = [line[:200] for line in change.lines[:most]]
    left = len(change.lines) - len(shown)
    return "\n".join([change.path, *shown, *([f"  and {left} more lines"] if left else [])])
