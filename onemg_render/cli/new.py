"""`onemg new PATH`: a starting site copied from `starters/`: documentation, a blog, a Jekyll source."""

import json
import shutil
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import Final

from onemg_render.errors import OutputError
from onemg_render.reporting import Reporter

STARTERS: Final = Path(__file__).parent / "starters"
RENAMED: Final = {"gitignore": ".gitignore"}
"""Packaging tools obey a file of that name instead of packing it."""
EMPTY_FOLDERS: Final = {
    "docs": ("assets", "templates/layouts", "templates/includes"),
    "blog": ("assets", "templates/layouts", "templates/includes"),
    "jekyll": (),
    "theme": (),
    "blank": ("_data", "_drafts", "_includes", "_posts"),
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", nargs="+", help="the new folder")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument(
        "--docs", dest="kind", action="store_const", const="docs", help="documentation (default)"
    )
    kind.add_argument("--blog", dest="kind", action="store_const", const="blog", help="a blog")
    kind.add_argument(
        "--jekyll", dest="kind", action="store_const", const="jekyll", help="a classic Jekyll source"
    )
    kind.add_argument(
        "--blank", dest="kind", action="store_const", const="blank", help="a bare Jekyll source"
    )
    parser.add_argument("--force", action="store_true", help="also into a folder that is not empty")
    parser.add_argument("--skip-bundle", action="store_true", help="accepted; there is no bundle to skip")
    parser.set_defaults(kind="docs")


def run(options: Namespace, reporter: Reporter) -> int:
    """Copy the starter; raises OutputError if the folder holds something already."""
    name = " ".join(options.path)  # as upstream `commands/new.rb`: a name may have blanks
    target = Path(name).absolute()
    if target.exists() and not target.is_dir():
        raise OutputError(f"Conflict: {target} is a file", hint="name a folder that does not exist yet")
    if target.is_dir() and any(target.iterdir()) and not options.force:
        raise OutputError(
            f"Conflict: {target} exists and is not empty",
            hint="name another folder, or overwrite what has the same name with --force",
        )
    copy(options.kind, target)
    entitle(target / "_config.yml", target.name)
    quoted = f'"{name}"' if " " in name else name
    reporter.info(f"New site installed in {target}.")
    reporter.info(f"cd {quoted} && onemg serve", topic="Next")
    return 0


def entitle(file: Path, name: str) -> None:
    """Put the title of a site into its configuration: its folder's name in words."""
    words = " ".join(name.replace("-", " ").replace("_", " ").split())
    title = json.dumps(words[:1].upper() + words[1:], ensure_ascii=False)  # which is YAML as well
    file.write_text(file.read_text("utf-8").replace("TITLE", title), "utf-8", newline="\n")


def copy(kind: str, target: Path) -> None:
    """The starter's files, its posts dated today."""
    for path in sorted((STARTERS / kind).rglob("*")):
        relative = path.relative_to(STARTERS / kind)
        name = RENAMED.get(path.name, path.name).replace("DATE", date.today().isoformat())
        if path.is_file():
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, (target / relative).with_name(name))
    for folder in EMPTY_FOLDERS[kind]:
        (target / folder).mkdir(parents=True, exist_ok=True)
