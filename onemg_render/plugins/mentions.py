"""@somebody becomes a link to their page on GitHub (jekyll-mentions 1.6.0 with html-pipeline 2.14.3).

Where the gem parses and writes the page anew, only the text that changes is touched here.
"""

import os
import re
from collections.abc import Mapping
from typing import Final

from onemg_render.config import Config, SourceTree
from onemg_render.errors import ConfigError
from onemg_render.plugins.api import Extensions, Hook, Rendering, Setup
from onemg_render.plugins.html_outputs import is_html
from onemg_render.plugins.text_nodes import change_text, in_body
from onemg_render.reporting import Reporter
from onemg_render.util.patterns import regex

KEY: Final = "jekyll-mentions"
GITHUB: Final = "https://github.com"
OUTSIDE: Final = ("pre", "code", "a", "style", "script")
ABOUT_MENTIONS: Final = ("mention", "mentions", "mentioned", "mentioning")
MENTION: Final = regex(
    r"(?P<before>^|\W)@(?P<login>(?>\w[\w-]*))(?!/)(?=\.+[ \t\W]|\.+$|[^0-9a-zA-Z_.]|$)",
    re.MULTILINE | re.ASCII,
)


class Mentions(Setup):
    """The key `jekyll-mentions`, in the configuration or a page, is a base URL or holds one; false is no."""

    def __init__(self) -> None:
        self._site_setting: object = None

    def configure(self, config: Config, tree: SourceTree, reporter: Reporter) -> tuple[Config, SourceTree]:
        self._site_setting = config.get(KEY)
        return config, tree

    def link(self, rendering: Rendering) -> None:
        """Raises ConfigError for a setting that is neither text nor mapping."""
        item, output = rendering.item, rendering.output
        if output is None or "@" not in output or item.data[KEY] is False or not is_html(item):
            return
        base = base_url(item.data.get(KEY, self._site_setting))
        base = base if base.endswith(("/", "~")) else f"{base}/"

        def linked(match: re.Match[str]) -> str:
            login = match["login"]
            if login.lower() in ABOUT_MENTIONS:
                return match[0]
            return f'{match["before"]}<a href="{base}{login}" class="user-mention">@{login}</a>'

        def with_links(body: str) -> str:
            if MENTION.search(body) is None:
                return body
            return change_text(body, lambda text: MENTION.sub(linked, text), outside=OUTSIDE)

        rendering.output = in_body(output, with_links)


def base_url(setting: object) -> str:
    host = os.environ.get("GITHUB_HOSTNAME")
    scheme = os.environ.get("SSL")
    default = (
        f"http{'s' if scheme == 'true' else ''}://{host.removesuffix('/')}" if scheme and host else GITHUB
    )
    if setting is None:
        return default
    if isinstance(setting, str):
        return setting
    if isinstance(setting, Mapping):
        return str(setting.get("base_url", default))
    raise ConfigError(f"`{KEY}` should be a URL or a mapping with `base_url`, but is `{setting}`")


def extensions() -> Extensions:
    mentions = Mentions()
    hooks = [Hook(owner, "post_render", mentions.link) for owner in ("pages", "documents")]
    return Extensions(setups=[mentions], hooks=hooks, safe=True, parallel=True, tracked=True, blank=True)
