"""The end-of-block marker `^`; definitions leave the same token behind, naming what they were."""

from re import Match

from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.patterns import EOB_MARKER as PATTERN

__all__ = ["PATTERN", "parse"]


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int:
    state.add({"type": "eob", "marks": None})
    return match.end()
