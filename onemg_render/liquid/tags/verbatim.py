"""raw, comment, doc, the inline comment and liquid (Ruby: lib/liquid/tags/ of these names)."""

import re

from onemg_render.errors import LiquidSyntaxError
from onemg_render.liquid.parser import Call, Statement, TemplateParser
from onemg_render.liquid.tree import text_node
from onemg_render.util.patterns import regex

RAW_END_4 = regex(r"\A(.*)\{%\s*(\w+)\s*(.*)?%\}\Z", re.ASCII | re.DOTALL)
RAW_END_5 = regex(r"\A(.*)\{%-?\s*(\w+)\s*(.*)?-?%\}\Z", re.ASCII | re.DOTALL)
UNCOMMENTED_LINE = regex(r"\n\s*[^#\s]", re.ASCII)
NOTHING_OUT = Statement([], True)


class Everything:
    """The stops of a comment: any tag."""

    def __contains__(self, name: object) -> bool:
        return True


def parse_raw(parser: TemplateParser, tag: Call) -> Statement:
    if tag.markup.strip():
        raise LiquidSyntaxError("Syntax Error in 'raw' - Valid syntax: raw")
    text = verbatim(parser, "raw")
    return Statement([text_node(text)] if text else [], not text)


def verbatim(parser: TemplateParser, block: str) -> str:
    """The text up to `end<block>`.

    In 4.0 what stands before a tag of another name, within one token, comes twice (lib/liquid/tags/raw.rb).
    """
    trimmed = parser.dialect.trimmed_raw
    pattern = RAW_END_5 if trimmed else RAW_END_4
    parts: list[str] = []
    for text, _ in parser.stream.tokens:
        match = pattern.match(text)
        ends = match is not None and match[2] == f"end{block}"
        if match is not None and (ends or not trimmed):
            parts.append(match[1])
        if ends:
            if trimmed:
                parser.trim = text[-3:-2] == "-"
            return "".join(parts)
        if match is not None and block == "doc" and match[2] == "doc":
            raise LiquidSyntaxError("Syntax Error in 'doc' - Nested doc tags are not allowed")
        parts.append(text)
    raise LiquidSyntaxError(f"'{block}' tag was never closed", hint=f"close it with {{% end{block} %}}")


def parse_comment(parser: TemplateParser, tag: Call) -> Statement:
    """In 4.0 the body is parsed, and may be wrong; in 5 only comments and raw blocks within it count."""
    if parser.dialect.comments_are_text:
        skip_comment(parser)
        return NOTHING_OUT
    while parser.branch("comment", Everything()).stop is not None:
        pass
    return NOTHING_OUT


def skip_comment(parser: TemplateParser) -> None:
    depth = 1
    for text, start in parser.stream.tokens:
        inner = parser.call(text, start)
        if inner is None:
            continue
        if inner.name == "raw":
            verbatim(parser, "raw")
        depth += (inner.name == "comment") - (inner.name == "endcomment")
        if depth == 0:
            if not parser.stream.lines:
                parser.trim = text[-3:-2] == "-"
            return
    raise LiquidSyntaxError("'comment' tag was never closed", hint="close it with {% endcomment %}")


def parse_doc(parser: TemplateParser, tag: Call) -> Statement:
    if tag.markup.strip():
        raise LiquidSyntaxError("Syntax Error in 'doc' - Valid syntax: {% doc %}{% enddoc %}")
    verbatim(parser, "doc")
    return NOTHING_OUT


def parse_inline_comment(parser: TemplateParser, tag: Call) -> Statement:
    if UNCOMMENTED_LINE.search(tag.markup):
        raise LiquidSyntaxError(
            "Syntax error in tag '#' - Each line of comments must be prefixed by the '#' character"
        )
    return NOTHING_OUT


def parse_liquid(parser: TemplateParser, tag: Call) -> Statement:
    branch = parser.lines(tag.markup, tag.markup_start)
    return Statement(branch.body, branch.blank)
