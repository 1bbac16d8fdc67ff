"""Blank lines, which part blocks and stay as one line feed in the output."""

from re import Match

from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.document import Token
from onemg_render.markdown.patterns import BLANK_LINE as PATTERN
from onemg_render.markdown.renderer import Renderer

__all__ = ["PATTERN", "STARTS", "draw", "parse"]

STARTS = " \t\n\r\f\v"


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int:
    if state.tokens and state.tokens[-1]["type"] == "blank":
        state.tokens[-1]["raw"] += match[0]
    else:
        state.add({"type": "blank", "raw": match[0]})
    return match.end()


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    return "\n"
