"""Links from one source file to another become links between their pages (jekyll-relative-links).

GitHub Pages has its version 0.6.1, other sites 0.7.0.
"""

import posixpath
import re
from functools import cached_property
from typing import Final
from urllib.parse import unquote_plus

from onemg_render.errors import UrlError
from onemg_render.liquid.runtime import is_true
from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Tools
from onemg_render.plugins.markdown_files import markdown_extensions
from onemg_render.read.entry_filter import Patterns
from onemg_render.render.filters.urls import under
from onemg_render.site import Document, Item, Site, StaticFile
from onemg_render.site.excerpt import cut_anew
from onemg_render.util.patterns import regex
from onemg_render.util.urls import is_absolute

TITLE: Final = r"""(?:\s+"(?:\\"|[^"])*(?<!\\)"|\s+"(?:\\'|[^'])*(?<!\\)')?"""
"""As upstream has it; both alternatives begin with a double quote."""


def link(rest: str) -> re.Pattern[str]:
    """A link or the definition of one; `rest` is what may follow the path."""
    return regex(
        rf"(?P<inline>\[(?P<text>.*?)\]\((?P<path>[^)]+?)(?P<rest>{rest})\))"
        rf"|^\s*?\[(?P<label>.*?)\]: (?P<definition>.+?)(?P<end>{rest})\s*?$",
        re.MULTILINE | re.ASCII,
    )


OLD_LINK: Final = link("(?:#.+?)?")
LINK: Final = link(f"(?:#.+?|)?{TITLE}")


class RelativeLinks(Generator):
    """Inline links and link definitions of Markdown pages, and with `collections: true` of documents."""

    priority = PRIORITIES["lowest"]

    def generate(self, site: Site, tools: Tools) -> None:
        settings = site.config.mapping("relative_links")
        if settings.get("enabled") is False:
            return
        extensions = markdown_extensions(site)
        excluded = Patterns([str(one) for one in settings.get("exclude") or ()], folders=True)
        targets = OldTargets(site) if site.compat.pages else Targets(site)
        documents = site.docs_to_write() if settings.get("collections") is True else ()
        for item in (*site.pages, *documents):
            is_excluded = excluded.match(f"/{item.relative_path}", lambda: False)
            if item.extname.lower() in extensions and not is_excluded:
                targets.rewrite(item)


class Targets:
    """The pages, files and documents of a site, by source path; looked at when the first link is."""

    def __init__(self, site: Site) -> None:
        self._baseurl = site.config.get("baseurl")
        self._site = site

    @cached_property
    def _urls(self) -> dict[str, str]:
        site, urls = self._site, dict[str, str]()
        targets: list[Item | StaticFile] = [*site.pages, *site.static_files, *site.docs_to_write()]
        for target in targets:
            urls.setdefault(target.relative_path.removeprefix("/"), target.url)
        return urls

    def rewrite(self, item: Item) -> None:
        """Replaces the links to source files in the text of `item`, and cuts a document's excerpt anew.

        An excerpt from the front matter is lost by that. At a page that has one upstream fails.
        """
        item.content = self.rewritten(item, LINK)
        if isinstance(item, Document) and is_true(item.data["excerpt"]):
            item.data["excerpt"] = cut_anew(item, self._site.config)

    def rewritten(self, item: Item, pattern: re.Pattern[str]) -> str:
        """The text of `item` with its links to source files replaced."""
        folder = posixpath.dirname(item.relative_path)

        def replaced(match: re.Match[str]) -> str:
            is_inline = match["inline"] is not None
            path, rest = match.group("path", "rest") if is_inline else match.group("definition", "end")
            url = None if path.startswith("#") or is_absolute_url(path) else self.url(path, folder)
            if url is None:
                return match[0]
            return f"[{match['text']}]({url}{rest})" if is_inline else f"\n[{match['label']}]: {url}{rest}"

        return pattern.sub(replaced, item.content)

    def url(self, path: str, folder: str) -> str | None:
        """Where a path in a file of `folder` leads; one with a leading slash counts from the root."""
        inside = "" if path.startswith("/") else folder
        return self.url_of(unquote_plus(posixpath.normpath(posixpath.join(inside, path.removeprefix("/")))))

    def url_of(self, source: str) -> str | None:
        """The URL of a source file, under the `baseurl`."""
        url = self._urls.get(source)
        return None if url is None else under(self._baseurl, url)


class OldTargets(Targets):
    """As in version 0.6.1: paths as they stand, no titles, excerpts with the links as they were."""

    def rewrite(self, item: Item) -> None:
        item.content = self.rewritten(item, OLD_LINK)

    def url(self, path: str, folder: str) -> str | None:
        """Upstream drops a leading slash, so that such a path too counts from the file's own folder."""
        return self.url_of(posixpath.normpath(posixpath.join(folder, path.removeprefix("/"))))


def is_absolute_url(text: str) -> bool:
    try:
        return is_absolute(text)
    except UrlError:
        return False


def extensions() -> Extensions:
    return Extensions(generators=[RelativeLinks()], safe=True, parallel=True, tracked=True)
