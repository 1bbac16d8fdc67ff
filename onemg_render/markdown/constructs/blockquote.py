"""Block quotes, lazy lines included."""

import re
from re import Match

from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.document import Token
from onemg_render.markdown.renderer import Renderer
from onemg_render.util.patterns import regex

PATTERN = r" {0,3}>"
MARKER_RE = regex(r"^ {0,3}> ?", re.M)


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int:
    src = state.src
    end = src.find("\n", match.start()) + 1
    while not parser.lazy_ends.match(src, end):
        end = src.find("\n", end) + 1
    token = state.add({"type": "blockquote", "attrs": {}})
    token["children"] = parser.parse_text(MARKER_RE.sub("", src[match.start() : end]), state)
    return end


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    return renderer.indented_block(
        "blockquote", token["attrs"], renderer.inner(token["children"], indent + 2), indent
    )
