"""Addresses in angle brackets.

kramdown: parser/kramdown/autolink.rb.
"""

import re
from re import Match

from onemg_render.markdown.characters import MARK_CLASS
from onemg_render.markdown.html_tags import TAG_END_RE
from onemg_render.markdown.spans import SpanParser, SpanState
from onemg_render.util.patterns import regex

ADDRESS = rf"(?u:[-\w.{MARK_CLASS}]+?)"
# Enough to tell what may be an address, before the classes of its characters are compiled.
PATTERN = r"<(?=(?:mailto|https?|ftps?):|[^\s<>@]++@)"
ADDRESS_RE = regex(rf"<((mailto|https?|ftps?):.+?|{ADDRESS}@{ADDRESS})>", re.A)


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int | None:
    if state.last_of(TAG_END_RE) < match.start():
        return None
    found = ADDRESS_RE.match(match.string, match.start())
    if found is None:
        return None
    address = found[1]
    href = address if found[2] else f"mailto:{address}"
    text = {"type": "text", "raw": address.removeprefix("mailto:")}
    state.append_token({"type": "a", "attrs": {"href": href}, "children": [text]})
    return found.end()
