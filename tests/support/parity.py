"""Builds sites with the original Jekyll and with onemg and says how alike the results are.

`make parity SITE=dir JEKYLL="command"` runs this; `--built EXPECTED ACTUAL` compares two folders that are
there already, without Ruby. Many sites: several folders, or `--list FILE`, each line of which holds one
site with its own options (`../sites/docs --theme ../themes/plain --compat github-pages`).
"""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.tree_diff import Likeness, TreeDiff, compare_trees, kind

FIXED_TIME = "2026-11-01 12:00:00 +0000"
THEME = "parity-theme"
ORIGINAL = Path(__file__).parent / "original.rb"
GEMS = Path(__file__).parent / "gems"
PROJECT_FOLDERS = {
    "content": "",
    "assets": "assets",
    "templates/layouts": "_layouts",
    "templates/includes": "_includes",
    "templates/sass": "_sass",
    "templates/data": "_data",
}
"""A project of ours, arranged as the original wants it."""
KINDS = ("html", "xml", "json", "css", "txt", "other")


class BuildFailed(Exception):
    """One of the two programs ended with an exit code that is not 0; the text holds its last lines."""


@dataclass(slots=True)
class Outcome:
    """One compared site: its trees' difference, or why there is none, and the seconds of both builds."""

    name: str
    diff: TreeDiff | None = None
    failure: str = ""
    seconds: list[float] = field(default_factory=list)

    def alike(self) -> bool:
        return self.diff is not None and not (self.diff.missing or self.diff.extra or self.diff.different())

    def share(self, weakest: Likeness, of: Sequence[str] = KINDS) -> float:
        """Per cent of the expected files of these kinds that are at least so alike; a missing one is not."""
        assert self.diff is not None
        found = [value for name, value in self.diff.files.items() if kind(name) in of]
        count = len(found) + sum(kind(name) in of for name in self.diff.missing)
        return 100 * sum(value <= weakest for value in found) / count if count else 100.0


def site_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make parity", description=__doc__)
    parser.add_argument("sites", nargs="*", type=Path, help="source folders")
    parser.add_argument(
        "--jekyll", default=os.environ.get("JEKYLL") or "jekyll", help="the original's command"
    )
    parser.add_argument("--theme", type=Path, help="a theme's folder, laid underneath the site")
    parser.add_argument("--compat", help="passed on to onemg: jekyll4 or github-pages")
    parser.add_argument(
        "--config", action="append", type=Path, default=[], help="one more config file, for both"
    )
    parser.add_argument("--original-config", action="append", type=Path, default=[], help="for Jekyll only")
    parser.add_argument(
        "--flag", action="append", default=[], help="one more flag for both, as --flag=--drafts"
    )
    parser.add_argument("--time", default=FIXED_TIME, help="site.time of both builds")
    parser.add_argument("--only", default="*", help="compare only files whose path matches this pattern")
    return parser


def parser() -> argparse.ArgumentParser:
    whole = site_parser()
    whole.add_argument(
        "--built", nargs=2, type=Path, metavar=("EXPECTED", "ACTUAL"), help="compare these folders"
    )
    whole.add_argument("--list", type=Path, help="a file of sites, one a line, each with options of its own")
    whole.add_argument("--keep", type=Path, help="leave both results in this folder")
    whole.add_argument("--show", type=int, default=3, help="print the first N differing files")
    whole.add_argument("--lines", type=int, default=30, help="at most so many lines of each")
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="parity-") as scratch:
        for outcome in compared_all(options, Path(scratch)):
            outcomes.append(outcome)
            describe(outcome, options.show, options.lines)
    if len(outcomes) > 1:
        write(*table(outcomes))
    return 0 if outcomes and all(outcome.alike() for outcome in outcomes) else 1


def compared_all(options: argparse.Namespace, scratch: Path) -> Iterator[Outcome]:
    """One outcome after the other; what was built lies in `--keep` or in `scratch`."""
    if options.built:
        expected, actual = options.built
        yield Outcome(actual.name, compare_trees(expected, actual, options.only))
        return
    root = (options.keep or scratch).resolve()
    yield from (compared(name, site, job, root / name) for name, site, job in jobs(options))


def jobs(options: argparse.Namespace) -> Iterator[tuple[str, Path, argparse.Namespace]]:
    """(name, source, options) of every site asked for."""
    for line in options.list.read_text(encoding="utf-8").splitlines() if options.list else ():
        words = shlex.split(line, comments=True)
        if words:
            job = site_parser().parse_args([*words, "--jekyll", options.jekyll])
            yield from ((named(site), source_of(site), job) for site in job.sites)
    for site in options.sites:
        yield named(site), source_of(site), options


def source_of(site: Path) -> Path:
    return site / "source" if (site / "source").is_dir() and (site / "NOTE.md").exists() else site


def named(site: Path) -> str:
    resolved = site.resolve()
    return resolved.parent.name if resolved.name == "source" else resolved.name


def compared(name: str, site: Path, options: argparse.Namespace, root: Path) -> Outcome:
    outcome = Outcome(name)
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    try:
        outcome.seconds.append(build_original(site, options, root))
        outcome.seconds.append(build_ours(site, options, root))
    except BuildFailed as error:
        outcome.failure = str(error)
    else:
        outcome.diff = compare_trees(root / "expected", root / "actual", options.only)
    return outcome


def build_original(site: Path, options: argparse.Namespace, root: Path) -> float:
    """Build a copy of the site, for Jekyll leaves a cache in its source; `original.rb` finds the theme."""
    source, fixed, more = root / "source", {}, {}
    if options.theme:
        fixed["theme"] = THEME
        more["PARITY_THEME"] = str(options.theme.resolve())
    if (site / "content").is_dir() and not (site / "_layouts").is_dir():
        for part, place in PROJECT_FOLDERS.items():
            lay(site / part, source / place)
        shutil.copy(site / "_config.yml", source)
    else:
        lay(site, source)
    config = configs(source, options, root / "expected.yml", options.original_config, **fixed)
    command = [*shlex.split(options.jekyll), "build", "-s", str(source), "-d", str(root / "expected")]
    return run([*command, "--config", config, *options.flag], source, **more)


def lay(folder: Path, target: Path) -> None:
    """Copy a folder, if it is there, into another that may exist."""
    if folder.is_dir():
        ignored = shutil.ignore_patterns(".git", "_site", ".jekyll-cache", ".jekyll-metadata")
        shutil.copytree(folder, target, ignore=ignored, dirs_exist_ok=True, symlinks=True)


def build_ours(site: Path, options: argparse.Namespace, root: Path) -> float:
    config = configs(site.resolve(), options, root / "actual.yml", [])
    command = [sys.executable, "-m", "onemg_render", "build", "-s", str(site), "-d", str(root / "actual")]
    command += ["--config", config, "--disable-disk-cache", *options.flag]
    if options.theme:
        command += ["--theme", str(options.theme.resolve())]
    if options.compat:
        command += ["--compat", options.compat]
    return run(command)


def configs(source: Path, options: argparse.Namespace, fixed: Path, more: Sequence[Path], **keys: str) -> str:
    """What `--config` takes: the site's own file, those asked for, and `fixed`, which is written here."""
    lines = [f"{key}: {value}\n" for key, value in {"time": options.time, **keys}.items()]
    fixed.write_text("".join(lines), encoding="utf-8")
    own = [
        path for name in ("_config.yml", "_config.yaml", "_config.toml") if (path := source / name).exists()
    ]
    return ",".join(str(path.resolve()) for path in [*own[:1], *options.config, *more, fixed])


def run(command: Sequence[str], folder: Path | None = None, **more: str) -> float:
    """Run a build in `folder` with `more` in its environment; raises BuildFailed with what it said last."""
    environment = {
        "JEKYLL_ENV": "production",
        **os.environ,
        "TZ": "UTC",
        "LANG": "C.UTF-8",
        "PAGES_REPO_NWO": "o/r",
        "RUBYLIB": os.pathsep.join(filter(None, [str(GEMS), os.environ.get("RUBYLIB")])),
        "RUBYOPT": f"{os.environ.get('RUBYOPT', '')} -r{ORIGINAL}".strip(),
        **more,
    }
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        lines = (done.stdout + done.stderr).strip().splitlines()
        said = [line for line in lines if not line.startswith("\tfrom ")][-12:]  # without Ruby's stack
        raise BuildFailed("\n".join([f"{shlex.join(command)}: exit {done.returncode}", *said]))
    return time.perf_counter() - start


def describe(outcome: Outcome, show: int, lines: int) -> None:
    write(f"== {outcome.name}")
    if outcome.diff is None:
        write(outcome.failure)
        return
    for title, names in (("missing", outcome.diff.missing), ("extra", outcome.diff.extra)):
        write(f"{title}: {len(names)}", *(f"  {name}" for name in names[:15]))
    present = {kind(name) for name in [*outcome.diff.files, *outcome.diff.missing]}
    for each in (each for each in KINDS if each in present):
        write(f"{each:5} {shares(outcome, [each])}")
    for name in outcome.diff.different()[:show]:
        write("", name, *(line[:400] for line in outcome.diff.lines(name)[:lines]))


def shares(outcome: Outcome, kinds: Sequence[str]) -> str:
    assert outcome.diff is not None
    count = sum(kind(name) in kinds for name in [*outcome.diff.files, *outcome.diff.missing])
    percent = [f"{outcome.share(weakest, kinds):6.1f} %" for weakest in list(Likeness)[:3]]
    return f"files {count:5}  bytes {percent[0]}  DOM {percent[1]}  without tokens {percent[2]}"


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    width = max(len(outcome.name) for outcome in outcomes)
    yield ""
    yield f"{'site':{width}}  missing  extra  differ  HTML, seconds of both"
    for outcome in outcomes:
        if outcome.diff is None:
            yield f"{outcome.name:{width}}  {outcome.failure.splitlines()[0][:100]}"
            continue
        diff = outcome.diff
        counts = f"{len(diff.missing):7}  {len(diff.extra):5}  {len(diff.different()):6}"
        seconds = " ".join(f"{value:5.1f}" for value in outcome.seconds)
        yield f"{outcome.name:{width}}  {counts}  {shares(outcome, ['html'])}  {seconds}"
    yield f"{sum(outcome.alike() for outcome in outcomes)} of {len(outcomes)} sites alike"


def write(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
