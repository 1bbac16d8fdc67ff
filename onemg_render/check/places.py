"""Where in the sources a finding comes from: the line of the page, layout, include or data file."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from html import unescape
from itertools import accumulate, chain
from typing import Final

from onemg_render.check.finding import Finding
from onemg_render.check.sources import Sources
from onemg_render.site import Item, StaticFile
from onemg_render.util.patterns import regex

TAG: Final = r"\{\{.*?\}\}|\{%.*?%\}"
ATTRIBUTE: Final = regex(
    rf"""="(?P<double>(?:{TAG}|[^"{{]|\{{(?![{{%]))*)"|='(?P<single>(?:{TAG}|[^'{{]|\{{(?![{{%]))*)'"""
    rf"""|\]\((?P<link>(?:{TAG}|[^)\s{{])*)\)"""
)
HEADING: Final = regex(r"<(?P<tag>h[1-6])\b[^>]*>(?P<html>.*?)</(?P=tag)>|^#+(?P<markdown>.*)$", re.M | re.S)
IMAGE: Final = regex(rf"<img\b(?!(?:{TAG}|[^>])*\balt\b)(?:{TAG}|[^>])*?\bsrc(?:{ATTRIBUTE.pattern})")
PATTERNS: Final = {"attribute": ATTRIBUTE, "heading": HEADING, "image": IMAGE}
APPENDED: Final = regex(r"append:\s*('[^']*'|\"[^\"]*\")")
ELEMENT: Final = regex(r"<[^<>]*>")
LITERALS: Final = {"attribute": 2, "heading": 2, "image": 0}
"""So many letters and digits must stand around the tags of a template, lest everything fit."""
WORDS: Final = 6
WORD: Final = regex(r"[\w-]+")
UNWRITTEN: Final = regex(r"[^\w\n]+|_")

Position = tuple[int, int]
"""Line and column, from 1."""
Place = tuple[str, int | None, int | None]
"""An absolute path, line and column."""
Search = Callable[[str, str], Position | None]
Form = tuple[list[str], Position]
"""What stands between the tags of a template, and where."""


@dataclass(frozen=True, slots=True)
class Found:
    """in_template: the text is put together there, so that one mistake has many texts."""

    place: Place
    in_template: bool = False


class Places:
    """Finds texts in the sources of one site."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._positions: dict[tuple[Search, str, str], Position | None] = {}
        self._made: dict[str, Search] = {form: partial(self._put_together, form) for form in PATTERNS}
        self._elsewhere: dict[str, Place | None] = {}
        self._forms: dict[tuple[str, str], list[Form]] = {}
        self._squeezed: dict[str, tuple[str, list[int]]] = {}

    def of(self, item: Item | StaticFile, finding: Finding) -> Found | None:
        """Where `finding` stands in the files that made `item`; None if none of them shows it."""
        files = self._sources.of(item)
        for trace in finding.traces:
            if place := self._first(files, self._written, trace):
                return Found(place)
        if place := self._first(files, self._made[finding.form], finding.shown):
            return Found(place, in_template=True)
        is_elsewhere = finding.address and self._sources.shows_others(item)
        for trace in finding.traces if is_elsewhere else ():
            if place := self._in_other_pages(trace):
                return Found(place)
        words = squeezed(finding.words).strip()
        shown = self._sources.shown_in(item) if len(words) >= WORDS else ()
        place = self._first(chain(files, shown), self._in_other_words, words) if len(words) >= WORDS else None
        return None if place is None else Found(place)

    def _first(self, files: Iterable[str], search: Search, wanted: str) -> Place | None:
        for file in files if wanted else ():
            key = (search, file, wanted)
            if key not in self._positions:
                self._positions[key] = search(file, wanted)
            position = self._positions[key]
            if position is not None:
                return file, *position
        return None

    def _written(self, file: str, trace: str) -> Position | None:
        text = self._sources.text(file)
        offset = found_at(text, trace)
        return None if offset < 0 else position(text, offset)

    def _in_other_pages(self, trace: str) -> Place | None:
        if trace not in self._elsewhere:
            found = ((file, self._written(file, trace)) for file in self._sources.pages)
            self._elsewhere[trace] = next(((file, *place) for file, place in found if place), None)
        return self._elsewhere[trace]

    def _put_together(self, form: str, file: str, shown: str) -> Position | None:
        """The template of the file that `shown` may come from: the one that says most of it."""
        if (form, file) not in self._forms:
            self._forms[form, file] = forms(self._sources.text(file), form)
        return next((place for literals, place in self._forms[form, file] if fits(literals, shown)), None)

    def _in_other_words(self, file: str, words: str) -> Position | None:
        """The line that has the same letters and digits, whatever stands between them."""
        if file not in self._squeezed:
            lines = squeezed(self._sources.text(file)).split("\n")
            self._squeezed[file] = "".join(lines), list(accumulate(map(len, lines)))
        text, ends = self._squeezed[file]
        offset = text.find(words)
        return None if offset < 0 else (bisect_right(ends, offset) + 1, 1)


def position(text: str, offset: int) -> Position:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def found_at(text: str, trace: str) -> int:
    """The offset of `trace` in `text`, -1 if it is not there.

    It does not match within words; a single word must look like an address, and a mark may follow anything.
    """
    offset = text.find(trace)
    while offset >= 0:
        before, after = text[offset - 1 : offset], text[offset + len(trace) : offset + len(trace) + 1]
        if WORD.fullmatch(trace):
            begins = before != "" and before in "\"'(</="
        else:
            begins = trace[0] in "<>{]#" or not (before == "/" or WORD.match(before))
        if begins and not WORD.match(after):
            return offset
        offset = text.find(trace, offset + 1)
    return -1


def forms(text: str, form: str) -> list[Form]:
    """What the templates of a file put together in this form, the most literal first."""
    found: list[tuple[int, Form]] = []
    for match in PATTERNS[form].finditer(text) if "{{" in text or "{%" in text else ():
        kind = match.lastgroup or ""
        literals = literals_of(match[kind], without_elements=form == "heading")
        said = sum(char.isalnum() for literal in literals for char in literal)
        if len(literals) > 1 and said >= LITERALS[form]:
            found.append((said, (literals, position(text, match.start(kind)))))
    found.sort(key=lambda one: -one[0])
    return [one for _, one in found]


def fits(literals: list[str], shown: str) -> bool:
    """Whether `shown` consists of the literals, with anything between them and any white space in them."""
    if not all(word in shown for literal in literals for word in literal.split()):
        return False  # no pattern has to be made
    pattern = r"\s*.*?\s*".join(r"\s+".join(map(re.escape, literal.split())) for literal in literals)
    return re.fullmatch(pattern, shown, re.S) is not None


def literals_of(text: str, *, without_elements: bool) -> list[str]:
    """What stands between the tags of a template, and what they append."""
    literals: list[str] = []
    for number, part in enumerate(re.split(f"({TAG})", text)):
        if number % 2:
            literals += (appended[1:-1] for appended in APPENDED.findall(part))
        else:
            literals.append(unescape(ELEMENT.sub("", part) if without_elements else part))
    return literals


def squeezed(text: str) -> str:
    """Letters, digits and line ends alone, in lower case."""
    return UNWRITTEN.sub("", text).casefold()
