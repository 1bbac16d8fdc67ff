"""The table of checks, and their findings as messages: each mistake once, however many pages show it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onemg_render.check.built_site import BuiltSite
from onemg_render.check.duplicates import conflicts
from onemg_render.check.finding import Finding
from onemg_render.check.front_matter import unread_front_matter
from onemg_render.check.links import broken_links, dead_anchors, missing_files, orphans
from onemg_render.check.markup import (
    heading_order,
    images_without_text,
    missing_languages,
    missing_titles,
    repeated_ids,
)
from onemg_render.check.places import Place, Places
from onemg_render.check.schemas import schema_findings
from onemg_render.check.settings import Rule
from onemg_render.check.sources import ReadsOf, Sources
from onemg_render.check.toolkit import unresolved_references
from onemg_render.reporting import Message

Check = Callable[[BuiltSite], Iterator[Finding | Message]]

CHECKS: Final[dict[str, Check]] = {
    "links": broken_links,
    "anchors": dead_anchors,
    "files": missing_files,
    "urls": lambda built: conflicts(built.site),
    "ids": repeated_ids,
    "images": images_without_text,
    "titles": missing_titles,
    "languages": missing_languages,
    "headings": heading_order,
    "orphans": orphans,
    "front-matter": unread_front_matter,
    "schemas": schema_findings,
    "references": unresolved_references,
}
"""By the name that options give it; also the topic of its messages.

A check yields findings in built pages, or messages about sources with their place.
"""

NO_MORE: Final[Mapping[str, Check]] = {}


@dataclass(slots=True)
class Shown:
    """A finding, where it comes from, and the pages that show it.

    texts: of this finding and those like it that the same template puts together.
    """

    check: str
    finding: Finding
    place: Place
    pages: list[str]
    texts: set[str]

    @property
    def message(self) -> Message:
        pages = dict.fromkeys(self.pages)
        alike = [f"and {len(self.texts) - 1} more from here"] if len(self.texts) > 1 else []
        shown = [f"on {len(pages)} pages, such as {self.pages[0]}"] if len(pages) > 1 else []
        also = f" ({', '.join([*alike, *shown])})" if alike or shown else ""
        return Message(
            self.finding.severity,
            self.finding.text + also,
            self.check.capitalize(),
            *self.place,
            hint=self.finding.hint,
        )


def messages(
    built: BuiltSite,
    checks: Collection[str],
    *,
    reads_of: ReadsOf | None = None,
    ignored: Sequence[Rule] = (),
    more: Mapping[str, Check] = NO_MORE,
) -> list[Message]:
    """What the named checks have found, and those of `more`, in the order of places."""
    report = Report(built, Places(Sources(built.site, reads_of)), ignored)
    for name, check in {**{name: CHECKS[name] for name in CHECKS if name in checks}, **more}.items():
        for found in check(built):
            report.add(name, found)
    return report.messages


class Report:
    """Findings gathered by mistake and place, without those that rules ignore."""

    def __init__(self, built: BuiltSite, places: Places, ignored: Sequence[Rule]) -> None:
        self._built = built
        self._places = places
        self._ignored = ignored
        self._shown: dict[tuple[object, ...], Shown] = {}
        self._messages: list[Message] = []

    @property
    def messages(self) -> list[Message]:
        """All of them, in the order of places."""
        found = [*self._messages, *(one.message for one in self._shown.values())]
        return sorted(found, key=lambda one: (one.path or "", one.line or 0))

    def add(self, check: str, found: Finding | Message) -> None:
        if isinstance(found, Finding):
            self._add_finding(check, found)
        elif not self._ignores(check, "", found.path or ""):
            self._messages.append(replace(found, topic=check.capitalize()))

    def _add_finding(self, check: str, finding: Finding) -> None:
        item = self._built.items.get(finding.page)
        source = "" if item is None else item.relative_path
        if self._ignores(check, finding.address, finding.page, source):
            return
        is_found = finding.traces or finding.shown or finding.words
        found = self._places.of(item, finding) if item is not None and is_found else None
        page: Place = (finding.page if item is None else item.path, None, None)
        text = "" if found is not None and found.in_template else finding.text
        alike = (check, text, found.place if found is not None else (None if is_found else page))
        place = page if found is None else found.place
        shown = self._shown.setdefault(alike, Shown(check, finding, place, [], set()))
        shown.pages.append(finding.page)
        shown.texts.add(finding.text)

    def _ignores(self, check: str, address: str, *pages: str) -> bool:
        return any(rule.fits(check, address, pages) for rule in self._ignored)
