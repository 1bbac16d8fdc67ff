"""What changed between two builds of a site: what readers of a page see, what only browsers see, files."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import takewhile
from pathlib import Path
from typing import Final, Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

Change = Literal["added", "removed", "text", "markup", "file"]

INLINE: Final = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
    }
    | {
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    }
)
UNSEEN: Final = frozenset({"script", "style"})
SHARED: Final = 40
"""Of what two lines share, so many characters are shown on each side of what differs."""
SHOWN_ATTRIBUTES: Final = ("alt", "placeholder", "aria-label")


@dataclass(frozen=True, slots=True)
class PageChange:
    """One file that differs: `text` if a reader of the page notices, `markup` if only the tags do.

    lines: what went (`-`) and what came (`+`), of text or of tags; empty for other files.
    """

    path: str
    change: Change
    lines: tuple[str, ...] = ()


def compare_sites(before: Path, after: Path, only: str = "*") -> Iterator[PageChange]:
    """The changes from one built site to another, in the order of paths that match `only`."""
    old, new = (set(files(root, only)) for root in (before, after))
    for path in sorted(old | new):
        if path not in old:
            yield PageChange(path, "added")
        elif path not in new:
            yield PageChange(path, "removed")
        elif (left := (before / path).read_bytes()) != (right := (after / path).read_bytes()):
            yield changed_page(path, left, right) if path.endswith(".html") else PageChange(path, "file")


def files(root: Path, only: str) -> Iterator[str]:
    paths = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return (path for path in paths if fnmatch(path, only))


def changed_page(path: str, before: bytes, after: bytes) -> PageChange:
    old, new = LexborHTMLParser(before), LexborHTMLParser(after)
    if lines := changed_lines(text_lines(old), text_lines(new)):
        return PageChange(path, "text", lines)
    if lines := changed_lines(list(tags(old)), list(tags(new))):
        return PageChange(path, "markup", lines)
    return PageChange(path, "file")


def changed_lines(before: list[str], after: list[str]) -> tuple[str, ...]:
    """What went (`-`) and what came (`+`); lines that take each other's place stand together."""
    lines: list[str] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        old, new = before[start:end], after[new_start:new_end]
        if len(old) == len(new):
            pairs = (around_the_change(*pair) for pair in zip(old, new, strict=True) if pair[0] != pair[1])
            lines += [f"{sign}{text}" for pair in pairs for sign, text in zip("-+", pair, strict=True)]
        else:
            lines += [*(f"-{line}" for line in old), *(f"+{line}" for line in new)]
    return tuple(lines)


def around_the_change(old: str, new: str) -> tuple[str, str]:
    """Both lines without what they share far from where they differ."""
    same = alike(old, new)
    tail = alike(old[same:][::-1], new[same:][::-1])
    start = old.rfind(" ", 0, same - SHARED) + 1 if same > 2 * SHARED else 0
    left = old.find(" ", len(old) - tail + SHARED) if tail > 2 * SHARED else -1
    end = len(old) - left if left >= 0 else 0
    cut = (
        f"{'… ' if start else ''}{line[start : len(line) - end]}{' …' if end else ''}" for line in (old, new)
    )
    first, second = cut
    return first, second


def alike(old: str, new: str) -> int:
    """How many characters at their beginning two texts share."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def text_lines(page: LexborHTMLParser) -> list[str]:
    """What a reader gets, a block a line, white space collapsed."""
    lines, block = [""], None
    for node in nodes(page, include_text=True):
        text = seen(node)
        if text:
            if (here := block_of(node)) != block:
                lines.append("")
                block = here
            lines[-1] += text
    return [text for line in lines if (text := " ".join(line.split()))]


def seen(node: LexborNode) -> str:
    """What a node itself shows: a run of text, or the attributes of an element that are read out."""
    if node.tag == "-text":
        unseen = node.parent is not None and node.parent.tag in UNSEEN
        return "" if unseen else node.text_content or ""
    attributes = node.attributes
    return "".join(f" [{value}]" for name in SHOWN_ATTRIBUTES if (value := attributes.get(name)))


def block_of(node: LexborNode) -> int | None:
    """The identity of the nearest element above that begins a line of its own."""
    above = node.parent
    while above is not None and above.tag in INLINE:
        above = above.parent
    return above.mem_id if above is not None else None


def tags(page: LexborHTMLParser) -> Iterator[str]:
    """The opening tags in their order, attributes sorted, and the text of scripts and styles."""
    for node in nodes(page):
        attributes = "".join(f' {name}="{value or ""}"' for name, value in sorted(node.attributes.items()))
        yield f"<{node.tag}{attributes}>"
        if node.tag in UNSEEN and (text := node.text().strip()):
            yield text


def nodes(page: LexborHTMLParser, *, include_text: bool = False) -> Iterator[LexborNode]:
    return page.root.traverse(include_text=include_text) if page.root is not None else iter(())
