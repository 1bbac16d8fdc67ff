"""The page that Jekyll adds to `site.pages` for the source map of a style sheet.

Upstream: jekyll-sass-converter, `lib/jekyll/source_map_page.rb`.
"""

from dataclasses import dataclass
from typing import Self

from onemg_render.site.page import Page


@dataclass(eq=False, kw_only=True)
class SourceMap(Page):
    """style_sheet: the page whose map this is, and whose front matter it shares."""

    style_sheet: Page

    @classmethod
    def of(cls, style_sheet: Page) -> Self:
        """The page of that style sheet's map."""
        folder = style_sheet.dir.rstrip("/")
        relative_path = f"{folder}/{style_sheet.basename}.css.map".lstrip("/")
        return cls(
            path=relative_path,
            relative_path=relative_path,
            permalinks=style_sheet.permalinks,
            data=style_sheet.data,
            folder=folder,
            style_sheet=style_sheet,
        )
