"""Markdown pages and posts that say nothing of a layout get one (jekyll-default-layout 0.1.5)."""

from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Tools
from onemg_render.plugins.markdown_files import markdown_extensions
from onemg_render.site import Item, Page, Site


class DefaultLayout(Generator):
    """home for `/`, page, post, else default: the first that exists. `layout: null` is an answer too."""

    priority = PRIORITIES["lowest"]

    def generate(self, site: Site, tools: Tools) -> None:
        extensions = markdown_extensions(site)
        for item in (*site.pages, *site.posts):
            if item.extname.lower() in extensions and "layout" not in item.data.merged():
                item.data["layout"] = self._layout(site, item)

    def _layout(self, site: Site, item: Item) -> str | None:
        wanted = ["home"] if item.url == "/" else []
        wanted += ["page" if isinstance(item, Page) else "post", "default"]
        return next((name for name in wanted if name in site.layouts), None)


def extensions() -> Extensions:
    return Extensions(generators=[DefaultLayout()], safe=True, parallel=True, tracked=True)
