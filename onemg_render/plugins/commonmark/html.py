"""cmark-gfm's HTML, brought into the form that commonmarker's Ruby renderer writes
(`lib/commonmarker/renderer/html_renderer.rb`).

What cmark has made of Markdown is told from raw HTML by the positions that it is asked to write into its
tags.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from html import unescape
from types import ModuleType
from typing import TYPE_CHECKING, Final

from onemg_render.config import Config
from onemg_render.reporting import Reporter
from onemg_render.util.patterns import regex

if TYPE_CHECKING:
    from onemg_render.markdown.highlight import Highlighter

OPTIONS: Final = {
    "DEFAULT": 0,
    "SOURCEPOS": 1 << 1,
    "HARDBREAKS": 1 << 2,
    "NOBREAKS": 1 << 4,
    "VALIDATE_UTF8": 1 << 9,
    "SMART": 1 << 10,
    "GITHUB_PRE_LANG": 1 << 11,
    "LIBERAL_HTML_TAG": 1 << 12,
    "FOOTNOTES": 1 << 13,
    "STRIKETHROUGH_DOUBLE_TILDE": 1 << 14,
    "TABLE_PREFER_STYLE_ATTRIBUTES": 1 << 15,
    "FULL_INFO_STRING": 1 << 16,
    "UNSAFE": 1 << 17,
}
WRITTEN_HERE: Final = ("GITHUB_PRE_LANG", "FULL_INFO_STRING", "TABLE_PREFER_STYLE_ATTRIBUTES")
"""Options that commonmarker's renderer sees to, or not at all."""
EXTENSIONS: Final = ("autolink", "strikethrough", "table", "tagfilter", "tasklist")

AT: Final = r' data-sourcepos="\d+:\d+-\d+:\d+"'
CODE_BLOCK: Final = regex(
    rf'<pre(?P<at>{AT})><code(?: class="language-(?P<lang>[^"]*)")?>(?P<code>.*?)</code></pre>\n', re.DOTALL
)
TIGHT_TABLE: Final = regex(rf"(<li{AT}>(?:(?! data-sourcepos=|</li>).)*)\n(?=<table{AT}>)", re.DOTALL)
FILTERED: Final = regex(
    r"<(?=(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:\s|>|/>))", re.IGNORECASE
)
REFERENCE: Final = regex(
    r'<sup class="footnote-ref"><a href="#fn-[^"]*" id="fnref-[^"]*" data-footnote-ref>(\d+)</a></sup>'
)
NOTES: Final = '<section class="footnotes" data-footnotes>\n'
NOTE: Final = regex(r'<li id="fn-[^"]*">')
BACK: Final = regex(
    r'(?: )?<a href="#fnref-[^"]*" class="footnote-backref" data-footnote-backref [^>]*>'
    r"↩(?:<sup[^>]*>\d+</sup>)?</a>"
)


class CommonMark:
    """A processor with the options and extensions below `commonmark` in the configuration."""

    def __init__(self, config: Config, reporter: Reporter) -> None:
        self._cmark = cmark(config)
        given = config.get("commonmark")
        settings = given if isinstance(given, dict) else {}
        names = [str(name).upper() for name in listed(settings.get("options"))]
        self.options = frozenset(known(names, tuple(OPTIONS), "option", reporter))
        names = [str(name) for name in listed(settings.get("extensions"))]
        self.extensions = known(names, EXTENSIONS, "extension", reporter)

    @cached_property
    def highlighter(self) -> "Highlighter":
        from onemg_render.markdown.highlight import Highlighter  # lexers load only where code is shown

        return Highlighter()

    def __call__(self, text: str) -> str:
        html = self.rendered(self._parsed(text))
        if "SOURCEPOS" not in self.options:
            html = re.sub(AT, "", html)
        return FILTERED.sub("&lt;", html) if "tagfilter" in self.extensions else html

    def rendered(self, html: str) -> str:
        """cmark's HTML, positions and all, as the gem writes it."""
        html = CODE_BLOCK.sub(self._with_code, html)
        html = TIGHT_TABLE.sub(r"\1", html)
        return with_notes(html) if NOTES in html else html

    def code_block(self, code: str, lang: str | None, at: str) -> str:
        """A block of code; `at` is its position as an attribute."""
        of_lang = "" if lang is None else f' data-lang="{lang}"'
        on_pre = "GITHUB_PRE_LANG" in self.options
        spans = self.highlighter.tagged(code, "guess" if lang is None else lang)
        name = "" if lang is None else f"language-{lang} "
        return (
            f'<div class="{name}highlighter-rouge"><div class="highlight">'
            f'<pre{at} class="highlight"{of_lang if on_pre else ""}><code{"" if on_pre else of_lang}>'
            f"{spans}</code></pre></div></div>\n"
        )

    def _parsed(self, text: str) -> str:
        bits = OPTIONS["SOURCEPOS"]
        for name in self.options.difference(WRITTEN_HERE):
            bits |= OPTIONS[name]
        parsing = [name for name in self.extensions if name != "tagfilter"]
        html: str = self._cmark.markdown_to_html_with_extensions(text, bits, parsing)
        return html

    def _with_code(self, match: re.Match[str]) -> str:
        lang = None if match["lang"] is None else unescape(match["lang"])
        return self.code_block(unescape(match["code"]), lang, match["at"])


def with_notes(html: str) -> str:
    """Footnotes as commonmarker has them: numbered, each with one link back."""
    text, notes = html.split(NOTES, 1)
    text = REFERENCE.sub(r'<sup class="footnote-ref"><a href="#fn\1" id="fnref\1">\1</a></sup>', text)
    first, *others = NOTE.split(notes)
    shown = [numbered(note, number) for number, note in enumerate(others, 1)]
    return text + '<section class="footnotes">\n' + first + "".join(shown)


def numbered(note: str, number: int) -> str:
    """A footnote from behind its first tag on; only its first link back stays."""
    note = REFERENCE.sub(r'<sup class="footnote-ref"><a href="#fn\1" id="fnref\1">\1</a></sup>', note)
    back = f'<a href="#fnref{number}" class="footnote-backref">↩</a>'
    found = BACK.search(note)
    if found:
        note = note[: found.start()] + (" " if found[0][0] == " " else "") + back + note[found.end() :]
    return f'<li id="fn{number}">' + BACK.sub("", note)


def cmark(config: Config) -> ModuleType:
    """The bindings of the parser. Raises ConfigError without them."""
    try:
        import cmarkgfm
    except ImportError as error:
        hint = "pip install 'onemg-render[commonmark]'"
        message = f"`markdown: {config.get('markdown')}` needs the package cmarkgfm"
        raise config.error(message, "markdown", hint=hint) from error
    module: ModuleType = cmarkgfm
    return module


def listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else []


def known(names: Sequence[str], valid: Sequence[str], what: str, reporter: Reporter) -> list[str]:
    """Those that are valid; a warning for each other one."""
    for name in names:
        if name not in valid:
            hint = f"valid {what}s: {', '.join(valid)}"
            reporter.warn(f"{name} is not a valid {what}", topic="CommonMark", hint=hint)
    return [name for name in names if name in valid]
