"""Which items become HTML files that hooks may rewrite, as jemoji and jekyll-mentions decide it."""

from onemg_render.site import Document, Item


def is_html(item: Item) -> bool:
    """A page, or a document of a collection that is written, with the extension .html or a folder's URL."""
    is_written = not isinstance(item, Document) or item.collection.writes
    if is_written and item.output_ext == ".html":
        return True
    return item.permalink is not None and item.permalink.endswith("/")
