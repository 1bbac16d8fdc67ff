"""The command line: the table of commands, the choice of one, and the one place where errors end.

A command is a module with `arguments(parser)` and `run(options, reporter) -> exit code`; it is imported only
when it is asked for, so that `onemg --help` stays quick. Adding one is a file and a row of COMMANDS.
"""

import argparse
import io
import os
import re
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Final, NamedTuple, NoReturn, Protocol, cast

from onemg_render import __version__
from onemg_render.cli.bounds import add_bounds, bounded
from onemg_render.cli.console import console_reporter
from onemg_render.cli.options import FLAGS_WITH_VALUE, add_global
from onemg_render.errors import OnemgError, UsageError
from onemg_render.reporting import Reporter
from onemg_render.util.close_matches import close_matches

EXPECTED_ERROR: Final = 1
UNEXPECTED_ERROR: Final = 3
INTERRUPTED: Final = 130
SOME_WIDTH: Final = 80
"""Of help that nobody sees: argparse makes a formatter for each option, and for its width loads `shutil`."""


class Command(Protocol):
    """What the module of a command offers."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments; the global ones are there already."""

    def run(self, options: argparse.Namespace, reporter: Reporter) -> int:
        """Do it, and answer the exit code."""


class Row(NamedTuple):
    """A command's name, which is its module's too, its line in the help, and the other names it hears to.

    The module has an underscore for a hyphen.
    """

    name: str
    summary: str
    aliases: tuple[str, ...] = ()

    def load(self) -> Command:
        return cast(Command, import_module(f"onemg_render.cli.{self.name.replace('-', '_')}"))


COMPOSE: Final = "a post is a file in _posts, named by its date: _posts/2024-05-06-a-title.md"
ELSEWHERE: Final[Mapping[str, str]] = {
    "docs": "Jekyll's manual is at https://jekyllrb.com/docs/; `onemg COMMAND --help` tells of onemg",
    "import": "see https://import.jekyllrb.com, whose importers make posts that onemg builds",
    "compose": COMPOSE,
    "draft": COMPOSE,
    "page": "a page is any file that begins with two lines of ---",
    "post": COMPOSE,
    "publish": COMPOSE,
}
"""Commands of Jekyll and its plug-ins that are not here, and what does their work."""
COMMANDS: Final = (
    Row("build", "build the site", ("b",)),
    Row("check", "find broken links, anchors and images, and what serves readers badly"),
    Row("clean", "remove the built site and the caches"),
    Row("diff", "show which pages of two built sites differ"),
    Row("doctor", "look over a site: what carries over from Jekyll, what needs a hand", ("hyde",)),
    Row("explain", "tell what becomes of a source file, or why nothing does"),
    Row("new", "start a site in a new folder"),
    Row("new-theme", "start a theme in a new folder"),
    Row("serve", "preview the site, built again on every change", ("server", "s")),
)


class Parser(argparse.ArgumentParser):
    """argparse whose errors are ours: raised, and with a near name for a mistyped option."""

    def format_help(self) -> str:
        self.formatter_class = argparse.HelpFormatter
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        unknown = re.match(r"unrecognized arguments: (-\S+)", message)
        near = close_matches(unknown[1], self._option_string_actions, 1) if unknown else []
        hint = f"did you mean {near[0]}?" if near else f"`{self.prog} --help` lists the options"
        raise UsageError(message, hint=hint)


def main(arguments: Sequence[str]) -> int:
    """Run one command line and answer its exit code; nothing is raised."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console of another encoding must not end a build
    reporter = console_reporter(argparse.Namespace(), sys.stdout, sys.stderr)
    trace = bool({"-t", "--trace"} & set(arguments))
    try:
        name, rest = command_of(arguments)
        if name is None or name == "help":
            return help_on(name, rest)
        row = row_of(name)
        options = parser_of(row).parse_args(rest, argparse.Namespace(words=list(arguments)))
        reporter = console_reporter(options, sys.stdout, sys.stderr)
        with bounded(row.name, options):
            return row.load().run(options, reporter)
    except OnemgError as error:
        reporter.error(error)
        return failed(EXPECTED_ERROR, trace=trace)
    except SystemExit as end:  # argparse has printed a command's help
        return int(end.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read our output has gone
        return EXPECTED_ERROR
    except Exception as error:  # noqa: BLE001 - the one boundary: whatever else goes wrong is our mistake
        if isinstance(error, OSError) and error.filename is not None:
            reporter.error(OnemgError(f"{error.filename} cannot be used: {(error.strerror or '').lower()}"))
            return failed(EXPECTED_ERROR, trace=trace)
        said = f"{type(error).__name__}: {error}".strip()
        reporter.error(OnemgError(f"this is a mistake of onemg, not yours: {said}", hint=advice(trace)))
        return failed(UNEXPECTED_ERROR, trace=trace)


def command_of(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The first word that is no option, and all the others in their order."""
    skip = False
    for index, word in enumerate(arguments):
        if not (skip or word.startswith("-")):
            return word, [*arguments[:index], *arguments[index + 1 :]]
        skip = not skip and word in FLAGS_WITH_VALUE
    return None, list(arguments)


def row_of(name: str) -> Row:
    """The row of the command called `name`; raises UsageError with a near name."""
    names = {known: row for row in COMMANDS for known in (row.name, *row.aliases)}
    if name not in names:
        raise UsageError(f"there is no command `{name}`", hint=hint_for(name, list(names)))
    return names[name]


def hint_for(name: str, known: Sequence[str]) -> str:
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    near = close_matches(name, known, 1)
    if near:
        return f"did you mean `onemg {near[0]}`?"
    return f"there are {', '.join(row.name for row in COMMANDS)}"


def parser_of(row: Row) -> Parser:
    parser = Parser(
        prog=f"onemg {row.name}",
        description=row.summary.capitalize() + ".",
        formatter_class=partial(argparse.HelpFormatter, width=SOME_WIDTH),
    )
    row.load().arguments(parser)
    add_global(parser)
    add_bounds(parser)
    return parser


def help_on(name: str | None, rest: Sequence[str]) -> int:
    """`onemg help [COMMAND]`, `--help`, `--version`, and no command at all (exit code 1, as in Jekyll)."""
    topics = [word for word in rest if not word.startswith("-")]
    if name == "help" and topics:
        parser_of(row_of(topics[0])).print_help()
    elif {"-v", "--version"} & set(rest):
        sys.stdout.write(f"onemg {__version__}\n")
    else:
        sys.stdout.write(overview())
        if name is None and not {"-h", "--help"} & set(rest):
            raise UsageError("a command is missing", hint="`onemg build` builds the site in this folder")
    return 0


def overview() -> str:
    width = max(len(row.name) for row in COMMANDS) + 2
    rows = [f"  {row.name:<{width}}{row.summary}" for row in COMMANDS]
    return "\n".join(
        [
            f"onemg {__version__} builds Jekyll and GitHub Pages sites without Ruby.",
            "",
            "usage: onemg COMMAND [OPTIONS]",
            "",
            *rows,
            "",
            "`onemg COMMAND --help` tells the options of a command.",
            "",
        ]
    )


def failed(code: int, *, trace: bool) -> int:
    """The exit code, after the traceback of the error at hand if it was asked for."""
    if trace:
        import traceback  # no run that goes well needs it

        traceback.print_exc()
    return code


def advice(trace: bool) -> str:
    again = "" if trace else "run it again with --trace for the whole story, and "
    return f"{again}please report it with the sources that show it"
