"""mistune's registry of rules, each found by the character that its construct begins with."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from re import Match, Pattern
from typing import Any, NamedTuple, TypeAlias

from mistune import core
from mistune.core import ST

from onemg_render.util.patterns import regex

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


class Rule(NamedTuple):
    """starts: the characters that the construct can begin with, none for any."""

    pattern: Pattern[str]
    parse: Parse
    starts: str


class Rules(dict[str, list[tuple[Matcher, Parse]]]):
    """Matchers with their functions by first character; a rule that no text asks for is never compiled."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        super().__init__()
        self._rules = list(rules)

    def __missing__(self, start: str) -> list[tuple[Matcher, Parse]]:
        found = self[start] = [
            (rule.pattern.match, rule.parse) for rule in self._rules if start in (rule.starts or start)
        ]
        return found


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

    def chosen(self, names: Collection[str] | None = None) -> Rules:
        """The rules, or those of these names, for use."""
        return Rules(
            Rule(regex(self.specification[name], re.M), self.functions[name], self.starts[name])
            for name in self.rules
            if name in self.specification and (names is None or name in names)
        )
