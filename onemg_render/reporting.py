"""Where messages go: the one place of the package that prints.

Rooms below never print; they hand a `Message` to the `Reporter` they were given. The reporter keeps each
once, counts them, and the command line repeats the counts in its last line.
"""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import groupby
from os.path import normpath
from pathlib import Path
from typing import Literal, TextIO
from unicodedata import east_asian_width

from onemg_render.errors import BuildErrors, OnemgError

Severity = Literal["debug", "info", "hint", "warning", "error"]

EXCERPT_LINES = 2
PICTURES = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
}
LONGEST = 2000
LONGEST_LINE = 160
CUT = "... "
CUT_WIDTH = len(CUT)
KEYS_WITHIN = 500


@dataclass(frozen=True, slots=True)
class Message:
    """One thing worth saying, with its place in the user's sources.

    topic: the left-hand word of Jekyll's log lines (`Build Warning`, `Configuration file`); may be empty.
    path, line, column, hint, included_from and key are as in `OnemgError`. upstream: Jekyll's words for it.
    """

    severity: Severity
    text: str
    topic: str = ""
    path: str | None = None
    line: int | None = None
    column: int | None = None
    source: str | None = field(default=None, compare=False)
    hint: str | None = None
    included_from: tuple[tuple[str, int | None], ...] = ()
    key: str | None = None
    upstream: str | None = field(default=None, compare=False)

    @classmethod
    def from_error(cls, error: OnemgError, severity: Severity = "error", topic: str = "") -> "Message":
        """An error as a message, with all that it knows of its place."""
        return cls(
            severity,
            error.message,
            topic,
            error.path,
            error.line,
            error.column,
            error.source,
            error.hint,
            error.included_from,
            error.key,
        )


class Reporter:
    """Collects the messages of one command, each once, and shows them as they come.

    show: called with each new message; by default plain text on standard error.
    only: files about which alone it tells, by their absolute paths; all if there are none. Information and
        errors that stopped a command are told in any case.
    progress: told how many pages are rendered, and of how many, again and again; in the end that all are.
    roots: folders to which paths in messages may be relative: the source's first, then those that lie in it
        or beneath it. Messages name files relative to the first and quote them as they are.
    """

    def __init__(
        self,
        show: Callable[[Message], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self.messages: dict[Message, None] = {}
        self.roots: tuple[Path, ...] = ()
        self.only: frozenset[Path] = frozenset()
        self.show = show if show is not None else plain_printer(sys.stderr)
        self.progress = progress if progress is not None else lambda done, total: None

    def report(self, message: Message) -> None:
        """Keep the message and show it, unless the same was said already."""
        message = placed(message, self.roots)
        if message not in self.messages and (not self.only or self._is_about_them(message)):
            self.messages[message] = None
            self.show(message)

    def _is_about_them(self, message: Message) -> bool:
        file = file_at(message.path, self.roots)
        return message.severity in ("info", "debug") or (file is not None and file.absolute() in self.only)

    def repeat(self, severity: Severity, text: str, *, topic: str = "") -> None:
        """Say something that may be said again, like one more build: it is shown, but not kept."""
        self.show(Message(severity, text, topic))

    def debug(self, text: str, *, topic: str = "", path: str | None = None) -> None:
        """Say what only `--verbose` shows."""
        self.report(Message("debug", text, topic, path))

    def info(self, text: str, *, topic: str = "", path: str | None = None) -> None:
        """Say what happens."""
        self.report(Message("info", text, topic, path))

    def warn(
        self,
        text: str,
        *,
        topic: str = "",
        path: str | None = None,
        line: int | None = None,
        hint: str | None = None,
        key: str | None = None,
    ) -> None:
        """Say what is wrong but does not end the build."""
        self.report(Message("warning", text, topic, path, line, hint=hint, key=key))

    def error(self, error: OnemgError) -> None:
        """An error that stopped something; of several that came together, each by itself."""
        if isinstance(error, BuildErrors):
            for one in error.errors:
                self.error(one)
            return
        file = file_at(error.path, self.roots)
        words = error.upstream(error.path or "" if file is None else file.as_posix())
        self.only = frozenset()
        self.report(replace(Message.from_error(error), upstream=words))

    def count(self, severity: Severity) -> int:
        """How many messages of that severity there were."""
        return sum(message.severity == severity for message in self.messages)


def placed(message: Message, roots: tuple[Path, ...]) -> Message:
    """The message with its files named from the first of `roots`, with the text of its file, and with a
    chain that names no file twice in a row unless another line of it is meant.
    """
    path, line, source = message.path, message.line, message.source
    file = file_at(path, roots)
    if file is not None:
        path = known_as(file, roots[0])
        if line is not None or message.key is not None:
            source = text_of(file)
            line = line or line_of_key(source or "", message.key)
    chain: list[tuple[str, int | None]] = []
    for link, link_line in message.included_from:
        link_file = file_at(link, roots)
        name = link if link_file is None else known_as(link_file, roots[0])
        if link_line is not None or name != (chain[-1][0] if chain else path):
            chain.append((name, link_line))
    return replace(
        message, text=brief(message.text), path=path, line=line, source=source, included_from=tuple(chain)
    )


def brief(text: str, most: int = LONGEST) -> str:
    """A text of the user's may be of any length, and hold what a terminal takes for commands."""
    text = text if len(text) <= most else f"{text[:most]}… ({len(text)} characters)"
    return visible(text)


def visible(text: str) -> str:
    """`text` with pictures for what a terminal takes for commands."""
    return text if text.isprintable() else text.translate(PICTURES)


def line_of_key(text: str, key: str | None) -> int | None:
    """The line of a key of the front matter; None if it comes from elsewhere."""
    for number, line in enumerate(text.splitlines()[:KEYS_WITHIN], 1):
        if number > 1 and line.rstrip() in ("---", "..."):
            break
        if key is not None and re.match(rf"[\"']?{re.escape(key)}[\"']?\s*:", line):
            return number
    return None


def file_at(path: str | None, roots: tuple[Path, ...]) -> Path | None:
    """The file that `path` names below one of `roots`; None if there is none."""
    candidates = (Path(normpath(root / path)) for root in roots) if path else ()
    return next((file for file in candidates if file.is_file()), None)


def known_as(file: Path, root: Path) -> str:
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()


def text_of(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return None


def excerpt(message: Message) -> list[str]:
    """The lines around the place of `message`, numbered, with a caret below the column if it is known."""
    if message.source is None or message.line is None:
        return []
    lines = message.source.splitlines()
    if not 1 <= message.line <= len(lines):
        return []
    first = max(1, message.line - EXCERPT_LINES)
    last = min(len(lines), message.line + EXCERPT_LINES)
    width = len(str(last))
    is_long = len(lines[message.line - 1]) > LONGEST_LINE  # of such the part with the column is shown
    start = max(0, (message.column or 1) - 1 - LONGEST_LINE // 2) if is_long else 0
    shown: list[str] = []
    for number in range(first, last + 1):
        marker = ">" if number == message.line else " "
        shown.append(f" {marker} {number:>{width}} | {window(lines[number - 1], start)}".rstrip())
        if number == message.line and message.column is not None:
            before = window(lines[number - 1], start)[
                : message.column - 1 - start + (CUT_WIDTH if start else 0)
            ]
            shown.append(" " * (width + 6) + "".join(map(as_blank, before)) + "^")
    return shown


def window(line: str, start: int) -> str:
    """A line, or what is shown of a long one from `start` on."""
    part = visible(line[start : start + LONGEST_LINE])
    return f"{CUT if start and part else ''}{part}{CUT.rstrip() if start + LONGEST_LINE < len(line) else ''}"


def as_blank(char: str) -> str:
    """What is as wide as a character on a terminal, and empty."""
    return "\t" if char == "\t" else " " * (2 if east_asian_width(char) in "WF" else 1)


def place(path: str | None, line: int | None, column: int | None = None) -> str:
    """`path:line:column`, as far as they are known."""
    return ":".join(str(part) for part in (path, line, column) if part is not None)


def as_text(message: Message) -> str:
    """A message as plain lines: place and text, excerpt, chain of includes, hint, Jekyll's words."""
    head = ": ".join(
        part
        for part in (
            place(message.path, message.line, message.column),
            "" if message.severity in ("info", "debug") else message.severity,
            message.topic,
            message.text,
        )
        if part
    )
    chain = [f"   {link}" for link in chain_of(message)]
    hint = [f"   hint: {brief(message.hint)}"] if message.hint else []
    words = [f"   Jekyll: {brief(message.upstream)}"] if message.upstream else []
    return "\n".join([head, *excerpt(message), *chain, *hint, *words])


def chain_of(message: Message) -> list[str]:
    """The chain "included from", a link repeated in a row told once with its count.

    Whoever needs a layout, a style sheet or a key of the configuration does so at no line.
    """
    links = (
        f"{'needed by' if line is None else 'included from'} {place(path, line)}"
        for path, line in message.included_from
    )
    counted = ((link, len(list(same))) for link, same in groupby(links))
    return [link if count == 1 else f"{link} ({count} times)" for link, count in counted]


def plain_printer(stream: TextIO, least: Severity = "info") -> Callable[[Message], None]:
    """A `show` that writes messages of at least this severity as plain text."""
    order: tuple[Severity, ...] = ("debug", "info", "hint", "warning", "error")

    def show(message: Message) -> None:
        if order.index(message.severity) >= order.index(least):
            stream.write(as_text(message) + "\n")

    return show
