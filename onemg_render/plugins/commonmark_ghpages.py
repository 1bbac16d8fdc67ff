"""`markdown: GFM` and `markdown: CommonMarkGhPages` on GitHub Pages (jekyll-commonmark-ghpages 0.5.1)."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from onemg_render.config import Config
from onemg_render.liquid import Context
from onemg_render.plugins.api import Extensions
from onemg_render.render.surroundings import surroundings
from onemg_render.render.tags.highlight import HighlightTag
from onemg_render.reporting import Reporter

NAME: Final = "CommonMarkGhPages"


def processor(config: Config, reporter: Reporter) -> Callable[[str], str]:
    from onemg_render.plugins.commonmark.ghpages import CommonMarkGhPages  # on by default, seldom used

    return CommonMarkGhPages(config, reporter)


class GhPagesHighlightTag(HighlightTag):
    """`{% highlight %}` whose line breaks survive the parser."""

    def formatted(
        self, context: Context, code: str, lang: str, options: Mapping[str, str | list[str]]
    ) -> str:
        shown = super().formatted(context, code, lang, options)
        if surroundings(context).config.get("markdown") != NAME:
            return shown
        from onemg_render.plugins.commonmark.ghpages import LINE_BREAK

        return re.sub(r"\r?\n", LINE_BREAK, shown)


def extensions() -> Extensions:
    return Extensions(
        processors={NAME: processor},
        tags={"highlight": GhPagesHighlightTag()},
        safe=True,
        parallel=True,
        tracked=True,
    )
