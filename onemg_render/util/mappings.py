"""Mappings merged and read as Jekyll does (upstream `lib/jekyll/utils.rb`)."""

from collections.abc import Mapping
from typing import Any

from onemg_render.util.text import words


def deep_merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """`above` laid over `below`: mappings merge, all else is replaced whole, None above keeps what is below.

    Neither argument is changed; values that are not merged are shared, not copied.
    """
    merged = dict(below)
    for key, value in above.items():
        if key not in merged:
            merged[key] = value
        elif value is not None:
            under = merged[key]
            both = isinstance(under, Mapping) and isinstance(value, Mapping)
            merged[key] = deep_merge(under, value) if both else value
    return merged


def singular_or_plural(data: Mapping[str, Any], singular: str, plural: str) -> list[Any]:
    """The list that front matter gives as `category: x` or `categories: x y` / `[x, y]` (also tag, tags).

    A value below the singular key is one item, however many words it has; a string below the plural key
    is split at blanks. Nested lists are flattened and None is dropped.
    """
    value = data.get(singular)
    if value is None or value is False:
        value = data.get(plural)
        value = words(value) if isinstance(value, str) else value if isinstance(value, list) else None
    return [item for item in flatten([value]) if item is not None]


def flatten(items: list[Any]) -> list[Any]:
    """Lists inside lists as one list, in order."""
    flat: list[Any] = []
    for item in items:
        if isinstance(item, list):
            flat.extend(flatten(item))
        else:
            flat.append(item)
    return flat
