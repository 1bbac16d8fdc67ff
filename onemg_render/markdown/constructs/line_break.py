r"""Line breaks: two spaces or two backslashes before a line feed, in GFM one backslash or, if so wanted,
nothing.

kramdown: parser/kramdown/line_break.rb; kramdown-parser-gfm: parser/gfm.rb (update_elements,
update_text_type).
"""

from re import Match

from onemg_render.markdown.document import Token
from onemg_render.markdown.html_tags import words
from onemg_render.markdown.renderer import Renderer
from onemg_render.markdown.spans import SpanParser, SpanState

PATTERN = r"(?:  |\\\\)(?=\n)"
BLOCKS = words("p header blockquote codeblock ul ol li dl dt dd table td hr")


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    state.append_token({"type": "br", "attrs": {}})
    return match.end()


def break_lines(tokens: list[Token], mark: str) -> None:
    """Breaks all texts below at `mark`, but none inside of HTML elements or headers whose ID was made."""
    todo: list[tuple[list[Token], bool]] = [(tokens, False)]
    while todo:
        siblings, in_block = todo.pop()
        if any(token["type"] == "text" and mark in token["raw"] for token in siblings):
            last = siblings[-1]
            siblings[:] = [
                piece
                for token in siblings
                for piece in broken(token, mark, ends_block=in_block and token is last)
            ]
        for token in siblings:
            if "children" in token and token["type"] != "html_element" and not token.get("id_made"):
                todo.append((token["children"], token["type"] in BLOCKS))


def broken(token: Token, mark: str, *, ends_block: bool) -> list[Token]:
    """The lines of a text with breaks between; none for an empty last line at the end of a block."""
    if token["type"] != "text" or mark not in token["raw"]:
        return [token]
    lines = token["raw"].split(mark)
    breaks = len(lines) - 1 - (1 if ends_block and not lines[-1] else 0)
    pieces: list[Token] = []
    for index, line in enumerate(lines):
        pieces.append({"type": "text", "raw": f"\n{line}" if index else line})
        if index < breaks:
            pieces.append({"type": "br", "attrs": {}})
    return pieces


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    return "<br />"
