r"""Headers of both styles, and the IDs made for them.

kramdown: parser/kramdown/header.rb, converter/base.rb (generate_id); kramdown-parser-gfm: parser/gfm.rb.
"""

from re import Match

from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.constructs import toc
from onemg_render.markdown.document import Token
from onemg_render.markdown.renderer import Renderer
from onemg_render.util.patterns import regex

SETEXT_PATTERN = r" {0,3}(?P<contents>[^ \t].*+)\n(?P<level>[-=])[-=]*[ \t\r\f\v]*\n"
ATX_PATTERN = r"(?P<level>#{1,6})[\t ]*(?P<contents>[^ \t].*)\n"
ATX_PATTERN_GFM = r"(?P<level>#{1,6})[\t ]+(?P<contents>.*)\n"

# REXML's names, which may begin with a colon.
NAME_START = (
    ":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NAME_REST = r"\-.0-9\u00b7\u0300-\u036f\u203f-\u2040"
GIVEN_ID_RE = regex(rf"[\t ]\{{#(?P<id>[{NAME_START}][{NAME_START}{NAME_REST}]*)\}}\Z")
CLOSING_GFM_RE = regex(r"[\t ]#+\Z")


def contents(match: Match[str]) -> tuple[str, str | None]:
    """The header's text and the ID given at its end."""
    text = match["contents"].rstrip(SPACE)
    given = GIVEN_ID_RE.search(text) if text.endswith("}") else None
    if given is None:
        return text, None
    return text[: given.start()].rstrip(SPACE), given["id"]


def add(state: BlockState, level: int, text: str, given_id: str | None) -> None:
    attrs = {} if given_id is None else {"id": given_id}
    token: Token = {"type": "header", "level": level, "attrs": attrs, "text": text, "raw_text": text}
    token["line"] = state.line()
    state.add(token)


def parse_setext(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    if not state.after_boundary():
        return None
    text, given_id = contents(match)
    if not text:
        return None
    add(state, 2 if match["level"] == "-" else 1, text, given_id)
    return match.end()


def parse_atx(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    if not state.after_boundary():
        return None
    text, given_id = contents(match)
    bare = text.rstrip("#")
    if bare.endswith("\\") and bare != text:
        bare += "#"
    if bare != text:
        text = bare.rstrip(SPACE)
    if not text:
        return None
    add(state, len(match["level"]), text, given_id)
    return match.end()


def parse_atx_anywhere(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    """With the quirk `paragraph_end` no blank line is needed, and only `#` after a space close the header."""
    text, given_id = contents(match)
    if text.endswith("#") and (closing := CLOSING_GFM_RE.search(text)):
        text = text[: closing.start()].rstrip(SPACE)
    if not text:
        return None
    add(state, len(match["level"]), text, given_id)
    return match.end()


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    options = renderer.options
    attrs = dict(token["attrs"])
    # Ruby takes an empty ID for one.
    if options.auto_ids and attrs.get("id") is None:
        attrs["id"] = renderer.unique_id(token["raw_text"])
    identifier = attrs.get("id")
    children = token["children"]
    if identifier is not None:
        toc.note(renderer, token, identifier)
        if options.header_links and renderer.document.new and identifier:
            children = [{"type": "a", "attrs": {"href": f"#{identifier}"}, "children": []}, *children]
    level = max(1, min(6, token["level"] + options.header_offset))
    return renderer.block(f"h{level}", attrs, renderer.inner(children, indent + 2), indent)
