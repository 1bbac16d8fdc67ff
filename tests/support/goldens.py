"""The golden sites and what the originals made of them.

A site is a folder of `cases/sites`: `source/`, `expected/` and a NOTE.md that says what it is about and
which original made `expected/`. Where there is `expected-pages/`, GitHub Pages' own stack made that of the
same source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

SITES: Final = Path(__file__).parent.parent / "cases" / "sites"
Original = Literal["jekyll4", "jekyll3", "pages"]
PAGES_SETTINGS: Final = {"theme": None, "repository": "o/r"}
"""What GitHub Pages would ask of its theme and its API is out of reach of a test."""


@dataclass(frozen=True, slots=True)
class Golden:
    """One tree to compare with. original: which program made it."""

    site: Path
    expected: Path
    original: Original

    @property
    def name(self) -> str:
        is_second = self.expected.name == "expected-pages"
        return f"{self.site.name} (pages)" if is_second else self.site.name

    @property
    def source(self) -> Path:
        return self.site / "source"

    @property
    def settings(self) -> dict[str, object]:
        """Beyond those of the site itself."""
        return dict(PAGES_SETTINGS) if self.compat else {}

    @property
    def compat(self) -> str | None:
        """None where the site itself, or what is found in it, says."""
        return "github-pages" if self.expected.name == "expected-pages" else None


def goldens() -> list[Golden]:
    return list(_goldens())


def _goldens() -> Iterator[Golden]:
    for site in sorted(SITES.iterdir()):
        yield Golden(site, site / "expected", original(site))
        if (site / "expected-pages").is_dir():
            yield Golden(site, site / "expected-pages", "pages")


def original(site: Path) -> Original:
    """What made `expected/`, as the note says."""
    note = (site / "NOTE.md").read_text(encoding="utf-8")
    if not re.search(r"`expected/` is\s+(?:the output of\s+)?Jekyll\s+3\.10", note):
        return "jekyll4"
    return "pages" if "with github-pages 232" in note else "jekyll3"
