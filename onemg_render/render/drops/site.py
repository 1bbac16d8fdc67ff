"""The site, its collections and static files as templates see them (upstream `lib/jekyll/drops`)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Protocol

from onemg_render.liquid import Fields, Value
from onemg_render.render.drops.data import data_view
from onemg_render.render.drops.items import Scope, identity
from onemg_render.render.drops.listing import Answers, ItemListing
from onemg_render.render.reads import CONFIG, KEYS, SIZE, RecordedTime
from onemg_render.site import Collection, Document, Item, Page, Site, StaticFile


class SiteViews(Protocol):
    """What the site's drop needs of the build."""

    site: Site
    answers: Answers

    @property
    def document(self) -> Document | None:
        """The document that is being rendered."""
        ...

    def pages(self) -> ItemListing:
        """All pages, as they are when it is the reader's turn."""
        ...

    def listing(self, name: str, choose: "Callable[[], list[Item | StaticFile]]") -> ItemListing:
        """The listing of this name; chosen when first asked for."""
        ...


class SiteDrop(Fields):
    """Collections by label, then the site's own lists, then the keys of the configuration."""

    __slots__ = ("_collections", "_tables", "_views")

    def __init__(self, views: SiteViews) -> None:
        self._views = views
        self._tables: dict[str, dict[object, ItemListing]] = {}
        self._collections: list[CollectionDrop] = []

    @property
    def views(self) -> SiteViews:
        return self._views

    def get(self, key: Value) -> Value:
        site = self._views.site
        if key != "posts" and key in site.collections:
            return self._views.listing(f"collection.{key}", lambda: list(site.collections[key].docs))
        read = SITE_READERS.get(key)
        if read is not None:
            return read(self)
        value = site.config.get(key)
        if value.__class__ is list and value and isinstance(value[0], Item):  # a plug-in's: site.archives
            return self._views.listing(key, lambda: list(value))
        self._views.answers.reads.current.add((CONFIG, key))
        return value

    def has(self, key: Value) -> bool:
        return key in self.keys()

    def keys(self) -> Iterable[str]:
        self._views.answers.reads.current.add((CONFIG, KEYS))
        return dict.fromkeys([*SITE_READERS, *self._views.site.config])

    def data(self) -> Value:
        return data_view(self._views.site.data, (), self._views.answers)

    def time(self) -> Value:
        return RecordedTime.of(self._views.site.time, self._views.answers.reads)

    def posts_by(self, key: str) -> Value:
        """`site.tags` or `site.categories`: a plain mapping of names to listings."""
        self._views.answers.reads.current.add((SIZE, key))
        if key not in self._tables:
            groups = getattr(self._views.site, key)
            self._tables[key] = {name: self._group(f"{key}.{name}", posts) for name, posts in groups.items()}
        return self._tables[key]

    def _group(self, name: str, posts: list[Document]) -> ItemListing:
        return self._views.listing(name, lambda: list(posts))

    def collections(self) -> Value:
        if not self._collections:
            ordered = sorted(self._views.site.collections.values(), key=lambda collection: collection.label)
            self._collections = [CollectionDrop(collection, self._views) for collection in ordered]
        return self._collections

    def related_posts(self) -> Value:
        """Only documents have related posts; a page sees nil."""
        document = self._views.document
        if document is None:
            return None
        name = f"related.{document.relative_path}"
        return self._views.listing(name, lambda: list(self._views.site.related_posts(document)))

    def chosen(self, name: str, choose: "Callable[[Site], Iterable[Item | StaticFile]]") -> ItemListing:
        return self._views.listing(name, lambda: list(choose(self._views.site)))


def html_pages(site: Site) -> list[Page]:
    return [page for page in site.pages if page.is_listed_as_html]


SITE_READERS: Final[Mapping[Value, Callable[[SiteDrop], Value]]] = {
    "time": SiteDrop.time,
    "documents": lambda drop: drop.chosen("documents", lambda site: site.documents),
    "related_posts": SiteDrop.related_posts,
    "tags": lambda drop: drop.posts_by("tags"),
    "config": lambda drop: None,
    "data": SiteDrop.data,
    "pages": lambda drop: drop.views.pages(),
    "categories": lambda drop: drop.posts_by("categories"),
    "static_files": lambda drop: drop.chosen("static_files", lambda site: site.static_files),
    "collections": SiteDrop.collections,
    "posts": lambda drop: drop.chosen("posts", lambda site: reversed(site.posts)),
    "html_pages": lambda drop: drop.chosen("html_pages", html_pages),
}


class CollectionDrop(Fields):
    """A collection (upstream `lib/jekyll/drops/collection_drop.rb`)."""

    __slots__ = ("_collection", "_views")

    def __init__(self, collection: Collection, views: SiteViews) -> None:
        self._collection = collection
        self._views = views

    @property
    def collection(self) -> Collection:
        return self._collection

    def get(self, key: Value) -> Value:
        read = COLLECTION_READERS.get(key)
        if read is not None:
            return read(self)
        self._views.answers.reads.current.add((CONFIG, "collections"))
        return self._collection.settings.metadata.get(key)

    def keys(self) -> Iterable[str]:
        return dict.fromkeys([*COLLECTION_READERS, *self._collection.settings.metadata])

    def plain(self) -> Value:
        """As JSON has it: documents by what they print."""
        fields = {key: self.get(key) for key in self.keys()}
        return {**fields, "docs": [doc.text() for doc in self.docs().use()]}

    def docs(self) -> ItemListing:
        """In the order of the collection, oldest first also for posts."""
        return self._views.listing(f"docs.{self._collection.label}", lambda: list(self._collection.docs))

    def files(self) -> ItemListing:
        return self._views.listing(f"files.{self._collection.label}", lambda: list(self._collection.files))

    def text(self) -> str:
        docs = [
            f"#<Jekyll::Document {doc.relative_path} collection={self._collection.label}>"
            for doc in self._collection.docs
        ]
        self._views.answers.reads.current.add((SIZE, f"docs.{self._collection.label}"))
        return f"[{', '.join(docs)}]"


COLLECTION_READERS: Final[Mapping[Value, Callable[[CollectionDrop], Value]]] = {
    "label": lambda drop: drop.collection.label,
    "files": CollectionDrop.files,
    "output": lambda drop: drop.collection.writes,
    "directory": lambda drop: drop.collection.settings.directory,
    "docs": CollectionDrop.docs,
    "relative_directory": lambda drop: drop.collection.settings.relative_directory,
}


class StaticFileDrop(Fields):
    """A static file; its defaults from the configuration stand below its attributes."""

    __slots__ = ("_file", "_scope")

    def __init__(self, file: StaticFile, scope: Scope) -> None:
        self._file = file
        self._scope = scope

    def get(self, key: Value) -> Value:
        self._scope.record(key)
        read = STATIC_FILE_READERS.get(key)
        return self._file.data.get(key) if read is None else read(self._file)

    def keys(self) -> Iterable[str]:
        return dict.fromkeys([*STATIC_FILE_READERS, *self._file.data])

    def identity(self) -> Value:
        return identity(self, self._file, self._scope)

    def text(self) -> str:
        """Upstream prints the object's address here, which no two builds share."""
        return "#<Jekyll::StaticFile>"


STATIC_FILE_READERS: Final[Mapping[Value, Callable[[StaticFile], Value]]] = {
    "name": lambda file: file.name,
    "basename": lambda file: file.basename,
    "collection": lambda file: file.type,
    "extname": lambda file: file.extname,
    "modified_time": lambda file: file.modified,
    "path": lambda file: file.relative_path,
}
