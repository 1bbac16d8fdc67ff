"""A site in two states, the bytes that each must give, and what may be in a destination in between."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from onemg_render.build.options import BuildOptions
from onemg_render.build.pipeline import build
from onemg_render.output.destination import STAGING
from onemg_render.reporting import Reporter

TIME: Final = "2024-05-06 07:08:09 +0000"
PAGES: Final = 12
STATES: Final = ("one", "two")
OPTIONS: Final = BuildOptions(environment="production", force=True)
Tree = dict[str, bytes]


def sources(state: str) -> dict[str, str]:
    """Pages that show each other and the state, data, includes, a style sheet, files only one state has."""
    page = (
        "---\nlayout: base\ntitle: Page {} of {}\n---\n# {{{{ page.title }}}}\n\n" + "some *text* here\n" * 40
    )
    return {
        "_config.yml": "title: Site\ncollections: {things: {output: true}}\nplugins: [jekyll-sitemap]\nurl: https://a.b\n",
        "_layouts/base.html": "<html>{% include head.html %}{{ content }}{{ site.pages.size }}</html>",
        "_includes/head.html": f"<title>{{{{ page.title }}}} {state}</title>{{{{ site.data.d.x }}}}",
        "_data/d.yml": f"x: {state}\n",
        "main.css": f"a {{ color: {state} }}\n" * 200,
        "list.html": "---\n---\n{% for p in site.pages %}{{ p.url }} {{ p.title }}\n{% endfor %}",
        f"only-{state}.md": page.format(0, state),
        f"{state}/deep.md": page.format(1, state),
        "_posts/2024-01-01-post.md": page.format(2, state),
        "_things/thing.md": page.format(3, state),
        **{f"page-{number}.md": page.format(number, state) for number in range(PAGES)},
    }


def put(source: Path, files: Mapping[str, str]) -> None:
    """Makes `source` hold exactly these files; those that are as they were are not touched."""
    for path in sorted(source.rglob("*"), reverse=True):
        name = path.relative_to(source).as_posix()
        if path.is_file() and name not in files and not name.startswith(".jekyll-cache"):
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for name, text in files.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != text.encode():
            path.write_bytes(text.encode())


def tree(folder: Path) -> Tree:
    """The files below `folder` but for those being staged, by path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    named = ((path.relative_to(folder).as_posix(), path) for path in found)
    return {name: path.read_bytes() for name, path in named if not name.startswith(STAGING)}


def built(source: Path, destination: Path, **config: object) -> Tree:
    """What is in the destination after a build in this process. Raises OnemgError."""
    settings = {"time": TIME, **config}
    build(source, destination, config=settings, options=OPTIONS, reporter=Reporter(lambda message: None))
    return tree(destination)


def expected(folder: Path) -> dict[str, Tree]:
    """What each state gives, built afresh in a folder of its own."""
    found = {}
    for state in STATES:
        put(folder / state / "source", sources(state))
        found[state] = built(folder / state / "source", folder / state / "site", disable_disk_cache=True)
    return found


def onemg(
    *words: str | Path | int, before: Sequence[str] = (), world: Mapping[str, str] = MappingProxyType({})
) -> "subprocess.Popen[str]":
    """The command, started; before: what it is run by. world: added to its environment."""
    return subprocess.Popen(
        [*before, sys.executable, "-m", "onemg_render", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "JEKYLL_ENV": "production", "PYTHONPATH": os.pathsep.join(sys.path), **world},
    )


def finished(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """The exit code, and what was said."""
    out, err = process.communicate(timeout=120)
    return process.returncode, out + err


def build_words(source: Path, destination: Path, config: Path | None = None) -> list[str | Path]:
    """The words of `onemg build`, with the time fixed by a second configuration file."""
    fixed = source.parent / "time.yml"
    fixed.write_text(f"time: {TIME}\n", encoding="utf-8")
    return ["build", "--force", "-s", source, "-d", destination, "--config", f"{source}/_config.yml,{fixed}"]


def wrong(found: Tree, *states: Tree) -> list[str]:
    """The files that are whole in none of the states."""
    return [name for name, data in found.items() if all(state.get(name) != data for state in states)]
