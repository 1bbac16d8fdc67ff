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
# Enough to tell an address of which kind it may be: the class of marks takes long to compile.
PATTERN = r"<(?=(?P<scheme>mailto|https?|ftps?):|[^\s<>@]++@)"
URL_RE = regex(r"<([a-z]+:.+?)>")
MAIL_RE = regex(rf"<({ADDRESS}@{ADDRESS})>", re.A)


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int | None:
    if state.last_of(TAG_END_RE) < match.start():
        return None
    found = (URL_RE if match["scheme"] else MAIL_RE).match(match.string, match.start())
    if found is None:
        return None
    address = found[1]
    href = address if match["scheme"] else f"mailto:{address}"
    text = {"type": "text", "raw": address.removeprefix("mailto:")}
    state.append_token({"type": "a", "attrs": {"href": href}, "children": [text]})
    return found.end()
