"""Code in Rouge's clothes: what kramdown's Rouge highlighter and the `highlight` tag of Liquid sites print.

Mirrors kramdown's converter/syntax_highlighter/rouge.rb and Jekyll's tags/highlight.rb.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from onemg_render.markdown.attributes import escape_code
from onemg_render.markdown.highlight.elements import table, wrap
from onemg_render.markdown.lexers.names import TAGS
from onemg_render.util.once import once

if TYPE_CHECKING:
    from onemg_render.markdown.highlight.formatters import SpanFormatter
    from onemg_render.markdown.lexers.registry import LexerLibrary
    from onemg_render.markdown.lexers.tokens import Token

Kind = Literal["block", "span"]

KEPT_RESULTS = 8192
TABLE_OPTIONS = ("line_format", "table_class", "gutter_class", "code_class")


class Highlighter:
    """Formats code, keeping lexers and results; one per build or converter.

    Call it as kramdown's syntax highlighter: `highlighter(code, lang, "block", syntax_highlighter_opts)`.
    """

    def __init__(self) -> None:
        self.spans = lru_cache(KEPT_RESULTS)(self._spans)
        self._chosen: dict[Kind, tuple[dict[str, object], dict[str, object]]] = {}

    def __call__(self, code: str, lang: str | None, kind: Kind, options: Mapping[str, object]) -> str | None:
        """HTML for a code block (elements included) or for the inside of a code span.

        lang: as the document writes it, "ruby" or "console?lang=zsh"; None takes the option default_lang.
        options: kramdown's syntax_highlighter_opts, with its block and span sub-mappings.
        None where Rouge leaves the code alone: unknown language, `disable`, plain text without guess_lang.
        """
        chosen = self._options_for(options, kind)
        name = chosen.get("default_lang") if lang is None else lang
        guessing = _truth(chosen.get("guess_lang"))
        if _truth(chosen.get("disable")) or not (isinstance(name, str) or guessing):
            return None
        fancy = named(str(name) if isinstance(name, str) else "guess", code)
        tag = TAGS.get(fancy.partition("?")[0])
        if tag is None or (tag == "plaintext" and not guessing):
            return None
        return _present(self.spans(code, fancy), code, chosen)

    def tagged(self, code: str, lang: str, *, linenos: bool = False, mark_lines: Collection[int] = ()) -> str:
        """Inside of a `{% highlight %}` block's code element (Jekyll's render_rouge), plain if unknown."""
        lang = named(lang, code)
        if mark_lines:
            formatted = self._formatter.format_lines(self.tokens(code, lang), mark_lines)
        else:
            formatted = self.spans(code, lang)
        if linenos:
            return table(formatted, code, gutter_class="gutter", code_class="code")
        return formatted

    @once
    def _library(self) -> "LexerLibrary":
        from onemg_render.markdown.lexers.registry import LexerLibrary  # spans of no language need none

        return LexerLibrary()

    @once
    def _formatter(self) -> "SpanFormatter":
        from onemg_render.markdown.highlight.formatters import SpanFormatter

        return SpanFormatter()

    def tokens(self, code: str, fancy: str) -> "list[Token]":
        """What the language's lexer makes of `code`."""
        lexer = self._library.embedded(fancy) or self._library.lexer("plaintext")
        return lexer.lex(code)

    def _options_for(self, options: Mapping[str, object], kind: Kind) -> dict[str, object]:
        """Those of the kind among them, which are the same from one code to the next."""
        known = self._chosen.get(kind)
        if known is None or known[0] != options:
            known = self._chosen[kind] = dict(options), options_for(options, kind)
        return known[1]

    def _spans(self, code: str, fancy: str) -> str:
        if TAGS.get(fancy) == "plaintext":
            return escape_code(code)
        return self._formatter.format(self.tokens(code, fancy))


def named(fancy: str, code: str) -> str:
    """The language to use for `guess`, told from the code; any other name as it is."""
    name, mark, options = fancy.partition("?")
    if name != "guess":
        return fancy
    from onemg_render.markdown.lexers.guess import guess  # code in no language is seldom highlighted

    return (guess(code) or ["plaintext"])[0] + mark + options


def figure(formatted: str, lang: str) -> str:
    """The elements around a `{% highlight %}` block (Jekyll's add_code_tag)."""
    css = lang.replace("+", "-")
    code = formatted.removesuffix("\n").removesuffix("\r")
    return (
        f'<figure class="highlight"><pre><code class="language-{css}" data-lang="{lang}">'
        f"{code}</code></pre></figure>"
    )


def _truth(value: object) -> bool:
    return value is not None and value is not False


def options_for(options: Mapping[str, object], kind: Kind) -> dict[str, object]:
    own = options.get(kind)
    chosen = {key: value for key, value in options.items() if key not in ("block", "span")}
    if isinstance(own, Mapping):
        chosen.update(own)
    if kind == "span":
        chosen["wrap"] = False
    return chosen


def _present(formatted: str, code: str, options: Mapping[str, object]) -> str:
    """Line numbers and elements as the options ask for them (HTMLLegacy; HTML when that is named)."""
    formatter = options.get("formatter")
    if isinstance(formatter, str) and formatter[:1].isupper() and formatter != "HTMLLegacy":
        return formatted
    if _truth(options.get("line_numbers")):
        start = options.get("start_line", 1)
        given = {key: value for key in TABLE_OPTIONS if isinstance(value := options.get(key), str)}
        formatted = table(formatted, code, start_line=start if isinstance(start, int) else 1, **given)
    if _truth(options.get("wrap", True)):
        css_class = options.get("css_class")
        formatted = wrap(formatted, str(css_class) if _truth(css_class) else "highlight")
    return formatted
