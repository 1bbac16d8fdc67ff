"""The page that Jekyll adds to `site.pages` for the source map of a style sheet.

Upstream: jekyll-sass-converter, `lib/jekyll/source_map_page.rb`.
"""

from onemg_render.site.page import Page


class SourceMap(Page):
    """style_sheet: the page whose map this is, and whose front matter it shares."""

    def __init__(self, style_sheet: Page) -> None:
        folder = style_sheet.dir.rstrip("/")
        relative_path = f"{folder}/{style_sheet.basename}.css.map".lstrip("/")
        super().__init__(
            path=relative_path,
            relative_path=relative_path,
            permalinks=style_sheet.permalinks,
            data=style_sheet.data,
            folder=folder,
        )
        self.style_sheet = style_sheet
