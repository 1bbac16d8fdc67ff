"""The dialect as one of mistune's: plug-ins, tokens, renderer."""

from re import Match
from typing import Any

import pytest
from mistune.plugins.formatting import insert, mark, subscript, superscript
from mistune.plugins.math import math
from mistune.plugins.ruby import ruby
from mistune.plugins.url import url

from onemg_render.markdown import Converter

PLUGINS = [
    (mark, 'a ==b *c*== "d"', "<p>a <mark>b <em>c</em></mark> “d”</p>\n"),
    (insert, "*a ^^b^^*", "<p><em>a <ins>b</ins></em></p>\n"),
    (superscript, "- a^2^", "<ul>\n  <li>a<sup>2</sup></li>\n</ul>\n"),
    (subscript, "H~2~O", "<p>H<sub>2</sub>O</p>\n"),
    (ruby, "[漢字(kanji)]", "<p><ruby>漢字<rt>kanji</rt></ruby></p>\n"),
    (url, "https://a.b/c_d_", '<p><a href="https://a.b/c_d_">https://a.b/c_d_</a></p>\n'),
    (url, "[https://a.b](c)", '<p><a href="c">https://a.b</a></p>\n'),
    (math, "a $b$", '<p>a <span class="math">\\(b\\)</span></p>\n'),
]


@pytest.mark.parametrize(
    ("plugin", "text", "expected"), PLUGINS, ids=lambda value: getattr(value, "__name__", "")
)
def test_plugins_of_mistune(plugin: Any, text: str, expected: str) -> None:
    converter = Converter()
    converter.dialect.use(plugin)
    assert converter.convert(text).html == expected


def parse_note(block: Any, match: Match[str], state: Any) -> int:
    children = block.parse_text(match["body"], state)
    state.append_token({"type": "note", "children": children, "attrs": {"kind": match["kind"]}})
    return match.end()


def note(md: Any) -> None:
    md.block.register("note", r"^!!! (?P<kind>\w+)\n(?P<body>(?:.+\n)+)", parse_note, before="list")
    md.renderer.register("note", lambda renderer, text, kind: f'<aside class="{kind}">\n{text}</aside>\n')


def test_a_block_of_ones_own() -> None:
    converter = Converter()
    converter.dialect.use(note)
    html = converter.convert("!!! tip\n# Title\n* a *b*\n\n> !!! x\n> y\n").html
    assert html == (
        '<aside class="tip">\n<h1 id="title">Title</h1>\n<ul>\n  <li>a <em>b</em></li>\n</ul>\n</aside>\n'
        '\n<blockquote>\n<aside class="x">\n  <p>y</p>\n</aside>\n</blockquote>\n'
    )


def test_a_construct_can_be_drawn_otherwise() -> None:
    converter = Converter()
    converter.dialect.drawing.register("strong", lambda renderer, text, **attrs: f"<b>{text}</b>")
    assert converter.convert("**a *b***").html == "<p><b>a <em>b</em></b></p>\n"


def test_hooks_see_the_tokens() -> None:
    converter = Converter()
    seen: list[str] = []
    converter.dialect.before_render_hooks.append(
        lambda markdown, state: seen.extend(token["type"] for token in state.tokens)
    )
    converter.convert("# a\n\nb\n\n- c\n")
    assert seen == ["header", "blank", "p", "blank", "ul"]
