"""The driver for blocks: at each line tries the rules that its first character can begin, in their order.

kramdown: lib/kramdown/parser/kramdown.rb (parse_blocks). A rule is a pattern and a function of (parser,
match, state), as in mistune; it returns where it ended, or None to let the next rule try.
"""

import re
from collections.abc import Iterable
from re import Pattern
from typing import Any

from mistune import core

from onemg_render.markdown.attributes import AttributeList
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.document import Document, Token
from onemg_render.markdown.patterns import BLOCK_BOUNDARY_RE, last_match, lazy
from onemg_render.markdown.rules import RuleParser, Rules
from onemg_render.markdown.spans import SpanParser
from onemg_render.util.patterns import regex

# Deeper than anyone nests, shallower than the interpreter's stack: what lies deeper is text.
DEEPEST = 600


class BlockState(core.BlockState):
    """A text on its way to tokens.

    element: the HTML element whose content this is, if its end tag is looked for in the same text.
    block_ial: an attribute list that waits for the block after it.
    """

    env: Document
    parent: "BlockState | None"

    def __init__(self, parent: "BlockState | None" = None) -> None:
        super().__init__(parent)
        self.element: Token | None = None
        self.block_ial: AttributeList | None = None
        self.stopped = False
        self.nesting: int = parent.nesting + 1 if parent else 0
        # The place of the text in that of the parent, and the last line number asked for.
        self.origin = 0
        self._counted: tuple[int, int] | None = None
        self._last: dict[Pattern[str], int] = {}

    def process(self, src: str) -> None:
        super().process(src if src.endswith("\n") else src + "\n")

    def within(self, element: Token, cursor: int) -> "BlockState":
        """The state that reads on at `cursor`, collecting the children of an HTML element."""
        child = BlockState(self)
        child.src, child.cursor_max = self.src, self.cursor_max
        child.cursor, child.element, child.tokens = cursor, element, element["children"]
        child._counted, child._last = (cursor, self.line(cursor)), self._last
        return child

    def inside(self, text: str) -> "BlockState":
        """The state that reads `text`, which stands at the cursor of this one."""
        child = BlockState(self)
        child.process(text)
        child.origin = self.cursor
        return child

    def line(self, pos: int | None = None) -> int:
        """The number of the line at `pos` (the cursor), counted in the whole text as well as it is known."""
        at = self.cursor if pos is None else pos
        if self._counted is None or self._counted[0] > at:
            self._counted = (0, 1 if self.parent is None else self.parent.line(self.origin))
        before, line = self._counted
        line += self.src.count("\n", before, at)
        self._counted = (at, line)
        return line

    def last_of(self, pattern: Pattern[str]) -> int:
        """Where the pattern occurs last in the text, -1 for nowhere; searched for once."""
        if pattern not in self._last:
            self._last[pattern] = last_match(pattern, self.src)
        return self._last[pattern]

    def add(self, token: Token) -> Token:
        """Appends a block, which takes the attribute list that waits for one."""
        if self.block_ial is not None:
            token["ial"], self.block_ial = self.block_ial, None
        self.tokens.append(token)
        return token

    def after_boundary(self) -> bool:
        """Whether a block boundary lies before the cursor: nothing, a blank line, an end-of-block marker."""
        if not self.tokens or self.block_ial is not None:
            return True
        last = self.tokens[-1]
        return last["type"] == "blank" or (last["type"] == "eob" and last["marks"] is None)

    def before_boundary(self, pos: int) -> bool:
        return BLOCK_BOUNDARY_RE.match(self.src, pos) is not None

    def in_raw_html(self) -> bool:
        return self.element is not None and self.element["content_model"] == "raw"


class BlockParser(RuleParser[core.BlockState]):
    """Reads blocks by the rules that are registered; `add_rule` for ours, `register` as in mistune.

    paragraph_end matches at the start of each line that a paragraph does not go on to; spans reads what is in
    a line.
    """

    state_cls = BlockState
    max_nested_level = DEEPEST
    last_rule = "paragraph"

    def __init__(self, version: str, paragraph_end: str, spans: SpanParser) -> None:
        super().__init__()
        self.lazy_ends = regex(lazy(version).end, re.A)
        self.spans = spans
        self.paragraph_ends = regex(paragraph_end, re.A)
        self._chosen: Rules | None = None
        # mistune's plug-ins announce their rules for quotes and lists here; kramdown has one list for all.
        self.block_quote_rules: list[str] = []
        self.list_rules: list[str] = []

    def register(
        self, name: str, pattern: str | None, func: Any, before: str | None = None, **options: object
    ) -> None:
        super().register(name, pattern, func, before, **options)
        self._chosen = None

    def parse(self, state: BlockState, rules: Iterable[str] | None = None) -> None:
        """Reads from the state's cursor to the end of its text, or of its element, into its tokens."""
        if state.nesting > DEEPEST:
            state.tokens.append({"type": "p", "attrs": {}, "text": state.src[state.cursor :].strip(SPACE)})
            state.cursor = state.cursor_max
            return
        if self._chosen is None:
            self._chosen = self.chosen()
        rules_of = self._chosen
        src, end, pos = state.src, state.cursor_max, state.cursor
        while pos < end and not state.stopped:
            start = src[pos]
            if start == " ":
                start = first_char(src, pos)
            for match, parse in rules_of[start]:
                found = match(src, pos)
                if found is not None:
                    state.cursor = pos
                    after = parse(self, found, state)
                    if after is not None:
                        pos = after
                        break
                    pos = state.cursor
            else:
                pos = self.stray_line(state, pos)
        state.cursor = pos

    def parse_text(self, text: str, state: BlockState) -> list[Token]:
        """The blocks of `text`, which stands at the cursor of `state`."""
        child = state.inside(text)
        self.parse(child)
        return child.tokens

    @staticmethod
    def stray_line(state: BlockState, pos: int) -> int:
        """A line no rule takes, such as one indented by three spaces and a tab: text without a block."""
        end = state.find_line_end_at(pos)
        state.env.has_stray_text = True
        last = state.tokens[-1] if state.tokens else None
        if last is not None and last["type"] == "raw_text":
            last["text"] += state.src[pos:end]
        else:
            state.tokens.append({"type": "raw_text", "text": state.src[pos:end]})
        return end


def first_char(src: str, pos: int) -> str:
    """The character after at most three spaces."""
    for at in range(pos + 1, pos + 4):
        if src[at] != " ":
            return src[at]
    return " "
