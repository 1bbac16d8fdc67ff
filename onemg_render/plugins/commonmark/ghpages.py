"""cmark-gfm's HTML as jekyll-commonmark-ghpages 0.5.1 writes it."""

import re
from collections import Counter
from html import escape
from typing import Final

from onemg_render.plugins.commonmark.html import AT, CommonMark
from onemg_render.util.patterns import regex

LINE_BREAK: Final = "<br data-jekyll-commonmark-ghpages>"
"""Stands for a line break of highlighted code, which would end the raw HTML around it."""
HEADING: Final = regex(rf"<h([1-6])({AT})>(.*?)</h\1>\n", re.DOTALL)
TIGHT: Final = r"[^<\s]|<(?:a href|code|del|em|img|strong|sup)\b"
"""How the text of a paragraph begins that has no tags of its own, in a tight list."""
PLAIN_CODE: Final = regex(
    rf"(<pre{AT}[^>]*><code[^>]*>[^<]*</code></pre>)\n"
    rf"(?={TIGHT}|</li>|</blockquote>|<section class|<pre{AT}[^>]*><code|<table{AT}|\Z)"
)
BEFORE_PLAIN_CODE: Final = regex(
    rf"((?:<li{AT}>|</code></pre>)(?:(?={TIGHT})(?:(?! data-sourcepos=|</li>|<div class=).)*)?)\n"
    rf"(?=<pre{AT}[^>]*><code)",
    re.DOTALL,
)


class CommonMarkGhPages(CommonMark):
    """Headings get ids; code without a known language is left plain, and ends no line around it."""

    def __call__(self, text: str) -> str:
        return super().__call__(text).replace(LINE_BREAK, "\n")

    def rendered(self, html: str) -> str:
        html = PLAIN_CODE.sub(r"\1", super().rendered(html))
        return with_ids(BEFORE_PLAIN_CODE.sub(r"\1", html))

    def code_block(self, code: str, lang: str | None, at: str) -> str:
        lang = re.split(r"[\s,]", lang)[0] if lang else None
        shown = self.highlighter(code, lang, "block", {"guess_lang": True}) if lang else None
        if shown is not None:
            return f'<div class="language-{lang} highlighter-rouge">{shown}</div>\n'
        if "GITHUB_PRE_LANG" in self.options:
            start = f"<pre{at}{of_lang(' lang', lang)}><code>"
        else:
            start = f"<pre{at}><code{of_lang(' class', lang and f'language-{lang}')}>"
        return f"{start}{escape(code, quote=True).replace('&#x27;', chr(39))}</code></pre>\n"


def of_lang(attribute: str, value: str | None) -> str:
    return f'{attribute}="{value}"' if value else ""


def with_ids(html: str) -> str:
    """Each heading with an id made of the letters and digits of its HTML, counted from the second on."""
    used: Counter[str] = Counter()

    def heading(match: re.Match[str]) -> str:
        level, at, content = match.groups()
        name = re.sub(r"[^a-zA-Z0-9 -]", "", re.sub(r"(?m)^[^a-zA-Z]+", "", content))
        name = name.replace(" ", "-").lower() or "section"
        number, used[name] = used[name], used[name] + 1
        shown = f"{name}-{number}" if number else name
        return f'<h{level}{at} id="{shown}">{content}</h{level}>\n'

    return HEADING.sub(heading, html)
