"""What a value stands for in the style it is written in: plain, quoted, a literal or folded block, a list.

The styles of https://yaml.org/spec/1.1/ as libyaml's `src/scanner.c` reads them, as far as that is simple.
"""

import re
from collections.abc import Callable
from typing import Any, Final

from onemg_render.util.patterns import regex
from onemg_render.util.yaml.scalars import NUMBER_STARTS, WORD_STARTS, typed

CONTROL: Final = r"\0-\x1f\x7f-\x9f"
"""Line feeds, and what libyaml takes for them or refuses: no text goes on over one."""

PLAIN_START: Final = rf"""[^-?:,\[\]{{}}#&*!|>'"%@` {CONTROL}]"""
GAP: Final = r"(?: [ ] | \n(?=[ \n\]]) )*+"
QUOTED: Final = rf"""(?: '[^'{CONTROL}]*+' | "[^"\\{CONTROL}]*+" )"""
FLOW_PLAIN: Final = rf"{PLAIN_START} (?: [^?:,\[\]{{}}#{CONTROL}] | :(?=[^ ?,\[\]{{}}\n]) )*+"
ITEM: Final = rf"(?: {FLOW_PLAIN} | {QUOTED} ) {GAP}"
LIST: Final = rf"\[ {GAP} (?: {ITEM} (?: , {GAP} {ITEM} )*+ (?: , {GAP} )?+ )?+ \]"
FLOW: Final = rf"[\[{{][^{CONTROL}]*[\]}}]"
FLOW_TOKENS: Final = regex(
    rf"( {FLOW_PLAIN} | {QUOTED} (?=[ \n]*+[\]}},:]) ) | ( [\[\]{{}},] | :(?=[ ]) | [^ \n] )", re.X
)
MAX_FLOW_DEPTH: Final = 40
MAX_KEY: Final = 1000  # of the 1024 characters that libyaml allows
SPECIAL: Final = NUMBER_STARTS | WORD_STARTS | frozenset("'\"[{|>")
"""What a value begins with that may be more than its own text."""

LINE_FEEDS: Final = regex(r"\n++")
LINE_END: Final = regex(r"\n *+")
ESCAPE: Final = regex(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.)|\n)?+|\n")
ESCAPES: Final = {
    **{char: char for char in '"\\/ '},
    **{"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"},
    **{"\\\n": "", "\n": " ", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"},
}


class Unsure(Exception):
    """It takes a parser to say what a text means, or whether it is YAML."""


def value(text: str, floor: int) -> Any:
    """What `text` stands for, which belongs to a key or dash in column `floor`.

    Raises Unsure, or ValueError for numbers that are none.
    """
    if (read := STYLES.get(text[0])) is not None:
        return read(text, floor)
    return typed((folded(text) if "\n" in text else text).rstrip(" "))


def single_quoted(text: str, _: int) -> str:
    return (folded(text) if "\n" in text else text)[1:-1].replace("''", "'")


def double_quoted(text: str, _: int) -> str:
    if "\\" not in text:
        return (folded(text) if "\n" in text else text)[1:-1]
    flush = LINE_END.sub("\n", text)
    if " \n" in flush or "\n\n" in flush:
        raise Unsure
    return ESCAPE.sub(unescaped, flush[1:-1])


def unescaped(escape: re.Match[str]) -> str:
    """What an escape stands for, or a line's end in a text with escapes."""
    code = escape[1] or escape[2] or escape[3]
    char = chr(int(code, 16)) if code else ESCAPES.get(escape[4] or escape[0])
    if char is None or "\ud800" <= char <= "\udfff":
        raise Unsure
    return char


def flow(text: str, _: int) -> Any:
    """A list or mapping in brackets."""
    if text.count("[") + text.count("{") > MAX_FLOW_DEPTH:
        raise Unsure
    tokens = [*FLOW_TOKENS.findall(text), ("", "")][::-1]
    found = member(tokens)
    if len(tokens) > 1:
        raise Unsure
    return found


def member(tokens: list[tuple[str, str]]) -> Any:
    """What the next of the tokens, which end first, stand for."""
    scalar, mark = tokens.pop()
    if scalar:
        return value(scalar.rstrip(" "), 0)
    if mark == "[":
        items = []
        while tokens[-1][1] != "]":
            items.append(member(tokens))
            part(tokens, "]")
        tokens.pop()
        return items
    if mark != "{":
        raise Unsure
    pairs: dict[str, Any] = {}
    while tokens[-1][1] != "}":
        key = member(tokens)
        if tokens.pop()[1] != ":" or not isinstance(key, str) or key == "<<" or len(key) > MAX_KEY:
            raise Unsure
        pairs[key] = member(tokens)
        part(tokens, "}")
    tokens.pop()
    return pairs


def part(tokens: list[tuple[str, str]], end: str) -> None:
    """Takes the comma between two members."""
    if tokens[-1][1] == ",":
        tokens.pop()
    elif tokens[-1][1] != end:
        raise Unsure


def block(text: str, floor: int) -> str:
    """A literal or folded block, if no line of it says more by its indentation."""
    header, *lines = text.split("\n")
    first = next((line for line in lines if line.strip(" ")), "")
    margin = len(first) - len(first.lstrip(" "))
    if first and margin <= floor:
        raise Unsure
    if any(line[:margin].strip(" ") if line.strip(" ") else len(line) > margin for line in lines):
        raise Unsure
    content = "\n".join(line[margin:] for line in lines).rstrip("\n")
    if header[0] == ">":
        if "\n " in content:
            raise Unsure
        start = content.lstrip("\n")
        content = content[: len(content) - len(start)] + LINE_FEEDS.sub(fold, start)
    return content + "\n" if content and not header.startswith("-", 1) else content


def folded(text: str) -> str:
    """The lines as one; each empty line between them is a line feed."""
    line = LINE_END.sub(" ", text)
    if "  " not in line:
        return line
    return LINE_FEEDS.sub(fold, "\n".join([line.strip(" ") for line in text.split("\n")]))


def fold(ends: re.Match[str]) -> str:
    return "\n" * (len(ends[0]) - 1) or " "


STYLES: Final[dict[str, Callable[[str, int], Any]]] = {
    "'": single_quoted,
    '"': double_quoted,
    "[": flow,
    "{": flow,
    "|": block,
    ">": block,
}
"""By the first character."""
