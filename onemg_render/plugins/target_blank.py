"""Links to other hosts open in a new tab (jekyll-target-blank 2.0.2)."""

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Any, Final

from onemg_render.config import Config, SourceTree
from onemg_render.errors import ConfigError
from onemg_render.plugins.api import Extensions, Hook, Rendering, Setup
from onemg_render.plugins.html_outputs import is_html
from onemg_render.plugins.text_nodes import change_starts, in_body
from onemg_render.reporting import Reporter

KEY: Final = "target-blank"
ABSOLUTE: Final = re.compile(r"https?:/")
HOST: Final = re.compile(r"https?://(?:[^/?#@]*@)?([^/:?#]+)")
ATTRIBUTE: Final = re.compile(r"""(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'>]+))?""")


class TargetBlank(Setup):
    """The key `target-blank` may hold css_class, add_css_classes, rel, noopener and noreferrer."""

    def __init__(self) -> None:
        self._settings: Mapping[str, Any] = {}
        self._host: str | None = None

    def configure(self, config: Config, tree: SourceTree, reporter: Reporter) -> tuple[Config, SourceTree]:
        """Raises ConfigError for settings that are no mapping."""
        settings = config.get(KEY) or {}
        if not isinstance(settings, Mapping):
            raise ConfigError(f"`{KEY}` should be a mapping, but is `{settings}`")
        self._settings = settings
        self._host = host(str(config.get("url") or ""))
        return config, tree

    def rewrite(self, rendering: Rendering) -> None:
        output = rendering.output
        if output is not None and "<a" in output and is_html(rendering.item):
            rendering.output = in_body(output, lambda body: change_starts(body, self._changed))

    def _changed(self, name: str, tag: str) -> str:
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
        if added := self._settings.get("add_css_classes"):
            attributes["class"] = f"{added} {attributes.get('class', '')}".rstrip(" ")
        return "<a " + " ".join(f'{key}="{escaped(value)}"' for key, value in attributes.items()) + ">"

    def _is_meant(self, attributes: Mapping[str, str]) -> bool:
        url = attributes.get("href", "")
        if url.startswith("mailto:") or ABSOLUTE.search(url) is None or host(url) == self._host:
            return False
        needed = self._settings.get("css_class")
        return not needed or needed in attributes.get("class", "").split()

    def _rel(self, given: str) -> str:
        words = [given]
        words += [word for word in ("noopener", "noreferrer") if self._settings.get(word) is not False]
        words.append(str(self._settings.get("rel") or ""))
        return " ".join(filter(None, words))


def host(url: str) -> str | None:
    return match[1] if (match := HOST.match(url)) else None


def escaped(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;")


def extensions() -> Extensions:
    blank = TargetBlank()
    hooks = [Hook(owner, "post_render", blank.rewrite) for owner in ("pages", "documents")]
    return Extensions(setups=[blank], hooks=hooks, parallel=True, tracked=True)
