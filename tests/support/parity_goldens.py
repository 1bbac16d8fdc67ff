"""Builds all golden sites anew with the originals that made them, and says whether onemg gives the same.

`make parity` runs this. The commands stand in JEKYLL (4.4.1), JEKYLL3 (3.10.0) and JEKYLL_PAGES (3.10.0 in
the frame of the github-pages gem); a site is left out, and told, if its original is absent or cannot build
it, as for want of a gem.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from tests.support.goldens import Golden, goldens
from tests.support.parity import Outcome, compared, site_parser, write
from tests.support.tree_diff import Likeness

COMMANDS: Final[Mapping[str, str]] = {"jekyll4": "JEKYLL", "jekyll3": "JEKYLL3", "pages": "JEKYLL_PAGES"}
DEPARTURES: Final = Path(__file__).parent.parent / "cases" / "departures.yml"
STYLE_SHEETS: Final = (".css", ".map")


@dataclass(frozen=True, slots=True)
class Verdict:
    """different: files that differ and should not. left_out: why the original could not be asked."""

    golden: Golden
    different: tuple[str, ...] = ()
    failure: str = ""
    left_out: str = ""

    @property
    def is_alike(self) -> bool:
        return not (self.different or self.failure or self.left_out)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="golden sites (default: all)")
    names = parser.parse_args().names
    departures = yaml.safe_load(DEPARTURES.read_text(encoding="utf-8"))
    verdicts = []
    for golden in goldens():
        if not names or golden.site.name in names:
            verdicts.append(judged(golden, departures))
            write(*told(verdicts[-1]))
    write(*summary(verdicts, departures))
    return 0 if any(verdict.is_alike for verdict in verdicts) and not failed(verdicts) else 1


def failed(verdicts: list[Verdict]) -> list[Verdict]:
    return [verdict for verdict in verdicts if verdict.different or verdict.failure]


def judged(golden: Golden, departures: list[dict[str, Any]]) -> Verdict:
    command = os.environ.get(COMMANDS[golden.original])
    if not command:
        return Verdict(golden, left_out=f"{COMMANDS[golden.original]} names no command")
    with tempfile.TemporaryDirectory(prefix="parity-") as scratch:
        outcome = built(golden, command, Path(scratch))
        if outcome.diff is None:
            if outcome.failure.startswith(command):
                return Verdict(golden, left_out=outcome.failure.splitlines()[-1])
            return Verdict(golden, failure=outcome.failure)
        different = tuple(unlike(outcome))
    listed = {file for departure in departures for file in departure.get("files", ())}
    return Verdict(golden, tuple(name for name in different if f"{golden.name}/{name}" not in listed))


def built(golden: Golden, command: str, scratch: Path) -> Outcome:
    arguments = [str(golden.source), "--jekyll", command]
    if golden.settings:
        settings = scratch / "settings.yml"
        settings.write_text(yaml.safe_dump(golden.settings), encoding="utf-8")
        arguments += ["--config", str(settings)]
    if golden.compat:
        arguments += ["--compat", golden.compat]
    return compared(golden.name, golden.source, site_parser().parse_args(arguments), scratch / "built")


def unlike(outcome: Outcome) -> Iterator[str]:
    """Style sheets are compared as documents, since each Sass compiler has a layout of its own."""
    assert outcome.diff is not None
    yield from outcome.diff.missing
    yield from outcome.diff.extra
    for name, likeness in outcome.diff.files.items():
        if likeness > (Likeness.DOCUMENT if name.endswith(STYLE_SHEETS) else Likeness.BYTES):
            yield name


def told(verdict: Verdict) -> Iterator[str]:
    if verdict.left_out:
        yield f"{verdict.golden.name}: left out: {verdict.left_out}"
    if verdict.failure:
        yield f"{verdict.golden.name}: {verdict.failure}"
    for name in verdict.different:
        yield f"{verdict.golden.name}: {name} differs"


def summary(verdicts: list[Verdict], departures: list[dict[str, Any]]) -> Iterator[str]:
    for original in COMMANDS:
        mine = [verdict for verdict in verdicts if verdict.golden.original == original]
        alike = sum(verdict.is_alike for verdict in mine)
        left_out = sum(bool(verdict.left_out) for verdict in mine)
        if mine:
            yield f"{original}: {alike} of {len(mine) - left_out} golden sites alike, {left_out} left out"
    yield f"{len(departures)} departures on purpose:"
    yield from (f"  {one['what']}: {' '.join(one['reason'].split())}" for one in departures)


if __name__ == "__main__":
    sys.exit(main())
