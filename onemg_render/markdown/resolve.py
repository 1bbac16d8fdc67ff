"""What happens between reading blocks and drawing: spans are read, attribute lists applied, IDs made.

kramdown: parser/kramdown.rb (update_tree), parser/gfm.rb (update_elements).
"""

from collections.abc import Iterator

from onemg_render.markdown.attributes import apply
from onemg_render.markdown.constructs import abbreviation, line_break
from onemg_render.markdown.document import Document, Token
from onemg_render.markdown.entities import named_entity
from onemg_render.markdown.header_ids import GfmIds
from onemg_render.markdown.spans import SpanParser

PLAIN = ("codespan", "math")
CHARACTERS = ("entity", "smart_quote", "typographic")
# What IDs are made for, from the text without its markup.
NAMED = ("header", "dt")
GUILLEMETS = {"laquo_space": "«\u00a0", "raquo_space": "\u00a0»"}


def resolve(document: Document, tokens: list[Token], spans: SpanParser, *, hard_wrap: bool) -> None:
    """Completes the tokens of a document, in place."""
    headers = read_spans(document, tokens, spans)
    mark_abbreviations(document, tokens)
    for footnote in list(document.footnotes.values()):
        read_spans(document, footnote.children, spans)
        mark_abbreviations(document, footnote.children)
    for name, footnote in document.footnotes.items():
        if not footnote.used:
            document.warn(f"Footnote definition for '{name}' is unreferenced - ignoring", footnote.line)
    if document.gfm:
        if document.options.auto_ids:
            make_ids(document, headers)
        if hard_wrap or document.has_backslash_breaks:
            line_break.break_lines(tokens, "\n" if hard_wrap else "\\\n")


def mark_abbreviations(document: Document, tokens: list[Token]) -> None:
    if document.abbreviations.titles:
        abbreviation.mark(document, tokens)


def make_ids(document: Document, headers: list[Token]) -> None:
    """IDs in GitHub's style; headers in HTML and footnotes get theirs in kramdown's while they are drawn."""
    ids = GfmIds(document.options.auto_id_prefix)
    for header in headers:
        if "id" not in header["attrs"]:
            header["attrs"]["id"] = ids.made_from(header["raw_text"])
            header["id_made"] = True


def read_spans(document: Document, tokens: list[Token], spans: SpanParser) -> list[Token]:
    """Reads all texts in the order of the document, without recursion; the headers outside of HTML."""
    headers: list[Token] = []
    tidy(document, tokens)
    # Open elements, each with its children, those still to come, and whether it is inside of HTML (or is a
    # header made from it, which may hold others).
    stack: list[tuple[Token | None, list[Token], Iterator[Token], bool]]
    stack = [(None, tokens, iter(tokens), False)]
    while stack:
        element, siblings, children, in_html = stack[-1]
        for token in children:
            if "text" in token:
                token["children"] = spans.tokens_of(token["text"], document, token.get("line"))
            elif token.get("children"):
                tidy(document, token["children"])
                below, is_header = token["children"], token["type"] == "header"
                if is_header and not in_html:
                    headers.append(token)
                below_html = in_html or is_header or token["type"] == "html_element"
                stack.append((token, below, iter(below), below_html))
                break
            kind = token["type"]
            if kind in NAMED or "ial" in token:
                finish(document, token)
                if kind == "header" and not in_html:
                    headers.append(token)
        else:
            stack.pop()
            if document.has_stray_text:
                siblings[:] = flattened(siblings)
            if element is not None:
                finish(document, element)
    return headers


def flattened(tokens: list[Token]) -> Iterator[Token]:
    """The tokens, with what stray texts were read into in place of these."""
    for token in tokens:
        yield from token["children"] if token["type"] == "raw_text" else (token,)


def tidy(document: Document, tokens: list[Token]) -> None:
    """Takes out end-of-block markers and all but the first of blank lines in a row."""
    kept: list[Token] = []
    last_is_blank = False
    for token in tokens:
        kind = token["type"]
        if kind == "eob":
            finish(document, token)
            continue
        if kind != "blank" or not last_is_blank:
            kept.append(token)
        last_is_blank = kind == "blank"
    if len(kept) < len(tokens):
        tokens[:] = kept


def finish(document: Document, token: Token) -> None:
    if "ial" in token and "attrs" in token:
        apply(token["attrs"], token["ial"], document.attribute_lists)
    if token["type"] == "dt" or (token["type"] == "header" and document.options.auto_id_stripping):
        token["raw_text"] = raw_text(document, token["children"])


def raw_text(document: Document, tokens: list[Token]) -> str:
    """The text that an ID is made from: without markup, in GFM with code, formulas and characters."""
    text, todo = "", tokens[::-1]
    while todo:
        token = todo.pop()
        kind = token["type"]
        if kind == "text" or (document.gfm and kind in PLAIN):
            text += token["raw"]
        elif document.gfm and kind in CHARACTERS:
            text += character(document, token)
        else:
            todo += reversed(token.get("children", ()))
    return text


def character(document: Document, token: Token) -> str:
    entity = token.get("entity")
    if entity is None:
        name = token["raw"]
        if name in GUILLEMETS:
            return GUILLEMETS[name]
        entity = named_entity(name, document.options.kramdown_version)
    return chr(entity.code) if entity is not None and entity.code <= 0x10FFFF else ""
