"""Addresses in angle brackets.

kramdown: parser/kramdown/autolink.rb.
"""

from re import Match

from onemg_render.markdown.characters import MARK_CLASS
from onemg_render.markdown.spans import SpanParser, SpanState

ADDRESS = rf"(?u:[-\w.{MARK_CLASS}]+?)"
PATTERN = rf"<((mailto|https?|ftps?):.+?|{ADDRESS}@{ADDRESS})>"


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    address = match[1]
    href = address if match[2] else f"mailto:{address}"
    text = {"type": "text", "raw": address.removeprefix("mailto:")}
    state.append_token({"type": "a", "attrs": {"href": href}, "children": [text]})
    return match.end()
