"""Entry points of installed packages."""

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from onemg_render.util.installed import declared, may_declare

GROUP = "of_nobody.else"
DECLARED = f"[{GROUP}]\nname = json:tool\n"


@pytest.mark.parametrize("folder", ["package-1.0.dist-info", "package.egg-info"])
def test_a_package_may_declare_one(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / folder
    info.mkdir()
    (info / "METADATA").write_text("Name: package\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(DECLARED, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert [point.value for point in declared(GROUP, "name")] == ["json:tool"]
    assert list(declared(GROUP, "another")) == []


def test_nothing_is_asked_if_no_package_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "importlib.metadata", None)
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "gone"), *sys.path])
    assert list(declared(GROUP, "name")) == []


def test_an_archive_may_hold_one(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "packages.zip", "w") as archive:
        archive.writestr("package-1.0.dist-info/entry_points.txt", DECLARED)
    assert may_declare(tmp_path / "packages.zip", GROUP)
