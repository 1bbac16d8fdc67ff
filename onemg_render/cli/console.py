"""How messages look: aligned as in Jekyll's log, in colour on a terminal, or for a machine.

Information goes to standard output, warnings and errors to standard error; `json` is one object a line,
`github` is the annotations that GitHub shows beside the changed lines of a pull request.
"""

import json
import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from onemg_render.reporting import Message, Reporter, Severity, as_text, chain_of, place

if TYPE_CHECKING:
    from onemg_render.cli.bar import Bar

LEVELS: Final[tuple[Severity, ...]] = ("debug", "info", "hint", "warning", "error")
LEVEL_NAMES: Final[dict[str, Severity]] = {
    "debug": "debug",
    "info": "info",
    "warn": "warning",
    "error": "error",
}
TOPIC_WIDTH: Final = 20
STYLES: Final = {"warning": "bold yellow", "error": "bold red", "hint": "bold cyan"}

Show = Callable[[Message], None]


def console_reporter(options: Namespace, out: TextIO, err: TextIO) -> Reporter:
    """The reporter of one command line: its format, its least severity, its streams."""
    shown = SHOWS[getattr(options, "format", None) or "text"](options, out, err)
    least = LEVELS.index(least_severity(options))
    bar = bar_of(options, err)

    def show(message: Message) -> None:
        if LEVELS.index(message.severity) >= least:
            if bar is not None:
                bar.hide()
            shown(message)

    return Reporter(show, bar)


def bar_of(options: Namespace, err: TextIO) -> "Bar | None":
    """For people at a terminal who did not ask for quiet."""
    is_for_people = (getattr(options, "format", None) or "text") == "text" and not getattr(
        options, "quiet", False
    )
    if not is_for_people or not err.isatty() or os.environ.get("TERM") == "dumb":
        return None
    from onemg_render.cli.bar import Bar

    return Bar(err)


def least_severity(options: Namespace) -> Severity:
    """`--quiet` leaves errors, `--verbose` shows all; else JEKYLL_LOG_LEVEL (upstream `stevenson.rb`)."""
    if getattr(options, "quiet", False):
        return "error"
    if getattr(options, "verbose", False):
        return "debug"
    return LEVEL_NAMES.get(os.environ.get("JEKYLL_LOG_LEVEL", ""), "info")


def text_show(options: Namespace, out: TextIO, err: TextIO) -> Show:
    """Lines for people."""
    source = source_of(options)

    def show(message: Message) -> None:
        if message.severity in ("info", "debug") and not message.path:
            out.write(aligned(message))
            out.flush()  # before the next line of standard error
        elif wants_colour(err):
            print_styled(message, err, source)
        else:
            err.write(as_text(message) + "\n")

    return show


def aligned(message: Message) -> str:
    """The topic right-aligned in a column, as in Jekyll's log; a topic in dots has no colon."""
    if "\n" in message.text and not message.topic:  # a table
        return f"{message.text}\n"
    topic = (
        f"{message.topic} " if message.topic.endswith("...") or not message.topic else f"{message.topic}: "
    )
    return f"{topic:>{TOPIC_WIDTH}}{message.text}".rstrip() + "\n"


def wants_colour(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty() or os.environ.get("FORCE_COLOR", "0") not in ("", "0")


def print_styled(message: Message, stream: TextIO, source: Path) -> None:
    """The same lines in colour, on a terminal with links to the files.

    Rich takes 60 ms to load, so only when there is something to colour.
    """
    from rich.console import Console
    from rich.style import Style
    from rich.text import Text

    text = Text(as_text(message))
    named = [(place(message.path, message.line, message.column), message.path, True)]
    named += [(place(path, line), path, False) for path, line in message.included_from]
    for where, path, is_bold in named:
        link = uri_of(source, path) if stream.isatty() else None
        if where:
            text.highlight_words([where], Style(bold=is_bold or None, link=link))
    text.highlight_regex(rf"(?m)\b{message.severity}(?=: )", STYLES.get(message.severity, ""))
    text.highlight_regex(r"(?m)^ > .*$", "bold")
    text.highlight_regex(r"(?m)^ +\^$", "bold red")
    text.highlight_regex(r"(?m)^   hint: .*$", "cyan")
    text.highlight_regex(r"(?m)^   [ \d]+\| .*$|^   (?:included from|needed by) .*$|^   Jekyll: .*$", "dim")
    Console(file=stream, highlight=False, soft_wrap=True, force_terminal=True).print(text)


def uri_of(source: Path, path: str | None) -> str | None:
    """The address of a file that a message names; None if it is not there."""
    file = source / (path or "")
    return file.as_uri() if file.is_file() else None


def source_of(options: Namespace) -> Path:
    """The folder from which messages name files."""
    return Path(getattr(options, "source", None) or ".").absolute()


def json_show(options: Namespace, out: TextIO, err: TextIO) -> Show:
    """One JSON object a line, all on standard output."""

    def show(message: Message) -> None:
        record = {
            "severity": message.severity,
            "topic": message.topic or None,
            "text": message.text,
            "path": message.path,
            "line": message.line,
            "column": message.column,
            "hint": message.hint,
            "included_from": [{"path": path, "line": line} for path, line in message.included_from],
        }
        present = {key: value for key, value in record.items() if value not in (None, [])}
        out.write(json.dumps(present, ensure_ascii=False) + "\n")

    return show


def github_show(options: Namespace, out: TextIO, err: TextIO) -> Show:
    """Annotations (`::warning file=...`); their paths count from the repository's top, where the job runs."""
    source = source_of(options)
    kinds = {"error": "error", "warning": "warning", "hint": "notice"}

    def show(message: Message) -> None:
        if message.severity not in kinds:
            out.write(aligned(message))
            return
        path = None if message.path is None else from_here(source / message.path)
        named = {"file": path, "line": message.line, "col": message.column, "title": message.topic or None}
        properties = ",".join(f"{key}={escaped(str(value), ':,')}" for key, value in named.items() if value)
        chain = chain_of(message)
        hint = [f"hint: {message.hint}"] if message.hint else []
        text = escaped("\n".join([message.text, *chain, *hint]))
        out.write(f"::{kinds[message.severity]} {properties}".rstrip() + f"::{text}\n")

    return show


def from_here(path: Path) -> str:
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def escaped(text: str, more: str = "") -> str:
    """Percent signs, line breaks and `more` as GitHub's workflow commands want them."""
    return "".join(f"%{ord(char):02X}" if char in "%\r\n" + more else char for char in text)


SHOWS: Final[dict[str, Callable[[Namespace, TextIO, TextIO], Show]]] = {
    "text": text_show,
    "json": json_show,
    "github": github_show,
}
