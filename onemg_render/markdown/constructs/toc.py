"""Tables of contents: a list followed by `{:toc}` gives way to one.

kramdown: converter/html.rb (convert_ul, generate_toc_tree), converter/base.rb (in_toc?).
"""

from onemg_render.markdown.constructs import footnote
from onemg_render.markdown.constructs import list as lists
from onemg_render.markdown.constructs.paragraph import refs
from onemg_render.markdown.document import Token
from onemg_render.markdown.renderer import Renderer, TocEntry
from onemg_render.util.patterns import regex

NO_TOC_RE = regex(r"\bno_toc\b")


def draw_list(renderer: Renderer, token: Token, indent: int) -> str:
    """A list, or what holds the place of the table of contents or of the footnotes."""
    collected = renderer.collected
    named = refs(token)
    if "toc" in named and collected.toc_list is None:
        collected.toc_list, collected.toc_place = token, renderer.place("toc")
        return collected.toc_place
    if "footnotes" in named and not collected.footnotes_place:
        return footnote.place_list(renderer)
    return lists.draw(renderer, token, indent)


def note(renderer: Renderer, header: Token, identifier: str) -> None:
    """Keeps the header for the table of contents if it belongs there."""
    if header["level"] in renderer.options.toc_levels and not NO_TOC_RE.search(
        header["attrs"].get("class", "")
    ):
        renderer.collected.toc.append(TocEntry(header["level"], identifier, header["children"]))


def draw(renderer: Renderer) -> str:
    """The table of contents of the headers met."""
    collected = renderer.collected
    if collected.toc_list is None or not collected.toc:
        return ""
    kind, attrs = collected.toc_list["type"], dict(collected.toc_list["attrs"])
    if attrs.get("id") is None:
        attrs["id"] = "markdown-toc"
    root: Token = {"type": kind, "attrs": attrs, "children": []}
    stack: list[tuple[int, Token]] = [(0, root)]
    for entry in collected.toc.copy():
        while stack[-1][0] >= entry.level:
            stack.pop()
        siblings = stack[-1][1]
        below: Token = {"type": kind, "attrs": {}, "children": []}
        siblings["children"].append(item_of(entry, attrs["id"]))
        if siblings is not root and len(siblings["children"]) == 1:
            stack[-2][1]["children"][-1]["children"].append(siblings)
        stack.append((entry.level, below))
    return lists.draw(renderer, root, 0)


def item_of(entry: TocEntry, prefix: str) -> Token:
    link: Token = {
        "type": "a",
        "attrs": {"href": f"#{entry.identifier}", "id": f"{prefix}-{entry.identifier}"},
        "children": bare(entry.children),
    }
    return {
        "type": "li",
        "attrs": {},
        "children": [{"type": "p", "transparent": True, "attrs": {}, "children": [link]}],
    }


def bare(tokens: list[Token]) -> list[Token]:
    """The tokens without footnotes, and with what links hold in place of the links."""
    kept: list[Token] = []
    for token in tokens:
        if token["type"] == "footnote":
            continue
        children = bare(token["children"]) if "children" in token else None
        if token["type"] == "a":
            kept += children or []
        else:
            kept.append(token if children is None else {**token, "children": children})
    return kept
