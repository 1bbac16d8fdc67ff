"""Definition lists: a paragraph of terms, then definitions after a colon.

kramdown: parser/kramdown/list.rb (parse_definition_list), converter/html.rb (convert_dt).
"""

import re
from re import Match

from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.constructs.list import (
    draw_item,
    first_line,
    first_text,
    item_patterns,
    take_ial,
    without_indent,
)
from onemg_render.markdown.constructs.paragraph import refs
from onemg_render.markdown.document import Token
from onemg_render.markdown.header_ids import basic_id
from onemg_render.markdown.patterns import BLANK_LINE_RE, EOB_MARKER_RE
from onemg_render.markdown.renderer import STEP, Renderer
from onemg_render.util.patterns import regex

__all__ = ["PATTERN", "draw", "draw_item", "draw_term", "parse"]

PATTERN = r" {0,3}:[\t| ]"
AUTO_IDS_RE = regex(r"auto_ids(?:-([\w-]+))?", re.A)


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    terms = take_terms(state)
    if terms is None:
        return None
    paragraph, after_blank = terms
    token: Token = {"type": "dl", "attrs": {}, "children": []}
    state.block_ial = None
    if "ial" in paragraph:
        token["ial"] = paragraph["ial"]
    key, holder = first_text(paragraph)
    terms_text = holder[key].rstrip("\n")
    for term in terms_text.split("\n") if terms_text else ():
        child: Token = {"type": "dt", "attrs": {}}
        child["text"] = child["raw_text"] = take_ial(state, term, child)
        token["children"].append(child)
    end, definitions, texts = read_definitions(state, match.start(), after_blank=after_blank)
    last = None
    for definition, text in zip(definitions, texts, strict=True):
        definition["children"] = parser.parse_text(text, state) if text else []
        if definition["children"]:
            last = finish_definition(definition)
    token["children"] += definitions
    append(state.tokens, token)
    if last is not None:
        state.tokens.append(last)
    return end


def take_terms(state: BlockState) -> tuple[Token, bool] | None:
    """The paragraph before the cursor, taken off, and whether a blank line stood between."""
    tokens = state.tokens
    if tokens and tokens[-1]["type"] == "p":
        return tokens.pop(), False
    if (
        len(tokens) < 2
        or tokens[-2]["type"] != "p"
        or tokens[-1]["type"] != "blank"
        or tokens[-1]["raw"] != "\n"
    ):
        return None
    tokens.pop()
    return tokens.pop(), True


def read_definitions(state: BlockState, pos: int, *, after_blank: bool) -> tuple[int, list[Token], list[str]]:
    """Where the definitions end, and each with its text; `loose` ones keep their first paragraph."""
    src, end, column = state.src, state.cursor_max, 4
    version = state.env.options.kramdown_version
    patterns = item_patterns("dl", column, version)
    definitions: list[Token] = []
    texts: list[str] = []
    last_is_blank = False
    while pos < end:
        if found := patterns.marker.match(src, pos):
            definition: Token = {"type": "dd", "attrs": {}, "loose": after_blank}
            text, column = first_line(len(found[1]), found[2])
            texts.append(take_ial(state, text, definition))
            definitions.append(definition)
            patterns = item_patterns("dl", column, version)
            after_blank = last_is_blank = False
        elif EOB_MARKER_RE.match(src, pos):
            break
        elif found := BLANK_LINE_RE.match(src, pos):
            texts[-1] += found[0]
            after_blank = last_is_blank = True
        elif found := patterns.content.match(src, pos) or (
            None if last_is_blank else patterns.lazy.match(src, pos)
        ):
            texts[-1] += without_indent(found[0], column)[0]
            after_blank = last_is_blank = False
        else:
            break
        pos = found.end()
    return pos, definitions, texts


def finish_definition(definition: Token) -> Token | None:
    children: list[Token] = definition["children"]
    last = children.pop() if children[-1]["type"] == "blank" else None
    if children and children[0]["type"] == "p" and not definition["loose"]:
        if len(children) > 1:
            key, holder = first_text(children[0])
            holder[key] += "\n"
        children[0]["transparent"] = True
    return last


def append(tokens: list[Token], token: Token) -> None:
    """Adds the list, or its children to a list right before it."""
    if len(tokens) > 1 and tokens[-1]["type"] == "blank" and tokens[-2]["type"] == "dl":
        tokens.pop()
    if tokens and tokens[-1]["type"] == "dl":
        tokens[-1]["children"] += token["children"]
    else:
        tokens.append(token)


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    prefix = next((found[1] or "" for ref in refs(token) if (found := AUTO_IDS_RE.match(ref))), None)
    children = token["children"]
    if prefix is not None:
        children = [with_id(child, prefix) if child["type"] == "dt" else child for child in children]
    return renderer.indented_block("dl", token["attrs"], renderer.inner(children, indent + STEP), indent)


def with_id(term: Token, prefix: str) -> Token:
    """The term with an ID from its text, as `{:auto_ids}` or `{:auto_ids-prefix}` asks for."""
    if "id" in term["attrs"]:
        return term
    return {**term, "attrs": {**term["attrs"], "id": (prefix + basic_id(term["raw_text"])).lstrip(SPACE)}}


def draw_term(renderer: Renderer, token: Token, indent: int) -> str:
    return renderer.block("dt", token["attrs"], renderer.inner(token["children"], indent + STEP), indent)
