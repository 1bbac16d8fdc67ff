"""Excerpts cut when an item is read (upstream `lib/jekyll/excerpt.rb`, `page_excerpt.rb`)."""

from onemg_render.liquid.runtime import is_true
from onemg_render.read.reading import Reading
from onemg_render.read.source_file import SourceFile
from onemg_render.site import Excerpt, Item, Page
from onemg_render.site.excerpt import cut
from onemg_render.site.unread import content_of


def give_excerpt(reading: Reading, item: Item, file: SourceFile) -> None:
    """Put the item's excerpt under `data["excerpt"]`, unless it has one or excerpts are off."""
    separator = item.data["excerpt_separator"]
    if not is_true(separator):
        separator = reading.config.text("excerpt_separator")
    if not str(separator) or is_true(item.data["excerpt"]):
        return
    separator = str(separator)
    text, closed = file.value(f"excerpt {separator!a}", lambda: cut_of(reading, item, separator))
    item.data["excerpt"] = Excerpt(item, text if isinstance(text, str) else content_of(item))
    if closed:
        reading.reporter.warn(
            f"Excerpt modified in {item.relative_path}! Found a Liquid block containing the "
            "excerpt separator; it has been closed",
            topic="Excerpt",
            path=item.relative_path,
            hint="write an excerpt, or an excerpt_separator that stands elsewhere, in the front matter",
        )


def cut_of(reading: Reading, item: Item, separator: str) -> list[str | bool | None]:
    """As `cut`, but None for an excerpt that is the whole text."""
    text, closed = cut(item.content, separator, reading.block_tags, reading.compat)
    return [None if text == item.content else text, closed]


def page_excerpt(reading: Reading, page: Page, file: SourceFile) -> None:
    """With `page_excerpts`, HTML pages have one too; defaults do not stand in for it."""
    if page.is_html and not is_true(page.data.own("excerpt")):
        give_excerpt(reading, page, file)
