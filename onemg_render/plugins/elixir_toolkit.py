"""The tag `tool` and filter `add_related_pages` of the ELIXIR toolkit (elixir-toolkit-theme-plugins 1.1.0).

Tools stand in the data file `tool_and_resource_list`; pages say which national resources are instances of
one. Upstream's filter adds to the data itself, for all pages that are rendered later; here the data are
complete before the first page.
"""

import os
from collections.abc import Iterable, Mapping
from typing import Final

from onemg_render.config import Config, SourceTree
from onemg_render.errors import LiquidError
from onemg_render.liquid import Body, Context, Listing, Render, Source, Value
from onemg_render.liquid.runtime import get, text
from onemg_render.plugins.api import PRIORITIES, Extensions, Generator, Setup, Tools
from onemg_render.plugins.templates import template
from onemg_render.reporting import Reporter
from onemg_render.site import Item, Site
from onemg_render.util.patterns import regex

TOOLS: Final = "tool_and_resource_list"
TOOL_TAG: Final = regex(r'\{%\s*tool\s*"([^"]+)"\s*%\}')
PLACE: Final = regex(r"\{(\w+)\}")
NOT_AVAILABLE: Final = "NA"
REGISTRIES: Final = (
    ("biotools", "https://bio.tools/{}", "fa-info", "Tool info"),
    ("fairsharing", "https://fairsharing.org/FAIRsharing.{}", "fa-database", "Standards/Databases"),
    ("fairsharing-coll", "https://fairsharing.org/{}", "fa-database", "Standards/Databases"),
    ("tess", "https://tess.elixir-europe.org/search?q={}", "fa-graduation-cap", "Training"),
    ("europmc", "https://europepmc.org/article/MED/{}", "fa-book", "Publication"),
)


class ToolTag:
    """`{% tool "id" %}` or `{% tool variable %}`: the tool's name with a pop-over of its links."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        wanted = source.expression(markup.strip())

        def render(context: Context, body: Body) -> str:
            name = text(wanted(context)).strip()
            tool = next((tool for tool in tools_of(context) if tool.get("id") == name), None)
            if tool is None:
                raise LiquidError(f"Undefined tool ID: {name}", hint=f"add it to _data/{TOOLS}.yml")
            badges = "".join(links(tool)) + drop_down(context, tool)
            description = escaped(tool.get("description"))
            return filled(
                "tool.html", description=description, name=escaped(tool.get("name")), badges=badges
            ).removesuffix("\n")

        return render


def drop_down(context: Context, tool: Mapping[str, Value]) -> str:
    """The menu of a tool's instances; nothing if it has none."""
    if not tool.get("instances"):
        return ""
    number = context.registers["tool menus"] = int(str(context.registers.get("tool menus", 0))) + 1
    items = "".join(map(menu_item, tool["instances"]))
    return filled("tool_instances.html", id=f"instances-dd-{tool['id']}-{number}", items=items)


def filled(file: str, /, **values: str) -> str:
    """A template with its places in braces filled."""
    return PLACE.sub(lambda match: values[match[1]], template(file))


class RelatedPages(Generator):
    """Adds to each tool the pages that have its tag (`related_pages`) and its `instances`."""

    priority = PRIORITIES["lowest"]

    def generate(self, site: Site, tools: Tools) -> None:
        data = site.data.get(TOOLS) if isinstance(site.data, dict) else None
        listed = [tool for tool in data if isinstance(tool, dict)] if isinstance(data, list) else []
        pages, found = pages_by_tool(site), instances(site, listed) if listed else {}
        for tool in listed:
            if tool.get("id") in pages:
                tool["related_pages"] = pages[tool["id"]]
            if tool.get("id") in found:
                tool["instances"] = found[tool["id"]]


def pages_by_tool(site: Site) -> dict[str, list[str]]:
    """The `page_id` of each Markdown file that has the tag of a tool, by the tool's id."""
    found: dict[str, dict[str, None]] = {}
    for item in in_order(site):
        page = item.data["page_id"]
        if page is not None:
            for name in TOOL_TAG.findall(item.content):
                found.setdefault(name, {})[text(page)] = None
    return {name: list(pages) for name, pages in found.items()}


def instances(site: Site, tools: list[dict[str, Value]]) -> dict[str, list[dict[str, Value]]]:
    """Resources by the tool that they are instances of: the pages' national resources, then tools."""
    found: dict[str, list[dict[str, Value]]] = {}
    for item in in_order(site):
        resources = item.data["national_resources"]
        for resource in resources if isinstance(resources, list) else ():
            if isinstance(resource, Mapping) and is_instance(resource):
                found.setdefault(resource["instance_of"], []).append(instance(resource, item))
    for tool in filter(is_instance, tools):
        found.setdefault(tool["instance_of"], []).append(instance(tool, None))
    return found


def in_order(site: Site) -> list[Item]:
    """Markdown files as a walk through the folders finds them."""
    items = (item for item in site.items if item.extname == ".md")
    return sorted(items, key=lambda item: item.path.split("/"))


def instance(resource: Mapping[str, Value], item: Item | None) -> dict[str, Value]:
    return {
        "name": resource.get("name") or resource.get("id") or "Instance",
        "url": resource.get("url"),
        "id": resource.get("id"),
        "country_code": text(item.data["country_code"]) if item else "",
        "country_name": text(item.data["title"]) if item else "",
        "page_url": item.url if item else None,
    }


def is_instance(resource: Mapping[str, Value]) -> bool:
    return resource.get("instance_of") not in (None, NOT_AVAILABLE)


def tools_of(context: Context) -> list[dict[str, Value]]:
    tools = get(get(context.variables.get("site"), "data"), TOOLS)
    members: Iterable[Value] = tools.use() if isinstance(tools, Listing) else tools or ()
    return [tool for tool in members if isinstance(tool, dict)]


def links(tool: Mapping[str, Value]) -> Iterable[str]:
    yield badge(text(tool.get("url")), "fa-link", "Website")
    registry = tool.get("registry") or {}
    for key, url, icon, label in REGISTRIES:
        value = registry.get(key)
        if value not in (None, False, NOT_AVAILABLE):
            yield badge(url.format(text(value)), icon, label)


def badge(url: str, icon: str, label: str) -> str:
    return (
        f"<a href='{quoted(url)}' target='_blank' rel='noopener'><span class='badge bg-dark text-white "
        f"hover-primary'><i class='fa-solid {icon} me-2'></i>{label}</span></a>"
    )


def menu_item(instance: Mapping[str, Value]) -> str:
    url = instance["url"] if instance["url"] is not None else instance["page_url"] or "#"
    country = text(instance["country_code"])
    flag = (
        f"<span class='flag-icon ms-2 shadow-sm flag-icon-{country.lower()}'></span>"
        if country.strip()
        else ""
    )
    opening = f"<a class='dropdown-item' href='{quoted(url)}' target='_blank' rel='noopener'>"
    return f"<li>{opening}{escaped(instance['name'])} {flag}</a></li>"


def escaped(value: Value) -> str:
    shown = text(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return shown.replace('"', "&quot;")


def quoted(value: Value) -> str:
    return escaped(value).replace("'", "&#39;")


def add_related_pages(value: Value) -> Value:
    """The tools, which have their related pages already; an empty array for nothing."""
    return [] if value is None else value


class EditLinks(Setup):
    """JEKYLL_BUILD_BRANCH and JEKYLL_BASE_PATH say where the source is, whatever `site.github` says."""

    priority = PRIORITIES["low"]

    def configure(self, config: Config, tree: SourceTree, reporter: Reporter) -> tuple[Config, SourceTree]:
        github = config.get("github")
        if isinstance(github, Mapping):
            source = dict(github.get("source") or {})
            for key, variable in (("branch", "JEKYLL_BUILD_BRANCH"), ("path", "JEKYLL_BASE_PATH")):
                if variable in os.environ:
                    source[key] = os.environ[variable]
            config.set("github", {**github, "source": source})
        return config, tree


def extensions() -> Extensions:
    return Extensions(
        setups=[EditLinks()],
        generators=[RelatedPages()],
        tags={"tool": ToolTag()},
        filters={"add_related_pages": add_related_pages},
        safe=True,
        parallel=True,
        tracked=True,
    )
