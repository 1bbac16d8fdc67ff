"""The recipes of CONTRIBUTING hold: each is followed to the letter in a copy of the repository."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RECIPES = re.split(r"^### ", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), flags=re.M)[1:]
NAMES = [recipe.partition("\n")[0] for recipe in RECIPES]
STEP = re.compile(
    r"^(?:`(?P<path>[^`\n]+)`[^\n]*:\n\n)?(?P<fence>`{3,})(?P<kind>\w+)\n(?P<text>.*?)^(?P=fence)$",
    re.M | re.S,
)
FOLDERS = ("onemg_render", "tests", "templates", "assets", "content", "_plugins")
FILES = ("_config.yml", "pyproject.toml", "CHANGELOG.md")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """What of this repository the recipes touch."""
    ignored = shutil.ignore_patterns("__pycache__", "bench", "expected.html")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def edited(text: str, diff: str) -> str:
    """`text` with a block of `diff` applied, whose old lines stand in it exactly once."""
    lines = diff.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    assert text.count(old) == 1, f"{text.count(old)} times in the file:\n{old}"
    return text.replace(old, new)


@pytest.mark.parametrize("recipe", RECIPES, ids=NAMES)
def test_a_recipe_works_to_the_letter(recipe: str, copy: Path) -> None:
    commands = 0
    for step in STEP.finditer(recipe):
        if step["path"] is None:
            commands += 1
            run(step["text"], copy)
            continue
        file = copy / step["path"]
        if step["kind"] == "diff":
            file.write_text(edited(file.read_text(encoding="utf-8"), step["text"]), encoding="utf-8")
        else:
            assert not file.exists()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step["text"], encoding="utf-8", newline="\n")
    assert commands == 1


def run(text: str, folder: Path) -> None:
    """A command of a recipe: it succeeds, and tests something."""
    program, *words = shlex.split(text.removeprefix("$ "))
    assert program == "python"
    command = [sys.executable, *words, "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert " passed" in done.stdout


def test_there_is_a_recipe_for_each_kind_of_addition() -> None:
    assert NAMES == ["A filter", "A tag", "A Markdown construct", "A plug-in", "A compat switch", "A command"]


def test_every_target_of_make_is_explained_where_it_is_listed() -> None:
    targets = re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    listed = re.findall(r"^([a-z][a-z-]*):.*## \w+", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert targets == listed


def test_every_measure_is_explained() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    measures = [name for name in targets if re.match("bench|parity|conformance|goldens|release|soak", name)]
    assert len(measures) > 5
    assert [name for name in measures if f"`make {name}" not in text] == []
