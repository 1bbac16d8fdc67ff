"""Abbreviations: defined anywhere, marked wherever they stand as words.

kramdown: parser/kramdown/abbreviation.rb, converter/html.rb (convert_abbreviation).
"""

import re
from re import Match, Pattern

from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.document import Document, Token
from onemg_render.markdown.renderer import Renderer
from onemg_render.util.patterns import regex

PATTERN = r" {0,3}\*\[(.+?)\]:(.*?)\n"
# Unicode's separators, which the `\p{Z}` of kramdown 2.5 takes for spaces too.
SEPARATORS = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
SPACES_RE = regex(rf"[\s{SEPARATORS}]+", re.A)


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int:
    name, known = match[1], state.env.abbreviations
    if name in known.titles:
        state.env.warn(f"Duplicate abbreviation ID '{name}' - overwriting", state.line())
    known.titles[name] = match[2].strip(SPACE)
    known.tokens[name] = state.add({"type": "eob", "marks": "abbrev_def", "attrs": {}})
    return match.end()


def mark(document: Document, tokens: list[Token]) -> None:
    """Marks the abbreviations in all texts below, but for the content of raw HTML."""
    names = sorted(document.abbreviations.titles, key=len, reverse=True)
    name = re.compile("|".join(written(name, new=document.new) for name in names), re.A)
    # A word: what stands before is no letter of ASCII, or it begins a line.
    word = re.compile(rf"(?=(?:\W|^)(?:{name.pattern})(?!\w))", re.A | re.M)
    next_word = re.compile(rf"(?:{name.pattern})(?!\w)", re.A)
    todo = [(tokens, False)]
    while todo:
        siblings, raw = todo.pop()
        if not raw and any(token["type"] == "text" and name.search(token["raw"]) for token in siblings):
            siblings[:] = [piece for token in siblings for piece in marked(token, name, word, next_word)]
        for token in siblings:
            if "children" in token:
                todo.append((token["children"], token.get("content_model") == "raw"))


def written(name: str, *, new: bool) -> str:
    escaped = re.escape(name)
    return re.sub(r"\\?\s", rf"[\\s{SEPARATORS}]+", escaped) if new else escaped


def marked(token: Token, name: Pattern[str], word: Pattern[str], next_word: Pattern[str]) -> list[Token]:
    if token["type"] != "text":
        return [token]
    text, pos = token["raw"], 0
    pieces: list[Token] = []
    while True:
        found = (next_word.match(text, pos) if pos else None) or word.search(text, pos)
        if found is None:
            break
        start = found.start()
        abbreviation = name.match(text, start) or name.match(text, start + 1)
        if abbreviation is None:
            break
        pieces.append({"type": "text", "raw": text[pos : abbreviation.start()]})
        pieces.append({"type": "abbreviation", "raw": abbreviation[0]})
        pos = abbreviation.end()
    pieces.append({"type": "text", "raw": text[pos:]})
    return pieces


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    known, name = renderer.document.abbreviations, token["raw"]
    if name not in known.titles:
        name = SPACES_RE.sub(" ", name)
    attrs = dict(known.tokens[name]["attrs"]) if name in known.tokens else {}
    if known.titles.get(name):
        attrs["title"] = known.titles[name]
    return renderer.span("abbr", attrs, token["raw"])
