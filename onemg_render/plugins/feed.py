"""jekyll-feed 0.17: Atom feeds of posts, collections, their categories and tags; the tag `feed_meta`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape

from onemg_render.config import Config
from onemg_render.liquid import Body, Context, Render, Source
from onemg_render.plugins.api import PRIORITIES, Extensions, Tools
from onemg_render.plugins.templates import template
from onemg_render.render.filters.urls import absolute_url
from onemg_render.render.reads import CONFIG
from onemg_render.render.surroundings import surroundings
from onemg_render.site import Site
from onemg_render.util.patterns import regex

STYLE_SHEET: Final = "feed.xslt.xml"
ODD_TAG: Final = regex(r"[^a-zA-Z0-9_]")


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: where it goes, and which entries it has."""

    path: str
    collection: str = "posts"
    category: str | None = None
    tag: object = None


class Feeds:
    """Adds a page for each feed that the site does not have as a file of its own."""

    priority = PRIORITIES["lowest"]

    def generate(self, site: Site, tools: Tools) -> None:
        settings = feed_settings(site.config)
        if settings.get("disable_in_development") and tools.environment == "development":
            tools.reporter.info("Skipping feed generation in development", topic="Jekyll Feed")
            return
        content = template("feed.xml").removesuffix("\n")
        styled = (site.tree.main / STYLE_SHEET).exists()
        for feed in [*collection_feeds(settings), *tag_feeds(settings, site)]:
            if (site.tree.main / feed.path.lstrip("/")).exists():
                continue
            folder, _, name = feed.path.strip("/").rpartition("/")
            data = {
                "layout": None,
                "sitemap": False,
                "xsl": styled,
                "collection": feed.collection,
                "category": feed.category,
                "tags": feed.tag,
            }
            site.pages.append(site.new_page(name=name, folder=folder, content=content, data=data))


def feed_settings(config: Config) -> Mapping[str, Any]:
    settings = config.get("feed")
    return settings if isinstance(settings, Mapping) else {}


def collection_feeds(settings: Mapping[str, Any]) -> Iterator[Feed]:
    """Posts always, with the settings of the top level; other collections as configured."""
    configured = settings.get("collections")
    if isinstance(configured, list):
        configured = {str(label): {} for label in configured}
    collections = {label: dict(own or {}) for label, own in (configured or {}).items()}
    posts = collections.setdefault("posts", {})
    for key in ("path", "categories"):
        posts[key] = posts.get(key) or settings.get(key)
    for label, own in collections.items():
        prefix = "/feed" if label == "posts" else f"/feed/{label}"
        for category in dict.fromkeys(own.get("categories") or ()):
            yield Feed(f"{prefix}/{category}.xml", label, category)
        yield Feed(own.get("path") or f"{prefix}.xml", label)


def tag_feeds(settings: Mapping[str, Any], site: Site) -> Iterator[Feed]:
    """A feed for each tag of plain characters, if `feed.tags` asks for them."""
    wanted = settings.get("tags")
    if not wanted or not site.tags:
        return
    rules = wanted if isinstance(wanted, Mapping) else {}
    without = rules.get("except") or []
    for tag in rules.get("only") or site.tags:
        if tag not in without and not ODD_TAG.search(str(tag)):
            yield Feed(f"{rules.get('path') or '/feed/by_tag/'}{tag}.xml", tag=tag)


class FeedMeta:
    """`{% feed_meta %}`: the link by which readers find the feed of posts."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        def render(context: Context, body: Body) -> str:
            build = surroundings(context)
            for key in ("feed", "title", "name"):
                build.reads.current.add((CONFIG, key))
            path = feed_settings(build.config).get("path") or "feed.xml"
            title = build.config.get("title") or build.config.get("name")
            attributes = {
                "type": "application/atom+xml",
                "rel": "alternate",
                "href": absolute_url(context, path),
                **({"title": title} if title else {}),
            }
            written = " ".join(f"{name}={quoted(value)}" for name, value in attributes.items())
            return f"<link {written} />"

        return render


def quoted(value: object) -> str:
    """An attribute's value as Ruby's `encode(xml: :attr)` writes it."""
    return f'"{escape(str(value), {chr(34): "&quot;"})}"'


def extensions() -> Extensions:
    return Extensions(
        safe=True, parallel=True, tracked=True, generators=[Feeds()], tags={"feed_meta": FeedMeta()}
    )
