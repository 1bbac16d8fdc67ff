"""The table of checks, and their findings as messages: each mistake once, however many pages show it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final

from onemg_render.check.built_site import BuiltSite
from onemg_render.check.finding import Finding
from onemg_render.check.links import broken_links, dead_anchors, missing_files, orphans
from onemg_render.check.markup import (
    heading_order,
    images_without_text,
    missing_languages,
    missing_titles,
    repeated_ids,
)
from onemg_render.check.places import Place, Places
from onemg_render.reporting import Message

Check = Callable[[BuiltSite], Iterator[Finding]]

CHECKS: Final[dict[str, Check]] = {
    "links": broken_links,
    "anchors": dead_anchors,
    "files": missing_files,
    "ids": repeated_ids,
    "images": images_without_text,
    "titles": missing_titles,
    "languages": missing_languages,
    "headings": heading_order,
    "orphans": orphans,
}
"""By the name that options give it; also the topic of its messages."""


@dataclass(slots=True)
class Shown:
    """A finding, where it comes from, and the pages that show it."""

    check: str
    finding: Finding
    place: Place
    pages: list[str]

    @property
    def message(self) -> Message:
        pages = dict.fromkeys(self.pages)
        also = "" if len(pages) == 1 else f" (on {len(pages)} pages, such as {self.pages[0]})"
        return Message(
            self.finding.severity,
            self.finding.text + also,
            self.check.capitalize(),
            *self.place,
            hint=self.finding.hint,
        )


def messages(built: BuiltSite, checks: Collection[str]) -> list[Message]:
    """What the named checks have found, in the order of places."""
    places = Places(built.site)
    shown: dict[tuple[object, ...], Shown] = {}
    for name in CHECKS:
        for finding in CHECKS[name](built) if name in checks else ():
            item = built.items.get(finding.page)
            place = places.of(item, finding.traces) if item is not None and finding.traces else None
            page: Place = (finding.page if item is None else item.path, None, None)
            alike = (name, finding.text, place or (None if finding.traces else page))
            shown.setdefault(alike, Shown(name, finding, place or page, [])).pages.append(finding.page)
    ordered = sorted(shown.values(), key=lambda one: (one.place[0], one.place[1] or 0))
    return [one.message for one in ordered]
