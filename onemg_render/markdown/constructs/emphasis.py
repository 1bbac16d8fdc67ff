"""Emphasis with `*` and `_`, strong with two of them.

kramdown: parser/kramdown/emphasis.rb.
"""

from re import Match

from onemg_render.markdown.characters import is_letter, is_letter_or_digit
from onemg_render.markdown.document import Token
from onemg_render.markdown.renderer import STEP, Renderer
from onemg_render.markdown.spans import DEEPEST, INSIDE, MOST_STEPS, SpanParser, SpanState, Stop

PATTERN = r"\*\*?|__?"
SPACE = frozenset(" \t\n\r\f\v")


class EmphasisStop(Stop):
    """The closing delimiter. Attempts that go over the same ground end alike: they share what they know."""

    def __init__(self, delimiter: str, kind: str, state: SpanState) -> None:
        self.delimiter = delimiter
        self.starts = delimiter[0]
        self.single = kind == "em"
        self.dead = state.attempts.dead.setdefault((delimiter, kind, state.around), set())
        self.visited: list[int] = []

    def met(self, state: SpanState, at: int) -> bool:
        src, delimiter = state.src, self.delimiter
        if not (state.tokens or state.text):
            return False
        if at in self.dead:
            self.hopeless = True
            return True
        self.visited.append(at)
        state.attempts.steps += 1
        if not src.startswith(delimiter, at) or src[at - 1] in SPACE:
            return False
        end = at + len(delimiter)
        if self.single and src.startswith(delimiter, end) and not src.startswith(delimiter, end + 1):
            return False
        return delimiter[0] != "_" or end >= len(src) or not is_letter_or_digit(src[end])


def parse(parser: SpanParser, match: Match[str], state: SpanState) -> int:
    delimiter, src, end = match[0], state.src, match.end()
    kind = "strong" if len(delimiter) == 2 else "em"
    if (
        src[end : end + 1] in SPACE
        or state.around & INSIDE[kind]
        or (delimiter[0] == "_" and follows_letter(src, match.start(), new=state.env.new))
        or state.depth >= DEEPEST
        or state.attempts.steps > MOST_STEPS
    ):
        state.text.append(delimiter)
        return end
    after = attempt(parser, state, delimiter, kind, end)
    if after is None and kind == "strong" and state.kind != "em":
        after = attempt(parser, state, delimiter[0], "em", end - 1)
    if after is None:
        state.text.append(delimiter)
        return end
    return after


def attempt(parser: SpanParser, state: SpanState, delimiter: str, kind: str, pos: int) -> int | None:
    """The end of the element whose inside begins at `pos`, appended to the state; None if it has no end."""
    if state.src.find(delimiter, pos) < 0:
        return None
    child, warnings = state.inside(kind), len(state.env.warnings)
    stop = EmphasisStop(delimiter, kind, child)
    if parser.read(child, pos, parser.reading(), stop):
        state.append_token({"type": kind, "attrs": {}, "children": child.finish()})
        return child.pos + len(delimiter)
    stop.dead.update(stop.visited)
    del state.env.warnings[warnings:]
    return None


def follows_letter(src: str, pos: int, *, new: bool) -> bool:
    """Whether a letter stands before, or a letter and a hyphen; since 2.5 underscores may part them."""
    before = src[max(0, pos - 2) : pos]
    if new and before.endswith("_"):
        before = src[:pos].rstrip("_")[-2:]
    if before and is_letter(before[-1]):
        return True
    return len(before) > 1 and before[-1] == "-" and is_letter(before[-2])


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    return renderer.span(token["type"], token["attrs"], renderer.inner(token["children"], indent + STEP))
