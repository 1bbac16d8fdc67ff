"""HTML tags and comments in running text.

kramdown: parser/kramdown/html.rb (parse_span_html), converter/html.rb (convert_html_element).
"""

import re
from functools import cache
from re import Match, Pattern

from onemg_render.markdown.attributes import escape_code
from onemg_render.markdown.document import Token
from onemg_render.markdown.html_tags import (
    BLOCK_ELEMENTS,
    CDATA_RE,
    CLOSE_RE,
    COMMENT_RE,
    NAME_START,
    TAG_END_RE,
    TAG_RE,
    WITHOUT_BODY,
    content_model,
    is_known,
    parse_attributes,
)
from onemg_render.markdown.spans import DEEPEST, SpanParser, SpanState, Stop
from onemg_render.util.patterns import regex

PATTERN = rf"<(?:{NAME_START}|!--|/|!\[CDATA\[)"
COMMENT_END_RE = regex("-->")
LINE_FEEDS_RE = regex(r"\n+")
MARKDOWN_VALUES = {"0": "raw", "1": "default", "span": "span", "block": "block"}


class EndTag(Stop):
    starts = "<"

    def __init__(self, pattern: Pattern[str]) -> None:
        self.pattern = pattern

    def met(self, state: SpanState, at: int) -> bool:
        if state.around:
            state.attempts.steps += 1
        return self.pattern.match(state.src, at) is not None


@cache
def end_tag(name: str, *, known: bool) -> Pattern[str]:
    return re.compile(rf"</{re.escape(name)}\s*>", re.A | re.I if known else re.A)


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int | None:
    src, pos = state.src, match.start()
    if state.last_of(TAG_END_RE) < pos:
        return None
    if src.startswith("<!", pos):
        return parse_declaration(state, pos)
    if close := CLOSE_RE.match(src, pos):
        state.env.warn(f"Found invalidly used HTML closing tag for '{close[1]}'", state.line())
        state.text.append(close[0])
        return close.end()
    tag = TAG_RE.match(src, pos)
    return None if tag is None else parse_tag(parser, tag, state)


def parse_declaration(state: SpanState, pos: int) -> int | None:
    if state.last_of(COMMENT_END_RE) >= pos and (comment := COMMENT_RE.match(state.src, pos)):
        state.append_token({"type": "xml_comment", "raw": comment[0], "category": "span"})
        return comment.end()
    if state.env.new and (cdata := CDATA_RE.match(state.src, pos)):
        state.text.append(escape_code(cdata[1]))
        return cdata.end()
    return None


def parse_tag(parser: SpanParser, tag: Match[str], state: SpanState) -> int:
    document, version = state.env, state.env.options.kramdown_version
    name = tag[1].lower() if is_known(tag[1].lower(), version) else tag[1]
    if name in BLOCK_ELEMENTS or state.depth >= DEEPEST:
        if name in BLOCK_ELEMENTS:
            document.warn(f"Found block HTML tag '{name}' in span-level text", state.line())
        state.text.append(tag[0])
        return tag.end()
    known = is_known(name, version)
    attrs = {
        key: LINE_FEEDS_RE.sub(" ", value) for key, value in parse_attributes(tag[2], known=known).items()
    }
    parsed = is_parsed(name, attrs.pop("markdown", None), state)
    closed = tag[4] is not None
    token: Token = {"type": "html_element", "name": name, "attrs": attrs, "category": "span"}
    token.update(content_model="span" if parsed else "raw", is_closed=closed, children=[])
    state.append_token(token)
    end = tag.end()
    if not closed and name not in WITHOUT_BODY:
        end = parse_content(parser, state, token, end)
    if document.options.html_to_native:
        from onemg_render.markdown import html_native  # an option that few sites set

        html_native.convert(token, document)
    return end


def parse_content(parser: SpanParser, state: SpanState, token: Token, pos: int) -> int:
    """The end of the element, after its end tag or at the end of the text."""
    name, parsed = token["name"], token["content_model"] == "span"
    pattern = end_tag(name, known=is_known(name, state.env.options.kramdown_version))
    child = state.inside("html_element")
    child.raw = not parsed
    if parser.read(child, pos, parser.reading(None if parsed else ("html_span",)), EndTag(pattern)):
        found = pattern.match(state.src, child.pos)
        end = found.end() if found else child.pos
    else:
        state.env.warn(f"Found no end tag for '{name}' - auto-closing it", state.line())
        child.text.append(state.src[child.pos :])
        end = len(state.src)
    token["children"] = child.finish()
    return end


def is_parsed(name: str, wish: str | None, state: SpanState) -> bool:
    """Whether Markdown in the element is read, by its kind, the option, and its attribute `markdown`."""
    raw = content_model(name) == "raw"
    value = MARKDOWN_VALUES.get(wish or "")
    if value == "block":
        state.env.warn(
            "Cannot use block-level parsing in span-level HTML tag - using default mode", state.line()
        )
    elif value is not None:
        return not raw if value == "default" else value == "span"
    return not raw and not state.raw and state.env.options.parse_span_html
