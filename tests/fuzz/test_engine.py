"""Sites made from grammars, then broken: the engine builds them or says what is wrong, soon, and never falls.

ONEMG_FUZZ sets the number of sites: 500 in CI, 20,000 in a campaign. One in fifty goes to the command, too.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Final

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.errors import OnemgError
from onemg_render.output.destination import STAGING
from onemg_render.reporting import Reporter, as_text
from tests.fuzz.sites import Files, sites

COUNT: Final = int(os.environ.get("ONEMG_FUZZ", "60"))
SEED: Final = int(os.environ.get("ONEMG_FUZZ_SEED", "2026"))
SECONDS: Final = 20
SAMPLE: Final = 50
COMMANDS: Final = ("build", "check", "doctor")


class Hang(BaseException):
    """A build that took too long; nothing catches it on the way."""


@contextmanager
def bounded(seconds: int) -> Iterator[None]:
    """Raises Hang where the system has alarms; elsewhere the suite's own limit has to do."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise Hang

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def written(files: Files, folder: Path) -> None:
    for name, data in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError:  # a name that this file system does not have, or a file where a folder should be
            continue


def built(source: Path, destination: Path, *, safe: bool, strict: bool) -> bool:
    """Whether it could be built; whatever is said can be shown."""
    reporter = Reporter(lambda message: None)
    options = BuildOptions(environment="production", force=True, strict=strict)
    config = {"disable_disk_cache": True, "offline": True, **({"safe": True} if safe else {})}
    try:
        build(source, destination, config=config, options=options, reporter=reporter)
    except OnemgError as error:
        reporter.error(error)
    for message in reporter.messages:
        as_text(message)
    return not reporter.count("error")


def is_in_sample(files: Files) -> bool:
    return sha256(repr(sorted(files.items())).encode()).digest()[0] < 256 // SAMPLE


def run(command: str, source: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "onemg_render", command, "-s", str(source), "-d", str(folder), "--force"]
    return subprocess.run(
        words if command == "build" else words[:-1],
        capture_output=True,
        text=True,
        errors="replace",
        timeout=SECONDS * 3,
        check=False,
        cwd=source.parent,
        env={**os.environ, "ONEMG_OFFLINE": "1", "PYTHONPATH": os.pathsep.join(sys.path)},
    )


@seed(SEED)
@settings(max_examples=COUNT, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(sites(), st.booleans(), st.sampled_from((False, False, True)))
def test_any_site_is_built_or_refused(files: Files, safe: bool, strict: bool) -> None:
    with TemporaryDirectory() as folder:
        source, destination = Path(folder, "source"), Path(folder, "site")
        source.mkdir()
        written(files, source)
        with bounded(SECONDS):
            is_built = built(source, destination, safe=safe, strict=strict)
        assert is_built or not any(destination.glob("*")), "a build that failed has written"
        assert not (destination / STAGING).exists()
        if is_in_sample(files):
            for command in COMMANDS:
                done = run(command, source, Path(folder, command))
                assert done.returncode in (0, 1), (command, done.stderr)
                assert "Traceback (most recent call last)" not in done.stderr
