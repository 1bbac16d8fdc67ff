"""The commands as processes: what they print, and how they end (`cli/serve.py`, `cli/build.py`)."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bench.serve import await_page, free_port, get
from tests.support.sites import page, write_files

KILLS = int(os.environ.get("ONEMG_KILLS", "1"))
LONGEST_END_SECONDS = 5
SLOW = """import time
from onemg_render.plugins.api import Extensions

class Slow:
    priority = 0

    def generate(self, site, tools):
        if (tools.tree.root / "slow").exists():
            time.sleep(60)

def extensions():
    return Extensions(generators=(Slow(),))
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are another matter on Windows")


@contextmanager
def running(*words: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`onemg WORDS` beside, its output in `log`, killed in the end if it still runs."""
    with log.open("wb") as output:
        command = [sys.executable, "-m", "onemg_render", *words]
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def await_text(log: Path, text: str, count: int = 1) -> None:
    until = time.monotonic() + 30
    while log.read_text(encoding="utf-8").count(text) < count:
        assert time.monotonic() < until, log.read_text(encoding="utf-8")
        time.sleep(0.02)


def test_build_watch_speaks_as_jekyll_does(tmp_path: Path) -> None:
    source, log = tmp_path / "source", tmp_path / "log.txt"
    write_files(source, {"index.html": page("one"), "broken.html": page("whole")})
    with running("build", "--watch", "-s", str(source), "-d", str(tmp_path / "site"), log=log) as process:
        await_text(log, "Auto-regeneration")
        (source / "index.html").write_text(page("two"), encoding="utf-8")
        await_text(log, "...done")
        assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "two"
        (source / "broken.html").write_text(page("{% nothing %}"), encoding="utf-8")
        await_text(log, "Unknown tag")
        (source / "broken.html").write_text(page("whole again"), encoding="utf-8")
        await_text(log, "...done", 2)
        process.send_signal(signal.SIGINT)
        assert process.wait(LONGEST_END_SECONDS) == 0
    said = re.sub(r"[\d.]+ seconds", "N seconds", log.read_text(encoding="utf-8"))
    assert f"""
                    done in N seconds.
 Auto-regeneration: enabled for '{source}'
      Regenerating: 1 file(s) changed at NOW
                    index.html
                    ...done in N seconds.
""" in re.sub(r"\d+-\d+-\d+ \d+:\d+:\d+", "NOW", said)
    assert said.endswith("Halting auto-regeneration.\n")


def test_build_watches_if_the_configuration_says_so(tmp_path: Path) -> None:
    source, log = tmp_path / "source", tmp_path / "log.txt"
    write_files(source, {"index.html": page("one"), "_config.yml": "watch: true\n"})
    with running("build", "-s", str(source), "-d", str(tmp_path / "site"), log=log) as process:
        await_text(log, "Auto-regeneration: enabled")
        process.send_signal(signal.SIGINT)
        assert process.wait(LONGEST_END_SECONDS) == 0
    command = [sys.executable, "-m", "onemg_render", "build", "--no-watch", "-s", str(source)]
    assert subprocess.run([*command, "-d", str(tmp_path / "site")], timeout=30, check=False).returncode == 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_the_preview_ends_at_once_even_during_a_build(tmp_path: Path, how: signal.Signals) -> None:
    source, log = tmp_path / "source", tmp_path / "log.txt"
    write_files(source, {"index.html": page("one"), "_plugins/slow.py": SLOW})
    with running("serve", "-s", str(source), "--port", str(free_port()), log=log) as process:
        await_text(log, "Auto-regeneration")
        (source / "slow").touch()
        await_text(log, "Regenerating")
        time.sleep(0.2)
        process.send_signal(how)
        assert process.wait(LONGEST_END_SECONDS) == 0
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_a_preview_that_was_killed_starts_again_as_if_nothing_had_been(tmp_path: Path) -> None:
    source, log = tmp_path / "source", tmp_path / "log.txt"
    pages = {f"{number}.html": page(f"page {number}", layout="base") for number in range(50)}
    write_files(source, {"_layouts/base.html": "<main>{{ content }}</main>", **pages})
    chance = random.Random(KILLS)
    port = free_port()
    for round_ in range(KILLS):
        with running("serve", "-s", str(source), "--port", str(port), log=log):
            await_page(port, "/49.html", "page 49")
            (source / "_layouts/base.html").write_text(f"<b>{round_} {{{{ content }}}}</b>", encoding="utf-8")
            time.sleep(chance.uniform(0, 0.3))
        with running("serve", "-s", str(source), "--port", str(port), log=log):
            await_text(log, "done in")
            for number in range(50):
                assert f"<b>{round_} page {number}</b>" in get(port, f"/{number}.html")
