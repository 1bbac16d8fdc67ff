"""How the process ends: with its exit code, all its output, and what others left for the exit done."""

import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = """
import atexit, pathlib, threading, time
from onemg_render.plugins.api import Extensions

def extensions():
    return Extensions()

def later(name, seconds):
    time.sleep(seconds)
    (pathlib.Path(__file__).parent.parent / name).touch()

atexit.register(later, "at_exit", 0)
threading.Thread(target=later, args=("in_thread", 0.3)).start()
"""


def onemg(*words: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "onemg_render", *map(str, words)], capture_output=True, text=True, check=False
    )


def test_what_waits_for_the_exit_is_done(tmp_path: Path) -> None:
    (tmp_path / "_plugins").mkdir()
    (tmp_path / "_plugins" / "late.py").write_text(PLUGIN)
    (tmp_path / "index.md").write_text("---\n---\nHello\n")
    done = onemg("build", "-s", tmp_path, "-d", tmp_path / "_site")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "at_exit").exists()
    assert (tmp_path / "in_thread").exists()


@pytest.mark.parametrize(
    ("text", "code"), [("Hello", 0), ("{% include missing.html %}", 1)], ids=["well", "with an error"]
)
def test_the_exit_code_and_all_output_arrive(tmp_path: Path, text: str, code: int) -> None:
    (tmp_path / "index.md").write_text(f"---\n---\n{text}\n")
    done = onemg("build", "-s", tmp_path, "-d", tmp_path / "_site")
    assert done.returncode == code
    assert ("done in" in done.stdout) == (code == 0)
    assert ("missing.html" in done.stderr) == (code == 1)


def test_an_output_that_is_closed_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("---\n---\nHello\n")
    command = [sys.executable, "-m", "onemg_render", "build", "-s", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait(30) != 0
