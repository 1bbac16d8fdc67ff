"""The tag `tool` and filter `add_related_pages` of the ELIXIR toolkit (elixir-toolkit-theme-plugins 1.1.0).

Tools stand in the data file `tool_and_resource_list`; pages say which national resources are instances of
one.
"""

import os
import re
from collections.abc import Iterable, Mapping
from typing import Final

from onemg_render.config import Config, SourceTree
from onemg_render.errors import LiquidError
from onemg_render.liquid import Body, Context, Listing, Render, Source, Value, context_filter
from onemg_render.liquid.runtime import get, text
from onemg_render.plugins.api import PRIORITIES, Extensions, Setup
from onemg_render.plugins.templates import template
from onemg_render.render.reads import FILE, Read
from onemg_render.render.surroundings import surroundings
from onemg_render.reporting import Reporter

TOOLS: Final = "tool_and_resource_list"
TOOL_TAG: Final = re.compile(r'\{%\s*tool\s*"([^"]+)"\s*%\}')
PLACE: Final = re.compile(r"\{(\w+)\}")
NOT_AVAILABLE: Final = "NA"
REGISTRIES: Final = (
    ("biotools", "https://bio.tools/{}", "fa-info", "Tool info"),
    ("fairsharing", "https://fairsharing.org/FAIRsharing.{}", "fa-database", "Standards/Databases"),
    ("fairsharing-coll", "https://fairsharing.org/{}", "fa-database", "Standards/Databases"),
    ("tess", "https://tess.elixir-europe.org/search?q={}", "fa-graduation-cap", "Training"),
    ("europmc", "https://europepmc.org/article/MED/{}", "fa-book", "Publication"),
)

Instances = dict[str, list[dict[str, Value]]]


class ToolTag:
    """`{% tool "id" %}` or `{% tool variable %}`: the tool's name with a pop-over of its links."""

    block = False

    def __init__(self, national: "NationalResources") -> None:
        self._national = national

    def parse(self, markup: str, source: Source) -> Render:
        wanted = source.expression(markup.strip())

        def render(context: Context, body: Body) -> str:
            name = text(wanted(context)).strip()
            tool = next((tool for tool in tools_of(context) if tool.get("id") == name), None)
            if tool is None:
                raise LiquidError(f"Undefined tool ID: {name}", hint=f"add it to _data/{TOOLS}.yml")
            badges = "".join(links(tool)) + self._drop_down(context, name)
            description = escaped(tool.get("description"))
            return filled(
                "tool.html", description=description, name=escaped(tool.get("name")), badges=badges
            ).removesuffix("\n")

        return render

    def _drop_down(self, context: Context, name: str) -> str:
        found = self._national.instances(context).get(name)
        if not found:
            return ""
        number = context.registers["tool menus"] = int(str(context.registers.get("tool menus", 0))) + 1
        items = "".join(map(menu_item, found))
        return filled("tool_instances.html", id=f"instances-dd-{name}-{number}", items=items)


def filled(file: str, /, **values: str) -> str:
    """A template with its places in braces filled."""
    return PLACE.sub(lambda match: values[match[1]], template(file))


class NationalResources:
    """Which resources are instances of a tool, by the tool's id; worked out once for a build."""

    def __init__(self) -> None:
        self._known: Instances | None = None
        self._asked: frozenset[Read] = frozenset()

    def instances(self, context: Context) -> Instances:
        reads = surroundings(context).reads
        if self._known is None:
            with reads.recording() as asked:
                self._known = collected(context)
            self._asked = frozenset(asked)
        reads.current.update(self._asked)
        return self._known


def collected(context: Context) -> Instances:
    """From the pages' `national_resources`, then from the tools themselves."""
    found: Instances = {}
    pages = get(context.variables.get("site"), "pages")
    for page in sorted(pages.use(), key=lambda page: text(get(page, "path")).split("/")):
        resources = get(page, "national_resources")
        for resource in resources if isinstance(resources, list) else ():
            if isinstance(resource, Mapping) and is_instance(resource):
                found.setdefault(resource["instance_of"], []).append(instance(resource, page))
    for tool in tools_of(context):
        if is_instance(tool):
            found.setdefault(tool["instance_of"], []).append(instance(tool, None))
    return found


def instance(resource: Mapping[str, Value], page: Value) -> dict[str, Value]:
    return {
        "name": resource.get("name") or resource.get("id") or "Instance",
        "url": resource.get("url"),
        "id": resource.get("id"),
        "country_code": text(get(page, "country_code")),
        "country_name": text(get(page, "title")),
        "page_url": get(page, "url"),
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


def related_pages(national: NationalResources) -> Value:
    """The filter `add_related_pages`: each tool with the pages that have its tag, and with its instances."""

    @context_filter(reads=("site",))
    def add_related_pages(context: Context, value: Value) -> Value:
        tools = value.use() if isinstance(value, Listing) else value
        if tools is None:
            return []
        if not isinstance(tools, list):
            return value
        pages, instances = pages_by_tool(context), national.instances(context)
        return [with_pages(tool, pages, instances) if isinstance(tool, dict) else tool for tool in tools]

    return add_related_pages


def with_pages(
    tool: dict[str, Value], pages: Mapping[str, list[str]], instances: Instances
) -> dict[str, Value]:
    name = text(tool.get("id"))
    found: dict[str, Value] = {}
    if name in pages:
        found["related_pages"] = pages[name]
    if name in instances:
        found["instances"] = instances[name]
    return {**tool, **found}


def pages_by_tool(context: Context) -> dict[str, list[str]]:
    """The `page_id` of each Markdown file that has the tag of a tool, by the tool's id."""
    build = surroundings(context)
    found: dict[str, dict[str, None]] = {}
    for item in sorted(build.site.items, key=lambda item: item.path.split("/")):
        page = item.data["page_id"]
        if item.extname == ".md" and page is not None:
            build.reads.current.add((FILE, item.path))
            for name in TOOL_TAG.findall(item.content):
                found.setdefault(name, {})[text(page)] = None
    return {name: list(pages) for name, pages in found.items()}


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
    national = NationalResources()
    return Extensions(
        setups=[EditLinks()],
        tags={"tool": ToolTag(national)},
        filters={"add_related_pages": related_pages(national)},
        safe=True,
        parallel=True,
        tracked=True,
    )
