"""Tables: with and without header, alignment, several bodies, footer.

kramdown: parser/kramdown/table.rb, converter/html.rb (convert_table, convert_td).
"""

import re
from re import Match

from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.document import Token
from onemg_render.markdown.renderer import STEP, Renderer
from onemg_render.markdown.spans import SpanParser, SpanState
from onemg_render.util.patterns import regex

PIPE_CHECK = r"(?:\||.*?[^\\\n]\|)"
# The look ahead for any bar is quick, and lets most lines go.
PATTERN = rf" {{0,3}}(?=\S)(?=[^\n|]*+\|){PIPE_CHECK}"

PIPE_CHECK_RE = regex(PIPE_CHECK)
LEADING_PIPE_RE = regex(r"\s*\|", re.A)
SEPARATOR_RE = regex(r"(?=[^\n-]*-)([+|: \t-]*[+|:-])[ \t]*\n")
FOOTER_RE = regex(r"(?=[^\n=]*=)[+|: \t=]*\n")
ROW_RE = regex(r"(.*?)[ \t]*\n")
ALIGN_RE = regex(r"[ \t]?(:?)-+(:?)[ \t]?")
CODE_TAG_RE = regex(r"(<code.*?>.*?</code>)")
BAR_RE = regex(r"(?<!\\)\|")
BACKTICKS_RE = regex(r"`+")
ALIGNMENTS = {("", ""): "default", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}
NBSP = 160


class TableReader:
    """Collects the rows of a table, part by part."""

    def __init__(self, parser: BlockParser, state: BlockState, *, leading_pipe: bool) -> None:
        self.spans = parser.spans
        self.state = state
        self.leading_pipe = leading_pipe
        self.parts: list[Token] = []
        self.rows: list[Token] = []
        self.alignment: list[str] = []
        self.has_footer = False
        self.columns = 0

    def read(self, pos: int) -> int:
        """The end of the lines that look like rows of the table."""
        src = self.state.src
        while pos < self.state.cursor_max and PIPE_CHECK_RE.match(src, pos):
            if found := SEPARATOR_RE.match(src, pos):
                self.separate(found[1])
            elif found := FOOTER_RE.match(src, pos):
                if self.rows:
                    self.add_part("tbody", force=True)
                self.has_footer = True
            elif found := ROW_RE.match(src, pos):
                self.add_row(found[1])
            else:
                break
            pos = found.end()
        return pos

    def separate(self, line: str) -> None:
        if not self.rows:
            return
        if self.alignment or self.has_footer:
            self.add_part("tbody")
        else:
            self.add_part("thead")
            self.alignment = [ALIGNMENTS[left, right] for left, right in ALIGN_RE.findall(line)]

    def add_part(self, kind: str, *, force: bool = False) -> None:
        """Puts the rows so far into a part; after a footer line bodies are none of their own."""
        if not self.has_footer or kind != "tbody" or force:
            self.parts.append({"type": kind, "attrs": {}, "children": self.rows})
            self.rows = []

    def add_row(self, line: str) -> None:
        cells = split_cells(line, self.spans, self.state)
        if self.leading_pipe and cells and not cells[0].strip(SPACE):
            del cells[0]
        if cells and not cells[-1].strip(SPACE):
            del cells[-1]
        self.columns = max(self.columns, len(cells))
        children = [{"type": "td", "attrs": {}, "text": cell.strip(SPACE)} for cell in cells]
        self.rows.append({"type": "tr", "attrs": {}, "children": children})

    def finish(self) -> bool:
        """Fills up rows and alignment; whether there is a body."""
        if self.rows:
            self.add_part("tfoot" if self.has_footer else "tbody")
        for part in self.parts:
            for row in part["children"]:
                missing = self.columns - len(row["children"])
                row["children"] += [{"type": "td", "attrs": {}, "children": []} for _ in range(missing)]
        self.alignment = [*self.alignment, *["default"] * self.columns][: self.columns]
        return any(part["type"] == "tbody" for part in self.parts)


def split_cells(line: str, spans: SpanParser, state: BlockState) -> list[str]:
    """The texts between bars, but for those in code spans and `code` tags."""
    cells: list[str] = []
    for index, piece in enumerate(CODE_TAG_RE.split(line) if "<code" in line else (line,)):
        if index % 2:
            extend(cells, piece)
            continue
        if "`" not in piece:
            if piece:
                extend(cells, *bars_split(piece))
            continue
        for token in span_tokens(spans, state, piece, ("codespan",)):
            if token["type"] == "text":
                extend(cells, *bars_split(token["raw"]))
            else:
                delimiter = max(BACKTICKS_RE.findall(token["raw"]), default="") + "`"
                space = " " if len(delimiter) > 1 else ""
                extend(cells, f"{delimiter}{space}{token['raw']}{space}{delimiter}")
    return cells


def bars_split(text: str) -> list[str]:
    return [cell.replace("\\|", "|") for cell in BAR_RE.split(text)]


def extend(cells: list[str], first: str, *others: str) -> None:
    """The first text goes on in the last cell."""
    if cells:
        cells[-1] += first
    else:
        cells.append(first)
    cells.extend(others)


def span_tokens(spans: SpanParser, state: BlockState, text: str, rules: tuple[str, ...]) -> list[Token]:
    child = SpanState(state.env)
    child.src = text
    return spans.parse(child, rules)


def parse(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    if not state.after_boundary():
        return None
    src, start = state.src, match.start()
    # Taken even if this turns out to be no table; the paragraph goes without.
    ial, state.block_ial = state.block_ial, None
    reader = TableReader(parser, state, leading_pipe=LEADING_PIPE_RE.match(src, start) is not None)
    first = SEPARATOR_RE.match(src, start)
    end = reader.read(first.end() if first else start)
    if not state.before_boundary(end) or not has_pipes(parser.spans, state, src[start : end - 1]):
        return None
    if not reader.finish():
        state.env.warn("Found table without body - ignoring it", state.line())
        return None
    token: Token = {"type": "table", "attrs": {}, "alignment": reader.alignment, "children": reader.parts}
    if ial is not None:
        token["ial"] = ial
    state.tokens.append(token)
    return end


def has_pipes(spans: SpanParser, state: BlockState, text: str) -> bool:
    """Whether there is a bar outside of code on each line, as far as kramdown looks."""
    tokens: list[Token] = [{"type": "text", "raw": text}]
    if "`" in text or "<" in text:
        tokens = span_tokens(spans, state, text, ("codespan", "html_span"))
    found = False
    for token in tokens:
        if "name" not in token and "raw" not in token:
            continue
        lines = str(token.get("name") or token["raw"]).rstrip("\n").split("\n")
        if lines == [""]:
            lines = []
        if token["type"] == "codespan":
            if len(lines) > 2 or (len(lines) == 2 and not found):
                break
            if len(lines) == 2:
                found = False
        else:
            if len(lines) > 1 and not found and not PIPE_CHECK_RE.match(lines[0]):
                break
            found = (found and len(lines) <= 1) or bool(lines and PIPE_CHECK_RE.match(lines[-1]))
    return found


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    alignment = token.get("alignment", [])
    body = "".join(draw_part(renderer, part, alignment, indent + STEP) for part in token["children"])
    return renderer.indented_block("table", token["attrs"], body, indent)


def draw_part(renderer: Renderer, token: Token, alignment: list[str], indent: int) -> str:
    """A head, body or foot; a row or cell that stands outside of any is drawn as it is."""
    if token["type"] not in ("thead", "tbody", "tfoot"):
        return renderer.inner([token], indent)
    cell = "th" if token["type"] == "thead" else "td"
    rows = [draw_row(renderer, row, cell, alignment, indent + STEP) for row in token["children"]]
    return renderer.indented_block(token["type"], token["attrs"], "".join(rows), indent)


def draw_row(renderer: Renderer, token: Token, cell: str, alignment: list[str], indent: int) -> str:
    if token["type"] != "tr":
        return renderer.inner([token], indent)
    aligned = [*alignment, *["default"] * len(token["children"])]
    cells = [
        draw_cell(renderer, child, cell, align, indent + STEP)
        for child, align in zip(token["children"], aligned, strict=False)
    ]
    return renderer.indented_block("tr", token["attrs"], "".join(cells), indent)


def draw_cell(renderer: Renderer, token: Token, name: str, align: str, indent: int) -> str:
    if token["type"] != "td":
        return renderer.inner([token], indent)
    attrs = token["attrs"]
    if align != "default":
        style = f"{attrs['style']}; " if "style" in attrs else ""
        attrs = {**attrs, "style": f"{style}text-align: {align}"}
    body = renderer.inner(token["children"], indent + STEP) or renderer.character(NBSP)
    return renderer.block(name, attrs, body, indent)


def draw_stray(renderer: Renderer, token: Token, indent: int) -> str:
    """A part, row or cell outside of a table, such as `html_to_native` can leave."""
    name = token["type"]
    return renderer.indented_block(
        name, token["attrs"], renderer.inner(token["children"], indent + STEP), indent
    )
