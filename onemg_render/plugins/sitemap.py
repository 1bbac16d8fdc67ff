"""sitemap.xml, and a robots.txt that names it (jekyll-sitemap 1.4.0)."""

from typing import Final

from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Tools
from onemg_render.plugins.templates import template
from onemg_render.site import Site

ROBOTS: Final = 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n'


class Sitemap(Generator):
    """Pages of Liquid, so that they are rendered again when what they list changes."""

    priority = PRIORITIES["lowest"]

    def generate(self, site: Site, tools: Tools) -> None:
        urls = {page.url for page in site.pages} | {file.url for file in site.static_files}
        if "/sitemap.xml" not in urls:
            data = {"layout": None, "xsl": "/sitemap.xsl" in urls}
            page = site.new_page(name="sitemap.xml", content=template("sitemap.xml"), data=data)
            site.pages.append(page)
        if "/robots.txt" not in urls:
            site.pages.append(site.new_page(name="robots.txt", content=ROBOTS, data={"layout": None}))


def extensions() -> Extensions:
    return Extensions(generators=[Sitemap()], safe=True, parallel=True, tracked=True)
