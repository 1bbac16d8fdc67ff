"""Task lists: items that begin with `[ ]` or `[x]`, in the GFM parser.

kramdown-parser-gfm: parser/gfm.rb (parse_list).
"""

import re
from re import Match

from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.constructs import list as lists
from onemg_render.util.patterns import regex

BOX_RE = regex(r"\s*\[([ xX])\]\s+", re.A)
OPEN = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />'
DONE = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />'


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int:
    """Reads a list and marks it; items after the first with a box are marked whether they have one or not."""
    end = lists.parse(parser, match, state)
    token = next(token for token in reversed(state.tokens) if token["type"] in ("ul", "ol"))
    found = False
    for item in token["children"]:
        children = item["children"]
        if not children or children[0]["type"] != "p":
            continue
        key, holder = lists.first_text(children[0])
        if box := BOX_RE.match(holder[key]):
            holder[key] = (OPEN if box[1] == " " else DONE) + holder[key][box.end() :]
            found = True
        if found:
            item["attrs"]["class"] = "task-list-item"
    if found:
        token["attrs"]["class"] = "task-list"
    return end
