"""How a command line ends, whatever happens in the command."""

import subprocess
import sys
from pathlib import Path

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


def test_profile_tells_what_each_phase_and_template_cost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_text("---\n---\n{{ 'a' | upcase }}", encoding="utf-8")
    assert main(["build", "--profile", "-s", str(tmp_path), "-d", str(tmp_path / "_site")]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["PHASE", "|", "TIME"] in rows
    assert ["Pages", "|", "0", "|", "1"] in rows
    assert [row[:6] for row in rows if row[:1] == ["index.html"]] == [
        ["index.html", "|", "1", "|", "0.00K", "|"]
    ]


def test_folders_of_layouts_and_plug_ins_can_be_named(tmp_path: Path) -> None:
    files = {
        "index.html": "---\nlayout: a\n---\n{{ 'x' | shout }}",
        "_other/a.html": "A {{ content }}",
        "house/shout.py": "from onemg_render.plugins.api import Extensions\n\n\n"
        "def extensions():\n    return Extensions(filters={'shout': str.upper})\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    folders = ["--layouts", "_other", "--plugins", str(tmp_path / "house")]
    assert main(["build", "-q", "-s", str(tmp_path), "-d", str(tmp_path / "_site"), *folders]) == 0
    assert (tmp_path / "_site" / "index.html").read_text(encoding="utf-8") == "A X"
