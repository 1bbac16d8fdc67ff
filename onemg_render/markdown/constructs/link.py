"""Links and images, inline and by definition.

kramdown: parser/kramdown/link.rb.
"""

import re
from re import Match

from onemg_render.markdown.attributes import apply, html_attributes
from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.constructs import escaped_chars
from onemg_render.markdown.document import LinkDefinition, Token, normalize_link_id
from onemg_render.markdown.renderer import STEP, Renderer
from onemg_render.markdown.spans import DEEPEST, INSIDE, MOST_STEPS, SpanParser, SpanState, Stop
from onemg_render.util.patterns import regex

DEFINITION_PATTERN = (
    r" {0,3}\[([^\n\]]+)\]:[ \t]*(?:<(.*?)>|([^\n]*?\S[^\n]*?))"
    r"(?:(?:[ \t]*?\n|[ \t]+?)[ \t]*?([\"'])(.+?)\4)?[ \t]*?\n"
)
QUOTE_IN_URL_RE = regex(r"[ \t]+[\"']")

PATTERN = r"!?\[(?=[^^])"
STOP_SEARCH = r"\]"
ESCAPED_RE = regex(escaped_chars.PATTERN)
IDENTIFIER_RE = regex(r"\s*?\[([^\]]+)?\]", re.A)
PLAIN_URL_RE = regex(r"\(<(.*?)>")
URL_STOP_RE = regex(r"[()]|\s(?=['\"])", re.A)
TITLE_RE = regex(r"\s*?([\"'])((?s:.+?))\1\s*?\)", re.A)
# What has to follow the text of a link that is not its own identifier.
TAIL_RE = regex(r"\](?:\(|\s*?\[)", re.A)
# How much longer than its identifier the text of a link may be, by white space that counts for one space.
MOST_TEXT = 1000


def parse_definition(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    identifier, plain, other, _, title = match.groups()
    if other and QUOTE_IN_URL_RE.search(other):
        return None
    identifier = normalize_link_id(identifier)
    if identifier in state.env.links:
        state.env.warn(f"Duplicate link ID '{identifier}' - overwriting", state.line())
    token = state.add({"type": "eob", "marks": "link_def"})
    state.env.longest_link = max(state.env.longest_link, len(identifier))
    state.env.links[identifier] = LinkDefinition(other if plain is None else plain, title, token)
    return match.end()


class BracketStop(Stop):
    """The bracket that closes the text: brackets inside count, those of images in it do not."""

    starts = "[]!"

    def __init__(self) -> None:
        self.count = 1

    def met(self, state: SpanState, at: int) -> bool:
        state.attempts.steps += 1
        self.count += -1 if state.src[at] == "]" else 1
        images = sum(token["type"] == "img" for token in state.tokens)
        return bool(self.count == images)


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    kind = "img" if match[0] == "![" else "a"
    if not (kind == "a" and state.around & INSIDE["a"]) and is_promising(state, match.end()):
        key = ("link", kind, state.around)
        dead = state.attempts.dead.setdefault(key, set())
        if match.start() not in dead:
            end = attempt(parser, state, kind, match.end())
            if end is not None:
                return end
            dead.add(match.start())
    state.text.append(match[0])
    return match.end()


def is_promising(state: SpanState, pos: int) -> bool:
    """Whether an attempt is worth it: a link's end follows somewhere, or the text up to `]` is defined."""
    if state.depth >= DEEPEST or state.attempts.steps > MOST_STEPS:
        return False
    if state.last_of(TAIL_RE) >= pos:
        return True
    links, close = state.env.links, state.src.find("]", pos)
    if not links or not 0 <= close - pos <= MOST_TEXT + 2 * state.env.longest_link:
        return False
    # Identifiers of the option link_defs may hold brackets, those of definitions may not.
    return bool(state.env.options.link_defs) or identifier_of(state.src[pos:close]) in links


def identifier_of(text: str) -> str:
    return normalize_link_id(unescaped(text))


def unescaped(text: str) -> str:
    return ESCAPED_RE.sub(r"\1", text) if "\\" in text else text


def attempt(parser: SpanParser, state: SpanState, kind: str, pos: int) -> int | None:
    """The end of the link whose text begins at `pos`, appended to the state; None if it is none."""
    src = state.src
    child = state.inside(kind)
    if not parser.read(child, pos, parser.reading(stop=STOP_SEARCH), BracketStop()):
        return None
    text = unescaped(src[pos : child.pos])
    close = child.pos + 1
    identifier = IDENTIFIER_RE.match(src, close)
    if identifier or not src.startswith("(", close):
        named = identifier[1] if identifier else None
        definition = state.env.links.get(normalize_link_id(named or text))
        if definition is None:
            if not named:
                state.env.warn(
                    f"No link definition for link ID '{normalize_link_id(text)}' found", state.line()
                )
            return None
        add(state, child, text, definition)
        return identifier.end() if identifier else close
    found = destination(src, close)
    if found is None:
        return None
    url, title, end = found
    add(state, child, text, LinkDefinition(url, title))
    return end


def destination(src: str, pos: int) -> tuple[str, str | None, int] | None:
    """URL, title and end of what stands in parentheses from `pos` on."""
    if plain := PLAIN_URL_RE.match(src, pos):
        url, end = plain[1], plain.end()
        if src.startswith(")", end):
            return url, None, end + 1
    elif src.find(")", pos) < 0:
        return None
    else:
        end, depth = pos, 0
        while stop := URL_STOP_RE.search(src, end):
            end = stop.end()
            if stop[0] == "(":
                depth += 1
            elif stop[0] == ")":
                depth -= 1
                if depth == 0:
                    break
            else:
                break
        url = src[pos + 1 : end - 1].strip(SPACE)
        if depth == 0:
            return url, None, end
    title = TITLE_RE.match(src, end)
    return (url, title[2], title.end()) if title else None


def add(state: SpanState, child: SpanState, text: str, definition: LinkDefinition) -> None:
    attrs: dict[str, str] = {}
    token: Token = {"type": child.kind, "attrs": attrs}
    if definition.token is not None and "ial" in definition.token:
        token["ial"] = definition.token["ial"]
        apply(attrs, token["ial"], state.env.attribute_lists)
    if child.kind == "a":
        attrs["href"] = definition.url
        token["children"] = child.finish()
    else:
        attrs["src"] = definition.url
        attrs["alt"] = text
    if definition.title is not None:
        attrs["title"] = definition.title
    state.append_token(token)


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    return renderer.span("a", token["attrs"], renderer.inner(token["children"], indent + STEP))


def draw_image(renderer: Renderer, token: Token, indent: int) -> str:
    return f"<img{html_attributes(token['attrs'])} />"
