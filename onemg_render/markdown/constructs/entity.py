"""Character references: `&copy;`, `&#169;`, `&#xa9;`.

kramdown: parser/kramdown/html_entity.rb.
"""

from re import Match

from onemg_render.markdown.document import Token
from onemg_render.markdown.entities import Entity, named_entity, numbered_entity
from onemg_render.markdown.renderer import Renderer
from onemg_render.markdown.spans import SpanParser, SpanState

PATTERN = r"&([\w:][\-\w.:]*);|&#(\d+);|&#x([0-9a-fA-F]+);"
# Longer numbers name no character; this one stands for them all.
MOST_DIGITS = 1000
NO_CHARACTER = 0x110000


def entity_of(match: Match[str], version: str) -> Entity | None:
    name, decimal, hexadecimal = match.groups()
    if name:
        return named_entity(name, version)
    if len(decimal or hexadecimal) > MOST_DIGITS:
        return numbered_entity(NO_CHARACTER, version)
    return numbered_entity(int(decimal) if decimal else int(hexadecimal, 16), version)


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    version = state.env.options.kramdown_version
    entity, original = entity_of(match, version), match[0]
    if entity is None:
        state.append_token({"type": "entity", "entity": named_entity("amp", version)})
        state.text.append(original[1:])
    else:
        state.append_token({"type": "entity", "entity": entity, "original": original})
    return match.end()


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    return renderer.entity(token["entity"], token.get("original"))
