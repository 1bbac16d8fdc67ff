"""How a command line ends, whatever happens in the command."""

import subprocess
import sys

import pytest

from onemg_render.cli import new
from onemg_render.cli.main import COMMANDS, Row, main
from onemg_render.errors import BuildErrors, ConfigError, DataError


def fails_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    def run(*_: object) -> int:
        raise error

    monkeypatch.setattr(new, "run", run)
    return main(["new", "x"])


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (ConfigError("no such thing", path="_config.yml", line=2), 1, "_config.yml:2: error: no such thing"),
        (BuildErrors((DataError("one"), DataError("two"))), 1, "error: one\nerror: two"),
        (KeyboardInterrupt(), 130, ""),
        (ZeroDivisionError("oh"), 3, "a mistake of onemg, not yours: ZeroDivisionError: oh"),
    ],
    ids=["expected", "several", "interrupted", "unexpected"],
)
def test_exit_codes(
    error: BaseException,
    code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert fails_with(error, monkeypatch) == code
    shown = capsys.readouterr().err
    assert said in shown
    assert "Traceback" not in shown


def test_trace_shows_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--trace", "--limit_posts", "many"]) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_every_command_has_help(row: Row, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([row.name, "--help"]) == 0
    assert f"usage: onemg {row.name}" in capsys.readouterr().out


def test_the_overview_loads_nothing_heavy() -> None:
    code = "import sys; from onemg_render.cli.main import main; main(['--help']); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "argparse" in loaded
    assert not loaded & {"jinja2", "mistune", "pygments", "yaml", "rich", "frontmatter", "onemg_render.build"}
