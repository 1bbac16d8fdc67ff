"""relative_url, absolute_url and strip_index (upstream `lib/jekyll/filters/url_filters.rb`)."""

import re
from typing import Final

from onemg_render.config import Config
from onemg_render.liquid import Context, Drop, Value, context_filter
from onemg_render.liquid.runtime import to_s
from onemg_render.render.filters.text import text_of
from onemg_render.render.reads import CONFIG
from onemg_render.render.surroundings import Surroundings, surroundings
from onemg_render.util.patterns import regex
from onemg_render.util.urls import is_absolute, normalize

BASEURL: Final = (CONFIG, "baseurl")
INDEX: Final = regex(r"/index\.html?$", re.MULTILINE)


@context_filter(reads=())
def relative_url(context: Context, value: Value) -> Value:
    """The URL below `baseurl`, percent-encoded where it must be; absolute URLs stay as they are."""
    return None if value is None else below_baseurl(surroundings(context), value)


@context_filter(reads=())
def absolute_url(context: Context, value: Value) -> Value:
    """As `relative_url`, with the configuration's `url` in front."""
    if value is None:
        return None
    given = url_of(value)
    if is_absolute(to_s(given)):
        return given
    build = surroundings(context)
    return with_site_url(setting(build, "url"), below_baseurl(build, given))


def below_baseurl(build: Surroundings, value: Value) -> Value:
    """What `relative_url` answers; raises LiquidError for what is no URL."""
    if value.__class__ is str and value in build.relative_urls:
        build.reads.current.add(BASEURL)
        return build.relative_urls[value]
    given = url_of(value)
    text = to_s(given)
    if is_absolute(text):
        return given
    build.reads.current.add(BASEURL)
    answer = build.relative_urls[text] = under(build.config.get("baseurl"), text)
    return answer


def absolute_url_of(config: Config, text: str) -> str:
    """What `absolute_url` answers for a text, where there is no template: in generators."""
    if is_absolute(text):
        return text
    return with_site_url(config.get("url"), under(config.get("baseurl"), text))


def under(baseurl: Value, text: str) -> str:
    """`text` as a path below the baseurl (upstream `lib/jekyll/filters/url_filters.rb`)."""
    base = "" if baseurl is None else to_s(baseurl).removesuffix("/")
    return normalize(with_slash(base) + with_slash(text))


def with_site_url(site_url: Value, relative: Value) -> str:
    if site_url is None or site_url == "":
        return to_s(relative)
    return normalize(to_s(site_url) + to_s(relative))


def url_of(value: Value) -> Value:
    """The URL of a page or document, any other value as it is."""
    if isinstance(value, Drop) and value.has("url"):
        return value.get("url")
    return value


def with_slash(text: str) -> str:
    return text if not text or text.startswith("/") else f"/{text}"


def setting(build: Surroundings, key: str) -> Value:
    build.reads.current.add((CONFIG, key))
    return build.config.get(key)


def strip_index(value: Value) -> Value:
    """`/about/index.html` -> `/about/`; nil of nothing."""
    if value is None or to_s(value) == "":
        return None
    return INDEX.sub("/", text_of(value, "strip_index"), count=1)
