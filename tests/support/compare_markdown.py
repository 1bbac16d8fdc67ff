"""Compares made-up documents with Ruby's kramdown: `-m tests.support.compare_markdown [COUNT [SEED]]`."""

import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from onemg_render.markdown import Converter
from tests.support.fuzz_markdown import documents
from tests.support.ruby_kramdown import SITE_SETTINGS, RubyKramdown, is_installed

DEFAULT_COUNT = 10_000
DEFAULT_SEED = 1


class Comparison(NamedTuple):
    """One document by both; expected is None where kramdown fails."""

    text: str
    options: Mapping[str, object]
    expected: str | None
    actual: str

    @property
    def differs(self) -> bool:
        return self.expected is not None and self.expected != self.actual


def comparisons(seed: int, count: int) -> Iterator[Comparison]:
    """Each document by both, but none with `{:footnotes}` in a footnote: Ruby prints random letters there."""
    converters: dict[str, Converter] = {}
    with RubyKramdown() as ruby:
        for text, changed in documents(seed, count):
            options = {**SITE_SETTINGS, **changed}
            converter = converters.setdefault(repr(options), Converter(options))
            actual = converter.convert(text).html
            if "\x1a" in actual:
                continue
            yield Comparison(text, options, ruby.answer(text, options).get("html"), actual)


def main(count: int, seed: int) -> int:
    if not is_installed():
        sys.stdout.write("Ruby's kramdown is not installed: nothing compared\n")
        return 2
    compared = failed = different = 0
    for found in comparisons(seed, count):
        compared += found.expected is not None
        failed += found.expected is None
        if found.differs:
            different += 1
            sys.stdout.write(f"{found.text!r}\n{found.options}\n{found.expected!r}\n{found.actual!r}\n")
    sys.stdout.write(
        f"seed {seed}: {compared} documents compared, {different} different; Ruby fails on {failed}\n"
    )
    return 1 if different else 0


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(arguments + [DEFAULT_COUNT, DEFAULT_SEED][len(arguments) :])))
