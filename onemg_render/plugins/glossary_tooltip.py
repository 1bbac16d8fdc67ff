"""`{% glossary term, display: other words %}`: words with their meaning in a tooltip
(jekyll-glossary_tooltip 2.1.0). The terms stand in `_data/glossary`.
"""

from typing import Final

from onemg_render.liquid import Body, Context, LiquidError, Render, Source, Value
from onemg_render.liquid.runtime import get, text
from onemg_render.plugins.api import Extensions
from onemg_render.render.filters.properties import is_array, plain_list
from onemg_render.util.patterns import regex

OPTION: Final = regex(r"\s*((?:[^\W\d])(?:[^\W\d]|-)*):\s*([^\W\d][^\n\r]*)")
VALID_SYNTAX: Final = "valid syntax: {% glossary term %} or {% glossary term, display: other words %}"
SHOWN: Final = (
    '<span class="jekyll-glossary">  {shown}  <span class="jekyll-glossary-tooltip">'
    '<span class="jekyll-glossary-tooltip-hidden">(</span>{meaning}'
    '<span class="jekyll-glossary-tooltip-hidden">)</span></span></span>'
)
SOURCE_LINK: Final = '<br><a class="jekyll-glossary-source-link" href="{url}" target="_blank"></a>'


class GlossaryTag:
    """The term's case does not matter; its entry may have a `url`, which is a template."""

    block = False

    def parse(self, markup: str, source: Source) -> Render:
        term, *options = markup.strip().rstrip(",").split(",")
        if not term:
            raise source.error("No term name argument for the glossary tag supplied", hint=VALID_SYNTAX)
        shown = term
        for option in options:
            match = OPTION.search(option)
            if match is None:
                raise source.error(
                    f"The glossary tag for term '{term}' has a bad argument format", hint=VALID_SYNTAX
                )
            if match[1] != "display":
                raise source.error(f"An unknown tag argument {match[1]} was encountered", hint=VALID_SYNTAX)
            shown = match[2]
        glossary = source.expression("site.data.glossary")

        def render(context: Context, body: Body) -> str:
            entry = entry_of(term, glossary(context))
            url = get(entry, "url")
            link = ""
            if url is not None:
                link = SOURCE_LINK.format(url=source.template(text(url)).render(context).strip())
            meaning = text(get(entry, "definition")) + link
            return SHOWN.format(shown=shown, meaning=meaning).replace("\n", "")

        return render


def entry_of(term: str, glossary: Value) -> Value:
    """Raises LiquidError unless there is exactly one, with a definition."""
    if not is_array(glossary):
        raise LiquidError("No data.glossary found", hint="write the terms into _data/glossary.yml")
    entries = [entry for entry in plain_list(glossary) if is_same(term, text(get(entry, "term")))]
    if not entries:
        raise LiquidError(
            f"The term '{term}' was not defined in the glossary", hint="write it into _data/glossary.yml"
        )
    if len(entries) > 1:
        raise LiquidError(f"The term '{term}' was defined multiple times in the glossary")
    if get(entries[0], "definition") in (None, False):
        raise LiquidError(f"Glossary entry for '{term}' does not contain a definition!")
    return entries[0]


def is_same(term: str, other: str) -> bool:
    """Equal but for the case of ASCII letters."""
    return term.encode().lower() == other.encode().lower()


def extensions() -> Extensions:
    return Extensions(tags={"glossary": GlossaryTag()}, parallel=True, tracked=True)
