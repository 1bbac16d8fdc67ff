"""From a permalink template and an item's values to its URL (upstream `lib/jekyll/url.rb`)."""

import posixpath
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, NamedTuple, TypeVar

from onemg_render.config import Compat
from onemg_render.errors import ConfigError, PermalinkError, UrlError
from onemg_render.util.close_matches import close_matches
from onemg_render.util.patterns import regex
from onemg_render.util.urls import escape_path, unescape_path

PLACEHOLDER: Final = regex(r":([a-z_]+)")

T = TypeVar("T")


class Permalinks(NamedTuple):
    """What all items of one site share that their URLs depend on.

    style: the configuration's `permalink`, the name of a style or a template.
    output_ext: from the extension of a source file to that of its output, dots included (`.md` -> `.html`);
        the converters of the build are behind it.
    time: site.time, the date of documents that have none.
    error: makes an error about what stands in the configuration at some keys.
    """

    style: str
    output_ext: Callable[[str], str]
    time: datetime
    compat: Compat
    error: Callable[..., ConfigError]

    def suffixed(self, template: str) -> str:
        """`template` with the ending that the site's style has (upstream `Utils.add_permalink_suffix`)."""
        if self.style == "pretty" or self.style.endswith("/"):
            return template + "/"
        if self.style in ("date", "ordinal", "none") or self.style.endswith(":output_ext"):
            return template + ":output_ext"
        return template


def fill_in_order(template: str, values: Mapping[str, str], path: str | None = None) -> str:
    """Pages and static files: each placeholder of `values` replaced in turn, unknown ones left alone.

    Raises PermalinkError, naming `path`, for a value that no URL may hold.
    """
    for placeholder, value in values.items():
        if ":" not in template:
            break
        template = template.replace(placeholder, escaped(value, path))
    return sanitize(template)


def escaped(value: str, path: str | None) -> str:
    try:
        return escape_path(value)
    except UrlError as error:
        raise PermalinkError(
            f"`{value}` cannot stand in a URL: {error.message}",
            path=path,
            key="permalink",
            hint="rename the file, or write a permalink without that placeholder",
        ) from error


def fill(template: str, values: Mapping[str, Callable[[T], str]], item: T, path: str) -> str:
    """Documents: every placeholder must be known; `:name_` may be `:name` and an underscore.

    values: from the placeholder's name to what it says of `item`.
    Raises PermalinkError, naming `path`, for a placeholder that `values` does not have, or a value that no
    URL may hold.
    """

    def replaced(match: re.Match[str]) -> str:
        name, rest = match[1], ""
        if name not in values and name.endswith("_"):
            name, rest = name[:-1], "_"
        if name not in values:
            near = close_matches(name, values, 1)
            known = ", ".join(f":{known}" for known in sorted(values))
            raise PermalinkError(
                f"the permalink `{template}` has an unknown placeholder `:{name}`",
                path=path,
                key="permalink",
                hint=f"did you mean `:{near[0]}`?" if near else f"known placeholders: {known}",
            )
        return escaped(values[name](item), path) + rest

    return sanitize(PLACEHOLDER.sub(replaced, template))


def sanitize(url: str) -> str:
    """One leading slash, none doubled, no way up (upstream `URL#sanitize_url`)."""
    url = f"/{url}".replace("..", "/").replace("./", "")
    while "//" in url:
        url = url.replace("//", "/")
    return url


def file_of(url: str) -> str:
    """The file that `url` names, decoded, relative to the destination and never above it."""
    return posixpath.normpath("/" + unescape_path(url).lstrip("/"))[1:]
