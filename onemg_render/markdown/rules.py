"""The rules of a parser in their order, found by the character that a construct begins with."""

import re
from collections.abc import Callable, Collection, Mapping
from re import Match, Pattern
from typing import Generic, NamedTuple, TypeAlias, TypeVar

Parse = TypeVar("Parse")
Matcher: TypeAlias = Callable[[str, int], Match[str] | None]

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


class Rule(NamedTuple, Generic[Parse]):
    """starts: the characters it can begin with (a block's after its indentation); empty for any."""

    name: str
    pattern: Pattern[str]
    parse: Parse
    starts: str

    @property
    def matcher(self) -> Matcher:
        return self.pattern.match


class Compiled(NamedTuple, Generic[Parse]):
    """Matchers with their functions by first character, and those for every other character."""

    by_start: Mapping[str, list[tuple[Matcher, Parse]]]
    others: list[tuple[Matcher, Parse]]


class RuleTable(Generic[Parse]):
    """Rules in order of precedence. `last` names the rule that takes all: new ones are put before it."""

    def __init__(self, last: str) -> None:
        self.rules: list[Rule[Parse]] = []
        self._last = last

    def names(self) -> list[str]:
        return [rule.name for rule in self.rules]

    def add(self, name: str, pattern: Pattern[str], parse: Parse, starts: str) -> None:
        self.rules.append(Rule(name, pattern, parse, starts))

    def register(self, name: str, pattern: str | None, parse: Parse, before: str | None) -> None:
        """As in mistune: a new rule, or a new function (and pattern) for the one of this name."""
        name = NAMES_IN_MISTUNE.get(name, name)
        names = self.names()
        if name in names:
            at = names.index(name)
            old = self.rules[at]
            if pattern:
                old = Rule(name, re.compile(pattern, re.M), parse, "")
            self.rules[at] = old._replace(parse=parse)
            return
        place = NAMES_IN_MISTUNE.get(before or "", before or self._last)
        at = names.index(place if place in names else self._last)
        self.rules.insert(at, Rule(name, re.compile(pattern or "(?!)", re.M), parse, ""))

    def compiled(self, names: Collection[str] | None = None) -> Compiled[Parse]:
        """The rules, or those of these names, for use."""
        rules = [rule for rule in self.rules if names is None or rule.name in names]
        by_start = {
            char: [(rule.matcher, rule.parse) for rule in rules if not rule.starts or char in rule.starts]
            for char in {char for rule in rules for char in rule.starts}
        }
        return Compiled(by_start, [(rule.matcher, rule.parse) for rule in rules if not rule.starts])
