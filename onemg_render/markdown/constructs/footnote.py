"""Footnotes: markers in the text, definitions anywhere, the list of them at the end or in place of
`{:footnotes}`.

kramdown: parser/kramdown/footnote.rb, converter/html.rb (convert_footnote, footnote_content).
"""

import re
from functools import cache
from re import Match, Pattern

from onemg_render.markdown.attributes import escape_text
from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.document import FootnoteDefinition, Token
from onemg_render.markdown.patterns import ATTRIBUTE_NAME, INDENT_RE, lazy
from onemg_render.markdown.renderer import DrawnFootnote, Renderer
from onemg_render.markdown.spans import SpanParser, SpanState
from onemg_render.util.patterns import regex

PATTERN = rf"\[\^({ATTRIBUTE_NAME})\]"
DEFINITION_PATTERN = rf" {{0,3}}{PATTERN}:"
NBSP = 160


@cache
def definition(version: str) -> Pattern[str]:
    return regex(rf"{DEFINITION_PATTERN}(.*\n{lazy(version).codeblock})", re.A)


def parse_definition(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    whole = definition(state.env.options.kramdown_version).match(state.src, match.start())
    if whole is None:
        return None
    name, document, line = whole[1], state.env, state.line()
    children = parser.parse_text(INDENT_RE.sub("", whole[2]), state)
    if name in document.footnotes:
        document.warn(f"Duplicate footnote name '{name}' - overwriting", line)
    token = state.add({"type": "eob", "marks": "footnote_def", "attrs": {}})
    document.footnotes[name] = FootnoteDefinition(children, token, line)
    return whole.end()


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    name, document = match[1], state.env
    definition = document.footnotes.get(name)
    if definition is None:
        document.warn(f"Footnote definition for '{name}' not found", state.line())
        state.text.append(match[0])
        return match.end()
    definition.used = True
    state.append_token({"type": "footnote", "name": name, "definition": definition})
    return match.end()


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    options, drawn = renderer.options, renderer.collected.footnotes
    name = options.footnote_prefix + token["name"]
    repeat = ""
    if name in drawn:
        drawn[name].repeats += 1
        repeat = f":{drawn[name].repeats}"
    else:
        drawn[name] = DrawnFootnote(name, token["definition"].children, options.footnote_nr + len(drawn))
    number = str(drawn[name].number)
    if renderer.document.new:
        text = options.footnote_link_text.replace("%s", number)
        return (
            f'<sup id="fnref:{name}{repeat}"><a href="#fn:{name}" class="footnote" rel="footnote" '
            f'role="doc-noteref">{text}</a></sup>'
        )
    return (
        f'<sup id="fnref:{name}{repeat}" role="doc-noteref"><a href="#fn:{name}" class="footnote" '
        f'rel="footnote">{number}</a></sup>'
    )


def draw_list(renderer: Renderer) -> str:
    """All footnotes referred to; drawing one may bring up more."""
    drawn = renderer.collected.footnotes
    items: list[str] = []
    while len(items) < len(drawn):
        items.append(draw_definition(renderer, list(drawn.values())[len(items)]))
    if not items:
        return ""
    start = renderer.options.footnote_nr
    attrs = {"start": str(start)} if start != 1 else {}
    body = renderer.indented_block("ol", attrs, "".join(items), 2)
    return renderer.indented_block("div", {"class": "footnotes", "role": "doc-endnotes"}, body, 0)


def draw_definition(renderer: Renderer, footnote: DrawnFootnote) -> str:
    children, found = with_backlinks(renderer, footnote)
    attrs = {"id": f"fn:{footnote.name}"}
    if not renderer.document.new:
        attrs["role"] = "doc-endnote"
    if not found:
        children = [
            *children,
            {"type": "p", "attrs": {}, "children": backlinks(renderer, footnote, spaced=False)},
        ]
    return renderer.draws["li"](renderer, {"type": "li", "attrs": attrs, "children": children}, 4)


def with_backlinks(renderer: Renderer, footnote: DrawnFootnote) -> tuple[list[Token], bool]:
    """The content with the links back in its last paragraph, and whether there is one."""
    children = footnote.children
    if not children or not (children[-1]["type"] == "p" or renderer.options.footnote_backlink_inline):
        return children, False
    containers = [children]
    while containers[-1] and containers[-1][-1]["type"] not in ("p", "header"):
        containers.append(containers[-1][-1].get("children", []))
    if not containers[-1]:
        return children, False
    # Copied on the way back, for the content can be drawn elsewhere too.
    changed = [*containers[-1][-1]["children"], *backlinks(renderer, footnote, spaced=True)]
    for siblings in reversed(containers):
        changed = [*siblings[:-1], {**siblings[-1], "children": changed}]
    return changed, True


def backlinks(renderer: Renderer, footnote: DrawnFootnote, *, spaced: bool) -> list[Token]:
    text = renderer.options.footnote_backlink
    if not text:
        return []
    text = escape_text(text)
    space = renderer.character(NBSP)
    links = [backlink(space if spaced else "", footnote.name, text)]
    for index in range(1, footnote.repeats + 1):
        links.append(backlink(space, f"{footnote.name}:{index}", f"{text}<sup>{index + 1}</sup>"))
    return [{"type": "raw", "raw": "".join(links)}]


def backlink(space: str, target: str, text: str) -> str:
    return f'{space}<a href="#fnref:{target}" class="reversefootnote" role="doc-backlink">{text}</a>'


def place_list(renderer: Renderer) -> str:
    """What `{:footnotes}` leaves where the list goes."""
    renderer.collected.footnotes_place = renderer.place("footnotes")
    return renderer.collected.footnotes_place
