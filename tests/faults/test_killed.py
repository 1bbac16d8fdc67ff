"""A build killed at any moment: every file is whole, nothing else is touched, the next build is right.

ONEMG_KILLS sets how often: a few by default, 200 in a campaign.
"""

import os
import random
import time
from pathlib import Path
from typing import Final

import pytest

from onemg_render.output.destination import STAGING
from tests.faults.sites import (
    STATES,
    build_words,
    built,
    expected,
    finished,
    onemg,
    put,
    sources,
    tree,
    wrong,
)

KILLS: Final = int(os.environ.get("ONEMG_KILLS", "3"))


@pytest.mark.skipif(os.name == "nt", reason="a process that is killed there takes none of its own with it")
def test_builds_killed_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(2026)
    source, site = tmp_path / "work" / "source", tmp_path / "work" / "site"
    states = expected(tmp_path / "expected")
    put(source, sources(STATES[0]))
    start = time.perf_counter()
    assert finished(onemg(*build_words(source, site)))[0] == 0
    seconds = time.perf_counter() - start
    assert tree(site) == states[STATES[0]]
    surroundings = sorted(path.name for path in source.parent.iterdir())
    interrupted = 0
    for number in range(KILLS):
        old, new = STATES[number % 2], STATES[(number + 1) % 2]
        put(source, sources(new))
        jobs = 1 + (number + 1) // 2 % 2
        process = onemg(*build_words(source, site), "--jobs", jobs)
        time.sleep(chance.uniform(0.2, 1.0) * seconds)
        process.kill()
        interrupted += finished(process)[0] != 0
        assert wrong(tree(site), states[old], states[new]) == []
        assert sorted(path.name for path in source.parent.iterdir()) == surroundings
        assert tree_of_sources(source) == {name: text.encode() for name, text in sources(new).items()}
        assert built(source, site) == states[new], f"after kill {number}"
        assert not (site / STAGING).exists()
    assert interrupted


def tree_of_sources(source: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(source).items() if not name.startswith(".jekyll-cache")}
