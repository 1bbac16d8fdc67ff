"""The defaults of jekyll-paginate-v2 3.0.0: `pagination` and `autopages` of the configuration."""

from collections.abc import Mapping
from typing import Any, Final

PAGINATION: Final[Mapping[str, Any]] = {
    "enabled": False,
    "collection": "posts",
    "offset": 0,
    "per_page": 10,
    "permalink": "/page:num/",
    "title": ":title - page :num",
    "page_num": 1,
    "sort_reverse": False,
    "sort_field": "date",
    "limit": 0,
    "trail": {"before": 0, "after": 0},
    "indexpage": None,
    "extension": "html",
    "debug": False,
    "legacy": False,
}
SLUGIFY: Final = {"mode": "none", "cased": False}
AUTOPAGES: Final[Mapping[str, Any]] = {
    "enabled": False,
    "tags": {
        "layouts": ["autopage_tags.html"],
        "title": "Posts tagged with :tag",
        "permalink": "/tag/:tag",
        "enabled": True,
        "slugify": SLUGIFY,
    },
    "categories": {
        "layouts": ["autopage_category.html"],
        "title": "Posts in category :cat",
        "permalink": "/category/:cat",
        "enabled": True,
        "slugify": SLUGIFY,
    },
    "collections": {
        "layouts": ["autopage_collection.html"],
        "title": "Posts in collection :coll",
        "permalink": "/collection/:coll",
        "enabled": True,
        "slugify": SLUGIFY,
    },
}


def is_on(value: object) -> bool:
    """Ruby's truth."""
    return value is not None and value is not False


def number(value: object) -> int:
    """A whole number, 0 for what is none."""
    if not (isinstance(value, int | float) or (isinstance(value, str) and value.isdecimal())):
        return 0
    try:
        return int(value)
    except (ValueError, OverflowError):  # .nan, .inf, thousands of digits
        return 0
