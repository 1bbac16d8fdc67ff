"""`onemg diff BEFORE AFTER`: which pages of two built sites differ, for whoever reviews a change."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onemg_render.cli.options import whole_number
from onemg_render.errors import UsageError
from onemg_render.reporting import Reporter

if TYPE_CHECKING:
    from onemg_render.check.site_diff import PageChange

MOST_NAMES: Final = 3
TOPICS: Final = {
    "text": "Text changed",
    "added": "Added",
    "removed": "Removed",
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
    changes = list(compare_sites(options.before, options.after, options.only))
    for alike in grouped(changes):
        reporter.repeat("info", described(alike, options.lines), topic=TOPICS[alike[0].change])
    counts: Counter[str] = Counter(change.change for change in changes)
    told = ", ".join(
        f"{counts[change]} {topic.lower()}" for change, topic in TOPICS.items() if counts[change]
    )
    reporter.info(told or "the sites are equal", topic="Compared")
    return 1 if counts and options.exit_code else 0


def grouped(changes: Sequence["PageChange"]) -> "list[list[PageChange]]":
    """Pages with the very same change together, what readers notice before what only browsers see."""
    alike: dict[tuple[str, ...], list[PageChange]] = {}
    for change in changes:
        alike.setdefault((change.change, *(change.lines or [change.path])), []).append(change)
    order = list(TOPICS)
    return sorted(alike.values(), key=lambda group: order.index(group[0].change))


def described(alike: "list[PageChange]", most: int) -> str:
    """The first page with the lines that changed, and the names of the others where the same lines did."""
    first, *others = alike
    shown = [line[:200] for line in first.lines[:most]]
    if left := len(first.lines) - len(shown):
        shown.append(f"  and {left} more lines")
    if others:
        names = ", ".join(change.path for change in others[:MOST_NAMES])
        more = f" and {len(others) - MOST_NAMES} more" if len(others) > MOST_NAMES else ""
        shown.append(f"  the same in {names}{more}")
    return "\n".join([first.path, *shown])
