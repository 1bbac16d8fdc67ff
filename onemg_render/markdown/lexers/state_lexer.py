"""A lexer as a table of states, in Pygments' notation, run by Rouge's rules (lib/rouge/regex_lexer.rb).

Each state becomes one alternation: a step is a single match. Semantics are Ruby's: `^` and `$` are those
of lines, classes are ASCII, `\\b` is Unicode's, a character that no rule takes is an error token.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import ClassVar, Protocol

from pygments.regexopt import regex_opt_inner

from onemg_render.markdown.lexers.tokens import Error, Token, TokenType
from onemg_render.util.patterns import regex

Action = TokenType | Callable[..., None]
Rule = tuple[str, Action] | tuple[str, Action, str | tuple[str, ...]]


class include(str):
    """Stands for the rules of another state."""


Tokens = Mapping[str, Iterable[Rule | include]]

MAX_NULL_SCANS = 5
BACKREFERENCE = regex(r"(\\\\)|\\([1-9])")
# what may hold a parenthesis that groups nothing comes first
GROUP = regex(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?P<", re.S)
BOUNDARY = regex(r"(\\\\)|\\b")


class Lexer(Protocol):
    """What cuts code into (token type, text); neighbours of one type may come in several pieces."""

    def lex(self, text: str) -> list[Token]: ...


class Languages(Protocol):
    """Where a lexer finds the lexers of languages embedded in its own."""

    def embedded(self, name: str, options: "Options | None" = None) -> "Lexer | None": ...

    def lexer(self, tag: str, options: "Options | None" = None) -> "Lexer": ...

    def states(self, lexer: "type[StateLexer]") -> "dict[str, State]": ...


Options = Mapping[str, object]


Found = tuple[TokenType | None, Callable[..., None] | None, int, tuple[str, ...]]


class State:
    """A compiled state: a match's lastindex names the (token, action, pops, pushes) to follow.

    Where it has none, `rest` goes on: the state that it includes last, compiled once for all that do.
    """

    __slots__ = ("match", "name", "rest", "rules")

    def __init__(self, name: str, rules: list[Rule], flags: int, rest: "State | None" = None) -> None:
        self.name = name
        self.rest = rest
        self.rules: dict[int | None, Found] = {}
        parts, groups = [], 0
        for pattern, action, *change in rules:
            index = groups + 1
            parts.append(f"({_shift(pattern, index)})")
            groups += 1 + sum(found.startswith("(") for found in GROUP.findall(pattern))
            pops, pushes = _changes(change[0] if change else ())
            called = callable(action) and not isinstance(action, tuple)
            self.rules[index] = (None, action, pops, pushes) if called else (action, None, pops, pushes)
        self.match = re.compile("|".join(parts) or r"(?!)", flags).match


def _shift(pattern: str, by: int) -> str:
    """`pattern` as part of a longer one: its numbered references moved up, its word boundaries Unicode's."""
    pattern = BACKREFERENCE.sub(lambda m: m[1] or f"(?:\\{int(m[2]) + by})", pattern)
    return BOUNDARY.sub(lambda m: m[1] or r"(?u:\b)", pattern)


def _changes(change: str | tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """How many states to leave and which to enter then."""
    steps = (change,) if isinstance(change, str) else change
    pops = 0
    while pops < len(steps) and steps[pops] == "#pop":
        pops += 1
    return pops, steps[pops:]


class StateLexer:
    """One run of a lexer over one text; subclasses give `tokens`, whose actions are token types or methods.

    An action sees the match through `self[n]` and answers with `emit`, `push`, `pop`, `goto`, `delegate`.
    """

    tokens: ClassVar[Tokens]
    flags: ClassVar[int] = 0

    def __init__(self, languages: Languages, options: Options | None = None) -> None:
        self.languages = languages
        self.options = options or {}
        self.states = languages.states(type(self))
        self.stack = [self.state("root")]
        self.out: list[Token] = []
        self.start()

    @classmethod
    def rules(cls, state: str) -> list[Rule]:
        """The rules of a state with the included ones in place."""
        return cls._flat(cls.tokens[state])

    @classmethod
    def _flat(cls, rules: Iterable[Rule | include]) -> list[Rule]:
        found: list[Rule] = []
        for rule in rules:
            if isinstance(rule, include):
                found += cls.rules(rule)
            else:
                found.append(rule)
        return found

    def start(self) -> None:
        """Prepare what the run remembers besides its states (Rouge's `start` blocks)."""

    def lex(self, text: str) -> list[Token]:
        self.resume(text)
        return self.out

    def resume(self, text: str) -> None:
        """Continue with a further text in the state that the last one ended in."""
        stack, position, end, nulls, emit = self.stack, 0, len(text), 0, self.out.append
        self.text = text
        while position < end:
            state = stack[-1]
            match = state.match(text, position)
            while match is None and state.rest is not None:
                state = state.rest
                match = state.match(text, position)
            if match is None:
                emit((Error, text[position]))
                position += 1
                continue
            after = match.end()
            self.base = match.lastindex or 0
            token, action, pops, pushes = state.rules[self.base]
            if action is None:
                if after != position:
                    emit((token, match[0]))
            else:
                self.match, self.position = match, after
                action(self)
                after = self.position
            if pops:
                self.pop(pops)
            for name in pushes:
                self.push(name)
            if after != position:
                nulls = 0
            else:
                nulls += 1
                if nulls > MAX_NULL_SCANS:
                    emit((Error, text[position]))
                    after += 1
            position = after

    def __getitem__(self, group: int) -> str:
        """The text of a group of the rule that matched; a group that took no part is empty."""
        return self.match[self.base + group] or ""

    def define(self, name: str, rules: list[Rule | include]) -> None:
        """Make a state that depends on what was matched; the name must tell it from others."""
        if name not in self.states:
            self.states[name] = State(name, self._flat(rules), self.flags | re.M | re.A)

    def state(self, name: str) -> State:
        """The compiled state `name` of this lexer."""
        try:
            return self.states[name]
        except KeyError:
            *rules, last = self.tokens[name]
            rest = self.state(last) if isinstance(last, include) else None
            own = self._flat(rules if rest else [*rules, last])
            return self.states.setdefault(name, State(name, own, self.flags | re.M | re.A, rest))

    def emit(self, token: TokenType, text: str | None = None) -> None:
        """Yield `text`, by default the whole match."""
        text = self.match[0] if text is None else text
        if text:
            self.out.append((token, text))

    def push(self, name: str = "#push") -> None:
        """Enter a state; without a name, the present one again."""
        self.stack.append(self.stack[-1] if name == "#push" else self.state(name))

    def pop(self, times: int = 1) -> None:
        """Leave states; the first one stays, where Rouge would raise."""
        del self.stack[max(1, len(self.stack) - times) :]

    def goto(self, name: str) -> None:
        """Replace the present state."""
        self.stack[-1] = self.state(name)

    def reset_stack(self) -> None:
        """Begin again at the first state."""
        self.stack[:] = [self.state("root")]

    def inside(self, name: str) -> bool:
        """Whether a state is anywhere on the stack."""
        return any(state.name == name for state in self.stack)

    def groups(self, *tokens: TokenType) -> None:
        """Yield the groups of the match, each with its token."""
        for number, token in enumerate(tokens, 1):
            self.emit(token, self[number])

    def child(self, name: str, options: Options | None = None) -> Lexer | None:
        """A lexer for an embedded language, for `delegate`; None where Rouge has none of that name."""
        return self.languages.embedded(name, options)

    def delegate(self, lexer: Lexer | str | None, text: str | None = None) -> None:
        """Let another lexer take `text`: a fresh one for a name; a kept one goes on where it stopped."""
        text = self.match[0] if text is None else text
        found = self.child(lexer) if isinstance(lexer, str) else lexer
        if found is None:
            self.emit(Error, text)
        else:
            feed(found, text, self.out)

    def recurse(self, text: str | None = None) -> None:
        """Let a fresh lexer of this kind take `text`."""
        feed(type(self)(self.languages, self.options), self.match[0] if text is None else text, self.out)


def feed(lexer: Lexer, text: str, out: list[Token]) -> None:
    """Append a lexer's tokens for a further text; a state lexer goes on in the state it ended in."""
    if isinstance(lexer, StateLexer):
        lexer.out = out
        lexer.resume(text)
    else:
        out += lexer.lex(text)


def words(listed: str) -> str:
    """A pattern for any of the words in a text; a boundary must follow it."""
    return str(regex_opt_inner(sorted(set(listed.split())), "(?:"))


def quoted(begin: str, end: str = "") -> str:
    """A pattern for text between two characters in which `\\` escapes.

    Where no end follows, the last escaped one is the end, as in Ruby, but found without trying every reading.
    """
    end = re.escape(end or begin)
    return rf"{re.escape(begin)}(?:(?:\\[\\{end}]|[^{end}])*+{end}|(?:[^{end}]|(?<=\\){end})*{end})"


def groups(*tokens: TokenType) -> Callable[[StateLexer], None]:
    """The action that yields each group of the match with its token."""
    numbered = tuple(enumerate(tokens, 1))

    def act(lexer: StateLexer) -> None:
        match, base, emit = lexer.match, lexer.base, lexer.out.append
        for number, token in numbered:
            if text := match[base + number]:
                emit((token, text))

    return act


def word_set(listed: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(listed.split())


def word_file(name: str) -> str:
    """A word list too long for a module, from the folder `words`."""
    return Path(__file__).parent.joinpath("words", f"{name}.txt").read_text(encoding="utf-8")


def word_table(*tables: tuple[TokenType, str]) -> dict[str, TokenType]:
    """The token of each word of the texts; the first table that has it wins."""
    return {word: token for token, listed in reversed(tables) for word in listed.split()}


def by_word(
    *tables: tuple[TokenType, str], default: TokenType, fold: Callable[[str], str] | None = None
) -> Callable[[StateLexer], None]:
    """The action that looks the match up in word lists, the first wins; `fold` prepares the word."""
    found = word_table(*tables)

    def act(lexer: StateLexer) -> None:
        text = lexer.match[0]
        lexer.out.append((found.get(fold(text) if fold else text, default), text))

    return act
