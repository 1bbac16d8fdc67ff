""":smile: becomes an image of a smile in HTML pages (jemoji 0.13.0, html-pipeline 2.14.3, gemoji 4.1.0).

Where the gem parses and writes the page anew, only the text that changes is touched here.
"""

import os
from typing import Final

from onemg_render.config import Config, SourceTree
from onemg_render.plugins.api import Extensions, Hook, Rendering, Setup
from onemg_render.plugins.html_outputs import is_html
from onemg_render.plugins.templates import template
from onemg_render.plugins.text_nodes import change_text, in_body
from onemg_render.reporting import Reporter
from onemg_render.util.patterns import regex

ASSETS: Final = "https://github.githubassets.com"
ICONS: Final = "/images/icons/"
OUTSIDE: Final = ("pre", "code", "tt")
NAME: Final = regex(r":(?=([^\s:]+):)")


class Emoji(Setup):
    """The key `emoji: {src: ...}` or the environment's ASSET_HOST_URL say where the images are."""

    def __init__(self) -> None:
        self._root = ASSETS + ICONS
        self._files = names()

    def configure(self, config: Config, tree: SourceTree, reporter: Reporter) -> tuple[Config, SourceTree]:
        host = os.environ.get("ASSET_HOST_URL")
        root = config.mapping("emoji").get("src", (host.removesuffix("/") if host else ASSETS) + ICONS)
        self._root = str(root).removesuffix("/")
        return config, tree

    def emojify(self, rendering: Rendering) -> None:
        output = rendering.output
        if output is None or not is_html(rendering.item) or not self._is_in(output):
            return
        rendering.output = in_body(output, lambda body: change_text(body, self._with_images, outside=OUTSIDE))

    def _is_in(self, text: str) -> bool:
        return any(match[1] in self._files for match in NAME.finditer(text))

    def _with_images(self, text: str) -> str:
        if text.count(":") < 2:
            return text
        out: list[str] = []
        position = 0
        for match in NAME.finditer(text):
            file = self._files.get(match[1])
            if file is not None and match.start() >= position:
                out += (text[position : match.start()], self._image(match[1], file))
                position = match.end(1) + 1
        return "".join(out) + text[position:]

    def _image(self, name: str, file: str) -> str:
        source = f"{self._root}/emoji/unicode/{file}.png"
        return f'<img class="emoji" title=":{name}:" alt=":{name}:" src="{source}" height="20" width="20">'


def names() -> dict[str, str]:
    """The code points of an emoji, as its file is called, by each of its names."""
    found: dict[str, str] = {}
    for line in template("emoji.txt").splitlines():
        file, *names = line.split()
        if file != "#":
            found.update(dict.fromkeys(names, file))
    return found


def extensions() -> Extensions:
    emoji = Emoji()
    hooks = [Hook(owner, "post_render", emoji.emojify) for owner in ("pages", "documents")]
    return Extensions(setups=[emoji], hooks=hooks, safe=True, parallel=True, tracked=True, blank=True)
