"""HTML blocks: their content raw, as spans or as blocks.

kramdown: parser/kramdown/html.rb, parser/html.rb (Parser).
"""

import re
from re import Match

from onemg_render.markdown.blocks import DEEPEST, BlockParser, BlockState
from onemg_render.markdown.constructs.html_span import MARKDOWN_VALUES
from onemg_render.markdown.document import Token
from onemg_render.markdown.html_tags import (
    CDATA_RE,
    CLOSE_RE,
    COMMENT_RE,
    INSTRUCTION_RE,
    NAME_START,
    TAG_RE,
    WITHOUT_BODY,
    content_model,
    is_known,
    is_span_element,
    parse_attributes,
)
from onemg_render.markdown.patterns import TRAILING_SPACE_RE
from onemg_render.util.patterns import regex

PATTERN = rf" {{0,3}}<(?:{NAME_START}|!--|/)"
MARKUP_END_RE = regex(r"-->|\?>|\]\]>")
RAW_START_RE = regex(rf"<(?:{NAME_START}|/|!--|\?|!\[CDATA\[)", re.A)


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    src, pos, version = state.src, match.start(), state.env.options.kramdown_version
    if src.startswith("<!--", pos) and (comment := COMMENT_RE.match(src, pos)):
        state.tokens.append({"type": "xml_comment", "raw": comment[0], "category": "block"})
        return after_space(src, comment.end())
    at = src.index("<", pos)
    tag = TAG_RE.match(src, at)
    if tag and not is_span_element(tag[1].lower(), version):
        end = parse_element(parser, tag, state, state.tokens, raw_depth=int(state.in_raw_html()))
        if state.env.options.html_to_native:
            from onemg_render.markdown import html_native  # an option that few sites set

            html_native.convert(state.tokens[-1], state.env)
        return end
    close = CLOSE_RE.match(src, at)
    if close and state.element is not None and state.element["name"] == close[1].lower():
        if is_span_element(close[1].lower(), version):
            return None
        state.stopped = True
        return close.end()
    return None


def after_space(src: str, pos: int) -> int:
    """After the rest of the line, if it is blank."""
    space = TRAILING_SPACE_RE.match(src, pos)
    return space.end() if space else pos


def begin_element(tag: Match[str], state: BlockState, siblings: list[Token], *, in_raw: bool) -> Token:
    """The element of a start tag, with the content model it is to be read by."""
    options = state.env.options
    name = tag[1]
    known = is_known(name.lower(), options.kramdown_version)
    if known:
        name = name.lower()
    attrs = parse_attributes(tag[2], known=known)
    token: Token = {"type": "html_element", "name": name, "attrs": attrs, "category": "block", "children": []}
    siblings.append(token)
    if state.block_ial is not None:
        token["ial"], state.block_ial = state.block_ial, None
    model = content_model(name) if options.parse_block_html and not in_raw else "raw"
    wish = MARKDOWN_VALUES.get(attrs.pop("markdown", ""))
    if wish is not None:
        model = content_model(name) if wish == "default" else wish  # type: ignore[assignment]  # a content model
    token["content_model"] = model
    token["is_closed"] = name not in ("script", "style") and (tag[4] is not None or name in WITHOUT_BODY)
    return token


def parse_element(
    parser: BlockParser, tag: Match[str], state: BlockState, siblings: list[Token], *, raw_depth: int
) -> int:
    token = begin_element(tag, state, siblings, in_raw=raw_depth > 0)
    return finish_element(parser, token, state, tag.end(), raw_depth=raw_depth)


def finish_element(parser: BlockParser, token: Token, state: BlockState, end: int, *, raw_depth: int) -> int:
    """The end of the element whose start tag ends at `end`, and of the line where nothing else follows.

    raw_depth: how many raw elements are open around it.
    """
    src, name, model = state.src, token["name"], token["content_model"]
    if name in ("script", "style"):
        end = read_verbatim(state, token, end)
        return after_space(src, end) if model == "block" else end
    if model == "block":
        end = after_space(src, end)
    if token["is_closed"]:
        return end
    if model == "block":
        end = read_blocks(parser, state, token, end, raw_depth)
    elif model == "span":
        end, text = read_until_end_tag(state, name, end)
        if text:
            token["text"] = text
    else:
        end = read_raw(parser, state, token, end)
    return end if raw_depth else after_space(src, end)


def nests(token: Token) -> bool:
    """Whether the content is to be read as that of the raw element around."""
    return (
        token["content_model"] == "raw"
        and not token["is_closed"]
        and token["name"] not in ("script", "style")
    )


def read_verbatim(state: BlockState, token: Token, pos: int) -> int:
    end, text = read_until_end_tag(state, token["name"], pos)
    if text:
        token["children"].append({"type": "raw", "raw": text})
    return end


def read_until_end_tag(state: BlockState, name: str, pos: int) -> tuple[int, str]:
    """Where the element ends, its end tag included, and its text."""
    found = re.compile(rf"</{re.escape(name)}\s*>", re.A | re.I).search(state.src, pos)
    if found is None:
        state.env.warn(f"Found no end tag for '{name}' - auto-closing it", state.line(pos))
        return state.cursor_max, state.src[pos:]
    return found.end(), state.src[pos : found.start()]


def read_blocks(parser: BlockParser, state: BlockState, token: Token, pos: int, raw_depth: int) -> int:
    child = state.within(token, pos)
    child.nesting += raw_depth
    parser.parse(child)
    if not child.stopped:
        state.env.warn(f"Found no end tag for '{token['name']}' - auto-closing it", state.line(pos))
    return child.cursor


def read_raw(parser: BlockParser, state: BlockState, root: Token, pos: int) -> int:
    """Reads elements, comments and text as they are, to the end tag of `root`."""
    src, version = state.src, state.env.options.kramdown_version
    # Each with the place of its start tag's end.
    open_elements = [(root, pos)]
    while found := RAW_START_RE.search(src, pos):
        siblings, at = open_elements[-1][0]["children"], found.start()
        add_text(siblings, src[pos:at])
        if (pos := read_markup(siblings, state, at)) > at:
            continue
        if (tag := TAG_RE.match(src, at)) and state.nesting + len(open_elements) < DEEPEST:
            pos = tag.end()
            token = begin_element(tag, state, siblings, in_raw=True)
            if nests(token):
                open_elements.append((token, pos))
            else:
                pos = finish_element(parser, token, state, pos, raw_depth=len(open_elements))
        elif close := CLOSE_RE.match(src, at):
            pos = close.end()
            name = open_elements[-1][0]["name"]
            if name == (close[1].lower() if is_known(name, version) else close[1]):
                open_elements.pop()
                if not open_elements:
                    return pos
            else:
                add_text(siblings, close[0])
                state.env.warn(f"Found invalidly used HTML closing tag for '{close[1]}'", state.line(at))
        else:
            add_text(siblings, src[at])
            pos = at + 1
    add_text(open_elements[-1][0]["children"], src[pos:])
    for token, start in reversed(open_elements):
        state.env.warn(f"Found no end tag for '{token['name']}' - auto-closing it", state.line(start))
    return state.cursor_max


def read_markup(siblings: list[Token], state: BlockState, at: int) -> int:
    """The end of the comment, instruction or CDATA section at `at`, which is added; `at` if there is none."""
    src = state.src
    if not src.startswith(("<!", "<?"), at) or state.last_of(MARKUP_END_RE) < at:
        return at
    if comment := COMMENT_RE.match(src, at):
        siblings.append({"type": "xml_comment", "raw": comment[0], "category": "block"})
        return comment.end()
    if instruction := INSTRUCTION_RE.match(src, at):
        siblings.append({"type": "xml_pi", "raw": instruction[0], "category": "block"})
        return instruction.end()
    if state.env.new and (cdata := CDATA_RE.match(src, at)):
        siblings.append({"type": "text", "raw": cdata[1]})
        return cdata.end()
    return at


def add_text(siblings: list[Token], text: str) -> None:
    if not text:
        return
    if siblings and siblings[-1]["type"] == "text":
        siblings[-1]["raw"] += text
    else:
        siblings.append({"type": "text", "raw": text})
