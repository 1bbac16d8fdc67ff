"""Bounds end with the run that they are for."""

from argparse import Namespace

import pytest

from onemg_render.cli.bounds import bounded

resource = pytest.importorskip("resource", reason="there is no bound on memory on this system")


def test_memory_is_bounded_for_one_run_only() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    with bounded("build", Namespace(safe=True)):
        assert resource.getrlimit(resource.RLIMIT_AS) != before
    assert resource.getrlimit(resource.RLIMIT_AS) == before
