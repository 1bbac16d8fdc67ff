"""jekyll-paginate 1.1: the posts of an index.html over several pages, `paginate` to each."""

from copy import copy
from dataclasses import replace
from math import ceil
from pathlib import PurePosixPath
from typing import Final

from onemg_render.config import Config
from onemg_render.plugins.api import PRIORITIES, Extensions, Tools
from onemg_render.site import Page, Site

TEMPLATE: Final = "index.html"


class Pagination:
    """Gives the template its first `paginator`, and adds a page for each further one."""

    priority = PRIORITIES["lowest"]

    def generate(self, site: Site, tools: Tools) -> None:
        if site.config.get("paginate") is None or not site.pages:
            return
        first = template_page(site)
        if first is None:
            tools.reporter.warn(
                "Pagination is enabled, but I couldn't find an index.html page to use as the pagination "
                "template. Skipping pagination.",
                topic="Pagination",
                hint=f"put an {TEMPLATE} with front matter where `paginate_path` begins",
            )
            return
        posts = [post for post in reversed(site.posts) if post.data["hidden"] in (None, False)]
        per_page = site.config.integer("paginate")
        if per_page < 1:
            raise site.config.error("`paginate` should be a number of posts, 1 or more", "paginate")
        total = ceil(len(posts) / per_page)
        for number in range(1, total + 1):
            page = first if number == 1 else further_page(site, first, number)
            shown = posts[(number - 1) * per_page : number * per_page]
            page.pager = {
                "page": number,
                "per_page": per_page,
                "posts": shown,
                "total_posts": len(posts),
                "total_pages": total,
                **neighbours(site.config, first, number, total),
            }
            if page is not first:
                site.pages.append(page)


def template_page(site: Site) -> Page | None:
    """The index.html that lies deepest among those between the source and `paginate_path`."""
    end = PurePosixPath("/", site.config.text("paginate_path").lstrip("/")).parent
    folders = {folder.as_posix().strip("/") for folder in (end, *end.parents)}
    candidates = (
        page
        for page in site.pages
        if page.name == TEMPLATE and page.relative_path.rpartition("/")[0].strip("/") in folders
    )
    return max(candidates, key=lambda page: len(page.relative_path), default=None)


def further_page(site: Site, first: Page, number: int) -> Page:
    """A copy of the template below `paginate_path`; a permalink of its own still wins, as upstream."""
    return replace(first, folder=path_of(site.config, first, number), data=copy(first.data), position=-1)


def path_of(config: Config, first: Page, number: int) -> str:
    if number <= 1:
        return first.url
    path = config.text("paginate_path").replace(":num", str(number), 1)
    return path if path.startswith("/") else f"/{path}"


def neighbours(config: Config, first: Page, number: int, total: int) -> dict[str, object]:
    """Numbers and paths of the pages before and after; nil at the ends."""
    before = number - 1 if number > 1 else None
    after = number + 1 if number < total else None
    return {
        "previous_page": before,
        "previous_page_path": path_of(config, first, before) if before else None,
        "next_page": after,
        "next_page_path": path_of(config, first, after) if after else None,
    }


def extensions() -> Extensions:
    return Extensions(safe=True, parallel=True, tracked=True, generators=[Pagination()])
