"""Formulas between `$$`, as blocks and as spans.

kramdown: parser/kramdown/math.rb, converter/math_engine/mathjax.rb, converter/html.rb (convert_math).
"""

from re import Match

from onemg_render.markdown.attributes import escape_code
from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.document import Token
from onemg_render.markdown.renderer import Renderer
from onemg_render.markdown.spans import SpanParser, SpanState

BLOCK_PATTERN = r"( {0,3})(\\)?\$\$((?s:.*?))\$\$(\s*?\n)?"
SPAN_PATTERN = r"\$\$((?s:.*?))\$\$"


def parse_block(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    if not state.after_boundary():
        return None
    if match[2]:
        # An escaped formula: with the line to itself it loses its backslash here, else as a span.
        if match[4] is not None:
            state.cursor = match.end(2)
        return None
    if not state.before_boundary(match.end()):
        return None
    state.add({"type": "math", "category": "block", "attrs": {}, "raw": match[3].strip(SPACE)})
    return match.end()


def parse_span(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    state.append_token({"type": "math", "category": "span", "attrs": {}, "raw": match[1].strip(SPACE)})
    return match.end()


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    engine = renderer.options.math_engine
    if engine == "mathjax":
        return draw_mathjax(renderer, token, indent)
    if engine is not None:
        renderer.document.warn(f"The configured math engine {engine} is not available.")
    attrs = dict(token["attrs"])
    attrs["class"] = f"{attrs.get('class', '')} kdmath".lstrip(SPACE)
    if token["category"] == "block":
        return renderer.block("div", attrs, f"$$\n{token['raw']}\n$$", indent)
    return renderer.span("span", attrs, f"${token['raw']}$")


def draw_mathjax(renderer: Renderer, token: Token, indent: int) -> str:
    formula, attrs = escape_code(token["raw"]), token["attrs"]
    if token["category"] == "block":
        written = f"\\[{formula}\\]\n"
        return renderer.block("div", attrs, written, indent) if attrs else written
    return renderer.span("span", attrs, f"${token['raw']}$") if attrs else f"\\({formula}\\)"
