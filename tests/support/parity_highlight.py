"""Compares our highlighting with Rouge's on every code block of the Markdown files of folders.

`python -m tests.support.parity_highlight DIR... [--half tune] [--lang yaml] [--show 3]`: per language, how
many blocks there are and how many are byte-equal, and the share of equal characters.
"""

import argparse
import difflib
import hashlib
import json
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from onemg_render.markdown.highlight import Highlighter
from onemg_render.markdown.highlight.formatters import merge
from onemg_render.markdown.lexers.names import TAGS
from onemg_render.markdown.lexers.tokens import css_class

FENCE = re.compile(r"^( *)(`{3,}|~{3,}) *([^\s`~]\S*)[^`\n]*\n(.*?)^ *\2[`~]* *$", re.M | re.S)
TAG = re.compile(r"\{%-? *highlight +([^\s%]+)[^%]*%\}\n?(.*?)\{%-? *endhighlight", re.S)
RUBY = Path(__file__).with_suffix(".rb")
SUFFIXES = {".md", ".markdown", ".mdx", ".mkd"}

Pairs = list[tuple[str, str]]
Block = tuple[str, str]


def blocks(text: str) -> Iterator[Block]:
    """(language, code) of every fenced block and highlight tag."""
    for indent, _, lang, code in FENCE.findall(text):
        yield lang, re.sub(rf"^ {{0,{len(indent)}}}", "", code, flags=re.M) if indent else code
    for lang, code in TAG.findall(text):
        yield lang.lower(), code.strip("\r\n")


def collect(folders: Iterable[Path], half: str | None = None) -> list[Block]:
    """The distinct blocks of all Markdown files; `half` keeps one half, by the hash of the file name."""
    found: dict[Block, None] = {}
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES and p.is_file()):
            side = int(hashlib.sha256(path.name.encode()).hexdigest(), 16) % 2
            if half and side != ["tune", "measure"].index(half):
                continue
            text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
            found |= dict.fromkeys(b for b in blocks(text) if b[0].partition("?")[0] in TAGS and b[1])
    return list(found)


def rouge(wanted: list[Block]) -> list[Pairs | None]:
    """Rouge's tokens for each block; None where it raises."""
    lines = "".join(json.dumps({"lang": lang, "code": code}) + "\n" for lang, code in wanted)
    answer = subprocess.run(["ruby", str(RUBY)], input=lines, capture_output=True, text=True, check=True)
    read = (json.loads(line) for line in answer.stdout.split("\n") if line)
    return [[(a, b) for a, b in found] if isinstance(found, list) else None for found in read]


def ours(wanted: list[Block]) -> list[Pairs]:
    highlighter = Highlighter()
    return [[(css_class(t), x) for t, x in merge(highlighter.tokens(code, lang))] for lang, code in wanted]


def tag_of(lang: str) -> str:
    return TAGS[lang.partition("?")[0]]


def classes(pairs: Pairs) -> list[str]:
    return [name for name, text in pairs for char in text if not char.isspace()]


def difference(expected: Pairs, got: Pairs) -> str:
    theirs, mine = ([f"{name or '.'}\t{text!r}" for name, text in pairs] for pairs in (expected, got))
    changed = difflib.unified_diff(theirs, mine, "rouge", "ours", lineterm="", n=2)
    return "\n".join(list(changed)[2:14])


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--half", choices=["tune", "measure"])
    parser.add_argument("--lang", default="", help="only these tags, with commas")
    parser.add_argument(
        "--show", type=int, default=0, help="print the differences of so many blocks per language"
    )
    chosen = parser.parse_args(words)
    only = set(filter(None, chosen.lang.split(",")))
    wanted = [b for b in collect(chosen.folders, chosen.half) if not only or tag_of(b[0]) in only]
    started = time.process_time()
    got = ours(wanted)
    seconds = time.process_time() - started
    report(wanted, rouge(wanted), got, chosen.show)
    sys.stdout.write(f"ours: {seconds:.2f} s for {sum(len(code) for _, code in wanted):,} characters\n")
    return 0


def report(wanted: list[Block], expected: list[Pairs | None], got: list[Pairs], show: int) -> None:
    count: dict[str, Counter[str]] = defaultdict(Counter)
    shown: Counter[str] = Counter()
    for (lang, code), theirs, mine in zip(wanted, expected, got, strict=True):
        tag = tag_of(lang)
        row = count[tag]
        if theirs is None:
            row["raises"] += 1
            continue
        a, b = classes(theirs), classes(mine)
        row["blocks"] += 1
        row["equal"] += theirs == mine
        row["characters"] += len(a)
        row["same"] += sum(x == y for x, y in zip(a, b, strict=False))
        row["text"] += "".join(t for _, t in theirs) == "".join(t for _, t in mine)
        if theirs != mine and shown[tag] < show:
            shown[tag] += 1
            sys.stdout.write(f"--- {tag}: {code[:60]!r}\n{difference(theirs, mine)}\n")
    for tag, row in sorted(count.items(), key=lambda item: -item[1]["blocks"]):
        if row["blocks"]:
            equal, same = row["equal"] / row["blocks"], row["same"] / max(1, row["characters"])
            text = "" if row["text"] == row["blocks"] else f"  text differs in {row['blocks'] - row['text']}"
            sys.stdout.write(f"{tag:20}{row['blocks']:6} blocks {equal:7.1%} equal {same:7.1%} same{text}\n")


if __name__ == "__main__":
    sys.exit(main())
