"""The tags of jekyll-scholar: cite, nocite, quote, reference, bibliography, bibliography_count, cite_details,
details_link.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from onemg_render.liquid import Body, Context, Engine, Expression, Render, Source, Value
from onemg_render.liquid.runtime import get, text
from onemg_render.plugins.scholar import selection
from onemg_render.plugins.scholar.bibliography import Bibliographies, Bibliography, element, link
from onemg_render.plugins.scholar.library import Entry
from onemg_render.plugins.scholar.settings import Options, merged, parse, words
from onemg_render.render.reads import CONFIG, LAYOUT, UNTRACKED
from onemg_render.render.surroundings import current_item, surroundings
from onemg_render.util.patterns import regex

CITED = "scholar"
VARIABLE = regex(r"\{\{\s*([\w.]+)\s*\}\}", re.ASCII)


class Cited:
    """What a page has cited so far, in order: its layouts see what its text has cited. The numbers are those
    of one template, and stay when the list is cleared.
    """

    def __init__(self, keys: list[str]) -> None:
        self.keys = keys
        self.numbers: dict[str, int] = {}

    @classmethod
    def of(cls, context: Context, bibliographies: Bibliographies) -> "Cited":
        build = surroundings(context)
        if bibliographies.are_listed_by_layouts(build.site):
            build.reads.current.add((UNTRACKED, "jekyll-scholar"))
        keys = bibliographies.cited_by(current_item(context))
        return cast(Cited, context.registers.setdefault(CITED, cls(keys)))

    def add(self, key: str) -> None:
        if key not in self.keys:
            self.keys.append(key)
        self.numbers.setdefault(key, len(self.keys))


class Call:
    """One tag at work: its options, the settings that hold, the bibliography."""

    def __init__(self, tag: "ScholarTag", options: Options, keys: list[str], context: Context) -> None:
        build = surroundings(context)
        reads = build.reads.current
        reads.add((CONFIG, "baseurl"))
        page = context.variables.get("page")
        self.options = options
        self.keys = keys
        self.context = context
        self.settings = merged(build.config.get("scholar"), get(page, "scholar"))
        style = options.last("style")
        if style is not None:
            self.settings["style"] = self.filled(style)
        reads.add((LAYOUT, str(self.settings["details_layout"]).removesuffix(".html")))
        if "*" in str(self.settings["bibliography"]):
            reads.add((UNTRACKED, "jekyll-scholar"))
        files = [self.filled(file) for file in options.values.get("file", ())]
        if self.settings["repository"]:
            reads.add((UNTRACKED, "jekyll-scholar"))
        self.bibliographies = tag.bibliographies
        self.bibliography: Bibliography = tag.bibliographies.of(build, self.settings, files)

    @property
    def cited(self) -> Cited:
        return Cited.of(self.context, self.bibliographies)

    def filled(self, given: str) -> str:
        """`{{ variable }}` in an option, where there is one of that name."""
        engine = cast(Engine, self.context.environment)

        def value(match: re.Match[str]) -> str:
            found = engine.expression(match[1])(self.context)
            return match[0] if found is None or found is False else text(found)

        return VARIABLE.sub(value, given)

    @property
    def missing(self) -> str:
        return text(self.settings["missing_reference"])

    def id_of(self, key: str) -> str:
        prefix = self.options.last("prefix")
        return key if prefix is None else f"{prefix}-{key}"

    def cite(self) -> str:
        if any(key not in self.bibliography.entries for key in self.keys) or not self.keys:
            return self.missing
        cited = self.cited
        for key in self.keys:
            cited.add(key)
        labels = self.options.values.get("label", [])
        locators = [
            (labels[index] if index < len(labels) else "page", locator)
            for index, locator in enumerate(self.options.values.get("locator", ()))
        ]
        shown = self.bibliography.style.citation(cited.numbers, self.keys, locators)
        target = f"{text(self.settings['relative'])}#{self.id_of(self.keys[0])}"
        return link(target, shown, {"class": self.settings["cite_class"]})

    def reference(self, entry: Entry, number: int) -> str:
        shown = self.bibliography.style.reference(entry.key, number)
        return element(self.settings["reference_tagname"], shown, {"id": self.id_of(entry.key)})

    def entries(self) -> list[Entry]:
        """What the tag lists, before groups and limits."""
        query = self.options.last("query")
        found = selection.selected(
            self.bibliography.entries, self.settings["query"] if query is None else self.filled(query)
        )
        in_order = "cited_in_order" in self.options.flags
        found = found if in_order else selection.in_order(found, self.settings)
        if not (in_order or "cited" in self.options.flags):
            return found
        cited = self.cited
        by_key = {entry.key: entry for entry in found}
        if in_order or self.settings["sort_by"] == "none":
            found = [by_key[key] for key in cited.keys if key in by_key]
        else:
            found = [entry for entry in found if entry.key in cited.keys]
        if "clear" in self.options.flags:
            cited.keys.clear()
        return found

    def listed(self) -> str:
        entries = self.entries()
        keys = words(self.options.last("group_by") or self.settings["group_by"])
        if keys != ["none"]:
            return self._groups(entries, keys, 0)
        start, count = self.options.number("offset") or 0, self.options.number("max")
        return self._items(entries[start : None if count is None else start + count])

    def _groups(self, entries: Iterable[Entry], keys: list[str], depth: int) -> str:
        if depth == len(keys):
            return self._items(list(entries))
        orders = words(self.options.last("group_order") or self.settings["group_order"])
        tags = words(self.settings["bibliography_group_tag"])
        key, order = keys[depth], orders[min(depth, len(orders) - 1)]
        css = {"class": self.settings["bibliography_class"]}
        shown: list[str] = []
        for value, members in selection.grouped(list(entries), key, self.settings, order):
            name = selection.group_name(value, key, self.settings)
            shown.append(element(tags[min(depth, len(tags) - 1)], name, css))
            shown.append(self._groups(members, keys, depth + 1))
        return "\n".join(shown)

    def _items(self, entries: list[Entry]) -> str:
        settings = self.settings
        items = "\n".join(
            element(
                settings["bibliography_item_tag"],
                self._item(entry, index),
                settings["bibliography_item_attributes"],
            )
            for index, entry in enumerate(entries, 1)
        )
        tag = self.options.last("bibliography_list_tag") or settings["bibliography_list_tag"]
        attributes = {"class": settings["bibliography_class"], **settings["bibliography_list_attributes"]}
        return element(tag, items, attributes)

    def _item(self, entry: Entry, index: int) -> str:
        template = self.options.last("template") or text(self.settings["bibliography_template"])
        reference = self.reference(entry, index)
        details = self.bibliography.details_link(entry)
        if template != "{{reference}}":
            build = surroundings(self.context)
            build.reads.current.add((LAYOUT, template))
            layouts = build.site.layouts
            source = layouts[template].content if template in layouts else template
            scope: dict[str, Value] = {
                **self.bibliography.data(entry, reference),
                "index": index,
                "details": details,
            }
            reference = cast(Engine, self.context.environment).parse(source).include(self.context, scope)
        if self.bibliography.has_details and self.settings["details_link"]:
            css = {"class": self.settings["details_link_class"]}
            return reference + link(details, text(self.settings["details_link"]), css)
        return reference


Action = Callable[[Call, Body], str]


class ScholarTag:
    """A tag that does `action` with its call."""

    def __init__(self, bibliographies: Bibliographies, action: Action, *, block: bool = False) -> None:
        self.bibliographies = bibliographies
        self.block = block
        self._action = action

    def parse(self, markup: str, source: Source) -> Render:
        options = parse(markup)
        keys: list[tuple[str, Expression]] = [(key, source.expression(key)) for key in options.keys]

        def render(context: Context, body: Body) -> str:
            values = [(key, evaluate(context)) for key, evaluate in keys]
            named = [key if value is None or value is False else text(value) for key, value in values]
            return self._action(Call(self, options, named, context), body)

        return render


def cite(call: Call, body: Body) -> str:
    return call.cite()


def nocite(call: Call, body: Body) -> str:
    for key in call.keys:
        if key not in call.bibliography.entries:
            return call.missing
        call.cited.add(key)
    return ""


def quote(call: Call, body: Body) -> str:
    said = body().strip(" \t\r\n\f\v\0").replace("\n\n", "</p><p>").replace("\n", "<br/>")
    return f"<blockquote><p>{said}</p><cite>{call.cite()}</cite></blockquote>"


def reference(call: Call, body: Body) -> str:
    entries = call.bibliography.entries
    return "\n".join(call.reference(entries[key], 1) if key in entries else call.missing for key in call.keys)


def bibliography(call: Call, body: Body) -> str:
    return call.listed()


def bibliography_count(call: Call, body: Body) -> str:
    return str(len(call.entries()))


def cite_details(call: Call, body: Body) -> str:
    shown = call.options.last("text") or text(call.settings["details_link"])
    entries = call.bibliography.entries
    return "\n".join(
        link(call.bibliography.details_link(entries[key]), shown) if key in entries else call.missing
        for key in call.keys
    )


def details_link(call: Call, body: Body) -> str:
    entries = call.bibliography.entries
    return "\n".join(
        call.bibliography.details_link(entries[key]) if key in entries else call.missing for key in call.keys
    )


ACTIONS: Mapping[str, Action] = {
    "bibliography": bibliography,
    "bibliography_count": bibliography_count,
    "cite": cite,
    "cite_details": cite_details,
    "details_link": details_link,
    "nocite": nocite,
    "quote": quote,
    "reference": reference,
}


def tags(bibliographies: Bibliographies) -> dict[str, Any]:
    return {
        name: ScholarTag(bibliographies, action, block=name == "quote") for name, action in ACTIONS.items()
    }
