"""The settings of a bibliography: defaults, `scholar` of the site and the page, and the options of a tag.

jekyll-scholar `lib/jekyll/scholar/{defaults,utilities}.rb`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from onemg_render.util.patterns import regex

DEFAULTS: Final[Mapping[str, Any]] = {
    "style": "apa",
    "locale": "en",
    "sort_by": "none",
    "order": "ascending",
    "group_by": "none",
    "group_order": "ascending",
    "bibliography_group_tag": "h2,h3,h4,h5",
    "bibliography_list_tag": "ol",
    "bibliography_item_tag": "li",
    "bibliography_list_attributes": {},
    "bibliography_item_attributes": {},
    "source": "./_bibliography",
    "bibliography": "references.bib",
    "repository": None,
    "repository_file_delimiter": ".",
    "bibtex_skip_fields": ["abstract", "month_numeric"],
    "details_dir": "bibliography",
    "details_layout": "bibtex.html",
    "details_link": "Details",
    "details_link_class": "details",
    "details_permalink": "/:details_dir/:key:extension",
    "bibliography_class": "bibliography",
    "bibliography_template": "{{reference}}",
    "reference_tagname": "span",
    "missing_reference": "(missing reference)",
    "query": "@*",
    "cite_class": "citation",
    "relative": None,
    "type_names": {
        "article": "Journal Articles",
        "book": "Books",
        "incollection": "Book Chapters",
        "inproceedings": "Conference Articles",
        "thesis": "Theses",
        "mastersthesis": "Master's Theses",
        "phdthesis": "PhD Theses",
        "manual": "Manuals",
        "techreport": "Technical Reports",
        "misc": "Miscellaneous",
        "unpublished": "Unpublished",
    },
    "type_aliases": {"phdthesis": "thesis", "mastersthesis": "thesis"},
    "type_order": [],
    "month_names": None,
}
MERGED: Final = ("type_names", "type_aliases")
OPTIONS: Final[Mapping[str, str]] = {
    **{"-c": "cited", "-C": "cited_in_order", "-A": "suppress_author", "-f": "file", "-q": "query"},
    **{"-h": "bibliography_list_tag", "-p": "prefix", "-t": "text", "-l": "locator", "-L": "label"},
    **{"-o": "offset", "-m": "max", "-s": "style", "-g": "group_by", "-G": "group_order", "-O": "type_order"},
    **{"-T": "template", "-r": "remove_duplicates"},
}
FLAGS: Final = ("cited", "cited_in_order", "clear", "suppress_author")
NAMES: Final = "|".join(sorted({*OPTIONS.values(), "clear"}, key=len, reverse=True))
OPTION: Final = regex(rf"\B(-[{''.join(name[1] for name in OPTIONS)}]|--(?:{NAMES}))(?=\s|\Z|\b)")


@dataclass(slots=True)
class Options:
    """What stands in a tag. keys: before the first option. values: by long name, each as often as given."""

    keys: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    values: dict[str, list[str]] = field(default_factory=dict)

    def last(self, name: str) -> str | None:
        given = self.values.get(name)
        return given[-1] if given else None

    def number(self, name: str) -> int | None:
        given = self.last(name)
        match = re.match(r"\s*-?\d+", given or "")
        return None if given is None else int(match[0]) if match else 0


def parse(markup: str) -> Options:
    """The words and options of a tag; a value goes on to the next option."""
    found = Options()
    pieces = OPTION.split(markup.strip())
    found.keys = pieces[0].split()
    for name, value in zip(pieces[1::2], pieces[2::2], strict=True):
        long = OPTIONS[name] if name in OPTIONS else name.removeprefix("--")
        if long in FLAGS:
            found.flags.add(long)
        else:
            found.values.setdefault(long, []).append(value.strip())
    return found


def merged(*settings: object) -> dict[str, Any]:
    """DEFAULTS with each of these laid over the ones before."""
    together = dict(DEFAULTS)
    for one in settings:
        if isinstance(one, Mapping):
            for key, value in one.items():
                is_merged = key in MERGED and isinstance(value, Mapping)
                together[key] = {**together[key], **value} if is_merged else value
    return together


def words(value: object) -> list[str]:
    """`a, b` or a list of such."""
    values = value if isinstance(value, list) else [value]
    return [word for one in values for word in re.split(r"\s*,\s*", str(one))]
