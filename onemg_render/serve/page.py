"""What the preview adds to a page on its way to the browser; nothing of it is ever on disk."""

import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Template
from typing import Final
from urllib.parse import quote

from onemg_render.util.patterns import regex

MIN_DELAY: Final = 500
MAX_DELAY: Final = 5000
CLIENT_PATH: Final = "/.onemg/client.js"
EVENTS_PATH: Final = "/.onemg/events"
HEAD: Final = regex(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)
DOCTYPE: Final = regex(rb"\A\s*<!doctype[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page of the preview comes from.

    source: the path of its source file. notes: why it would be missing in production, or that it is a draft.
    """

    source: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A page as it is served: its file in the destination, the preview's version, its origin.

    file: by which the events name it; empty for a page in place of one that is not there.
    """

    file: str
    version: int
    origin: Origin | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What the script in a page does: show a bar, reload.

    min_delay, max_delay: milliseconds until it looks again for a preview that it has lost.
    """

    bar: bool = True
    reload: bool = True
    min_delay: int = MIN_DELAY
    max_delay: int = MAX_DELAY

    def added(self, body: bytes, place: Place) -> bytes:
        """`body` (HTML) with the script: after `<head>`, else after the doctype, else in front."""
        known: Mapping[str, object] = {
            "file": place.file,
            "version": place.version,
            "source": place.origin.source if place.origin else None,
            "notes": list(place.origin.notes) if place.origin else [],
            "bar": self.bar,
            "reload": self.reload,
            "delay": [self.min_delay, self.max_delay],
        }
        settings = html.escape(json.dumps(known))
        script = f'<script src="{CLIENT_PATH}" data-onemg="{settings}" async></script>'.encode()
        match = HEAD.search(body) or DOCTYPE.match(body)
        at = match.end() if match else 0
        return body[:at] + script + body[at:]


@cache
def client() -> bytes:
    """The script, as it stands beside this module."""
    return _beside("client.js").encode()


def waiting() -> bytes:
    """The page in place of the site before the first good build."""
    return _beside("waiting.html").encode()


def not_found(home: str) -> bytes:
    """The page for paths outside the site, and for all missing ones if the site has no 404.html."""
    return Template(_beside("not_found.html")).substitute(home=html.escape(home)).encode()


def listing(title: str, names: Iterable[str]) -> bytes:
    """The names in a folder, as links (`--show-dir-listing`)."""
    rows = "".join(f'<li><a href="{quote(name)}">{html.escape(name)}</a></li>' for name in names)
    return Template(_beside("listing.html")).substitute(title=html.escape(title), rows=rows).encode()


@cache
def _beside(name: str) -> str:
    return resources.files("onemg_render.serve").joinpath(name).read_text(encoding="utf-8")
