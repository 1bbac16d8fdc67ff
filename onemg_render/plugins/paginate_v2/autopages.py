"""Pages for each tag, category and collection, from layouts of their own (jekyll-paginate-v2's autopages)."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from onemg_render.plugins.paginate_v2.selection import MARKS, values
from onemg_render.plugins.paginate_v2.settings import AUTOPAGES, PAGINATION, is_on
from onemg_render.reporting import Reporter
from onemg_render.site import Document, Page, Site
from onemg_render.util.mappings import deep_merge
from onemg_render.util.text import downcase, slugify

KINDS: Final = (
    ("tags", "tags", "tag", ":tag"),
    ("categories", "categories", "category", ":cat"),
    ("collections", "__coll", "collection", ":coll"),
)


def autopages(site: Site, reporter: Reporter) -> Iterator[Page]:
    """Templates that pagination takes up like those of the source."""
    settings = deep_merge(AUTOPAGES, site.config.mapping("autopages"))
    if not is_on(settings["enabled"]):
        return
    documents = []
    for label, collection in site.collections.items():
        for document in collection.docs:
            if "pagination" not in document.data:
                document.data["__coll"] = label
                documents.append(document)
    pagination = deep_merge(PAGINATION, site.config.mapping("pagination"))
    for kind, field, filter_name, place in KINDS:
        own = settings.get(kind)
        if isinstance(own, Mapping) and is_on(own.get("enabled")):
            for name, shown in index(documents, field).items():
                for layout in own["layouts"]:
                    data = {**pagination, filter_name: name}
                    page = autopage(site, own, layout, Found(name, shown, place), data)
                    if page is None:
                        reporter.warn(f"there is no layout `{layout}` for autopages", topic="AutoPages")
                    else:
                        yield page


class Found:
    """A tag, category or collection: its name, as it was written, and its place in titles and permalinks."""

    def __init__(self, name: str, shown: str, place: str) -> None:
        self.name = name
        self.shown = shown
        self.place = place

    def filled(self, pattern: object, slugified: Mapping[str, Any]) -> str:
        is_cased = is_on(slugified.get("cased"))
        slug = slugify(self.name, slugified.get("mode"), keep_case=is_cased)
        return str(pattern).replace(self.place, slug, 1)


def autopage(
    site: Site, own: Mapping[str, Any], layout_name: str, found: Found, pagination: Mapping[str, Any]
) -> Page | None:
    layout = site.layouts.get(layout_name.rpartition(".")[0] or layout_name)
    if layout is None:
        return None
    in_layout = layout.data.get("autopages")
    settings = deep_merge(own, in_layout if isinstance(in_layout, Mapping) else {})
    of_layout = layout.data.get("pagination")
    paginated = deep_merge(pagination, of_layout if isinstance(of_layout, Mapping) else {})
    slugified = own.get("slugify") or {}
    permalink = found.filled(settings["permalink"], slugified)
    data = {
        **layout.data,
        "permalink": permalink,
        "layout": layout.name,
        "title": found.filled(settings["title"], slugified),
        "pagination": paginated,
        "autopage": {"layout_path": layout.relative_path, "display_name": found.shown},
    }
    return site.new_page(name="index.html", folder=permalink, content=layout.content, data=data)


def index(documents: list[Document], field: str) -> dict[str, str]:
    """Each value in lower case with its first writing, as they come."""
    found: dict[str, str] = {}
    for document in documents:
        for value in values(document.data[field]):
            for part in MARKS.split(str(value).strip()):
                found.setdefault(downcase(part).strip(), part)
    return found
