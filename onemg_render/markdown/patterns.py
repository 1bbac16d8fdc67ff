"""Regular expressions that several constructs share, as kramdown states them.

They are matched at a cursor that stands at the start of a line, so the `^` in front of most of kramdown's is
left out; they are compiled with `re.ASCII`. Possessive and atomic groups stand where going back cannot help.
"""

import re

from onemg_render.markdown.html_tags import NAME, NAME_START, SPAN_ELEMENTS

INDENT = r"(?:\t| {4})"
OPT_SPACE = r" {0,3}"
BLANK_LINE = r"(?>\s*\n)"
EOB_MARKER = r"\^\s*?\n"

ATTRIBUTE_CHARS = r"(?:[^}\\]++|\\\}?)+"
ATTRIBUTE_NAME = r"\w[\w-]*"
IAL = rf"\{{:(?![:/])({ATTRIBUTE_CHARS})\}}\s*?\n"
# The same without a group, for use inside of other patterns.
IAL_LINE = rf"\{{:(?![:/]){ATTRIBUTE_CHARS}\}}\s*?\n"

LAZY_SPAN_ELEMENTS = "|".join(sorted(SPAN_ELEMENTS | {"script"}))
# A block tag that ends a paragraph: a tag of any name but those of spans.
LAZY_END_HTML = (
    rf"(?:<(?!(?:{LAZY_SPAN_ELEMENTS})(?u:\b)){NAME_START}"
    rf"|</(?!(?:{LAZY_SPAN_ELEMENTS})(?u:\b)){NAME}\s*>)"
)
# First characters of all that LAZY_END looks for, so that most lines are let go at once.
LAZY_END = rf"(?:\s*\n|{OPT_SPACE}(?=[{{<])(?:{IAL_LINE}|{LAZY_END_HTML})|{EOB_MARKER}|\Z)"

DEFINITION_START = rf"{OPT_SPACE}:[\t| ]"
LIST_START = rf"{OPT_SPACE}(?:[+*-]|\d+\.)[\t| ]"
CODEBLOCK = (
    rf"(?:{BLANK_LINE}?(?:{INDENT}[ \t]*+\S.*\n)+"
    rf"(?:(?!{OPT_SPACE}(?:{IAL_LINE}|{LAZY_END_HTML})|{EOB_MARKER})[ \t]*+\S.*\n)*)*"
)

BLANK_LINE_RE = re.compile(BLANK_LINE, re.A)
LAZY_END_RE = re.compile(LAZY_END, re.A)
BLOCK_BOUNDARY_RE = re.compile(rf"{BLANK_LINE}|{EOB_MARKER}|{OPT_SPACE}{IAL_LINE}|\Z", re.A)
EOB_MARKER_RE = re.compile(EOB_MARKER, re.A)
INDENT_RE = re.compile(rf"^{INDENT}", re.M)
TRAILING_SPACE_RE = re.compile(r"[ \t]*\n")
