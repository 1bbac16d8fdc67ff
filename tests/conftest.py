"""What all tests share: a fixed time zone, no network, and the flag that rewrites our own expectations."""

import os
import signal
import sys
import time
from collections.abc import Iterator

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="rewrite the expectations that are ours; those of the Ruby originals stay",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-goldens") and os.environ.get("CI"):
        raise pytest.UsageError("expectations are not rewritten in CI")
    os.environ["TZ"] = "UTC"
    os.environ["ONEMG_OFFLINE"] = "1"
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in a shell's background; programs inherit it
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def recursion_limit() -> Iterator[None]:
    """Deeply nested Markdown raises it for good, which would decide what later tests find too deep."""
    before = sys.getrecursionlimit()
    yield
    sys.setrecursionlimit(before)


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-goldens"))
