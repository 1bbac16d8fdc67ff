"""Makes the drops of one build, each once, and knows under which names reads of them are recorded."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from pathlib import Path

from onemg_render.liquid import Drop, Value
from onemg_render.render.drops.items import DocumentDrop, ExcerptDrop, PageDrop, Scope, Texts
from onemg_render.render.drops.listing import Answers, ItemListing, Name
from onemg_render.render.drops.site import SiteDrop, StaticFileDrop
from onemg_render.render.reads import CONTENT, FIELD, ITEM, SOURCE_MAPS, Reads
from onemg_render.site import Document, Excerpt, Item, Page, Site, SourceMap, StaticFile
from onemg_render.site.item import SASS_EXTENSIONS
from onemg_render.util.once import once


class Views:
    """The drops of one build."""

    def __init__(self, site: Site, reads: Reads, texts: Texts) -> None:
        self.site = site
        self.reads = reads
        self.texts = texts
        self.answers = Answers(reads)
        self.site_drop = SiteDrop(self)
        self._listings: dict[str, ItemListing] = {}
        self._scopes: dict[Name, Scope] = {}
        self._singles: dict[Item, Drop] = {}
        self._ids: dict[Item, str] = {}
        self._taken: dict[str, int] = {}
        for item in site.items:
            self.id(item)

    @property
    def document(self) -> Document | None:
        """The document that is being rendered, for `related_posts` and its kin."""
        return self.texts.document

    def id(self, item: Item) -> str:
        """The same in every build: the path, numbered where generated pages share one."""
        known = self._ids.get(item)
        if known is None:
            path = item.relative_path
            number = self._taken[path] = self._taken.get(path, 0) + 1
            known = self._ids[item] = path if number == 1 else f"{path}#{number}"
        return known

    def neighbour(self, document: Document, step: int) -> Document | None:
        """The document before (-1) or after (1) another in its collection."""
        return self.site.collections[document.collection.label].neighbour(document, step)

    def listing(self, name: str, choose: Callable[[], list[Item | StaticFile]]) -> ItemListing:
        """The listing of that name; `choose` answers its members when it is first asked for."""
        known = self._listings.get(name)
        if known is None:
            known = self._listings[name] = ItemListing(name, choose(), self)
        return known

    def earlier(self, path: Path) -> Item | None:
        """The item of that file if it comes before the reader."""
        reader, item = self.texts.reader, self._by_path.get(path.as_posix())
        if reader is None or item is None:
            return None
        is_before = item.position < reader.position
        self.reads.current.add((CONTENT, self.id(item), is_before))
        return item if is_before else None

    @once
    def _by_path(self) -> Mapping[str, Item]:
        return {item.path: item for item in self.site.items}

    def pages(self) -> ItemListing:
        """`site.pages`, to which a style sheet adds the page of its source map when it is its turn."""
        reader = self.texts.reader
        if reader is None or not self.texts.makes_source_maps:
            return self._pages(0)
        if not self.has_source_maps:
            self.reads.current.add((SOURCE_MAPS,))
            return self._pages(0)
        self.reads.current.add((SOURCE_MAPS, self.id(reader)))
        return self._pages(self.count_source_maps(reader))

    @property
    def has_source_maps(self) -> bool:
        """Whether any item can find pages of source maps: one question for all where there are none."""
        return self.texts.makes_source_maps and bool(self._source_maps)

    def count_source_maps(self, reader: Item) -> int:
        """How many pages of source maps `reader` finds."""
        if not self.texts.makes_source_maps:
            return 0
        return bisect_left(self._source_maps, reader.position, key=lambda page: page.style_sheet.position)

    def _pages(self, count: int) -> ItemListing:
        name = f"pages+{count}" if count else "pages"
        return self.listing(name, lambda: [*self.site.pages, *self._source_maps[:count]])

    @once
    def _source_maps(self) -> list[SourceMap]:
        style_sheets = (page for page in self.site.pages if page.extname.lower() in SASS_EXTENSIONS)
        return [SourceMap(page) for page in style_sheets]

    def named(self, name: str) -> ItemListing | None:
        """The listing of a name that a template of an earlier build has read; None if there is none now."""
        if name not in self._listings:
            self._show(name)
        return self._listings.get(name)

    def _show(self, name: str) -> None:
        """Look up what carries the listing `name`, as a template would."""
        kind, _, rest = name.partition(".")
        id, is_pager, _ = name.partition("|pager")
        if is_pager:
            page = next((item for item in self.site.items if self.id(item) == id), None)
            self.seen(page.pager if isinstance(page, Page) else None, f"{id}|pager")
        elif kind == "related":
            post = next((post for post in self.site.posts if post.relative_path == rest), None)
            if post is not None:
                self.listing(name, lambda: list(self.site.related_posts(post)))
        elif kind in ("docs", "files") and rest in self.site.collections:
            collection = self.site.collections[rest]
            self.listing(name, lambda: list(collection.docs if kind == "docs" else collection.files))
        elif kind.startswith("pages+"):
            self._pages(int(kind.removeprefix("pages+")))
        elif kind in ("tags", "categories"):
            self.site_drop.posts_by(kind)
        else:
            self.site_drop.get(rest if kind == "collection" else name)

    def member(self, item: Item | StaticFile, listing: Name) -> Drop:
        """The drop of a member of a listing; what is read of it is recorded as of that listing."""
        scope = self._scopes.get(listing)
        if scope is None:
            scope = self._scopes[listing] = Scope(FIELD, listing, self.reads)
        return self._drop(item, scope)

    def single(self, item: Item | StaticFile) -> Drop:
        """The drop of an item that a template reached by name: `page.next`, a link."""
        if isinstance(item, StaticFile):
            return self._drop(item, Scope(ITEM, item.relative_path, self.reads))
        known = self._singles.get(item)
        if known is None:
            known = self._singles[item] = self._drop(item, Scope(ITEM, self.id(item), self.reads))
        return known

    def seen(self, value: object, name: str) -> Value:
        """What a plug-in has put into a page, as templates see it: items as drops, lists of them as listings.

        name: says where it stands, for the record of reads.
        """
        if isinstance(value, Item | StaticFile):
            return self.single(value)
        if isinstance(value, dict):
            return {key: self.seen(one, f"{name}.{key}") for key, one in value.items()}
        if isinstance(value, list) and value and all(isinstance(one, Item | StaticFile) for one in value):
            return self.listing(name, lambda: list(value))
        return value

    def own(self, item: Item | Excerpt) -> Drop:
        """The variable `page` while `item` itself is rendered."""
        if isinstance(item, Excerpt):
            return ExcerptDrop(item, self) if isinstance(item.item, Document) else self.own(item.item)
        return self._drop(item, None)

    def _drop(self, item: Item | StaticFile, scope: Scope | None) -> Drop:
        if isinstance(item, Page):
            return PageDrop(item, self, scope)
        if isinstance(item, Document):
            return DocumentDrop(item, self, scope)
        assert isinstance(item, StaticFile) and scope is not None
        return StaticFileDrop(item, scope)
