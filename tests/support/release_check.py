"""`make release-check [PYTHONS="python3.11 python3.14"]`: whether this checkout can be released.

The version is the same everywhere and its changes are dated, the wheel holds what it must and nothing else,
licence and notices included, and installed alone it builds every kind of new site, without compiler and Ruby.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
THEME = "onemg_render/theme/"
FOREIGN = re.compile(
    r"^(?!onemg_render/|onemg_render-[\d.]+\.dist-info/)|/theme/templates/data/|/__pycache__/|^tests/"
)
CHANGES = re.compile(r"^## (?P<version>\S+) \((?P<date>[^)]*)\)\n(?P<text>.*?)(?=^## |\Z)", re.M | re.S)
OLDEST = "3.11"
KINDS = ("docs", "blog", "jekyll", "blank")


def main(pythons: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="release-") as scratch:
        folder = Path(scratch)
        run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", scratch, str(ROOT))
        wheel = next(folder.glob("*.whl"))
        problems = [*versions(ROOT, wheel), *contents(wheel), *notices(ROOT, wheel)]
        chosen = pythons or list(interpreters())
        for python in chosen:
            problems += installed(wheel, folder / f"with-{chosen.index(python)}", python)
    tried = ", ".join(run(python, "--version").strip() for python in chosen)
    sys.stdout.write("\n".join(problems or [f"{wheel.name} is fine with {tried}"]) + "\n")
    return 1 if problems else 0


def versions(root: Path, wheel: Path) -> Iterator[str]:
    """Where another version stands than in the package, and what the changelog lacks."""
    said = re.search(r'^__version__ = "(.+)"$', text_of(root / "onemg_render" / "__init__.py"), re.M)
    version = said[1] if said else "nothing"
    metadata = packed_text(wheel, ".dist-info/METADATA")
    elsewhere = {
        "the wheel": HeaderParser().parsestr(metadata)["Version"],
        "_config.yml": yaml.safe_load(text_of(root / "_config.yml"))["version"],
    }
    newest = CHANGES.search(text_of(root / "CHANGELOG.md"))
    if newest is None:
        yield "CHANGELOG.md: no version with a date"
    else:
        elsewhere["CHANGELOG.md"] = newest["version"]
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", newest["date"]):
            yield f"CHANGELOG.md: {newest['version']} is not dated but {newest['date']}"
        if not re.search(r"^- ", newest["text"], re.M):
            yield f"CHANGELOG.md: no change is told of {newest['version']}"
    for place, other in elsewhere.items():
        if other != version:
            yield f"{place}: the version is {other}, that of the package {version}"


def contents(wheel: Path) -> Iterator[str]:
    """Files of the package and of the theme that are missing, and those that do not belong."""
    packed = names(wheel)
    wanted = {path.relative_to(ROOT).as_posix() for path in tracked("onemg_render")}
    for folder in ("templates/layouts", "templates/includes", "templates/sass", "assets"):
        wanted |= {THEME + path.relative_to(ROOT).as_posix() for path in tracked(folder)}
    yield from (f"missing in the wheel: {name}" for name in sorted(wanted - packed))
    starters = "onemg_render/cli/starters/"
    foreign = (name for name in packed - wanted if FOREIGN.search(name) or name.startswith((THEME, starters)))
    yield from (f"does not belong into the wheel: {name}" for name in sorted(foreign))


def notices(root: Path, wheel: Path) -> Iterator[str]:
    """Licence texts that the wheel lacks, and places that the notices name but that are gone."""
    for name in ("LICENSE", "NOTICE.md"):
        if packed_text(wheel, f"/licenses/{name}") != text_of(root / name):
            yield f"the wheel does not hold {name}"
    if HeaderParser().parsestr(packed_text(wheel, ".dist-info/METADATA"))["License-Expression"] != "MIT":
        yield "the wheel's metadata do not name the licence"
    for place in re.findall(r"`(onemg_render/[^`]*)`", text_of(root / "NOTICE.md")):
        if not (root / place).exists():
            yield f"NOTICE.md: there is no {place}"


def installed(wheel: Path, folder: Path, python: str) -> Iterator[str]:
    """What goes wrong when the wheel is installed alone and builds each kind of new site."""
    run(python, "-m", "venv", str(folder))
    bin_folder = folder / ("Scripts" if os.name == "nt" else "bin")
    run(str(bin_folder / "python"), "-m", "pip", "install", "-q", "--only-binary", ":all:", str(wheel))
    onemg = str(bin_folder / "onemg")
    alone = {"PATH": str(bin_folder)}
    for kind in KINDS:
        site = folder / kind
        run(onemg, "new", f"--{kind}", str(site), **alone)
        run(onemg, "build", "--strict", "-s", str(site), "-d", str(site / "_site"), **alone)
        page = text_of(site / "_site" / "index.html")
        if "<html" not in page or "{%" in page:
            yield f"`onemg new --{kind}` does not build a page in its layout"
        run(onemg, "check", "--strict", "-s", str(site), **alone)


def interpreters() -> Iterator[str]:
    """The oldest Python that is supported, if it is here, and the newest that is."""
    here = {}
    for minor in range(int(OLDEST.partition(".")[2]), 30):
        found = shutil.which(f"python3.{minor}") or by_uv(f"3.{minor}")
        if found and subprocess.run([found, "--version"], capture_output=True, check=False).returncode == 0:
            here[f"3.{minor}"] = found
    here.setdefault("{}.{}".format(*sys.version_info), sys.executable)
    newest = max(here, key=lambda version: int(version.partition(".")[2]))
    yield from dict.fromkeys([here.get(OLDEST, sys.executable), here[newest]])


def by_uv(version: str) -> str | None:
    """The path of a Python that uv knows."""
    uv = shutil.which("uv")
    if uv is None:
        return None
    found = subprocess.run(
        [uv, "python", "find", "--no-python-downloads", version], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or None


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def packed_text(wheel: Path, ending: str) -> str:
    """The text of the file in the wheel whose name ends so; "" if there is none."""
    with zipfile.ZipFile(wheel) as archive:
        found = [name for name in archive.namelist() if name.endswith(ending)]
        return archive.read(found[0]).decode() if found else ""


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def tracked(folder: str) -> Iterator[Path]:
    listed = run("git", "-C", str(ROOT), "ls-files", "-z", folder)
    return (ROOT / name for name in listed.split("\0") if name)


def run(*command: str, **variables: str) -> str:
    """The standard output of a command that must succeed."""
    environment = {**os.environ, "PYTHONPATH": "", **variables}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=tempfile.gettempdir(), env=environment
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
