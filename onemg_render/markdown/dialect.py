"""The dialect: every construct with its place among the others, put together for one set of options.

kramdown: parser/kramdown.rb (order of parsers); kramdown-parser-gfm: parser/gfm.rb (what it changes). A
construct is a file in `constructs/` and its lines in these tables.
"""

import sys
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from mistune import Markdown
from mistune.block_parser import BlockParser as MistuneBlockParser
from mistune.core import BlockState as MistuneBlockState
from mistune.inline_parser import InlineParser

from onemg_render.markdown.blocks import BlockParser
from onemg_render.markdown.constructs import (
    abbreviation,
    autolink,
    blank_line,
    blockquote,
    codeblock,
    codespan,
    content,
    definition_list,
    emphasis,
    entity,
    eob,
    escaped_chars,
    extensions,
    footnote,
    header,
    horizontal_rule,
    html_block,
    html_element,
    html_span,
    line_break,
    link,
    math,
    paragraph,
    smart_quotes,
    strikethrough,
    table,
    task_list,
    text,
    toc,
    typographic,
)
from onemg_render.markdown.constructs import (
    list as lists,
)
from onemg_render.markdown.document import Document, Token
from onemg_render.markdown.options import SMARTY_PANTS, Options
from onemg_render.markdown.patterns import INDENT
from onemg_render.markdown.protocols import Highlight
from onemg_render.markdown.renderer import Draw, Renderer
from onemg_render.markdown.resolve import resolve
from onemg_render.markdown.rules import Parse
from onemg_render.markdown.spans import SpanParser

# Enough for DEEPEST blocks in one another with as many spans in the innermost.
MOST_CALLS = 20_000


class Block(NamedTuple):
    """A block rule. starts: the characters it can begin with after its indentation; empty for any."""

    name: str
    pattern: str
    parse: Parse
    starts: str = ""


class Span(NamedTuple):
    """A span rule. starts: the characters where it is tried; searches: what finds its places in a text."""

    name: str
    pattern: str
    parse: Parse
    starts: str
    searches: tuple[str, ...]


FENCED = Block("codeblock_fenced", codeblock.FENCE, codeblock.parse_fenced, "~")
FENCED_GFM = Block("codeblock_fenced", codeblock.FENCE_GFM, codeblock.parse_fenced, "~`")
ATX = Block("atx_header", header.ATX_PATTERN, header.parse_atx, "#")
ATX_GFM = Block("atx_header", header.ATX_PATTERN_GFM, header.parse_atx, "#")
ATX_GFM_ANYWHERE = Block("atx_header", header.ATX_PATTERN_GFM, header.parse_atx_anywhere, "#")
LIST = Block("list", lists.PATTERN, lists.parse, "+*-0123456789")
HTML_BLOCK = Block("html_block", html_block.PATTERN, html_block.parse, "<")
CONTENT = Block("content", content.PATTERN, content.parse)
TASK_LIST = Block("list", lists.PATTERN, task_list.parse, "+*-0123456789")


def block_rules(options: Options) -> tuple[Block, ...]:
    if options.input == SMARTY_PANTS:
        return (HTML_BLOCK, CONTENT)
    gfm = options.input == "GFM"
    atx = ATX if not gfm else ATX_GFM_ANYWHERE if "paragraph_end" in options.gfm_quirks else ATX_GFM
    return (
        Block("blank_line", blank_line.PATTERN, blank_line.parse, blank_line.STARTS),
        Block("codeblock", INDENT, codeblock.parse_indented, " \t"),
        FENCED_GFM if gfm else FENCED,
        Block("blockquote", blockquote.PATTERN, blockquote.parse, ">"),
        atx,
        Block("horizontal_rule", horizontal_rule.PATTERN, horizontal_rule.parse, "*-_"),
        TASK_LIST if gfm else LIST,
        Block("definition_list", definition_list.PATTERN, definition_list.parse, ":"),
        HTML_BLOCK,
        Block("setext_header", header.SETEXT_PATTERN, header.parse_setext),
        Block("block_math", math.BLOCK_PATTERN, math.parse_block, "\\$"),
        Block("table", table.PATTERN, table.parse),
        Block("footnote_definition", footnote.DEFINITION_PATTERN, footnote.parse_definition, "["),
        Block("link_definition", link.DEFINITION_PATTERN, link.parse_definition, "["),
        Block("abbreviation", abbreviation.PATTERN, abbreviation.parse, "*"),
        Block("block_extensions", extensions.BLOCK_PATTERN, extensions.parse_block, "{"),
        Block("eob_marker", eob.PATTERN, eob.parse, "^"),
        Block("paragraph", paragraph.PATTERN, paragraph.parse),
    )


EMPHASIS = Span("emphasis", emphasis.PATTERN, emphasis.parse, "*_", (r"\*", "_"))
CODESPAN = Span("codespan", codespan.PATTERN, codespan.parse, "`", ("`",))
AUTOLINK = Span("autolink", autolink.PATTERN, autolink.parse, "<", ("<",))
HTML_SPAN = Span("html_span", html_span.PATTERN, html_span.parse, "<", ("<",))
FOOTNOTE = Span("footnote", footnote.PATTERN, footnote.parse, "[", (r"\[",))
LINK = Span("link", link.PATTERN, link.parse, "[!", (r"\[", r"!\["))
# A quote can follow these characters where their own constructs let it: it then takes both.
SMART_QUOTES = Span("smart_quotes", smart_quotes.PATTERN, smart_quotes.parse, "\"'<&$]", ('"', "'"))
MATH = Span("inline_math", math.SPAN_PATTERN, math.parse_span, "$", (r"\$",))
EXTENSIONS = Span("span_extensions", extensions.SPAN_PATTERN, extensions.parse_span, "{", (r"\{:",))
ENTITY = Span("entity", entity.PATTERN, entity.parse, "&", ("&",))
TYPOGRAPHIC = Span(
    "typographic", typographic.PATTERN, typographic.parse, "-.\\<>", ("--", r"\.\.\.", r"\\", "<", ">>")
)
LINE_BREAK = Span("line_break", line_break.PATTERN, line_break.parse, "\\\n", (r"\\", r"\n(?<=  \n)"))
ESCAPED = Span("escaped_chars", escaped_chars.PATTERN, escaped_chars.parse, "\\", (r"\\",))
ESCAPED_GFM = ESCAPED._replace(pattern=escaped_chars.PATTERN_GFM)
STRIKETHROUGH = Span("strikethrough", strikethrough.PATTERN, strikethrough.parse, "~", ("~~",))


def span_rules(options: Options) -> tuple[Span, ...]:
    if options.input == SMARTY_PANTS:
        return (SMART_QUOTES, ENTITY, TYPOGRAPHIC, HTML_SPAN)
    gfm = options.input == "GFM"
    rules = [EMPHASIS, CODESPAN, AUTOLINK, HTML_SPAN, FOOTNOTE, LINK, SMART_QUOTES, MATH, EXTENSIONS, ENTITY]
    if not (gfm and "no_auto_typographic" in options.gfm_quirks):
        rules.append(TYPOGRAPHIC)
    if not (gfm and options.hard_wrap):
        rules.append(LINE_BREAK)
    return (*rules, ESCAPED_GFM, STRIKETHROUGH) if gfm else (*rules, ESCAPED)


DRAWS: Mapping[str, Draw] = {
    "text": text.draw,
    "p": paragraph.draw,
    "blank": blank_line.draw,
    "header": header.draw,
    "codeblock": codeblock.draw,
    "blockquote": blockquote.draw,
    "hr": horizontal_rule.draw,
    "ul": toc.draw_list,
    "ol": toc.draw_list,
    "li": lists.draw_item,
    "dl": definition_list.draw,
    "dt": definition_list.draw_term,
    "dd": definition_list.draw_item,
    "table": table.draw,
    "thead": table.draw_stray,
    "tbody": table.draw_stray,
    "tfoot": table.draw_stray,
    "tr": table.draw_stray,
    "td": table.draw_stray,
    "th": table.draw_stray,
    "html_element": html_element.draw,
    "xml_comment": html_element.draw_markup,
    "xml_pi": html_element.draw_markup,
    "math": math.draw,
    "comment": extensions.draw_comment,
    "raw": extensions.draw_raw,
    "em": emphasis.draw,
    "strong": emphasis.draw,
    "codespan": codespan.draw,
    "a": link.draw,
    "img": link.draw_image,
    "br": line_break.draw,
    "footnote": footnote.draw,
    "abbreviation": abbreviation.draw,
    "smart_quote": smart_quotes.draw,
    "typographic": typographic.draw,
    "entity": entity.draw,
}


class Dialect(Markdown):
    """kramdown as one of mistune's `Markdown`: `block`, `inline`, `renderer`, `use(plugin)` and hooks as
    there.

    options and highlight: as for `Converter`. `convert` reads one document after the other.
    """

    def __init__(self, options: Options, highlight: Highlight | None = None) -> None:
        self.options = options
        self.spans = SpanParser()
        for span in span_rules(options):
            self.spans.add_rule(span.name, span.pattern, span.parse, span.starts)
            self.spans.searches[span.name] = span.searches
        quirk = options.input == "GFM" and "paragraph_end" in options.gfm_quirks
        paragraph_end = paragraph.end(options.kramdown_version, quirk=quirk)
        self.blocks = BlockParser(options.kramdown_version, paragraph_end, self.spans)
        for block in block_rules(options):
            self.blocks.add_rule(block.name, block.pattern, block.parse, block.starts)
        self.drawing = Renderer(DRAWS, Document(options), highlight)
        super().__init__(self.drawing, cast(MistuneBlockParser, self.blocks), cast(InlineParser, self.spans))

    def convert(self, source: str) -> tuple[str, Document]:
        """The HTML, and the document with its warnings."""
        try:
            return self.convert_once(source)
        except RecursionError:
            # Python's own calls need no stack of the machine's; deep nesting takes more of them than the
            # limit set against endless recursion. Never lowered again, other threads could rely on it.
            sys.setrecursionlimit(max(sys.getrecursionlimit(), MOST_CALLS))
            return self.convert_once(source)

    def convert_once(self, source: str) -> tuple[str, Document]:
        document = Document(self.options, source)
        state = self.blocks.state_cls()
        state.env = document
        html, _ = self.parse(source, state)
        return cast(str, html), document

    def render_state(self, state: MistuneBlockState) -> str:
        document = cast(Document, state.env)
        tokens: list[Token] = state.tokens
        resolve(document, tokens, self.spans, hard_wrap=self.options.hard_wrap)
        self.drawing.begin(document)
        html = self.drawing(tokens, state)
        return self.fill_places(html)

    def fill_places(self, html: str) -> str:
        """Puts footnotes and table of contents where they belong, the former first: they can hold headers."""
        collected = self.drawing.collected
        place = collected.footnotes_place
        footnotes = footnote.draw_list(self.drawing)
        html = html.replace(place, footnotes, 1) if place else html + footnotes
        if collected.toc_place:
            html = html.replace(collected.toc_place, toc.draw(self.drawing), 1)
        return html

    def __call__(self, s: Any) -> str:
        return self.convert(s or "\n")[0]
