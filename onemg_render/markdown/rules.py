"""mistune's registry of rules, each found by the character that its construct begins with."""

import re
from collections.abc import Callable, Collection, Mapping
from re import Match
from typing import Any, NamedTuple, TypeAlias

from mistune import core
from mistune.core import ST

Matcher: TypeAlias = Callable[[str, int], Match[str] | None]
# A rule's function takes the parser, the match and the state. It returns where the construct ends, or None.
Parse: TypeAlias = Callable[[Any, Match[str], Any], int | None]

# Where mistune's plug-ins put their rules, in our words.
NAMES_IN_MISTUNE: Mapping[str, str] = {
    "fenced_code": "codeblock_fenced",
    "indent_code": "codeblock",
    "axt_heading": "atx_header",
    "atx_heading": "atx_header",
    "setex_heading": "setext_header",
    "thematic_break": "horizontal_rule",
    "block_quote": "blockquote",
    "ref_link": "link_definition",
    "block_html": "html_block",
    "raw_html": "html_block",
    "auto_link": "autolink",
    "inline_html": "html_span",
    "escape": "escaped_chars",
    "linebreak": "line_break",
}


class Compiled(NamedTuple):
    """Matchers with their functions by first character, and those for every other character."""

    by_start: Mapping[str, list[tuple[Matcher, Parse]]]
    others: list[tuple[Matcher, Parse]]


class RuleParser(core.Parser[ST]):
    """A parser that tries only the rules that can begin where it is.

    `rules` (names in order of precedence) and `specification` (patterns) are mistune's. starts holds the
    characters that a rule's construct can begin with (a block's after its indentation), none for any;
    functions the rules' functions. last_rule is the one that takes all: new ones are put before it.
    """

    last_rule = ""

    def __init__(self) -> None:
        super().__init__()
        self.starts: dict[str, str] = {}
        self.functions: dict[str, Parse] = {}

    def add_rule(self, name: str, pattern: str, parse: Parse, starts: str) -> None:
        """A rule of ours, after those before."""
        self.rules.append(name)
        self.specification[name] = f"(?a:{pattern})"
        self.starts[name], self.functions[name] = starts, parse

    def register(
        self, name: str, pattern: str | None, func: Any, before: str | None = None, **_: object
    ) -> None:
        """As in mistune: a new rule, or a new function (and pattern) for the one of this name."""
        name, before = NAMES_IN_MISTUNE.get(name, name), NAMES_IN_MISTUNE.get(before or "", before)
        self.functions[name] = func
        if pattern:
            self.specification[name] = pattern
            self.starts[name] = ""
        if name not in self.rules:
            self.insert_rule(self.rules, name, before=before if before in self.rules else self.last_rule)

    def compiled(self, names: Collection[str] | None = None) -> Compiled:
        """The rules, or those of these names, for use."""
        matchers = {
            name: (re.compile(self.specification[name], re.M).match, self.functions[name])
            for name in self.rules
            if name in self.specification and (names is None or name in names)
        }
        starts = {char for name in matchers for char in self.starts[name]}
        return Compiled(
            {
                char: [rule for name, rule in matchers.items() if char in (self.starts[name] or char)]
                for char in starts
            },
            [rule for name, rule in matchers.items() if not self.starts[name]],
        )
