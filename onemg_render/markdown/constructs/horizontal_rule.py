"""Horizontal rules: three or more `*`, `-` or `_` on a line of their own."""

from re import Match

from onemg_render.markdown.attributes import html_attributes
from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.document import Token
from onemg_render.markdown.renderer import Renderer

PATTERN = r" {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*+\n"


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int:
    state.add({"type": "hr", "attrs": {}})
    return match.end()


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    return f"{' ' * indent}<hr{html_attributes(token['attrs'])} />\n"
