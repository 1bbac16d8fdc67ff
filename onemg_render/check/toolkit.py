"""References between pages and data of the ELIXIR toolkit theme: page ids, contributors, tools, countries.

The theme looks each of them up and shows nothing for what it does not find (its `related-pages.html`,
`resource-table-*.html`, `contributor-tiles-all.html`, `sidebar.html`).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from onemg_render.check.authored import Authored, data_files, front_matters
from onemg_render.check.built_site import BuiltSite
from onemg_render.reporting import Message, Severity
from onemg_render.util.close_matches import close_matches

MARK: Final = "contributor-tiles-all.html"
"""An include that the theme has in all its versions."""
TOOLS: Final = "tool_and_resource_list"
EACH: Final = "*"
"""In a path of keys: every member of a list or mapping."""
PLACEHOLDER: Final = "<!--"


@dataclass(frozen=True, slots=True)
class Reference:
    """keys: where names of this kind stand. severity: `error` if the theme leaves out what is not there."""

    keys: tuple[str, ...]
    kind: str
    severity: Severity = "error"


IN_PAGES: Final = (
    Reference(("contributors", EACH), "contributor", "warning"),
    Reference(("editors", EACH), "contributor", "warning"),
    Reference(("coordinators", EACH), "contributor", "warning"),
    Reference(("affiliations", EACH), "affiliation", "warning"),
    Reference(("country_code",), "country", "warning"),
    Reference(("sidebar",), "sidebar"),
    Reference(("related_pages", EACH, EACH), "page_id"),
    Reference(("ref_to_main_resources", EACH), "tool"),
    Reference(("national_resources", EACH, "instance_of"), "tool"),
    Reference(("national_resources", EACH, "related_pages", EACH, EACH), "page_id"),
)
IN_TOOLS: Final = (
    Reference((EACH, "related_pages", EACH), "page_id"),
    Reference((EACH, "related_pages", EACH, EACH), "page_id"),
)
HOMES: Final = {
    "affiliation": "_data/affiliations.yaml",
    "contributor": "_data/CONTRIBUTORS.yaml",
    "country": "_data/countries.yml",
    "page_id": "the front matter of a page",
    "sidebar": "_data/sidebars",
    "tool": f"_data/{TOOLS}.yml",
}


def unresolved_references(built: BuiltSite) -> Iterator[Message]:
    """Names that lead to nothing, and page ids that two pages have; nothing for sites of other themes."""
    if not any((folder / MARK).is_file() for folder in built.site.tree.includes):
        return
    known = names(built)
    for _, authored in front_matters(built):
        yield from unresolved(authored, IN_PAGES, known)
    for authored in data_files(built):
        if authored.name.rpartition(".")[0] == TOOLS:
            yield from unresolved(authored, IN_TOOLS, known)
    yield from repeated_ids(built)


def names(built: BuiltSite) -> Mapping[str, Collection[str]]:
    """What can be referred to, by kind; a kind is left out if the site has no list of it."""
    data: Any = built.site.data if isinstance(built.site.data, dict) else {}
    tools, affiliations = data.get(TOOLS), data.get("affiliations")
    found: dict[str, Any] = {
        "page_id": {str(item.data["page_id"]) for item in built.site.items if item.data["page_id"]},
        "contributor": data.get("CONTRIBUTORS"),
        "country": data.get("countries"),
        "sidebar": data.get("sidebars"),
        "affiliation": values(affiliations, (EACH, "name")),
        "tool": [*values(tools, (EACH, "id")), *values(tools, (EACH, "name"))],
    }
    return {kind: set(map(str, members)) for kind, members in found.items() if members}


def values(data: Any, keys: tuple[str, ...]) -> list[str]:
    return [text for _, text in texts(data, keys)]


def unresolved(
    authored: Authored, references: Collection[Reference], known: Mapping[str, Collection[str]]
) -> Iterator[Message]:
    for reference in references:
        there = known.get(reference.kind)
        for keys, name in texts(authored.value, reference.keys) if there else ():
            if there and name not in there and not name.startswith(PLACEHOLDER):
                kind = reference.kind.replace("_", " ")
                near = close_matches(name, there, 2)
                hint = f"did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else None
                text = f"there is no {kind} `{name}` in {HOMES[reference.kind]}"
                yield authored.message(reference.severity, text, keys, hint)


def texts(value: Any, keys: tuple[str, ...], above: tuple[str | int, ...] = ()) -> Iterator[Any]:
    """Place and text of each value that stands at `keys`; nil and other kinds are no names."""
    if not keys:
        if isinstance(value, str) and value.strip():
            yield above, value
        return
    first, *rest = keys
    members = (
        value if isinstance(value, Mapping) else dict(enumerate(value if isinstance(value, list) else ()))
    )
    for key in members if first == EACH else {first} & members.keys():
        yield from texts(members[key], (*rest,), (*above, key))


def repeated_ids(built: BuiltSite) -> Iterator[Message]:
    """A `page_id` that two pages of one type have leads to one of them only."""
    first: dict[tuple[object, str], str] = {}
    for item, authored in front_matters(built):
        for keys, name in texts(authored.value, ("page_id",)):
            other = first.setdefault((str(item.data["type"]), name), authored.name)
            if other != authored.name and not name.startswith(PLACEHOLDER):
                yield authored.message("warning", f"the page id `{name}` is that of {other} too", keys)
