"""The driver for spans: from one special character to the next, tries the rules that it can begin.

kramdown: lib/kramdown/parser/kramdown.rb (parse_spans). A rule is a pattern and a function of (parser, match,
state), as in mistune; it returns where it ended, or None to let the next rule try. Elements with content read
on in the same text with a child state, up to a stop of their own; an attempt that meets no stop is given up
and read as text.
"""

import re
from collections.abc import Callable, Collection, Mapping, MutableMapping
from re import Match, Pattern
from typing import Any, NamedTuple, cast

from mistune import core

from onemg_render.markdown.document import Document, Token
from onemg_render.markdown.patterns import last_match
from onemg_render.markdown.rules import NAMES_IN_MISTUNE, RuleParser, Rules

# Elements nested deeper than this are text.
DEEPEST = 600
# How many possible stops attempts may look at in one text before what could be an attempt is taken for text.
# Reached only by text made to be slow: kramdown itself would need minutes for it.
MOST_STEPS = 200_000

# Elements that may not stand inside of themselves, as bits; a link may not stand in an image either.
INSIDE: Mapping[str, int] = {"em": 1, "strong": 2, "a": 4, "img": 4}

# What is found, where the construct begins before it: at the character before a quote or at the space before
# >>, at the two spaces before a line feed.
SHIFTING = frozenset("\"'>\n")


class Attempts:
    """What reading one text has learnt from attempts that were given up, so that none is made twice.

    dead: by kind of attempt, the positions from which it cannot succeed.
    """

    __slots__ = ("dead", "last", "steps")

    def __init__(self) -> None:
        self.dead: dict[object, set[int]] = {}
        self.last: dict[Pattern[str], int] = {}
        self.steps = 0


class Stop:
    """Where the inside of an element ends. starts: characters at which to ask.

    `met` is also true when there is no sense in going on; hopeless tells that apart.
    """

    starts = ""
    hopeless = False

    def met(self, state: "SpanState", at: int) -> bool:
        raise NotImplementedError


class Reading(NamedTuple):
    """Rules for use: what finds their places, and the rules by character."""

    search: Callable[[str, int], Match[str] | None]
    rules_of: Rules


class SpanState(core.InlineState):
    """A text, or the inside of an element in it, on its way to tokens.

    text: the pieces of plain text since the last token. kind: the element this is the inside of. around: the
    bits of INSIDE for it and all around it. pos: where reading has come to.
    """

    env: Document
    in_image = in_link = False
    last_link = None
    _delimiters = None
    # Open brackets in mistune's own rules for links; plug-ins look whether there are any.
    brackets: Any = ()

    def __init__(self, env: MutableMapping[str, Any]) -> None:
        self.env = cast(Document, env)
        self.src = ""
        self.tokens: list[Token] = []
        self.text: list[str] = []
        self.depth = self.around = self.pos = 0
        self.kind = ""
        self.raw = False
        self.attempts = Attempts()
        self.first_line: int | None = None

    def inside(self, kind: str) -> "SpanState":
        """The state for the inside of an element of this kind, in the same text."""
        child = SpanState.__new__(type(self))
        child.env, child.src, child.attempts = self.env, self.src, self.attempts
        child.tokens, child.text = [], []
        child.depth, child.kind, child.first_line = self.depth + 1, kind, self.first_line
        child.around = self.around | INSIDE.get(kind, 0)
        child.raw, child.pos = False, 0
        if child.around & INSIDE["a"]:
            child.in_link, child.brackets = True, ("[",)
        return child

    def append_token(self, token: Token) -> None:
        if self.text:
            self.flush()
        self.tokens.append(token)

    def flush(self) -> None:
        """Makes one token of the text so far."""
        text = "".join(self.text)
        self.text.clear()
        if text:
            self.tokens.append({"type": "text", "raw": text})

    def finish(self) -> list[Token]:
        if self.text:
            self.flush()
        return self.tokens

    def last_of(self, pattern: Pattern[str]) -> int:
        """Where the pattern occurs last in the text, -1 for nowhere; searched for once."""
        last = self.attempts.last
        if pattern not in last:
            last[pattern] = last_match(pattern, self.src)
        return last[pattern]

    def line(self) -> int | None:
        """The number of the line reading has come to, None if the text's own is not known."""
        if self.first_line is None:
            return None
        return self.first_line + self.src.count("\n", 0, self.pos)


class SpanParser(RuleParser[core.InlineState]):
    """Reads spans by the rules that are registered; `add_rule` for ours, `register` as in mistune.

    searches holds what finds the places where a rule's construct may begin: alternatives that begin with a
    literal character each, which lets the search skip ordinary text.
    """

    state_cls = SpanState
    max_nested_level = DEEPEST
    last_rule = "escaped_chars"

    def __init__(self) -> None:
        super().__init__()
        self.searches: dict[str, tuple[str, ...]] = {}
        self._readings: dict[tuple[Collection[str] | None, str], Reading] = {}

    def register(
        self, name: str, pattern: str | None, func: Any, before: str | None = None, **options: object
    ) -> None:
        super().register(name, pattern, func, before, **options)
        if pattern:
            self.searches[NAMES_IN_MISTUNE.get(name, name)] = (f"(?={pattern})",)
        self._readings.clear()

    def reading(self, names: Collection[str] | None = None, stop: str = "") -> Reading:
        """All rules, or those of these names, compiled; and what else is to be found for a stop."""
        key = (names, stop)
        if key not in self._readings:
            chosen = self.rules if names is None else names
            searches = {one: None for name in chosen for one in self.searches.get(name, ())}
            search = re.compile("|".join([*searches, stop] if stop else searches), re.M).search
            self._readings[key] = Reading(search, self.chosen(chosen))
        return self._readings[key]

    def parse(self, state: SpanState, names: Collection[str] | None = None) -> list[Token]:
        """Reads the whole text of the state; its tokens."""
        self.read(state, 0, self.reading(names))
        state.text.append(state.src[state.pos :])
        return state.finish()

    def tokens_of(self, text: str, document: Document, line: int | None) -> list[Token]:
        """The tokens of a text of its own, which begins in this line of the document."""
        if text and self.reading().search(text, 0) is None:
            return [{"type": "text", "raw": text}]
        state = SpanState(document)
        state.src, state.first_line = text, line
        return self.parse(state)

    def process_text(self, text: str, state: SpanState) -> None:
        """Plain text, as plug-ins of mistune hand it back."""
        state.text.append(text)

    def render(self, state: SpanState) -> list[Token]:
        return self.parse(state)

    def __call__(self, text: str, env: MutableMapping[str, Any]) -> list[Token]:
        state = SpanState(env)
        state.src = text
        return self.parse(state)

    def read(self, state: SpanState, pos: int, reading: Reading, stop: Stop | None = None) -> bool:
        """Reads from `pos` to the end or the stop; whether that was met. state.pos is where it ended."""
        search, rules_of = reading
        src, text, begin = state.src, state.text, pos
        while found := search(src, begin):
            at = found.start()
            start = src[at]
            if start in SHIFTING:
                at = shifted(src, at, pos)
                if at < 0:
                    begin = found.end()
                    continue
            if at > pos:
                text.append(src[pos:at])
            state.pos = at
            if stop is not None and start in stop.starts and stop.met(state, at):
                return not stop.hopeless
            for match, parse in rules_of[start]:
                rule_match = match(src, at)
                if rule_match is not None:
                    after = parse(self, rule_match, state)
                    if after is not None:
                        pos = begin = after
                        break
            else:
                text.append(src[at])
                pos = begin = at + 1
        state.pos = pos
        return False


def shifted(src: str, at: int, pos: int) -> int:
    """The place where what was found at `at` begins, not before `pos`; -1 if nothing does."""
    char = src[at]
    if char == "\n":
        return at - 2 if at - 2 >= pos else -1
    if at > pos and (char != ">" or src[at - 1] == " "):
        return at - 1
    return at
