"""Markdown files without front matter become pages (jekyll-optional-front-matter 0.3.2)."""

from typing import Final

from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Tools
from onemg_render.plugins.markdown_files import markdown_extensions, page_of
from onemg_render.read.entry_filter import Patterns
from onemg_render.site import Page, Site, StaticFile

LEFT_ALONE: Final = frozenset(
    {
        "README",
        "LICENSE",
        "LICENCE",
        "COPYING",
        "CODE_OF_CONDUCT",
        "CONTRIBUTING",
        "ISSUE_TEMPLATE",
        "PULL_REQUEST_TEMPLATE",
    }
)


class OptionalFrontMatter(Generator):
    """All but READMEs and their like; those too if `include` names them."""

    priority = PRIORITIES["normal"]

    def generate(self, site: Site, tools: Tools) -> None:
        settings = site.config.mapping("optional_front_matter")
        required = site.config.flag("require_front_matter")
        if settings.get("enabled") is False or required:
            return
        found = self._files(site)
        site.pages += found.values()
        if settings.get("remove_originals") is True:
            site.static_files[:] = [file for file in site.static_files if file not in found]

    def _files(self, site: Site) -> dict[StaticFile, Page]:
        extensions = markdown_extensions(site)
        include = site.config.get("include")
        included = Patterns(site.config.strings("include") if isinstance(include, list) else [], folders=True)
        found: dict[StaticFile, Page] = {}
        for file in site.static_files:
            if file.extname.lower() not in extensions:
                continue
            path, name = f"/{file.relative_path.lstrip('/')}", f"/{file.name}"
            asked_for = included.match(path, is_no_folder) or included.match(name, is_no_folder)
            if asked_for or file.basename.upper() not in LEFT_ALONE:
                found[file] = page_of(site, file)
        return found


def is_no_folder() -> bool:
    return False


def extensions() -> Extensions:
    return Extensions(generators=[OptionalFrontMatter()], safe=True, parallel=True, tracked=True)
