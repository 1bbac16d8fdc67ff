"""A folder's README is its index if it has no other (jekyll-readme-index 0.3.0)."""

import posixpath
import re

from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Tools
from onemg_render.plugins.markdown_files import markdown_extensions, page_of
from onemg_render.site import Site


class ReadmeIndex(Generator):
    """READMEs without front matter; with `with_frontmatter` also those that are pages already."""

    priority = PRIORITIES["low"]

    def generate(self, site: Site, tools: Tools) -> None:
        settings = site.config.mapping("readme_index")
        if settings.get("enabled") is False:
            return
        names = "|".join(sorted(re.escape(extension) for extension in markdown_extensions(site)))
        is_readme = re.compile(rf"/readme({names})$", re.IGNORECASE).search
        for file in [file for file in site.static_files if is_readme(file.relative_path)]:
            if not has_index(site, folder_of(file.url)):
                page = page_of(site, file)
                page.data["permalink"] = folder_of(file.url)
                site.pages.append(page)
                if settings.get("remove_originals") is True:
                    site.static_files.remove(file)
        if settings.get("with_frontmatter") is True:
            for page in [page for page in site.pages if is_readme(f"/{page.relative_path}")]:
                if not has_index(site, folder_of(page.url)):
                    page.data["permalink"] = folder_of(page.url)
                    page.settle()


def folder_of(url: str) -> str:
    """The folder of a URL and a slash; of files in the root it is two slashes, as upstream has it."""
    return posixpath.dirname(url) + "/"


def has_index(site: Site, folder: str) -> bool:
    folder = folder if folder != "//" else "/"
    index = re.compile(rf"{re.escape(folder)}($|index\.(html?|xhtml|xml)$)", re.IGNORECASE)
    urls = [page.url for page in site.pages] + [file.url for file in site.static_files]
    return any(map(index.match, urls))


def extensions() -> Extensions:
    return Extensions(generators=[ReadmeIndex()], safe=True, parallel=True, tracked=True)
