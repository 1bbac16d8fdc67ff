"""Markdown pages without a title take their first heading for one (jekyll-titles-from-headings 0.5.3)."""

import re
from typing import Final

from onemg_render.liquid.filters.strings import strip_html
from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Tools
from onemg_render.plugins.markdown_files import markdown_extensions
from onemg_render.render.filters.text import normalize_whitespace
from onemg_render.site import Document, Excerpt, Item, Site
from onemg_render.site.excerpt import cut_anew
from onemg_render.util.patterns import regex

HEADING: Final = regex(r"\A\s*(?:#{1,3}\s+(.*)(?:\s+#{1,3})?|(.*)\r?\n[-=]+\s*)$", re.MULTILINE | re.ASCII)
FOOTNOTE: Final = regex(r"\[\^[^\]]*\]")


class TitlesFromHeadings(Generator):
    """With `collections: true` documents too, whose titles came from their file names."""

    priority = PRIORITIES["lowest"]

    def generate(self, site: Site, tools: Tools) -> None:
        settings = site.config.mapping("titles_from_headings")
        if settings.get("enabled") is False:
            return
        extensions = markdown_extensions(site)
        documents = site.docs_to_write() if settings.get("collections") is True else ()
        for item in (*site.pages, *documents):
            titled = not isinstance(item, Document) and item.data["title"] is not None
            if item.extname.lower() in extensions and not titled:
                self._give_title(item, tools, strip=settings.get("strip_title") is True)

    def _give_title(self, item: Item, tools: Tools, *, strip: bool) -> None:
        match = HEADING.search(item.content)
        if match is None:
            item.data["title"] = item.data["title"]
        else:
            heading = match[1] if match[1] is not None else match[2]
            title = normalize_whitespace(strip_html(tools.markdownify(heading)))
            item.data["title"] = FOOTNOTE.sub("", title)
        if item.data["strip_title"] is True if "strip_title" in item.data else strip:
            item.content = HEADING.sub("", item.content).strip(" \t\r\n\f\v\0")
            excerpt = item.data["excerpt"]
            if (
                isinstance(item, Document)
                and item.collection.label == "posts"
                and isinstance(excerpt, Excerpt)
            ):
                item.data["excerpt"] = cut_anew(item, tools.config)


def extensions() -> Extensions:
    return Extensions(generators=[TitlesFromHeadings()], safe=True, parallel=True, tracked=True)
