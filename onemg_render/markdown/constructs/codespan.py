"""Code spans.

kramdown: parser/kramdown/codespan.rb, converter/html.rb (convert_codespan).
"""

import re
from re import Match

from onemg_render.markdown.attributes import escape_code
from onemg_render.markdown.document import Token
from onemg_render.markdown.renderer import Renderer, language_of
from onemg_render.markdown.spans import SpanParser, SpanState
from onemg_render.util.patterns import regex

PATTERN = r"`+"
SPACE_RE = regex(r"\s", re.A)


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    src, delimiter, end = state.src, match[0], match.end()
    simple = delimiter == "`"
    alone = simple and SPACE_RE.match(src, end) and (end == 1 or SPACE_RE.match(src, end - 2))
    close = -1 if alone else src.find(delimiter, end)
    if close < 0:
        state.text.append(delimiter)
        return end
    code = src[end:close]
    if not simple:
        code = code.removeprefix(" ").removesuffix(" ")
    state.append_token({"type": "codespan", "attrs": {}, "raw": code, "delimiter": delimiter})
    return close + len(delimiter)


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    attrs, code = token["attrs"], token["raw"]
    lang = language_of(attrs)
    highlighted, shown = renderer.highlighted(code, lang, "span")
    if highlighted is None:
        return renderer.span("code", attrs, escape_code(code))
    attrs = dict(attrs)
    renderer.mark_highlighted(attrs, lang or shown)
    return renderer.span("code", attrs, highlighted)
