"""Transcripts of the command line: a Markdown file with the files of a folder and what commands say in it.

A block between lines of `~~~ NAME` and `~~~` is a file; a block of ```console holds commands (`$ onemg ...`,
`$ ls FOLDER`, `$ cat FILE`, before them `NAME=value`) with their whole output, then `[exit N]` if N is not 0.
Paths, times and today's date are masked.
"""

import contextlib
import io
import os
import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest import mock

from onemg_render.cli.main import main

FILE = re.compile(r"^~~~ (?P<name>\S[^\n]*)\n(?P<text>.*?)^~~~$", re.M | re.S)
SESSION = re.compile(r"(?<=^```console\n)(?P<lines>.*?)(?=^```$)", re.M | re.S)
SECONDS = re.compile(r"\b\d+\.\d+ seconds\b")


def replay(transcript: str, folder: Path) -> str:
    """The transcript with the output that its commands have now, run one after the other in `folder`."""
    for file in FILE.finditer(transcript):
        path = folder / file["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file["text"], encoding="utf-8", newline="")
    return SESSION.sub(lambda session: "".join(replayed(session["lines"], folder)), transcript)


def replayed(session: str, folder: Path) -> Iterator[str]:
    for line in session.splitlines():
        if line.startswith("$ "):
            yield f"{line}\n"
            yield masked(output(shlex.split(line[2:]), folder), folder)


def output(words: list[str], folder: Path) -> str:
    name, assigned, value = words[0].partition("=")
    if assigned:
        with mock.patch.dict(os.environ, {name: value}):
            return output(words[1:], folder)
    program, *arguments = words
    if program == "ls":
        listed = (folder / (arguments or ["."])[0]).rglob("*")
        return "".join(
            sorted(f"{path.relative_to(folder).as_posix()}\n" for path in listed if path.is_file())
        )
    if program == "cat":
        return (folder / arguments[0]).read_text(encoding="utf-8")
    assert program == "onemg", f"a transcript cannot run {program}"
    said = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(arguments)
    return said.getvalue() + (f"[exit {code}]\n" if code else "")


def masked(text: str, folder: Path) -> str:
    for path in (str(folder), os.path.realpath(folder)):
        text = text.replace(path, "[DIR]")
    return SECONDS.sub("[N] seconds", text).replace(date.today().isoformat(), "[TODAY]")
