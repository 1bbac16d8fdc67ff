"""Made-up documents beside what Ruby's kramdown makes of them: a few by default, all of a campaign on demand.

`ONEMG_FUZZ=10000 python -m pytest tests/markdown/test_fuzz.py` runs a campaign.
"""

import os
import sys

import pytest

from tests.support.compare_markdown import comparisons
from tests.support.ruby_kramdown import is_installed

COUNT = int(os.environ.get("ONEMG_FUZZ", "300"))
SEED = 2026


@pytest.mark.ruby
@pytest.mark.skipif(not is_installed(), reason="needs Ruby with kramdown and kramdown-parser-gfm")
def test_made_up_documents_are_equal(capsys: pytest.CaptureFixture[str]) -> None:
    found = [comparison for comparison in comparisons(SEED, COUNT) if comparison.expected is not None]
    with capsys.disabled():
        sys.stdout.write(f" {len(found)} documents compared ")
    assert len(found) > COUNT * 0.9
    assert [comparison for comparison in found if comparison.differs] == []
