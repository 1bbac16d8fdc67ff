"""Reads what most front matter and data files are: block mappings and lists of scalars.

It knows less than YAML, and reads it in a fraction of the time that a parser takes to make its events.
Whatever it is not sure of (anchors, tags, mistakes) is left to the parser.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

from onemg_render.util.patterns import regex
from onemg_render.util.yaml.keys import as_key
from onemg_render.util.yaml.limits import MAX_DEPTH
from onemg_render.util.yaml.styles import (
    CONTROL,
    FLOW,
    LIST,
    MAX_FLOW_DEPTH,
    MAX_KEY,
    PLAIN_START,
    QUOTED,
    SPECIAL,
    Unsure,
    value,
)

UNUSUAL: Final = "\u2028\u2029\ufeff\ufffe\uffff"
"""What libyaml takes for line ends or refuses, beside the control characters."""

TEXT: Final = rf"[^:#{CONTROL}]*+ (?: (?: :(?![ \n]) | (?<![ ])[#] ) [^:#{CONTROL}]*+ )*+"
"""The rest of a line up to a colon before a blank, or a number sign behind one."""

COMMENT: Final = rf"[#][^{CONTROL}]*+"
BLANKS: Final = rf"(?: [ ]*+ (?:{COMMENT})? \n )*+"
OPENING: Final = regex(rf"{BLANKS} ( ---[ ]*+\n )? {BLANKS}", re.X)
LINES: Final = regex(
    rf"""( [ ]*+ ) (?=[^ #\n])
        ( -(?: [ ]++(?=[^ #]) | (?=\n) ) )?+
        (?: ( (?: {PLAIN_START}{TEXT} | {QUOTED} ) [ ]*+ ) :(?=[ \n]) [ ]*+ )?+
        (
            (?: {PLAIN_START} | [-:?](?=[^ \n]) ) {TEXT}
                (?: \n\1 (?(3)[ ](?(2)[ ][ ])|(?(2)[ ])) [ ]*+ (?=[^ #\n]) {TEXT} (?=\n) )*+
            | ' [^'{CONTROL}]*+ (?: (?: '' | \n(?=[ \n]) ) [^'{CONTROL}]*+ )*+ '
            | " [^"\\{CONTROL}]*+ (?: (?: \\[^{CONTROL}] | \\?\n(?=[ \n]) ) [^"\\{CONTROL}]*+ )*+ "
            | {LIST} | {FLOW}(?= [ ]*+ (?: (?<=[ ]){COMMENT} )?+ \n )
            | [|>]-?+ [ ]*+ (?: (?<=[ ]){COMMENT} )?+ (?: \n\1[ ]++[^{CONTROL}]*+ | \n[ ]*+(?=\n) )*+
        )?+
        [ ]*+ (?: (?<=[ ]){COMMENT} )?+ \n {BLANKS}
    | ( (?s:.+) )""",
    re.X,
)
"""Indentation, dash, key and value of a line with those that continue it; or else all that is left."""


def document(text: str) -> Any:
    """The mapping or list that is all of `text`; None, or False, if it is empty, as `load`. Raises Unsure."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if any(char in text for char in UNUSUAL):
        raise Unsure
    whole = text if text.endswith("\n") else text + "\n"
    opening = OPENING.match(whole)
    assert opening is not None
    if opening.end() == len(whole):
        return None if opening[1] else False
    lines = LINES.findall(whole, opening.end())
    if lines[-1][4] or (whole is not text and lines[-1][3].startswith(("|", ">"))):
        raise Unsure
    try:
        return Blocks().read(lines)
    except ValueError:
        raise Unsure from None


class Blocks:
    """The mappings and lists around a line with the columns they stand in, the innermost last."""

    def __init__(self) -> None:
        self._root: list[Any] = [None]
        self._open: list[tuple[int, Any]] = [(-1, self._root)]
        self._names: dict[str, str] = {}

    def read(self, lines: Iterable[tuple[str, str, str, str, str]]) -> Any:
        """The outermost of them. Raises Unsure."""
        names = self._names
        at, inside = self._open[-1]
        slot: Any = -1  # what a line's value is for: the last item of a list, or a key
        is_empty = True
        for indent, dash, key, text, _ in lines:
            if not key and not dash:
                if not is_empty or len(indent) <= at:
                    raise Unsure
            else:
                if len(indent) != at or (type(inside) is list) is not (dash != ""):
                    self._turn(len(indent), slot if is_empty else None, is_list=dash != "")
                    at, inside = self._open[-1]
                if dash:
                    inside.append(None)
                    slot = -1
                if key:
                    if dash:
                        at, inside = self._item(dash, text)
                    slot = names.get(key) or self._name(key, inside)
            is_empty = not text
            if text and (text[0] in SPECIAL or "\n" in text):
                inside[slot] = value(text, at)
            else:
                inside[slot] = text.rstrip(" ") or None
        if not isinstance(self._root[0], dict | list):
            raise Unsure
        return self._root[0]

    def _item(self, dash: str, text: str) -> tuple[int, Any]:
        """A mapping that begins on the line of its dash, and its column."""
        if len(dash) > 2 and "\n" in text:
            raise Unsure  # `LINES` has not seen whether all of the text stands right of its key
        at, inside = self._open[-1]
        inside[-1] = {}
        self._open.append((at + len(dash), inside[-1]))
        return self._open[-1]

    def _turn(self, column: int, slot: Any, *, is_list: bool) -> None:
        """To the block that goes on or begins in a column. slot: what has no value yet."""
        blocks = self._open
        while blocks[-1][0] > column:
            blocks.pop()
            slot = None
        at, inside = blocks[-1]
        if at == column and not is_list and isinstance(inside, list):
            blocks.pop()  # a list may stand in the column of its key
        elif at < column or (is_list and isinstance(inside, dict)):
            if slot is None or len(blocks) + 2 >= MAX_DEPTH - MAX_FLOW_DEPTH:
                raise Unsure
            inside[slot] = [] if is_list else {}
            blocks.append((column, inside[slot]))
        at, inside = blocks[-1]
        if at != column or isinstance(inside, list) is not is_list:
            raise Unsure

    def _name(self, written: str, mapping: dict[Any, Any]) -> Any:
        """The key that a text stands for in `mapping`."""
        text = written.rstrip(" ")
        name = text[1:-1] if text[0] in "'\"" else value(text, 0)
        if name is None or name == "<<" or len(written) > MAX_KEY:
            raise Unsure
        if not isinstance(name, str):
            return as_key(name, mapping)
        self._names[written] = name
        return name
