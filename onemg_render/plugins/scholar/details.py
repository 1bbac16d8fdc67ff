"""A page for each entry of the bibliography, if the site has the layout for it."""

from pathlib import Path

from onemg_render.config import Config
from onemg_render.plugins.api import PRIORITIES, Generator, Tools
from onemg_render.plugins.scholar.bibliography import Bibliographies, element
from onemg_render.plugins.scholar.selection import in_order, selected
from onemg_render.plugins.scholar.settings import merged
from onemg_render.site import Site


class Reader:
    """Reads files before templates are rendered."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @property
    def config(self) -> Config:
        return self.site.config

    def read_text(self, path: Path) -> str | None:
        may_read = path.is_file() and self.site.tree.fence.holds(path)
        return path.read_text(encoding="utf-8-sig") if may_read else None


class Details(Generator):
    """The layout is the page's own text: it sees the entry's data beside its front matter."""

    priority = PRIORITIES["high"]

    def __init__(self, bibliographies: Bibliographies) -> None:
        self._bibliographies = bibliographies

    def generate(self, site: Site, tools: Tools) -> None:
        settings = merged(site.config.get("scholar"))
        layout = site.layouts.get(str(settings["details_layout"]).removesuffix(".html"))
        if layout is None:
            return
        bibliography = self._bibliographies.of(Reader(site), settings)
        for entry in in_order(selected(bibliography.entries, str(settings["query"])), settings):
            shown = bibliography.style.reference(entry.key, 1)
            reference = element(settings["reference_tagname"], shown, {"id": entry.key})
            data = {**layout.data, **bibliography.data(entry, reference)}
            data["title"] = entry.shown.get("title", layout.data.get("title"))
            data["permalink"] = bibliography.details_path(entry)
            name = data["permalink"].strip("/").rpartition("/")[2].removesuffix(".html") + ".html"
            folder = str(settings["details_dir"])
            site.pages.append(site.new_page(name=name, folder=folder, content=layout.content, data=data))
