"""Pagination by front matter, over any collection, with pages made for tags (jekyll-paginate-v2 3.0.0)."""

from collections.abc import Mapping

from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Tools
from onemg_render.plugins.paginate_v2.autopages import autopages
from onemg_render.plugins.paginate_v2.pages import paginate
from onemg_render.plugins.paginate_v2.settings import PAGINATION, is_on
from onemg_render.site import Site
from onemg_render.util.mappings import deep_merge


class PaginationV2(Generator):
    """`pagination: {enabled: true}` in the configuration turns it on, in a page it names a template."""

    priority = PRIORITIES["lowest"]

    def generate(self, site: Site, tools: Tools) -> None:
        site.pages += list(autopages(site, tools.reporter))
        config = deep_merge(PAGINATION, site.config.mapping("pagination"))
        if site.config.get("paginate") is not None:
            raise site.config.error(
                "jekyll-paginate-v2 no longer takes the key `paginate` of jekyll-paginate",
                "paginate",
                hint="write pagination: {enabled: true, per_page: 10} here, and {enabled: true} in the page",
            )
        if not is_on(config["enabled"]):
            return
        templates = [page for page in site.pages if is_template(page.data["pagination"])]
        if not templates:
            tools.reporter.warn(
                "pagination is enabled, but no page asks for it",
                topic="Pagination",
                hint="write pagination: {enabled: true} into the front matter of a page",
            )
        for template in templates:
            own = template.data["pagination"]
            assert isinstance(own, Mapping)
            paginate(site, template, deep_merge(config, own))


def is_template(value: object) -> bool:
    return isinstance(value, Mapping) and is_on(value.get("enabled"))


def extensions() -> Extensions:
    return Extensions(generators=[PaginationV2()], safe=True, parallel=True, tracked=True)
