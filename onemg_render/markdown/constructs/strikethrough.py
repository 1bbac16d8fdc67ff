"""Struck text between `~~`, in the GFM parser.

kramdown-parser-gfm: parser/gfm.rb (parse_strikethrough_gfm).
"""

import re
from re import Match

from onemg_render.markdown.document import Token
from onemg_render.markdown.spans import DEEPEST, SpanParser, SpanState
from onemg_render.util.patterns import regex

PATTERN = r"~~(?![\s~])"
END_RE = regex(r"[^\s~]~~", re.A)


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int | None:
    start = match.end()
    if state.depth >= DEEPEST or state.last_of(END_RE) < start:
        return None
    end = END_RE.search(state.src, start)
    if end is None:
        return None
    child = SpanState(state.env)
    child.src, child.depth, child.first_line = (
        state.src[start : end.start() + 1],
        state.depth + 1,
        state.line(),
    )
    token: Token = {
        "type": "html_element",
        "name": "del",
        "attrs": {},
        "category": "span",
        "content_model": None,
    }
    state.append_token({**token, "is_closed": False, "children": parser.parse(child)})
    return end.end()
