"""The examples of the manual, and what Ruby makes of them: `python -m tests.support.manual_examples JEKYLL`.

That command writes `cases/manual/examples.json` anew; JEKYLL is a command, such as `bundle exec jekyll`.
"""

import json
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CASES = Path(__file__).parent.parent / "cases" / "manual" / "examples.json"
EXAMPLE = re.compile(r"^{% example (?P<kind>\w+) %}(?P<source>.*?){% endexample %}$", re.S | re.M)
RAW = re.compile(r"\A{% raw %}\n?(?P<text>.*){% endraw %}\Z", re.S)


@dataclass(frozen=True)
class Example:
    """An example of the manual: `kind` is liquid or markdown."""

    chapter: str
    kind: str
    source: str


def examples() -> Iterator[Example]:
    for chapter in sorted((ROOT / "content" / "docs").glob("*.md")):
        for match in EXAMPLE.finditer(chapter.read_text(encoding="utf-8")):
            raw = RAW.match(match["source"])
            yield Example(chapter.stem, match["kind"], (raw["text"] if raw else match["source"]).lstrip("\n"))


def answers(jekyll: str) -> list[str]:
    """What Ruby's Jekyll makes of each example, as a page with the layout `page`."""
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch)
        (site / "_layouts").mkdir()
        (site / "_layouts" / "page.html").write_text("{{ content }}", encoding="utf-8")
        listed = list(examples())
        for number, example in enumerate(listed):
            ending = {"markdown": "md", "liquid": "txt"}[example.kind]
            page = f"---\nlayout: page\n---\n{example.source}"
            (site / f"{number}.{ending}").write_text(page, encoding="utf-8")
        command = [*shlex.split(jekyll), "build", "-q", "-s", scratch, "-d", f"{scratch}/_site"]
        subprocess.run(command, check=True)
        built = (next((site / "_site").glob(f"{number}.*")) for number in range(len(listed)))
        return [path.read_text(encoding="utf-8").strip("\n") for path in built]


def main() -> None:
    pairs = zip(examples(), answers(" ".join(sys.argv[1:])), strict=True)
    cases = [{**asdict(example), "result": result} for example, result in pairs]
    CASES.parent.mkdir(exist_ok=True)
    CASES.write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
