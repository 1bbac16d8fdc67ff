"""Links from one source file to another become links between their pages (jekyll-relative-links 0.6.1)."""

import posixpath
import re
from functools import cached_property
from typing import Final

from onemg_render.errors import UrlError
from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Tools
from onemg_render.plugins.markdown_files import markdown_extensions
from onemg_render.read.entry_filter import Patterns
from onemg_render.render.filters.urls import under
from onemg_render.site import Item, Site, StaticFile
from onemg_render.util.patterns import regex
from onemg_render.util.urls import is_absolute

LINK: Final = regex(
    r"(?P<inline>\[(?P<text>.*?)\]\((?P<path>[^\)]+?)(?P<fragment>#.+?)?\))"
    r"|^\s*?\[(?P<label>.*?)\]: (?P<definition>.+?)(?P<anchor>#.+?)?\s*?$",
    re.MULTILINE | re.ASCII,
)


class RelativeLinks(Generator):
    """Inline links and link definitions of Markdown pages, and with `collections: true` of documents."""

    priority = PRIORITIES["lowest"]

    def generate(self, site: Site, tools: Tools) -> None:
        settings = site.config.mapping("relative_links")
        if settings.get("enabled") is False:
            return
        extensions = markdown_extensions(site)
        excluded = Patterns([str(one) for one in settings.get("exclude") or ()], folders=True)
        targets = Targets(site)
        documents = site.docs_to_write() if settings.get("collections") is True else ()
        for item in (*site.pages, *documents):
            is_excluded = excluded.match(f"/{item.relative_path}", lambda: False)
            if item.extname.lower() in extensions and not is_excluded:
                item.content = targets.rewritten(item)


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

    def rewritten(self, item: Item) -> str:
        """The text of `item` with its links to source files replaced."""
        folder = posixpath.dirname(item.relative_path)

        def replaced(match: re.Match[str]) -> str:
            is_inline = match["inline"] is not None
            path, fragment = (
                match.group("path", "fragment") if is_inline else match.group("definition", "anchor")
            )
            url = None if path.startswith("#") or is_absolute_url(path) else self._url(path, folder)
            if url is None:
                return match[0]
            target = url + (fragment or "")
            return f"[{match['text']}]({target})" if is_inline else f"\n[{match['label']}]: {target}"

        return LINK.sub(replaced, item.content)

    def _url(self, path: str, folder: str) -> str | None:
        """Upstream drops a leading slash, so that such a path too counts from the file's own folder."""
        source = posixpath.normpath(posixpath.join(folder, path.removeprefix("/")))
        url = self._urls.get(source)
        return None if url is None else under(self._baseurl, url)


def is_absolute_url(text: str) -> bool:
    try:
        return is_absolute(text)
    except UrlError:
        return False


def extensions() -> Extensions:
    return Extensions(generators=[RelativeLinks()], safe=True, parallel=True, tracked=True)
