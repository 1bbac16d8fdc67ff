"""Code blocks, indented and fenced.

kramdown: parser/kramdown/codeblock.rb, converter/html.rb (convert_codeblock); kramdown-parser-gfm:
parser/gfm.rb.
"""

import re
from functools import cache
from re import Match, Pattern

from onemg_render.markdown.attributes import escape_code, html_attributes
from onemg_render.markdown.blocks import BlockParser, BlockState
from onemg_render.markdown.characters import SPACE
from onemg_render.markdown.document import Token
from onemg_render.markdown.patterns import INDENT_RE, lazy
from onemg_render.markdown.renderer import LANGUAGE_RE, Renderer, language_of
from onemg_render.util.patterns import regex

LAZY_LINE_RE = regex(r"\n( {0,3}\S)", re.A)

FENCE = r"~{3,}"
FENCE_GFM = r" {0,3}[~`]{3,}"
FENCED_RE = regex(
    r"(?P<fence>(?P<char>~){3,})\s*?(?P<lang>(?P<name>\S+?)(?:\?\S*)?)?\s*?\n"
    r"(?s:(?P<code>.*?))^(?P=fence)(?P=char)*\s*?\n",
    re.A | re.M,
)
FENCED_GFM_RE = regex(
    r" {0,3}(?P<fence>(?P<char>[~`]){3,})\s*?(?P<lang>(?P<name>\S+?)(?:\?\S*)?)?\s*?\n"
    r"(?s:(?P<code>.*?))^ {0,3}(?P=fence)(?P=char)*\s*?\n",
    re.A | re.M,
)
CLOSING_RE = regex(r"^ {0,3}[~`]{3,}\s*?\n", re.A | re.M)
SHOW_WHITESPACES_RE = regex(r"\bshow-whitespaces\b")
WHITESPACE_RE = regex(r"(?P<left>^[ \t]+)|(?P<right>[ \t]+$)|[ \t]+", re.M)


@cache
def indented(version: str) -> Pattern[str]:
    """Long to compile, so only for what begins like one; so are the other patterns with lazy lines."""
    return regex(lazy(version).codeblock, re.A)


def parse_indented(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    whole = indented(state.env.options.kramdown_version).match(state.src, match.start())
    if not (whole and whole[0]):  # only a vertical tab or form feed after the indentation
        return None
    code = LAZY_LINE_RE.sub(r" \1", whole[0])
    state.add({"type": "codeblock", "attrs": {}, "raw": INDENT_RE.sub("", code)})
    return whole.end()


def parse_fenced(parser: BlockParser, match: Match[str], state: BlockState) -> int | None:
    if state.last_of(CLOSING_RE) < match.end():
        return None
    whole = (FENCED_GFM_RE if state.env.gfm else FENCED_RE).match(state.src, match.start())
    if whole is None:
        return None
    token = state.add({"type": "codeblock", "attrs": {}, "raw": whole["code"]})
    lang = (whole["lang"] or "").strip(SPACE)
    if lang:
        token["lang"] = lang
        token["attrs"]["class"] = f"language-{whole['name']}"
    return whole.end()


def draw(renderer: Renderer, token: Token, indent: int) -> str:
    attrs = dict(token["attrs"])
    lang = language_of(attrs)
    if lang is not None:
        attrs["class"] = LANGUAGE_RE.sub("", attrs["class"], count=1).strip(SPACE)
        if not attrs["class"]:
            del attrs["class"]
    highlighted, shown = renderer.highlighted(token["raw"], token.get("lang") or lang, "block")
    space = " " * indent
    if highlighted is not None:
        renderer.mark_highlighted(attrs, lang or shown)
        return f"{space}<div{html_attributes(attrs)}>{highlighted}{space}</div>\n"
    code = escape_code(token["raw"]).removesuffix("\n")
    if SHOW_WHITESPACES_RE.search(token["attrs"].get("class", "")):
        code = WHITESPACE_RE.sub(show_whitespace, code)
    code_attrs = {} if lang is None else {"class": f"language-{lang}"}
    return f"{space}<pre{html_attributes(attrs)}><code{html_attributes(code_attrs)}>{code}\n</code></pre>\n"


def show_whitespace(match: Match[str]) -> str:
    place = {"left": "-l", "right": "-r"}.get(match.lastgroup or "", "")
    tab = f'<span class="ws-tab{place}">\t</span>'
    space = f'<span class="ws-space{place}">&#8901;</span>'
    return "".join(tab if char == "\t" else space for char in match[0])
