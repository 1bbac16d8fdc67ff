"""Which documents a page of jekyll-paginate-v2 lists: by collection, category, tag and locale, sorted."""

from collections.abc import Mapping, Sequence
from functools import cmp_to_key
from typing import Any, Final

from onemg_render.errors import PluginError
from onemg_render.plugins.paginate_v2.settings import is_on, number
from onemg_render.render.filters.ordering import compare
from onemg_render.site import Document, Site
from onemg_render.util.patterns import regex
from onemg_render.util.text import downcase

FILTERS: Final = (("category", "categories"), ("tag", "tags"), ("locale", "locale"))
MARKS: Final = regex(r"[;,]")
MARKS_AND_BLANKS: Final = regex(r"[;,\s]")


def chosen(site: Site, config: Mapping[str, Any]) -> list[Document]:
    """The documents in the order in which the pages show them. Raises PluginError if they have none."""
    found = in_collections(site, config["collection"])
    everything = found
    for key, field in FILTERS:
        if config.get(key) is not None:
            wanted = config[key]
            groups = index(everything, field)
            if field == "categories":
                groups["posts"] = everything
            for name in MARKS.split(wanted) if isinstance(wanted, str) else wanted:
                members = set(groups.get(clean(name), ()))
                found = [document for document in found if document in members]
    return ordered(found, config) if is_on(config["sort_field"]) else found


def ordered(documents: Sequence[Document], config: Mapping[str, Any]) -> list[Document]:
    keyed = [(sort_value(document, str(config["sort_field"])), document) for document in documents]
    found = [document for _, document in sorted(keyed, key=cmp_to_key(by_value))]
    found = found[: max(0, len(found) - max(0, number(config["offset"])))]
    return found[::-1] if is_on(config["sort_reverse"]) else found


def by_value(one: tuple[Any, Document], other: tuple[Any, Document]) -> int:
    mine, theirs = one[0], other[0]
    if mine is None or theirs is None:
        return int(mine is not None) - int(theirs is not None)
    if isinstance(mine, str) and isinstance(theirs, str):
        mine, theirs = downcase(mine), downcase(theirs)
    order = compare(mine, theirs)
    if order is None:
        raise PluginError(
            f"`{one[1].relative_path}` and `{other[1].relative_path}` cannot be sorted: {mine!r}, {theirs!r}",
            hint="give the field of pagination's sort_field values of one kind",
        )
    return order


def sort_value(document: Document, field: str) -> Any:
    """The value of `a:b` in the front matter."""
    value: Any = document.data
    for part in field.split(":"):
        key = part.lower().strip()
        if not isinstance(value, Mapping) or key not in value:
            return None
        value = document.date if key == "date" and value is document.data else value[key]
    return None if isinstance(value, Mapping) else value


def in_collections(site: Site, names: object) -> list[Document]:
    given = MARKS_AND_BLANKS.split(names) if isinstance(names, str) else list(names or ())  # type: ignore[call-overload]
    found: list[Document] = []
    for name in map(clean, given):
        labels = [label for label in site.collections if label != "posts"] if name == "all" else [name]
        for label in labels:
            documents = site.collections[label].docs if label in site.collections else []
            found += [document for document in documents if "pagination" not in document.data]
    return [document for document in found if not is_on(document.data["hidden"])]


def index(documents: Sequence[Document], field: str) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = {}
    for document in documents:
        for name in values(document.data[field]):
            for part in MARKS.split(clean(name)):
                found.setdefault(part.strip(), []).append(document)
    return found


def values(value: object) -> list[object]:
    if isinstance(value, str):
        return [*MARKS_AND_BLANKS.split(value)] if value.strip() else []
    return value if isinstance(value, list) else []


def clean(value: object) -> str:
    return downcase(str(value)).strip()
