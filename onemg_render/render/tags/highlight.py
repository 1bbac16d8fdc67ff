"""`{% highlight ruby linenos %}code{% endhighlight %}` (`lib/jekyll/tags/highlight.rb`)."""

import re
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Final

from onemg_render.errors import TagError
from onemg_render.liquid import Body, Context, Render, Source
from onemg_render.liquid.runtime import text
from onemg_render.render.reads import CONFIG
from onemg_render.render.surroundings import surroundings
from onemg_render.util.once import once
from onemg_render.util.patterns import regex

if TYPE_CHECKING:
    from onemg_render.markdown.highlight import Highlighter

SYNTAX: Final = regex(
    r'^([a-zA-Z0-9.+#_-]+)((?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*)$', re.ASCII | re.MULTILINE
)
OPTION: Final = regex(r'(?:\w="[^"]*"|\w=\w|\w)+', re.ASCII)
HINT: Final = 'valid syntax: {% highlight <lang> [linenos] [mark_lines="3 4 5"] %}'
HIGHLIGHTERS: Final = ("rouge", "pygments")


class HighlightTag:
    """Code in a figure, its tokens marked; without a known highlighter only escaped."""

    block = True

    @once
    def _highlighter(self) -> "Highlighter":
        from onemg_render.markdown.highlight import Highlighter  # Pygments loads only where code is shown

        return Highlighter()

    def parse(self, markup: str, source: Source) -> Render:
        match = SYNTAX.search(markup.strip())
        if match is None:
            raise source.error(
                f"Syntax Error in tag 'highlight' while parsing the following markup: {markup.strip()}",
                hint=HINT,
            )
        lang, options = match[1].lower(), parse_options(match[2])

        def render(context: Context, body: Body) -> str:
            from onemg_render.markdown.highlight import figure

            code = body().strip("\r\n")
            shown = figure(self.formatted(context, code, lang, options), lang)
            prefix, suffix = (
                text(context.variables.get(name)) for name in ("highlighter_prefix", "highlighter_suffix")
            )
            return prefix + shown + suffix

        return render

    def formatted(
        self, context: Context, code: str, lang: str, options: Mapping[str, str | list[str]]
    ) -> str:
        """What stands inside of the element `code`."""
        build = surroundings(context)
        build.reads.current.add((CONFIG, "highlighter"))
        if build.config.get("highlighter") not in HIGHLIGHTERS:
            return escape(code).replace("&#x27;", "&#39;").strip()
        marked = mark_lines(options) if build.compat.mark_lines else []
        return self._highlighter.tagged(code, lang, linenos="linenos" in options, mark_lines=marked)


def parse_options(markup: str) -> dict[str, str | list[str]]:
    """`linenos key=value mark_lines="1 2"`: a quoted value becomes a list."""
    options: dict[str, str | list[str]] = {}
    for option in OPTION.findall(markup):
        key, _, value = option.partition("=")
        options[key] = value.replace('"', "").split() if '"' in value else value
    return options


def mark_lines(options: Mapping[str, str | list[str]]) -> list[int]:
    value = options.get("mark_lines", [])
    if isinstance(value, list):
        return [int(number) for number in value]
    raise TagError(
        "Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.", hint=HINT
    )
