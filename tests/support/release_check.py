"""`make release-check`: the wheel holds what it must and nothing else, and works in an empty environment."""

import os
import re
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
THEME = "onemg_render/theme/"
FOREIGN = re.compile(
    r"^(?!onemg_render/|onemg_render-[\d.]+\.dist-info/)|/theme/templates/data/|/__pycache__/|^tests/"
)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="release-") as scratch:
        folder = Path(scratch)
        run(
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--wheel-dir",
            str(folder),
            str(ROOT),
        )
        wheel = next(folder.glob("*.whl"))
        problems = [*contents(wheel), *installed(wheel, folder)]
    sys.stdout.write("\n".join(problems or [f"{wheel.name} is fine"]) + "\n")
    return 1 if problems else 0


def contents(wheel: Path) -> Iterator[str]:
    """Files of the package and of the theme that are missing, and those that do not belong."""
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {path.relative_to(ROOT).as_posix() for path in tracked("onemg_render")}
    for folder in ("templates/layouts", "templates/includes", "templates/sass", "assets"):
        wanted |= {THEME + path.relative_to(ROOT).as_posix() for path in tracked(folder)}
    yield from (f"missing in the wheel: {name}" for name in sorted(wanted - packed))
    starters = "onemg_render/cli/starters/"
    foreign = (name for name in packed - wanted if FOREIGN.search(name) or name.startswith((THEME, starters)))
    yield from (f"does not belong into the wheel: {name}" for name in sorted(foreign))
    if not any(name.endswith("/licenses/LICENSE") for name in packed):
        yield "the licence is missing in the wheel"


def tracked(folder: str) -> Iterator[Path]:
    listed = run("git", "-C", str(ROOT), "ls-files", "-z", folder)
    return (ROOT / name for name in listed.split("\0") if name)


def installed(wheel: Path, folder: Path) -> Iterator[str]:
    """What goes wrong when the wheel is installed alone and builds each kind of new site."""
    venv.create(folder / "empty", with_pip=True)
    bin_folder = folder / "empty" / ("Scripts" if os.name == "nt" else "bin")
    run(str(bin_folder / "python"), "-m", "pip", "install", "--quiet", str(wheel))
    onemg = str(bin_folder / "onemg")
    for kind in ("docs", "blog", "jekyll", "blank"):
        site = folder / kind
        run(onemg, "new", f"--{kind}", str(site))
        run(onemg, "build", "--strict", "--source", str(site), "--destination", str(site / "_site"))
        page = (site / "_site" / "index.html").read_text(encoding="utf-8")
        if "<html" not in page or "{%" in page:
            yield f"`onemg new --{kind}` does not build a page in its layout"


def run(*command: str) -> str:
    """The standard output of a command that must succeed."""
    environment = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=tempfile.gettempdir(), env=environment
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
