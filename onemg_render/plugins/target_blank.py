"""Links to other hosts open in a new tab (jekyll-target-blank 2.0.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Any, Final

from onemg_render.errors import ConfigError
from onemg_render.liquid import Value
from onemg_render.liquid.runtime import get, text
from onemg_render.plugins.api import Extensions, Hook, Rendering
from onemg_render.plugins.html_outputs import is_html
from onemg_render.plugins.text_nodes import change_starts, in_body
from onemg_render.util.patterns import regex

KEY: Final = "target-blank"
ABSOLUTE: Final = regex(r"https?:/")
HOST: Final = regex(r"https?://(?:[^/?#@]*@)?([^/:?#]+)")
ATTRIBUTE: Final = regex(r"""(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'>]+))?""")


@dataclass(frozen=True, slots=True)
class Links:
    """How to write the links of a site. settings: the site's key `target-blank`; own: the site's host."""

    settings: Mapping[str, Any]
    own: str | None

    def changed(self, name: str, tag: str) -> str:
        if name != "a":
            return tag
        attributes = {
            match["name"].lower(): unescape((match["value"] or "").strip("\"'"))
            for match in ATTRIBUTE.finditer(tag[2:].rstrip(">"))
        }
        if not self._is_meant(attributes):
            return tag
        attributes["target"] = "_blank"
        if rel := self._rel(attributes.get("rel", "")):
            attributes["rel"] = rel
        if added := self.settings.get("add_css_classes"):
            attributes["class"] = f"{added} {attributes.get('class', '')}".rstrip(" ")
        return "<a " + " ".join(f'{key}="{escaped(value)}"' for key, value in attributes.items()) + ">"

    def _is_meant(self, attributes: Mapping[str, str]) -> bool:
        url = attributes.get("href", "")
        if url.startswith("mailto:") or ABSOLUTE.search(url) is None or host(url) == self.own:
            return False
        needed = self.settings.get("css_class")
        return not needed or needed in attributes.get("class", "").split()

    def _rel(self, given: str) -> str:
        words = [given]
        words += [word for word in ("noopener", "noreferrer") if self.settings.get(word) is not False]
        words.append(str(self.settings.get("rel") or ""))
        return " ".join(filter(None, words))


def rewrite(rendering: Rendering) -> None:
    """The settings css_class, add_css_classes, rel, noopener and noreferrer are read where templates read
    theirs, so that they are recorded.
    """
    output = rendering.output
    if output is not None and "<a" in output and is_html(rendering.item):
        site = rendering.payload["site"]
        links = Links(settings_of(get(site, KEY)), host(text(get(site, "url"))))
        rendering.output = in_body(output, lambda body: change_starts(body, links.changed))


def settings_of(value: Value) -> Mapping[str, Any]:
    """Raises ConfigError for anything but a mapping."""
    if value is None or isinstance(value, Mapping):
        return value or {}
    raise ConfigError(f"`{KEY}` should be a mapping, but is `{value}`")


def host(url: str) -> str | None:
    return match[1] if (match := HOST.match(url)) else None


def escaped(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;")


def extensions() -> Extensions:
    hooks = [Hook(owner, "post_render", rewrite) for owner in ("pages", "documents")]
    return Extensions(hooks=hooks, parallel=True, tracked=True)
