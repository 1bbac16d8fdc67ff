"""Regular expressions that several constructs share, as kramdown states them.

They are matched at a cursor that stands at the start of a line, so the `^` in front of most of kramdown's is
left out; they are compiled with `re.ASCII`. Possessive and atomic groups stand where going back cannot help.
"""

import re
from collections import deque
from functools import cache
from re import Pattern
from typing import NamedTuple

from onemg_render.markdown.html_tags import NAME, NAME_START, SPAN_ELEMENTS
from onemg_render.util.patterns import regex

INDENT = r"(?:\t| {4})"
OPT_SPACE = r" {0,3}"
BLANK_LINE = r"(?>\s*\n)"
EOB_MARKER = r"\^\s*?\n"

ATTRIBUTE_CHARS = r"(?:[^}\\]++|\\\}?)+"
ATTRIBUTE_NAME = r"\w[\w-]*"
IAL = rf"\{{:(?![:/])({ATTRIBUTE_CHARS})\}}\s*?\n"
# The same without a group, for use inside of other patterns.
IAL_LINE = rf"\{{:(?![:/]){ATTRIBUTE_CHARS}\}}\s*?\n"

DEFINITION_START = rf"{OPT_SPACE}:[\t| ]"


class Lazy(NamedTuple):
    """What ends lines that go on lazily, by version: kramdown 2.5 takes `time` for a tag of spans.

    html: the tag of a block, whatever its name; end: what no text goes on over; codeblock: indented lines and
    those that go on lazily.
    """

    html: str
    end: str
    codeblock: str


@cache
def lazy(version: str) -> Lazy:
    names = "|".join(sorted(SPAN_ELEMENTS | {"script"} | ({"time"} if version == "2.5" else set())))
    html = rf"<(?:(?!/)|/(?={NAME}\s*>))(?!(?:{names})(?u:\b)){NAME_START}"
    # The character ahead lets most lines go at once.
    end = rf"(?:\s*\n|{OPT_SPACE}(?=[{{<])(?:{IAL_LINE}|{html})|{EOB_MARKER}|\Z)"
    codeblock = (
        rf"(?:{BLANK_LINE}?(?:{INDENT}[ \t]*+\S.*\n)+"
        rf"(?:(?!{OPT_SPACE}(?:{IAL_LINE}|{html})|{EOB_MARKER})[ \t]*+\S.*\n)*)*"
    )
    return Lazy(html, end, codeblock)


BLANK_LINE_RE = regex(BLANK_LINE, re.A)
BLOCK_BOUNDARY_RE = regex(rf"{BLANK_LINE}|{EOB_MARKER}|{OPT_SPACE}{IAL_LINE}|\Z", re.A)
EOB_MARKER_RE = regex(EOB_MARKER, re.A)
INDENT_RE = regex(rf"^{INDENT}", re.M)
TRAILING_SPACE_RE = regex(r"[ \t]*\n")


def last_match(pattern: Pattern[str], text: str) -> int:
    """Where the pattern occurs last in the text, -1 for nowhere."""
    last = deque(pattern.finditer(text), 1)
    return last[0].start() if last else -1
