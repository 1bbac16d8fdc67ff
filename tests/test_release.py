"""The release check catches each mistake that it is there for; `make release-check` builds the real wheel."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from onemg_render import __version__
from tests.support import release_check
from tests.support.release_check import ROOT, THEME, contents, notices, tracked, versions

INFO = f"onemg_render-{__version__}.dist-info"
METADATA = f"Metadata-Version: 2.4\nName: onemg-render\nVersion: {__version__}\nLicense-Expression: MIT\n"


def whole() -> dict[str, str]:
    """The files of a wheel as it should be."""
    files = {path.relative_to(ROOT).as_posix(): "" for path in tracked("onemg_render")}
    for folder in ("templates/layouts", "templates/includes", "templates/sass", "assets"):
        files |= {THEME + path.relative_to(ROOT).as_posix(): "" for path in tracked(folder)}
    licences = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("LICENSE", "NOTICE.md")}
    files |= {f"{INFO}/licenses/{name}": text for name, text in licences.items()}
    return files | {f"{INFO}/METADATA": METADATA}


def wheel(folder: Path, files: dict[str, str]) -> Path:
    path = folder / "onemg_render.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the files that the check reads."""
    for name in ("_config.yml", "CHANGELOG.md", "NOTICE.md", "LICENSE", "onemg_render/__init__.py"):
        (tmp_path / "copy" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / "copy" / name)
    return tmp_path / "copy"


def test_nothing_is_said_of_a_release_as_it_should_be(tmp_path: Path) -> None:
    good = wheel(tmp_path, whole())
    assert [*versions(ROOT, good), *contents(good), *notices(ROOT, good)] == []


WRONG_FILES: list[tuple[str, str | None, str]] = [
    (
        f"{THEME}templates/layouts/page.html",
        None,
        f"missing in the wheel: {THEME}templates/layouts/page.html",
    ),
    (f"{THEME}assets/js/search.js", None, f"missing in the wheel: {THEME}assets/js/search.js"),
    ("onemg_render/py.typed", None, "missing in the wheel: onemg_render/py.typed"),
    ("tests/test_theme.py", "", "does not belong into the wheel: tests/test_theme.py"),
    (f"{THEME}templates/data/navigation.yml", "", "does not belong into the wheel: "),
    ("onemg_render/cli/starters/docs/_site/index.html", "", "does not belong into the wheel: "),
    ("onemg_render/__pycache__/a.pyc", "", "does not belong into the wheel: "),
    (f"{INFO}/licenses/LICENSE", None, "the wheel does not hold LICENSE"),
    (f"{INFO}/licenses/NOTICE.md", "Notices of another day\n", "the wheel does not hold NOTICE.md"),
    (
        f"{INFO}/METADATA",
        METADATA.replace("License-Expression: MIT\n", ""),
        "the wheel's metadata do not name",
    ),
    (f"{INFO}/METADATA", METADATA.replace(__version__, "9.9"), "the wheel: the version is 9.9"),
]


@pytest.mark.parametrize(("name", "text", "problem"), WRONG_FILES)
def test_a_wheel_with_a_mistake(name: str, text: str | None, problem: str, tmp_path: Path) -> None:
    files = whole() | {name: text or ""}
    if text is None:
        del files[name]
    bad = wheel(tmp_path, files)
    found = [*versions(ROOT, bad), *contents(bad), *notices(ROOT, bad)]
    assert len(found) == 1
    assert found[0].startswith(problem)


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


EDITS: list[tuple[str, Callable[[str], str], str]] = [
    ("_config.yml", replaced(f"version: {__version__}", "version: 9.9"), "_config.yml: the version is 9.9"),
    ("CHANGELOG.md", replaced(f"## {__version__} ", "## 9.9 "), "CHANGELOG.md: the version is 9.9"),
    ("CHANGELOG.md", replaced(" (20", " (unreleased, 20"), "is not dated but unreleased"),
    ("CHANGELOG.md", replaced("\n- ", "\n"), "CHANGELOG.md: no change is told of"),
    ("CHANGELOG.md", lambda text: "# Changelog\n", "CHANGELOG.md: no version with a date"),
    ("NOTICE.md", replaced("markdown/lexers/", "markdown/gone/"), "NOTICE.md: there is no onemg_render/"),
]


@pytest.mark.parametrize(("name", "edit", "problem"), EDITS, ids=[problem for _, _, problem in EDITS])
def test_a_checkout_with_a_mistake(
    name: str, edit: Callable[[str], str], problem: str, checkout: Path, tmp_path: Path
) -> None:
    for folder in ("onemg_render/markdown/lexers", "onemg_render/plugins/templates"):
        (checkout / folder).mkdir(parents=True)
    good = whole()
    (checkout / name).write_text(edit((checkout / name).read_text(encoding="utf-8")), encoding="utf-8")
    good[f"{INFO}/licenses/NOTICE.md"] = (checkout / "NOTICE.md").read_text(encoding="utf-8")
    kept = wheel(tmp_path, good)
    found = [*versions(checkout, kept), *notices(checkout, kept)]
    assert [problem in one for one in found] == [True]


def test_a_site_that_does_not_build_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run with the environment's own folder as the whole PATH; a page in no layout is told of."""
    ran: list[tuple[str, ...]] = []

    def run(*command: str, **variables: str) -> str:
        ran.append(command)
        if "build" in command:
            assert variables == {"PATH": str(Path(command[0]).parent)}
            Path(command[-1]).mkdir(parents=True)
            (Path(command[-1]) / "index.html").write_text("{% include head.html %}", encoding="utf-8")
        return ""

    monkeypatch.setattr(release_check, "run", run)
    found = list(release_check.installed(tmp_path / "a.whl", tmp_path / "empty", "python3"))
    assert found == [
        f"`onemg new --{kind}` does not build a page in its layout" for kind in release_check.KINDS
    ]
    assert "--only-binary" in ran[1]


def test_a_command_that_fails_ends_the_check() -> None:
    with pytest.raises(SystemExit, match="exit "):
        release_check.run("git", "no-such-command")
