"""Compares the Markdown files of folders with Ruby's kramdown: `-m tests.support.parity_markdown FOLDER`.

Front matter is taken off, Liquid is left as it stands, the settings are a site's, nothing is highlighted.
Prints how many files were compared and the first difference of each that is not equal, byte for byte.
"""

import difflib
import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from onemg_render.markdown import Converter
from tests.support.ruby_kramdown import SITE_SETTINGS, RubyKramdown, is_installed

SUFFIXES = frozenset((".md", ".markdown", ".mkd", ".mkdn", ".mkdown"))
FRONT_MATTER_RE = re.compile(r"\A---\s*\n.*?\n?^(?:---|\.\.\.)\s*$\n?", re.M | re.S)
SHOWN_LINES = 12
SHOWN_FILES = 20


def texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every Markdown file below the folder with its text, front matter taken off."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES and path.is_file() and ".git" not in path.parts:
            try:
                text = path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError:
                continue
            yield path, FRONT_MATTER_RE.sub("", text)


def first_difference(expected: str, actual: str) -> str:
    lines = difflib.unified_diff(
        expected.splitlines(keepends=True), actual.splitlines(keepends=True), "kramdown", "ours", n=1
    )
    return "".join(islice(lines, SHOWN_LINES))


def compare(folder: Path, ruby: RubyKramdown) -> tuple[int, int]:
    """How many files were compared, and how many of them differ."""
    converter = Converter(SITE_SETTINGS)
    compared = different = 0
    for path, text in texts(folder):
        answer = ruby.answer(text, SITE_SETTINGS)
        if "error" in answer:
            sys.stdout.write(f"{path}: kramdown fails: {answer['error']}\n")
            continue
        compared += 1
        actual = converter.convert(text).html
        if actual != answer["html"]:
            different += 1
            if different <= SHOWN_FILES:
                sys.stdout.write(f"{path}\n{first_difference(answer['html'], actual)}\n")
    sys.stdout.write(f"{folder}: {compared} files compared, {compared - different} equal\n")
    return compared, different


def main(folders: list[Path]) -> int:
    if not is_installed():
        sys.stdout.write("Ruby's kramdown is not installed: nothing compared\n")
        return 2
    with RubyKramdown() as ruby:
        counts = [compare(folder, ruby) for folder in folders]
    return 0 if any(compared for compared, _ in counts) and not any(differ for _, differ in counts) else 1


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:] or ["."]]))
