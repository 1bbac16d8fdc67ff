"""The pages that a template with `pagination: {enabled: true}` becomes (jekyll-paginate-v2 3.0.0)."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

from onemg_render.plugins.paginate_v2.selection import chosen
from onemg_render.plugins.paginate_v2.settings import is_on, number
from onemg_render.site import Document, FrontMatter, Page, Site


@dataclass(eq=False, kw_only=True)
class PaginationPage(Page):
    """A page at a given URL."""

    given_url: str

    @cached_property
    def url(self) -> str:
        return self.given_url


@dataclass(frozen=True, slots=True)
class Addresses:
    """first, others: URLs of the first page and, with `:num`, of the rest. name: of index files, or empty."""

    first: str
    others: str
    name: str
    extension: str
    total: int

    @classmethod
    def of(cls, template: Page, config: Mapping[str, Any], total: int) -> "Addresses":
        permalink = template.data["permalink"]
        start = permalink if isinstance(permalink, str) else template.dir
        start = start if start.endswith("/") else f"{start}/"
        extension = config["extension"]
        dotted = "" if extension is None else extension if extension.startswith(".") else f".{extension}"
        name = "" if config["indexpage"] is None else str(config["indexpage"]).split(".")[0]
        others = posixpath.join(start, str(config["permalink"]).lstrip("/"))
        return cls(start, others, name, dotted, total)

    @property
    def file(self) -> str:
        return self.name + self.extension

    def own(self, page: int) -> str:
        """Where the page is written."""
        url = self.first if page == 1 else self.others
        full = self._full(url, self.name or "index", self.extension or ".html")
        return self._numbered(full, page)

    def shown(self, page: int | None) -> str | None:
        """How other pages name it."""
        if page is None:
            return None
        url = self.first if page == 1 else self.others
        return self._numbered(self._full(url, self.name, self.extension) if self.name else url, page)

    def last(self) -> str:
        url = self._full(self.others, self.name, self.extension) if self.name else self.others
        return self._numbered(url, self.total)

    def _numbered(self, url: str, page: int) -> str:
        return url.replace(":num", str(page), 1).replace(":max", str(self.total), 1)

    @staticmethod
    def _full(url: str, name: str, extension: str) -> str:
        if url.endswith("/"):
            return url + name + extension
        return url if "." in url else url + name


def paginate(site: Site, template: Page, config: Mapping[str, Any]) -> None:
    """Puts the pages in the place of `template`, at the end of the site's pages."""
    documents = chosen(site, config)
    per_page = number(config["per_page"])
    if per_page < 1:
        raise site.config.error("`per_page` should be a number, 1 or more", "pagination", "per_page")
    total = ceil(len(documents) / per_page)
    limit = number(config["limit"])
    total = limit if 0 < limit < total else total
    addresses = Addresses.of(template, config, max(1, total))
    site.pages.remove(template)
    pages = [page_of(site, template, config, addresses, page) for page in range(1, addresses.total + 1)]
    for index, page in enumerate(pages, 1):
        page.pager = pager(documents, per_page, addresses, index)
    add_trails(pages, config)
    site.pages += pages


def page_of(
    site: Site, template: Page, config: Mapping[str, Any], addresses: Addresses, number: int
) -> PaginationPage:
    data: dict[str, object] = dict(template.data)
    autopage = template.data["autopage"]
    if isinstance(autopage, Mapping):
        data["autopages"] = dict(autopage)
    data["pagination_info"] = {"curr_page": number, "total_pages": addresses.total}
    path = addresses.own(number)
    url = path + addresses.file if path.endswith("/") else path
    url = url if url.endswith(addresses.extension) else url + addresses.extension
    if template.data["permalink"] is not None:
        data["permalink"] = path
    title = template.data["title"]
    title = site.config.get("title") if title is None or title is False else title
    if number > 1:
        pattern = str(config["title"]).replace(":title", "" if title is None else str(title), 1)
        data["title"] = pattern.replace(":num", str(number), 1).replace(":max", str(addresses.total), 1)
        data["autogen"] = "jekyll-paginate-v2"
    else:
        data["title"] = title
    name = addresses.file
    return PaginationPage(
        path=f"{site.tree.main}/{name}",
        relative_path=name,
        permalinks=site.permalinks,
        data=FrontMatter(data, defaults=site.defaults, path=name, type="pages"),
        content="" if isinstance(autopage, Mapping) else template.content,
        line=template.line,
        given_url=url,
    )


def pager(documents: list[Document], per_page: int, addresses: Addresses, page: int) -> dict[str, object]:
    before = page - 1 if page > 1 else None
    after = page + 1 if page < addresses.total else None
    return {
        "per_page": per_page,
        "posts": documents[(page - 1) * per_page : page * per_page],
        "total_posts": len(documents),
        "total_pages": addresses.total,
        "page": page,
        "page_path": addresses.own(page),
        "previous_page": before,
        "previous_page_path": addresses.shown(before),
        "next_page": after,
        "next_page_path": addresses.shown(after),
        "first_page": 1,
        "first_page_path": addresses.shown(1),
        "last_page": addresses.total,
        "last_page_path": addresses.last(),
        "page_trail": None,
    }


def add_trails(pages: list[PaginationPage], config: Mapping[str, Any]) -> None:
    """Links to the pages around each, `trail` says how many; as many at the ends as in the middle."""
    trail = config["trail"]
    if not isinstance(trail, Mapping) or not is_on(trail) or len(pages) < 2:
        return
    before, after = max(0, number(trail.get("before"))), max(0, number(trail.get("after")))
    if not before and not after:
        return
    length = before + after + 1
    entries = [
        {"num": index, "path": own_pager(page)["page_path"], "title": page.data["title"]}
        for index, page in enumerate(pages, 1)
    ]
    for index, page in enumerate(pages):
        start = max(0, index - before)
        end = min(start + length, len(pages))
        start = max(0, start - (length - (end - start)))
        own_pager(page)["page_trail"] = entries[start:end]


def own_pager(page: Page) -> dict[str, object]:
    assert isinstance(page.pager, dict)
    return page.pager
