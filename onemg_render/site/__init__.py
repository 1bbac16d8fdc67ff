"""The site model: what was read and what follows from it, as data."""

from onemg_render.site.collection import Collection
from onemg_render.site.collection_settings import CollectionSettings
from onemg_render.site.document import Document
from onemg_render.site.excerpt import Excerpt
from onemg_render.site.front_matter import FrontMatter
from onemg_render.site.item import Item
from onemg_render.site.layout import Layout
from onemg_render.site.page import Page
from onemg_render.site.permalink import Permalinks
from onemg_render.site.publisher import Publisher
from onemg_render.site.site import Site, Skipped
from onemg_render.site.source_map import SourceMap
from onemg_render.site.static_file import StaticFile

__all__ = [
    "Collection",
    "CollectionSettings",
    "Document",
    "Excerpt",
    "FrontMatter",
    "Item",
    "Layout",
    "Page",
    "Permalinks",
    "Publisher",
    "Site",
    "Skipped",
    "SourceMap",
    "StaticFile",
]
