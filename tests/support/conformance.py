"""Runs the upstream suites kept outside of the project: `python -m tests.support.conformance FOLDER`.

Prints how many cases ran and each failure that is on no list of known departures; a listed case that passes
fails the run, too. Each suite is a module with `run(folder) -> Outcome`.
"""

import sys
from pathlib import Path

from tests.support import conformance_liquid, conformance_markdown

SUITES = (conformance_liquid.run, conformance_markdown.run)


def main(folder: Path) -> int:
    outcomes = [suite(folder) for suite in SUITES]
    for outcome in outcomes:
        sys.stdout.write(outcome.report())
    return 0 if all(outcome.passed for outcome in outcomes) else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.support.conformance FOLDER")
    sys.exit(main(Path(sys.argv[1])))
