"""Attribute list definitions, attribute lists after blocks and spans, and `{::name}` extensions.

kramdown: parser/kramdown/extensions.rb.
"""

import re
from re import Match
from typing import Any, NamedTuple

from onemg_render.errors import MarkdownError
from onemg_render.markdown.attributes import AttributeList, apply
from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.document import Document, Token
from onemg_render.markdown.options import TABLE
from onemg_render.markdown.patterns import ATTRIBUTE_CHARS, ATTRIBUTE_NAME, IAL, OPT_SPACE
from onemg_render.markdown.renderer import Renderer
from onemg_render.markdown.spans import SpanParser, SpanState
from onemg_render.util.patterns import regex

BLOCK_PATTERN = r" {0,3}\{:"
SPAN_PATTERN = r"\{:"

DEFINITION_RE = regex(rf"{OPT_SPACE}\{{:({ATTRIBUTE_NAME}):({ATTRIBUTE_CHARS})\}}\s*?\n", re.A)
START = r"\{::(?P<name>\w+)(?:\s(?P<list>(?:\\\}|[^}])*?)|)(?P<closed>/)?\}"
STOP = rf"\{{:/(?P<stop>{ATTRIBUTE_NAME})?\}}"
BLOCK_EXTENSION_RE = regex(rf"{OPT_SPACE}(?:{START}|{STOP})\s*?\n", re.A)
SPAN_EXTENSION_RE = regex(rf"{START}|{STOP}", re.A)
BLOCK_IAL_RE = regex(rf"{OPT_SPACE}{IAL}", re.A)
SPAN_IAL_RE = regex(rf"\{{:({ATTRIBUTE_CHARS})\}}", re.A)
# Options of ours that name the dialect itself.
NOT_INLINE = ("input", "kramdown_version")
DEFINITIONS = ("link_def", "abbrev_def", "footnote_def")


class Extension(NamedTuple):
    """`{::name attributes}body{:/}`; body is None for `{::name attributes /}`."""

    name: str
    attributes: AttributeList
    body: str | None
    category: str


def attribute_list(
    document: Document, text: str, line: int | None, into: AttributeList | None = None
) -> AttributeList:
    found = AttributeList() if into is None else into
    if not found.read(text):
        document.warn(f"No or invalid attributes found in IAL/ALD content: {text}", line)
    return found


def parse_block(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    src, pos, document = state.src, match.start(), state.env
    if definition := DEFINITION_RE.match(src, pos):
        lists = document.attribute_lists
        known = lists.setdefault(definition[1], AttributeList())
        attribute_list(document, definition[2], state.line(), known)
        state.add({"type": "eob", "marks": "ald"})
        return definition.end()
    if extension := BLOCK_EXTENSION_RE.match(src, pos):
        return parse_block_extension(extension, state)
    if ial := BLOCK_IAL_RE.match(src, pos):
        add_block_ial(ial, state)
        return ial.end()
    return None


def add_block_ial(match: Match[str], state: BlockState) -> None:
    """Gives the list to the block before; after a blank line or marker it waits for the next one."""
    last = state.tokens[-1] if state.tokens else None
    if (
        last is None
        or last["type"] == "blank"
        or (last["type"] == "eob" and last["marks"] not in DEFINITIONS)
    ):
        state.block_ial = attribute_list(state.env, match[1], state.line(), state.block_ial)
        return
    last["ial"] = attribute_list(state.env, match[1], state.line(), last.get("ial"))
    if not BLOCK_IAL_RE.match(state.src, match.end()):
        state.add({"type": "eob", "marks": "ial"})


def parse_block_extension(match: Match[str], state: BlockState) -> int | None:
    line, document = state.line(), state.env
    name = match["name"]
    if name is None:
        warn_of_stop(document, match, line)
        return None
    attributes = attribute_list(document, match["list"] or "", line)
    end, body = match.end(), None
    if not match["closed"]:
        stop = re.compile(rf"^ {{0,3}}\{{:/({name})?\}} *?\n", re.M).search(state.src, end)
        if stop is None:
            document.warn(f"No stop tag for extension '{name}' found - ignoring it", line)
            return None
        body = state.src[end : stop.start()].removesuffix("\n")
        end = stop.end()
    extension = Extension(name, attributes, body, "block")
    if not known(extension, document, line):
        return None
    if token := token_of(extension):
        state.tokens.append(token)
    if name == "options":
        state.add({"type": "eob", "marks": "extension"})
    return end


def parse_span(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    src, pos = state.src, match.start()
    if src.find("}", pos) < 0:
        return literal_brace(state, pos)
    if extension := SPAN_EXTENSION_RE.match(src, pos):
        return parse_span_extension(extension, state)
    ial = SPAN_IAL_RE.match(src, pos)
    if ial is None:
        return literal_brace(state, pos)
    if state.text or not state.tokens:
        state.env.warn("Found span IAL after text - ignoring it", state.line())
        return literal_brace(state, pos)
    given = attribute_list(state.env, ial[1], state.line())
    last = state.tokens[-1]
    if "ial" in last:
        last["ial"].extend(given)
    else:
        last["ial"] = AttributeList()
        last["ial"].extend(given)
    apply(last.setdefault("attrs", {}), given, state.env.attribute_lists)
    return ial.end()


def literal_brace(state: SpanState, pos: int) -> int:
    state.text.append("{")
    return pos + 1


def parse_span_extension(match: Match[str], state: SpanState) -> int:
    document, name = state.env, match["name"]
    if name is None:
        warn_of_stop(document, match, state.line())
        return literal_brace(state, match.start())
    attributes = attribute_list(document, match["list"] or "", state.line())
    end, body = match.end(), None
    if not match["closed"]:
        stop = re.compile(rf"\{{:/({name})?\}}").search(state.src, end)
        if stop is None:
            document.warn(f"No stop tag for extension '{name}' found - ignoring it", state.line())
            return literal_brace(state, match.start())
        body, end = state.src[end : stop.start()], stop.end()
    extension = Extension(name, attributes, body, "span")
    if not known(extension, document, state.line()):
        return literal_brace(state, match.start())
    if token := token_of(extension):
        state.append_token(token)
    return end


def warn_of_stop(document: Document, match: Match[str], line: int | None) -> None:
    name = f"for '{match['stop']}' " if match["stop"] else ""
    document.warn(f"Invalid extension stop tag {name}found - ignoring it", line)


def known(extension: Extension, document: Document, line: int | None) -> bool:
    """Whether there is such an extension; one that sets options has done so then."""
    if extension.name == "options":
        set_options(extension, document, line)
    elif extension.name not in ("comment", "nomarkdown"):
        document.warn(f"Invalid extension with name '{extension.name}' - ignoring it", line)
        return False
    return True


def token_of(extension: Extension) -> Token | None:
    if extension.body is None or extension.name == "options":
        return None
    if extension.name == "comment":
        return {"type": "comment", "raw": extension.body, "category": extension.category}
    types = re.split(r"\s+", extension.attributes.attributes.get("type", "").strip(SPACE))
    return {
        "type": "raw",
        "raw": extension.body,
        "category": extension.category,
        "formats": [one for one in types if one],
    }


def set_options(extension: Extension, document: Document, line: int | None) -> None:
    changed: dict[str, Any] = {}
    for name, text in extension.attributes.attributes.items():
        if name not in TABLE or name in NOT_INLINE:
            document.warn(f"Unknown kramdown option '{name}'", line)
        elif name in document.options.forbidden_inline_options or name == "forbidden_inline_options":
            document.warn(f"Option {name} may not be set inline", line)
        else:
            try:
                changed[name] = TABLE[name].parse(name, text)
            except MarkdownError as error:
                document.warn(error.message, line)
    for ref in extension.attributes.refs:
        document.warn(f"Unknown kramdown option '{ref}'", line)
    if changed:
        document.options = document.options.changed(**changed)


def draw_comment(renderer: Renderer, token: Token, indent: int) -> str:
    if token["category"] == "block":
        return f"{' ' * indent}<!-- {token['raw']} -->\n"
    return f"<!-- {token['raw']} -->"


def draw_raw(renderer: Renderer, token: Token, indent: int) -> str:
    formats = token.get("formats")
    if formats and "html" not in formats:
        return ""
    text: str = token["raw"]
    return text + "\n" if token.get("category") == "block" else text
