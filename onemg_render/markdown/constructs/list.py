"""Ordered and unordered lists.

kramdown: parser/kramdown/list.rb, converter/html.rb (convert_li).
"""

import re
from functools import cache
from re import Match, Pattern
from typing import NamedTuple

from onemg_render.markdown.attributes import AttributeList, html_attributes
from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.constructs import horizontal_rule
from onemg_render.markdown.document import Token
from onemg_render.markdown.patterns import (
    ATTRIBUTE_CHARS,
    ATTRIBUTE_NAME,
    BLANK_LINE_RE,
    EOB_MARKER_RE,
    IAL_LINE,
    lazy,
)
from onemg_render.markdown.renderer import STEP, Renderer
from onemg_render.util.patterns import regex

PATTERN = r" {0,3}(?:[+*-]|\d+\.)[\t| ]"
START_RE = regex(PATTERN, re.A)
RULE_RE = regex(horizontal_rule.PATTERN)
MARKERS = {"ul": "[+*-]", "ol": r"\d+\.", "dl": ":"}

ITEM_IAL = rf"\s*\{{:(?!(?:{ATTRIBUTE_NAME})?:|/)({ATTRIBUTE_CHARS})\}}\s*"
ITEM_IAL_RE = regex(ITEM_IAL, re.A)
EMPTY_LINE_RE = regex(rf"(?:{ITEM_IAL})?\s*\n", re.A)
TAB_RE = regex(r"( *)(\t+)")
SPACES_RE = regex(r" *")
LEADING_SPACE_RE = regex(r"\s*", re.A)


class ItemPatterns(NamedTuple):
    """How the lines after an item's first go on, by the column where its content begins.

    content: an indented line; lazy: any other that is not blank and begins no HTML block or attribute list;
    marker: the next item of the list.
    """

    content: Pattern[str]
    lazy: Pattern[str]
    marker: Pattern[str]


@cache
def item_patterns(kind: str, column: int, version: str) -> ItemPatterns:
    tabs, spaces = divmod(column, 4)
    most = min(column - 1, 3) if column else 3
    return ItemPatterns(
        regex(rf"(?:(?:\t| {{4}}){{{tabs}}} {{{spaces}}}|(?:\t| {{4}}){{{tabs + 1}}})[^\S\n]*\S.*\n", re.A),
        regex(rf"(?! {{0,{min(column, 3)}}}(?:{IAL_LINE}|{lazy(version).html}))[^\S\n]*\S.*\n", re.A),
        regex(rf"( {{0,{most}}}{MARKERS[kind]})([\t| ].*\n)", re.A),
    )


def first_line(column: int, content: str) -> tuple[str, int]:
    """An item's first line without its indentation, and the column where its content begins."""
    if EMPTY_LINE_RE.match(content):
        column = 4
    else:
        while tabbed := TAB_RE.match(content):
            spaces, tabs = tabbed[1], tabbed[2]
            width = 4 - (len(spaces) + column) % 4 + (len(tabs) - 1) * 4
            content = spaces + " " * width + content[tabbed.end() :]
        column += len(SPACES_RE.match(content)[0])  # type: ignore[index]  # matches always
    return LEADING_SPACE_RE.sub("", content, count=1), column


def take_ial(state: BlockState, text: str, token: Token) -> str:
    """Text without the attribute list in front, which goes to the token."""
    found = ITEM_IAL_RE.match(text)
    if found is None:
        return text
    token["ial"] = AttributeList()
    if not token["ial"].read(found[1]):
        state.env.warn(f"No or invalid attributes found in IAL/ALD content: {found[1]}", state.line())
    return text[found.end() :]


def without_indent(line: str, column: int) -> tuple[str, bool]:
    """The line without `column` spaces, tabs in front counted as four; and whether it had them."""
    if line[0] == "\t":
        bare = line.lstrip("\t")
        line = " " * (4 * (len(line) - len(bare))) + bare
    return (line[column:], True) if line.startswith(" " * column) else (line, False)


class ListReader:
    """Collects the lines of one list's items.

    values holds the texts of each item: parts that are read one after the other.
    """

    def __init__(self, kind: str, state: BlockState) -> None:
        self.kind = kind
        self.state = state
        self.items: list[Token] = []
        self.values: list[list[str]] = []
        self.marker_found = False
        self.last_is_blank = False
        self.nested = False
        self.column = 4

    def read(self, pos: int) -> int:
        """Reads items from `pos` on; the end of the list, after its end-of-block marker if it has one."""
        src, end = self.state.src, self.state.cursor_max
        version = self.state.env.options.kramdown_version
        patterns = item_patterns(self.kind, 4, version)
        while pos < end:
            if self.last_is_blank and RULE_RE.match(src, pos):
                break
            if marker := EOB_MARKER_RE.match(src, pos):
                self.marker_found = True
                return marker.end()
            if found := patterns.marker.match(src, pos):
                self.begin_item(found)
                patterns = item_patterns(self.kind, self.column, version)
            elif found := BLANK_LINE_RE.match(src, pos):
                self.nested = self.last_is_blank = True
                self.values[-1][-1] += found[0]
            elif found := patterns.content.match(src, pos) or (
                None if self.last_is_blank else patterns.lazy.match(src, pos)
            ):
                self.add_line(found[0])
            else:
                break
            pos = found.end()
        return pos

    def begin_item(self, found: Match[str]) -> None:
        item: Token = {"type": "li", "attrs": {}, "children": []}
        text, self.column = first_line(len(found[1]), found[2])
        text = take_ial(self.state, text, item)
        self.items.append(item)
        self.values.append([text])
        self.nested = START_RE.match(text) is not None
        self.last_is_blank = False

    def add_line(self, line: str) -> None:
        line, indented = without_indent(line, self.column)
        if START_RE.match(line):
            if not self.nested and indented:
                self.values[-1].append("")
                self.nested = True
            elif self.nested and not indented:
                line = " " * (self.column + 4) + line
        self.values[-1][-1] += line
        self.last_is_blank = False


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int:
    pos = match.start()
    kind = "ol" if match[0].rstrip("\t| ").endswith(".") else "ul"
    token = state.add({"type": kind, "attrs": {}, "children": []})
    reader = ListReader(kind, state)
    end = reader.read(pos)
    token["children"] = reader.items
    last = None
    for item, texts in zip(reader.items, reader.values, strict=True):
        for text in filter(None, texts):
            child = state.inside(text)
            child.tokens = item["children"]
            parser.parse(child)
        if item["children"]:
            last = finish_item(item, reader.items, closed=reader.marker_found)
    if last is not None and not reader.marker_found:
        state.tokens.append(last)
    return end


def finish_item(item: Token, items: list[Token], *, closed: bool) -> Token | None:
    """Decides whether the item's first paragraph is one; takes off and returns a blank line at its end."""
    children: list[Token] = item["children"]
    first = children[0]
    if first["type"] == "p":
        # An attribute list for the first paragraph leaves a marker behind, which must not part it from the
        # rest.
        if len(children) > 1 and children[1]["type"] == "eob" and "ial" in first:
            del children[1]
        if is_tight(item, items, closed=closed):
            if len(children) > 1 and children[1]["type"] != "blank":
                key, holder = first_text(first)
                holder[key] += "\n"
            first["transparent"] = True
    return children.pop() if children[-1]["type"] == "blank" else None


def first_text(paragraph: Token) -> tuple[str, Token]:
    """Where the paragraph's text begins: in itself, or in its first child if it was made from HTML."""
    if "text" in paragraph:
        return "text", paragraph
    children = paragraph["children"]
    if children and "text" in children[0]:
        return "text", children[0]
    if not children or "raw" not in children[0]:
        children.insert(0, {"type": "text", "raw": ""})
    return "raw", children[0]


def is_tight(item: Token, items: list[Token], *, closed: bool) -> bool:
    children = item["children"]
    is_last = item is items[-1]
    if (
        len(children) > 1
        and children[1]["type"] == "blank"
        and not (is_last and len(children) == 2 and not closed)
    ):
        return False
    return not is_last or len(items) == 1 or any(not begins_with_paragraph(other) for other in items[:-1])


def begins_with_paragraph(item: Token) -> bool:
    children = item["children"]
    return bool(children) and children[0]["type"] == "p" and not children[0].get("transparent")


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    return renderer.indented_block(
        token["type"], token["attrs"], renderer.inner(token["children"], indent + STEP), indent
    )


def draw_item(renderer: Renderer, token: Token, indent: int) -> str:
    children, space, kind = token["children"], " " * indent, token["type"]
    body = renderer.inner(children, indent + STEP)
    if not children or (children[0]["type"] == "p" and children[0].get("transparent")):
        if body.endswith("\n"):
            body += space
    else:
        body = f"\n{body}{space}"
    return f"{space}<{kind}{html_attributes(token['attrs'])}>{body}</{kind}>\n"
