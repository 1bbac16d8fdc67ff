"""Pages that list the posts of a tag, a category, a year, a month or a day (jekyll-archives 2.3.0)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from onemg_render.plugins.api import Extensions, Generator, Tools
from onemg_render.site import Document, FrontMatter, Page, Site
from onemg_render.site.permalink import fill_in_order
from onemg_render.util.dates import strftime
from onemg_render.util.mappings import deep_merge
from onemg_render.util.text import slugify
from onemg_render.util.urls import unescape_path

KEY: Final = "jekyll-archives"
DEFAULTS: Final[Mapping[str, Any]] = {
    "layout": "archive",
    "enabled": [],
    "permalinks": {
        "year": "/:year/",
        "month": "/:year/:month/",
        "day": "/:year/:month/:day/",
        "tag": "/tag/:name/",
        "category": "/category/:name/",
    },
}
PARTS: Final = (("year", "%Y"), ("month", "%m"), ("day", "%d"))


@dataclass(eq=False, kw_only=True)
class Archive(Page):
    """A page whose URL is given, and whose `name` has no extension."""

    given_url: str

    @cached_property
    def url(self) -> str:
        return self.given_url

    @cached_property
    def name(self) -> str:
        return self.basename

    @cached_property
    def extname(self) -> str:
        file = self.relative_path.rpartition("/")[2]
        return file[file.rfind(".") :] if "." in file[1:] else ""

    @cached_property
    def basename(self) -> str:
        return self.relative_path.rpartition("/")[2].removesuffix(self.extname)


class Archives(Generator):
    """`enabled` names the kinds: `all`, or a list of tags, categories, year, month, day."""

    priority = 0

    def generate(self, site: Site, tools: Tools) -> None:
        own = site.config.get(KEY) or {}
        if not isinstance(own, Mapping):
            tools.reporter.warn(
                f"`{KEY}` should be a mapping; there will be no archives",
                topic="Archives",
                hint=f"{KEY}: {{enabled: [year, tags]}}",
            )
            return
        settings = deep_merge(DEFAULTS, own)
        site.config.set(KEY, settings)
        made = list(archives(site, settings))
        site.pages += made
        site.config.set("archives", made)


def archives(site: Site, settings: Mapping[str, Any]) -> Iterator[Archive]:
    enabled = settings["enabled"]

    def is_enabled(kind: str) -> bool:
        return enabled in (True, "all") or (isinstance(enabled, list) and kind in enabled)

    for kind, plural, groups in (("tag", "tags", site.tags), ("category", "categories", site.categories)):
        for title, posts in groups.items() if is_enabled(plural) else ():
            slug = slugify(title, settings.get("slug_mode")) if isinstance(title, str) else ""
            named = title if isinstance(title, str) else None
            data: dict[str, object] = {"title": named, "date": None, "posts": posts}
            yield archive(site, settings, kind, {":name": slug}, data)
    for kind, numbers, posts in by_date(site.posts, ()):
        if is_enabled(kind):
            placeholders = {f":{name}": number for (name, _), number in zip(PARTS, numbers, strict=False)}
            day = date(*(int(number) for number in (*numbers, "1", "1")[:3]))
            data = {"title": None, "date": day, "posts": posts}
            yield archive(site, settings, kind, placeholders, data)


def by_date(
    posts: Iterable[Document], before: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...], list[Document]]]:
    """Each year, each of its months, each of their days, with its posts, newest first."""
    if len(before) == len(PARTS):
        return
    kind, pattern = PARTS[len(before)]
    groups: dict[str, list[Document]] = {}
    for post in posts:
        groups.setdefault(strftime(post.date, pattern), []).append(post)
    for number, members in groups.items():
        newest_first = sorted(members, key=lambda post: (post.date, post.relative_path), reverse=True)
        yield kind, (*before, number), newest_first
        yield from by_date(newest_first, (*before, number))


def archive(
    site: Site, settings: Mapping[str, Any], kind: str, placeholders: dict[str, str], data: dict[str, object]
) -> Archive:
    """Raises ConfigError for a permalink that is no text."""
    template = settings["permalinks"].get(kind)
    if not isinstance(template, str):
        raise site.config.error(f"the permalink of archives by {kind} is no text", KEY, "permalinks")
    url = fill_in_order(template, {**placeholders, ":type": kind})
    path = unescape_path(url).lstrip("/") + ("index.html" if url.endswith("/") else "")
    layout = (settings.get("layouts") or {}).get(kind) or settings["layout"]
    return Archive(
        path=f"{site.tree.main}/{path}",
        relative_path=path,
        permalinks=site.permalinks,
        data=FrontMatter({"layout": layout, "type": kind, **data}, path=path, type="pages"),
        folder="/" + path.rpartition("/")[0],
        given_url=url,
    )


def extensions() -> Extensions:
    return Extensions(generators=[Archives()], safe=True, parallel=True, tracked=True)
