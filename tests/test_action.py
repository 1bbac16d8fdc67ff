"""The GitHub Action does what it says: its shell steps run in a scratch checkout, as a runner runs them."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from onemg_render.cli.main import main
from tests.support.sites import page, write_files

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
INSTALL = next(step for step in STEPS if step.get("name") == "Install onemg")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SITE = {
    "_config.yml": "title: A site\n",
    "_layouts/default.html": "<!doctype html><html lang=en><title>{{ page.title }}</title>"
    "{{ jekyll.environment }} {{ '/a' | relative_url }} {{ content }}</html>\n",
    "index.md": "---\ntitle: Start\nlayout: default\n---\n# Start\n",
}

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None, reason="needs the bash of a runner"
)


class Runner:
    """A runner of GitHub's, as far as shell steps see it: files, variables and `${{ … }}`."""

    def __init__(self, folder: Path, temp: Path) -> None:
        self.checkout, self.temp = folder / "checkout", temp
        self.path_file = temp / "github_path"
        self.path_file.touch()
        for name, text in SITE.items():
            (self.checkout / name).parent.mkdir(parents=True, exist_ok=True)
            (self.checkout / name).write_text(text, encoding="utf-8")

    def run(
        self, inputs: dict[str, str], *, event: str = "push", fork: bool = False, install: bool = False
    ) -> dict[str, str]:
        """The output of each step that ran, by its name; `used: …` for those of other actions."""
        known = {f"inputs.{name}": str(given.get("default", "")) for name, given in ACTION["inputs"].items()}
        known |= {f"inputs.{name}": value for name, value in inputs.items()}
        known |= {"github.event_name": event, "runner.temp": str(self.temp), "runner.os": "Linux"}
        known |= {"github.token": "", "github.event.pull_request.head.repo.fork": "true" if fork else ""}
        known |= {
            "steps.python.outputs.python-path": sys.executable,
            "github.run_id": "1",
            "github.run_attempt": "1",
        }
        said = {}
        for step in [INSTALL] if install else [step for step in STEPS if step != INSTALL]:
            if holds(step.get("if"), known):
                name = step.get("name") or step["uses"]
                said[name] = (
                    self.shell(step, known) if "run" in step else f"used: {filled(step['with'], known)}"
                )
        return said

    def shell(self, step: dict[str, Any], known: dict[str, str]) -> str:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]  # values come by variables: they cannot become commands
        script = self.temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        paths = reversed(self.path_file.read_text(encoding="utf-8").split())
        environment = {
            **os.environ,
            **filled(step.get("env", {}), known),
            "PATH": os.pathsep.join([*paths, os.environ["PATH"]]),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_PATH": str(self.path_file),
            "PIP_NO_INDEX": "1",
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = subprocess.run(
            command, cwd=self.checkout, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        ended = f"[exit {done.returncode}]" if done.returncode else ""
        return f"{done.stdout}{done.stderr}{ended}"


def filled(values: dict[str, Any], known: dict[str, str]) -> dict[str, str]:
    """Values with each `${{ a || b }}` replaced by the first of its names that has a value."""

    def value(match: re.Match[str]) -> str:
        return next((known[name.strip()] for name in match[1].split("||") if known[name.strip()]), "")

    return {key: re.sub(r"\$\{\{(.+?)\}\}", value, str(text)) for key, text in values.items()}


def holds(condition: str | None, known: dict[str, str]) -> bool:
    parts = (re.fullmatch(r"\s*([\w.]+) (==|!=) '(.*)'\s*", part) for part in (condition or "").split("&&"))
    return all(part is None or (known[part[1]] == part[3]) == (part[2] == "==") for part in parts)


@pytest.fixture(scope="module")
def temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runner's folder after the step that installs: a wheel whose `onemg` is the one under test."""
    folder = tmp_path_factory.mktemp("runner")
    wheel = folder / "stand_in-1-py3-none-any.whl"
    info = "stand_in-1.dist-info"
    command = f"[{sys.executable!r}, '-m', 'onemg_render', *sys.argv[1:]]"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(
            "stand_in.py", f"import subprocess, sys\ndef main():\n    sys.exit(subprocess.call({command}))\n"
        )
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: stand-in\nVersion: 1\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/entry_points.txt", "[console_scripts]\nonemg = stand_in:main\n")
        archive.writestr(f"{info}/RECORD", "")
    runner = Runner(folder, folder)
    assert runner.run({"package": str(wheel)}, install=True) == {"Install onemg": ""}
    return folder


@pytest.fixture
def runner(tmp_path: Path, temp: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("JEKYLL_ENV", raising=False)
    return Runner(tmp_path, temp)


def test_a_push_is_built_for_production_checked_kept_and_uploaded(runner: Runner) -> None:
    said = runner.run({"baseurl": "/fork"})
    page = (runner.checkout / "_site" / "index.html").read_text(encoding="utf-8")
    assert "production /fork/a" in page
    assert "Checked: 1 page" in said["Check"]
    assert str(runner.temp / "onemg-themes") in said["Keep it for the next build"]
    assert "_site" in said["Upload for GitHub Pages"]


def test_a_pull_request_keeps_nothing_and_is_annotated(runner: Runner) -> None:
    (runner.checkout / "more.md").write_text(
        "---\ntitle: More\nlayout: default\n---\n[gone](gone.html)\n", encoding="utf-8"
    )
    said = runner.run({"upload": "false"}, event="pull_request", fork=True)
    assert "::error file=more.md,line=5" in said["Check"]
    assert said["Check"].endswith("[exit 1]")
    assert {"Keep it for the next build", "Upload for GitHub Pages"}.isdisjoint(said)


def test_plug_ins_of_a_fork_are_not_run(runner: Runner) -> None:
    (runner.checkout / "_plugins").mkdir()
    (runner.checkout / "_plugins" / "mine.py").write_text("raise SystemExit('it ran')\n", encoding="utf-8")
    said = runner.run({"check": "false"}, event="pull_request", fork=True)
    assert "[exit" not in said["Build"]
    assert "Check" not in said
    assert "it ran" in runner.run({})["Build"]


def test_a_mistake_is_an_annotation_and_a_warning_fails_if_asked(runner: Runner) -> None:
    (runner.checkout / "more.md").write_text("---\nlayout: none-such\n---\n", encoding="utf-8")
    assert "::warning file=more.md" in (said := runner.run({})["Build"])
    assert "[exit" not in said
    assert runner.run({"strict": "true"})["Build"].endswith("[exit 1]")


@pytest.mark.parametrize("path", [ROOT / "action.yml", *WORKFLOWS], ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    """GitHub's own by their major version; anybody else's would need a commit."""
    for used in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8")):
        assert used == "./" or re.fullmatch(r"actions/[\w/-]+@v\d+|[\w./-]+@[0-9a-f]{40}", used), used


def test_the_workflow_of_the_manual_is_the_one_that_publishes_this_site() -> None:
    chapter = (ROOT / "content" / "docs" / "ci.md").read_text(encoding="utf-8")
    shown = yaml.safe_load(re.findall(r"```yaml\n(name: pages.*?)```", chapter, re.S)[0])
    ours = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    for workflow in (shown, ours):
        checkout, build = workflow["jobs"]["build"]["steps"]
        assert checkout["with"] == {"fetch-depth": 0}
        assert build.pop("uses") in ("./", "onemg-render/onemg-render@main")
        build.pop("with", None)
    assert shown == ours


def test_the_action_chapter_names_every_input() -> None:
    chapter = (ROOT / "content" / "docs" / "ci.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+) \|", chapter, re.M)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert set(ACTION["inputs"]) <= named


@pytest.mark.parametrize("name", ["onemg-check", "onemg-check-files"])
def test_a_hook_for_pre_commit_checks_the_site(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hook = next(hook for hook in hooks if hook["id"] == name)
    write_files(
        tmp_path,
        {"good.html": page("Good", title="Good"), "bad.html": page("<a href=gone>x</a>", title="Bad")},
    )
    monkeypatch.chdir(tmp_path)
    assert re.search(hook["files"], "bad.html")
    program, *words = hook["entry"].split()
    assert program == "onemg"
    whole_site = not hook.get("pass_filenames", True)
    assert main([*words, *([] if whole_site else ["bad.html"])]) == 1
    assert main([*words, *([] if whole_site else ["good.html"])]) == whole_site
