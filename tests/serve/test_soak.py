"""A short soak of the preview; ONEMG_SOAK sets the number of edits, 1000 in a campaign."""

import os
from pathlib import Path

from tests.support.soak import run

EDITS = int(os.environ.get("ONEMG_SOAK", "50"))


def test_under_edits_and_requests_nothing_is_stale_and_nothing_fails(tmp_path: Path) -> None:
    problems, facts = run(tmp_path, EDITS, seed=7)
    assert not problems, facts
