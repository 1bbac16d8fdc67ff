"""Tables of contents by filter and tag, for pages with `toc: true` (jekyll-toc 0.19.0)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Any, Final
from unicodedata import category
from urllib.parse import quote_plus

from onemg_render.liquid import Body, Context, Render, Source, Value, context_filter
from onemg_render.liquid.runtime import get, text
from onemg_render.plugins.api import Extensions
from onemg_render.plugins.text_nodes import Piece, change_text, pieces
from onemg_render.render.surroundings import surroundings
from onemg_render.util.patterns import regex
from onemg_render.util.text import downcase

DEFAULTS: Final[Mapping[str, Any]] = {
    "min_level": 1,
    "max_level": 6,
    "ordered_list": False,
    "no_toc_section_class": "no_toc_section",
    "list_id": "toc",
    "list_class": "section-nav",
    "sublist_class": "",
    "item_class": "toc-entry",
    "item_prefix": "toc-",
}
NO_TOC: Final = "no_toc"
ATTRIBUTE: Final = regex(r"""\s(id|class)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
VOID: Final = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img"),
        *("input", "link", "meta", "source", "track", "wbr"),
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading. start, end: where its content lies in the HTML."""

    level: int
    id: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of some HTML that belong into its table of contents."""

    html: str
    settings: Mapping[str, Any]
    entries: Sequence[Entry]

    def table(self) -> str:
        tag, settings = self._tag, self.settings
        attributes = f'id="{settings["list_id"]}" class="{settings["list_class"]}"'
        return f"<{tag} {attributes}>\n{self._items(self.entries)}</{tag}>"

    def anchored(self) -> str:
        """The HTML with a link before the text of each heading, line breaks where libxml2 has them."""
        out, position = "", 0
        for entry in self.entries:
            out += self.html[position : entry.start]
            out += (
                f'\n<a class="anchor" href="#{entry.id}" aria-hidden="true">'
                '<span class="octicon octicon-link"></span></a>'
            )
            out += self.html[entry.start : entry.end]
            out += "\n" if self.html[: entry.end].endswith(">") else ""
            position = entry.end
        return change_text(out + self.html[position:], lambda text: text, outside=())

    @property
    def _tag(self) -> str:
        return "ol" if self.settings["ordered_list"] not in (None, False) else "ul"

    def _items(self, entries: Sequence[Entry]) -> str:
        """Headings of the highest level among these, each with the deeper ones behind it as a list inside."""
        top = min((entry.level for entry in entries), default=0)
        out, index = "", 0
        while index < len(entries):
            entry = entries[index]
            if entry.level > top:
                nested = self._deeper(entries[index:], top)
                out += self._items(nested)
                index += len(nested)
                continue
            css = f"{self.settings['item_class']} {self.settings['item_prefix']}h{entry.level}"
            out += f'<li class="{css}"><a href="#{entry.id}">{entry.text}</a>'
            nested = self._deeper(entries[index + 1 :], top)
            if nested:
                sub = self.settings["sublist_class"]
                css = f' class="{sub}"' if sub else ""
                out += f"\n<{self._tag}{css}>\n{self._items(nested)}</{self._tag}>\n"
            out += "</li>\n"
            index += 1 + len(nested)
        return out

    @staticmethod
    def _deeper(entries: Sequence[Entry], top: int) -> Sequence[Entry]:
        end = next((index for index, entry in enumerate(entries) if entry.level == top), len(entries))
        return entries[:end]


def contents(html: str, own: object) -> Contents:
    settings = {**DEFAULTS, **own} if isinstance(own, Mapping) else DEFAULTS
    reader = Headings(settings)
    position = 0
    for piece in pieces(html):
        position += len(piece.html)
        reader.take(piece, position)
    return Contents(html, settings, reader.entries)


class Headings:
    """Collects the headings while the pieces of a page pass by."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.entries: list[Entry] = []
        self._levels = range(int(settings["min_level"]), int(settings["max_level"]) + 1)
        left_out = settings["no_toc_section_class"]
        self._left_out = set(left_out if isinstance(left_out, list) else [left_out])
        self._open: list[tuple[str, set[str]]] = []
        self._heading: tuple[Piece, int] | None = None
        self._text = ""
        self._used: dict[str, int] = {}

    def take(self, piece: Piece, end: int) -> None:
        if piece.kind == "start" and piece.name not in VOID:
            found = attributes(piece.html)
            if self._heading is None and self._is_wanted(piece.name, found):
                self._heading, self._text = (piece, end), ""
            self._open.append((piece.name, set(found.get("class", "").split())))
        elif piece.kind == "end":
            self._close(piece.name, end - len(piece.html))
        elif self._heading is not None and piece.kind == "text":
            self._text += unescape(piece.html)

    def _is_wanted(self, name: str, found: Mapping[str, str]) -> bool:
        is_heading = len(name) == 2 and name[0] == "h" and name[1].isdigit() and int(name[1]) in self._levels
        is_out = any(classes & self._left_out for _, classes in self._open)
        return is_heading and not is_out and NO_TOC not in found.get("class", "").split()

    def _close(self, name: str, end: int) -> None:
        names = [open_name for open_name, _ in self._open]
        if name in names:
            del self._open[len(names) - 1 - names[::-1].index(name) :]
        if self._heading is not None and name == self._heading[0].name:
            piece, start = self._heading
            given = attributes(piece.html).get("id")
            self.entries.append(Entry(int(name[1]), given or self._new_id(), escaped(self._text), start, end))
            self._heading = None

    def _new_id(self) -> str:
        kept = "".join(c for c in downcase(self._text) if c in "- " or is_word(c))
        name = quote_plus(kept.replace(" ", "-"))
        count = self._used[name] = self._used.get(name, -1) + 1
        return f"{name}-{count}" if count else name


def attributes(tag: str) -> dict[str, str]:
    return {
        match[1].lower(): unescape(next(value for value in match.groups()[1:] if value is not None))
        for match in ATTRIBUTE.finditer(tag)
    }


def is_word(character: str) -> bool:
    kind = category(character)
    return kind[0] in "LM" or kind in ("Nd", "Pc")


def escaped(shown: str) -> str:
    return escape(shown).replace("&#x27;", "&#39;")


def is_asked_for(context: Context) -> bool:
    return get(context.variables.get("page"), "toc") is True


def of(context: Context, html: Value) -> Contents:
    return contents(text(html), surroundings(context).config.get("toc"))


@context_filter(reads=("page",))
def toc(context: Context, html: Value) -> Value:
    """The table, then the HTML with anchors."""
    if not is_asked_for(context):
        return html
    found = of(context, html)
    return found.table() + found.anchored()


@context_filter(reads=("page",))
def toc_only(context: Context, html: Value) -> Value:
    return of(context, html).table() if is_asked_for(context) else ""


@context_filter(reads=("page",))
def inject_anchors(context: Context, html: Value) -> Value:
    return of(context, html).anchored() if is_asked_for(context) else html


class TocTag:
    """`{% toc %}` in a layout: the table of the page's content."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        def render(context: Context, body: Body) -> str:
            page = context.variables.get("page")
            if get(page, "toc") in (None, False):
                return ""
            return of(context, get(page, "content")).table()

        return render


def extensions() -> Extensions:
    return Extensions(
        filters={"toc": toc, "toc_only": toc_only, "inject_anchors": inject_anchors},
        tags={"toc": TocTag()},
        safe=True,
        parallel=True,
        tracked=True,
    )
