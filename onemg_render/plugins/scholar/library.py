"""Bibliographies in BibTeX: entries with their fields, names and dates, and what citation styles see of them.

The mapping to CSL is bibtex-ruby's `lib/bibtex/entry/citeproc_converter.rb`; bibtexparser does the parsing.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from onemg_render.errors import DataError
from onemg_render.plugins.scholar.latex import decoded

NAMES: Final = (
    "author",
    "editor",
    "translator",
    "director",
    "producer",
    "composer",
    "illustrator",
    "interviewer",
)
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
CSL_NAMES: Final[Mapping[str, str]] = {
    **{"isbn": "ISBN", "booktitle": "container-title", "journal": "container-title"},
    **{"journaltitle": "container-title", "series": "collection-title", "address": "publisher-place"},
    **{"pages": "page", "number": "issue", "url": "URL", "doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"},
    **{"type": "genre", "school": "publisher", "institution": "publisher", "organization": "publisher"},
    "howpublished": "publisher",
}
CSL_FIELDS: Final = frozenset(
    {
        *("abstract", "annote", "archive", "archive-place", "authority", "call-number", "chapter-number"),
        *("collection-title", "container-title", "DOI", "edition", "event", "event-place", "genre", "ISBN"),
        *("issue", "jurisdiction", "keyword", "medium", "note", "number", "number-of-pages"),
        *("number-of-volumes", "original-publisher", "original-title", "page", "page-first", "PMCID", "PMID"),
        *(
            "publisher",
            "publisher-place",
            "references",
            "section",
            "status",
            "title",
            "URL",
            "version",
            "volume",
        ),
    }
)
CSL_TYPES: Final[Mapping[str, str]] = {
    **{"article": "article-journal", "booklet": "pamphlet", "conference": "paper-conference"},
    **{"inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference", "manual": "book"},
    **{"mastersthesis": "thesis", "phdthesis": "thesis", "proceedings": "book", "techreport": "report"},
    **{"unpublished": "manuscript", "misc": "document", "online": "webpage", "software": "document"},
}
GENRES: Final = {"mastersthesis": "Master's thesis", "phdthesis": "PhD thesis"}


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or with nothing but `last` an institution."""

    first: str
    prefix: str
    last: str
    suffix: str

    def __str__(self) -> str:
        family = f"{self.prefix} {self.last}".strip()
        return ", ".join(part for part in (family, self.suffix, self.first) if part)


@dataclass(frozen=True)
class Entry:
    """fields: as the file has them, names in lower case, in order."""

    key: str
    type: str
    fields: Mapping[str, str]

    @cached_property
    def shown(self) -> dict[str, str]:
        """The fields as text."""
        return {name: self._shown(name, value) for name, value in self.fields.items()}

    def _shown(self, name: str, value: str) -> str:
        return " and ".join(map(str, self.names(name))) if name in NAMES else decoded(value)

    def names(self, field: str) -> list[Name]:
        people = split_multiple_persons_names(self.fields.get(field, ""))
        parts = (parse_single_name_into_parts(person.rstrip(" ,"), strict=False) for person in people)
        return [
            Name(*(decoded(" ".join(words)) for words in (name.first, name.von, name.last, name.jr)))
            for name in parts
        ]

    @property
    def month(self) -> int | None:
        month = self.fields.get("month", "").strip().lower()
        if month.isdigit():
            return int(month)
        return MONTHS.index(month[:3]) + 1 if month[:3] in MONTHS else None

    def csl(self) -> dict[str, Any]:
        """The entry as CSL-JSON."""
        data: dict[str, Any] = {"id": self.key, "type": CSL_TYPES.get(self.type, self.type)}
        for name, value in self.shown.items():
            target = CSL_NAMES.get(name, name)
            if name in NAMES:
                data[name] = [csl_name(person) for person in self.names(name)]
            elif target in CSL_FIELDS:
                data[target if target not in data else name] = value
        if self.type in GENRES:
            data.setdefault("genre", GENRES[self.type])
        if "page" in data:
            data["page"] = data["page"].replace("–", "-")
        issued = self._issued()
        return {**data, "issued": issued} if issued else data

    def _issued(self) -> dict[str, Any] | None:
        if "date" in self.fields:
            parts = [
                [int(one) for one in re.findall(r"\d+", part)] for part in self.fields["date"].split("/")
            ]
            return {"date-parts": parts}
        year = self.shown.get("year")
        if year is None:
            return None
        if not year.isdigit():
            return {"literal": year}
        day = self.fields.get("day", "")
        found = [int(year), *([self.month] if self.month else [])]
        return {"date-parts": [[*found, int(day)] if self.month and day.isdigit() else found]}

    def bibtex(self, left_out: Sequence[str]) -> str:
        """The entry as BibTeX, without these fields."""
        fields = ",\n".join(
            f"  {name} = {{{value}}}" for name, value in self.fields.items() if name not in left_out
        )
        return f"@{self.type}{{{self.key},\n{fields}\n}}\n"


def csl_name(name: Name) -> dict[str, str]:
    family = f"{name.prefix} {name.last}".strip()  # citeproc-ruby never moves the particle behind the name
    parts = {"family": family, "given": name.first, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}


def parse(text: str, path: str) -> dict[str, Entry]:
    """The entries by key, in order. Raises DataError for text that is no BibTeX."""
    library = parse_string(unicodedata.normalize("NFC", text.removeprefix("\ufeff")))
    found: dict[str, Entry] = {}
    for entry in library.entries:
        fields = {field.key.lower(): str(field.value) for field in entry.fields}
        found.setdefault(entry.key, Entry(entry.key, entry.entry_type.lower(), fields))
    if library.failed_blocks and not found:
        block = library.failed_blocks[0]
        raise DataError("this is no BibTeX", path=path, line=(block.start_line or 0) + 1)
    return found
