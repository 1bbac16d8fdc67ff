"""Text that is no Markdown: of the input SmartyPants only HTML, quotes and typographic symbols are read.

Jekyll: lib/jekyll/converters/smartypants.rb.
"""

from re import Match

from onemg_render.markdown.blocks import BlockParser, BlockState

PATTERN = r"[^\n]*\n"


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int:
    """One line, joined to the lines before it."""
    end = state.src.find("\n", match.start()) + 1
    line = state.src[match.start() : end]
    last = state.tokens[-1] if state.tokens else None
    if last is not None and last["type"] == "raw_text":
        last["text"] += line
    else:
        state.env.has_stray_text = True
        state.add({"type": "raw_text", "text": line})
    return end
