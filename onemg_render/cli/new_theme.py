"""`onemg new-theme NAME`: a theme's folder to start from (upstream `lib/jekyll/theme_builder.rb`)."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

from onemg_render.cli.new import copy
from onemg_render.errors import OutputError
from onemg_render.reporting import Reporter

CONDUCT: Final = "CODE_OF_CONDUCT.md"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", nargs="+", help="the theme's name, which its folder has too")
    parser.add_argument("-c", "--code-of-conduct", action="store_true", help="with a code of conduct")


def run(options: Namespace, reporter: Reporter) -> int:
    """Copy the starter and put the name into it; raises OutputError if the folder is there already."""
    name = "_".join(options.name).replace(" ", "_")
    target = Path(name).absolute()
    if target.exists():
        raise OutputError(f"Conflict: {target} already exists", hint="choose another name")
    copy("theme", target)
    if not options.code_of_conduct:
        (target / CONDUCT).unlink()
    for path in sorted(target.glob("*.*")):
        if path.is_file():
            path.write_text(path.read_text("utf-8").replace("NAME", target.name), "utf-8", newline="\n")
    (target / "NAME.gemspec").rename(target / f"{target.name}.gemspec")
    reporter.info(f"Your new Jekyll theme, {target.name}, is ready for you in {target}!")
    reporter.info(f"theme: ./{name} in the configuration of a site beside it", topic="Next")
    return 0
