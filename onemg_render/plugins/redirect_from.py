"""jekyll-redirect-from 0.16: stub pages at the old addresses of a page, or in place of one that moved."""

import json
from typing import Final

from onemg_render.plugins.api import Extensions, Tools
from onemg_render.plugins.templates import template
from onemg_render.render.filters.urls import absolute_url_of
from onemg_render.site import Item, Layout, Page, Site
from onemg_render.util.patterns import regex

LAYOUT: Final = "redirect"
LIST: Final = "redirects.json"
WITH_SCHEME: Final = regex(r"https?://")


class Redirects:
    """Adds the stubs, and the list of all redirects."""

    priority = 0

    def generate(self, site: Site, tools: Tools) -> None:
        site.layouts.setdefault(LAYOUT, layout())
        known: dict[str, str] = {}
        for item in [*site.docs_to_write(), *site.pages]:
            for old in texts(item.data["redirect_from"]):
                page = stub(site, old, item.url)
                site.pages.append(page)
                note(known, page)
            if targets := texts(item.data["redirect_to"]):
                item.data.update(redirect(site, item.url, targets[0]), layout=LAYOUT, sitemap=False)
                item.content = ""
                note(known, item)
        if wants_list(site):
            site.pages.append(
                site.new_page(
                    name=LIST,
                    content=json.dumps(known, ensure_ascii=False, separators=(",", ":")),
                    data={"layout": None},
                )
            )


def texts(value: object) -> list[str]:
    """A text, or the texts of a list; nothing else redirects."""
    values = value if isinstance(value, list) else [value]
    return [str(one) for one in values if one is not None and one is not False]


def stub(site: Site, old: str, url: str) -> Page:
    """A page at `old` that leads to `url`; its front matter cannot be overridden by defaults."""
    page = site.new_page(
        name="redirect.html", data={"sitemap": False, "layout": LAYOUT, **redirect(site, old, url)}
    )
    page.is_redirect = True
    return page


def redirect(site: Site, old: str, target: str) -> dict[str, object]:
    """The front matter of a stub: templates of one's own read `page.redirect.from` and `page.redirect.to`."""
    old = old if old.startswith("/") else f"/{old}"
    to = target if WITH_SCHEME.match(target) else absolute_url_of(site.config, target)
    return {"permalink": old, "redirect": {"from": old, "to": to}}


def note(known: dict[str, str], item: Item) -> None:
    entry = item.data["redirect"]
    assert isinstance(entry, dict)
    known[entry["from"]] = entry["to"]


def wants_list(site: Site) -> bool:
    settings = site.config.get("redirect_from")
    switched_off = isinstance(settings, dict) and settings.get("json") is False
    return not switched_off and not (site.tree.main / LIST).exists()


def layout() -> Layout:
    """The page that is shown for the moment until the browser goes on; a site's own layout wins."""
    return Layout(
        name=LAYOUT,
        path="redirect.html",
        relative_path="_layouts/redirect.html",
        content=template("redirect.html"),
    )


def extensions() -> Extensions:
    return Extensions(safe=True, parallel=True, tracked=True, generators=[Redirects()])
