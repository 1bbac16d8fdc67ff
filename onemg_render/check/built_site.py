"""A built site as the checks see it: its pages, the names of its files, and where an address leads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit

from onemg_render.check.pages import BuiltPage
from onemg_render.site import Site
from onemg_render.util.close_matches import close_matches
from onemg_render.util.patterns import regex

PAGE_EXTENSIONS: Final = (".html", ".htm", ".xhtml")
INDEXES: Final = ("index.html", "index.htm", "index.xhtml", "index.xml")
NEAR: Final = 0.8
SLASHES: Final = regex("//+")
"""Servers take several for one."""
ANYWHERE: Final = "onemg.invalid"
"""The host of a site whose `url` is not set."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address within the site leads.

    path: as asked for, decoded, without slash in front. file: the file that a server answers with, or None.
    fragment: what follows `#`, decoded. lacks_baseurl: it would lead to `file` below the site's baseurl only.
    named_host: the address is a whole URL, so what is not here may be another site's on the same host.
    """

    path: str
    file: str | None
    fragment: str = ""
    lacks_baseurl: bool = False
    named_host: bool = False


class BuiltSite:
    """files: name in the destination -> its content on demand. site: what they were built from."""

    def __init__(self, site: Site, files: Mapping[str, Callable[[], bytes]]) -> None:
        self.site = site
        self.files = frozenset(files)
        self.pages = {
            name: BuiltPage.of(name, files[name]())
            for name in sorted(files)
            if name.endswith(PAGE_EXTENSIONS)
        }
        self.items = {item.destination: item for item in site.outputs}
        self.baseurl = f"/{site.config.text('baseurl').strip('/')}".rstrip("/")
        self.origin = origin_of(str(site.config.get("url") or ""))
        self._host = self.origin.partition("://")[2]
        self._root = f"{self.origin}/"
        self._bases: dict[str, tuple[str, str]] = {}
        self._near: dict[str, str | None] = {}
        self._targets: dict[tuple[str, str], Target | None] = {}

    def target(self, page: BuiltPage, address: str) -> Target | None:
        """Where `address` leads from `page`; None out of the site, or where it does not matter."""
        key = self.key(page, address)
        if key not in self._targets:
            self._targets[key] = self._resolved(*key)
        return self._targets[key]

    def key(self, page: BuiltPage, address: str) -> tuple[str, str]:
        """What the meaning of an address depends on: where it counts from, and the address."""
        first = address[:1]
        if first == "/" and not page.base:
            return self._root, address
        if page.path not in self._bases:
            base = self._base(page)
            self._bases[page.path] = base, base.rpartition("/")[0] + "/"
        base, folder = self._bases[page.path]
        return base if first in ("", "#", "?") else folder, address

    def _base(self, page: BuiltPage) -> str:
        whole = f"{self.origin}{self.baseurl}/{quote(page.path, errors='surrogateescape')}"
        try:
            return urljoin(whole, page.base) if page.base else whole
        except ValueError:
            return whole

    def _resolved(self, base: str, address: str) -> Target | None:
        try:
            parts, named_host = urlsplit(urljoin(base, address)), bool(urlsplit(address).netloc)
        except ValueError:  # brackets that hold no IPv6 address
            return Target(address, None)
        if parts.scheme not in ("http", "https") or parts.netloc != self._host:
            return None
        path, fragment = SLASHES.sub("/", unquote(parts.path)), unquote(parts.fragment)
        if path == self.baseurl or path.startswith(f"{self.baseurl}/"):
            path = path[len(self.baseurl) :].removeprefix("/")
            return Target(path, self.file(path), fragment, named_host=named_host)
        file = self.file(path.removeprefix("/"))  # else it is another site on the same host
        return None if file is None else Target(path, file, fragment, lacks_baseurl=True)

    def file(self, path: str) -> str | None:
        """The file that a server, GitHub Pages' and `onemg serve` among them, sends for a path."""
        folder = path if path.endswith("/") or not path else f"{path}/"
        indexes = (folder.lstrip("/") + index for index in INDEXES)
        names = (*indexes,) if folder == path or not path else (path, f"{path}.html", *indexes)
        return next((name for name in names if name in self.files), None)

    def differing_by_case(self, path: str) -> str | None:
        """The file that the path would lead to if case did not matter."""
        names = (path, f"{path}.html", *(f"{path.rstrip('/')}/{index}" for index in INDEXES))
        found = (self._by_lower_case.get(name.lstrip("/").casefold()) for name in names)
        return next((name for name in found if name is not None), None)

    def near(self, path: str) -> str | None:
        """A file with the same name elsewhere, or one whose path looks like it."""
        if path not in self._near:
            name = path.rstrip("/").rpartition("/")[2]
            moved = self._by_name.get(name) or self._by_name.get(f"{name}.html")
            asked = path if "." in name else f"{path.rstrip('/')}.html"
            close = [moved] if moved is not None else close_matches(asked, self.files, 1, NEAR)
            self._near[path] = close[0] if close else None
        return self._near[path]

    @cached_property
    def _by_lower_case(self) -> dict[str, str]:
        return {name.casefold(): name for name in sorted(self.files)}

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {name.rpartition("/")[2]: name for name in sorted(self.files) if "/index." not in f"/{name}"}


def origin_of(url: str) -> str:
    """Scheme and host of the configuration's `url`, whatever stands there."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no IPv6 address
        parts = urlsplit("")
    return f"{parts.scheme or 'http'}://{parts.netloc or ANYWHERE}"
