r"""Dashes, ellipses and guillemets from ASCII.

kramdown: parser/kramdown/typographic_symbol.rb.
"""

from collections.abc import Mapping
from re import Match

from onemg_render.markdown.attributes import escape_text
from onemg_render.markdown.document import Token
from onemg_render.markdown.entities import named_entity
from onemg_render.markdown.renderer import Renderer
from onemg_render.markdown.spans import SpanParser, SpanState

PATTERN = r"---|--|\.\.\.|\\<<|\\>>|<< | >>|<<|>>"
NAMES: Mapping[str, str] = {
    "---": "mdash",
    "--": "ndash",
    "...": "hellip",
    "<< ": "laquo_space",
    " >>": "raquo_space",
    "<<": "laquo",
    ">>": "raquo",
}
ESCAPED: Mapping[str, str] = {"\\<<": "lt", "\\>>": "gt"}
ENTITIES: Mapping[str, tuple[str, ...]] = {
    "laquo_space": ("laquo", "nbsp"),
    "raquo_space": ("nbsp", "raquo"),
}


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    found = match[0]
    if name := NAMES.get(found):
        state.append_token({"type": "typographic", "raw": name})
    else:
        entity = named_entity(ESCAPED[found], state.env.options.kramdown_version)
        state.append_token({"type": "entity", "entity": entity})
        state.append_token({"type": "entity", "entity": entity})
    return match.end()


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    name = token["raw"]
    options = renderer.options
    if name in options.typographic_symbols:
        return escape_text(options.typographic_symbols[name])
    return "".join(renderer.named(one) for one in ENTITIES.get(name, (name,)))
