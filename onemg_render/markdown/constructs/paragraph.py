"""Paragraphs, which take what no other block wants.

kramdown: parser/kramdown/paragraph.rb; what ends one under GFM's quirk `paragraph_end`: parser/gfm.rb.
"""

from re import Match

from onemg_render.markdown.attributes import html_attributes
from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.document import Document, Token
from onemg_render.markdown.patterns import DEFINITION_START, EOB_MARKER, IAL_LINE, lazy
from onemg_render.markdown.renderer import STEP, Renderer

PATTERN = r" {0,3}[^ \t]"


def end(version: str, *, quirk: bool) -> str:
    """What ends a paragraph; with the quirk any block that needs no blank line before it."""
    if not quirk:
        return rf"(?:{lazy(version).end}|{DEFINITION_START})"
    return (
        rf"(?:\s*\n| {{0,3}}(?:(?=[{{<])(?:{IAL_LINE}|{lazy(version).html})"
        r"|(?:[+*:-]|\d+\.)[\t| ]|>|[~`]{3})"
        rf"|#{{1,6}}[\t ]|{EOB_MARKER}|\Z)"
    )


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int:
    src, pos, ends = state.src, match.start(), parser.paragraph_ends.match
    end = src.find("\n", pos) + 1
    while not ends(src, end):
        end = src.find("\n", end) + 1
    text = src[pos:end].rstrip(SPACE)
    last = state.tokens[-1] if state.tokens else None
    if last is not None and last["type"] == "p":
        # The line break that the first part lost when it was stripped.
        joint = "  \n" if pos > 2 and src.startswith("  \n", pos - 3) else "\n"
        go_on(state.env, last, joint, text)
    else:
        state.add({"type": "p", "attrs": {}, "text": text.lstrip(SPACE), "line": state.line()})
    return end


def go_on(document: Document, paragraph: Token, joint: str, text: str) -> None:
    """Adds a text to the paragraph, which has elements in place of one if it was made from HTML."""
    if "text" in paragraph:
        paragraph["text"] += joint + text
    elif paragraph["children"] and paragraph["children"][-1]["type"] == "raw_text":
        paragraph["children"][-1]["text"] += joint + text
    else:
        document.has_stray_text = True
        paragraph["children"].append({"type": "raw_text", "text": text})


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    children = token["children"]
    if token.get("transparent"):
        return renderer.inner(children, indent + STEP)
    if len(children) == 1 and children[0]["type"] == "img" and "standalone" in refs(children[0]):
        return draw_standalone_image(renderer, token, indent)
    return renderer.block("p", token["attrs"], renderer.inner(children, indent + STEP), indent)


def refs(token: Token) -> list[str]:
    """The names of attribute list definitions in the list that follows the token."""
    found: list[str] = token["ial"].refs if "ial" in token else []
    return found


def draw_standalone_image(renderer: Renderer, token: Token, indent: int) -> str:
    figure, image = dict(token["attrs"]), dict(token["children"][0]["attrs"])
    for key in ("class", "id"):
        if key in image and key not in figure:
            figure[key] = image.pop(key)
    space = " " * (indent + STEP)
    body = f"{space}<img{html_attributes(image)} />\n{space}<figcaption>{image['alt']}</figcaption>\n"
    return renderer.indented_block("figure", figure, body, indent)
