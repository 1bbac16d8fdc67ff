"""The seam where highlighting enters: what a highlighter is, and nothing else."""

from collections.abc import Mapping
from typing import Literal, Protocol

HighlightKind = Literal["block", "span"]


class Highlight(Protocol):
    """A highlighter of code blocks and code spans (kramdown: converter/syntax_highlighter/rouge.rb).

    code: the text of the code, unescaped, as it stands in the document.
    lang: the language named by the fence (`ruby?line_numbers=true` with its options) or by a class
        `language-x`; None when the author named none.
    kind: "block" or "span".
    options: `syntax_highlighter_opts` with the sub-options of this kind (`block:`, `span:`) laid over; a
        highlighter reads `default_lang`, `guess_lang`, `css_class`, `line_numbers`, `disable` ... from it.

    The answer is what goes between `<div class="language-x highlighter-rouge">` and `</div>` (a block, with
    its own `<div class="highlight"><pre ...>` and ending in a line feed) or between `<code ...>` and
    `</code>` (a span); None leaves the code unhighlighted and without these classes. Example:

        def shout(code, lang, kind, options):
            if lang != "shout":
                return None
            return f"<b>{escape(code.upper())}</b>" + ("\\n" if kind == "block" else "")

        Converter({}, highlight=shout).convert("`hello`{:.language-shout}")
    """

    def __call__(
        self, code: str, lang: str | None, kind: HighlightKind, options: Mapping[str, object]
    ) -> str | None: ...
