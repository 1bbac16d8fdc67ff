"""Pages, documents and excerpts as templates see them.

A drop made for one item records its fields by the item; a drop handed out by a listing records them by the
listing, so that the question "the titles of all posts" is asked, and answered, once. The item's own drop
records nothing: a node depends on its own data in any case.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol

from onemg_render.liquid import Drop, Fields, Table, Value
from onemg_render.liquid.runtime import inspect
from onemg_render.render.drops.listing import Name
from onemg_render.render.reads import IDENTITY, KEYS, NEIGHBOUR, Read, Reads, RecordedTime
from onemg_render.site import Document, Excerpt, Page

if TYPE_CHECKING:
    from onemg_render.site import StaticFile
    from onemg_render.site.item import Item


class Scope:
    """What reads of a field are recorded under: (ITEM, id) or (FIELD, listing), shared by its members.

    It remembers to which set it gave each field last: loops ask for the same few fields again and again.
    """

    __slots__ = ("_given", "_key", "_reads")

    def __init__(self, kind: str, name: Name, reads: Reads) -> None:
        self._key = (kind, name)
        self._reads = reads
        self._given: dict[Value, set[Read]] = {}

    def record(self, field: Value) -> None:
        current = self._reads.current
        if self._given.get(field) is not current:
            self._given[field] = current
            current.add((*self._key, field))


def identity(drop: Drop, item: "Item | StaticFile", scope: Scope | None) -> Value:
    """What all views of `item` have in common: upstream shows it by one drop, or by equal mappings."""
    if scope is not None:
        scope.record(IDENTITY)
    return (type(drop), item)


PAGE_ATTRIBUTES: Final = ("content", "dir", "excerpt", "name", "path", "url")


class Texts(Protocol):
    """What the renderer answers: texts that depend on who reads them, by Jekyll's order of rendering."""

    @property
    def document(self) -> Document | None:
        """The document that is being rendered."""
        ...

    @property
    def reader(self) -> "Item | None":
        """Whose body, excerpt or layouts are being rendered."""
        ...

    @property
    def makes_source_maps(self) -> bool:
        """Whether style sheets get source maps."""
        ...

    def content(self, item: "Item", *, own: bool) -> str:
        """Converted text if `item` comes before the reader in rendering order, else raw."""
        ...

    def is_dated(self, document: Document) -> bool:
        """Whether a document without a date shows the site's yet, by Jekyll 3's order of rendering."""
        ...

    def finished(self, item: "Item") -> str | None:
        """The output of an earlier item, None of a later one."""
        ...

    def excerpt(self, item: "Item") -> str | None:
        """The item's excerpt, rendered; None where there is none."""
        ...


class ItemViews(Protocol):
    """What an item's drop needs of the build."""

    reads: Reads
    texts: Texts

    def single(self, item: "Item") -> Drop:
        """The drop of an item that a template reached by name."""
        ...

    def seen(self, value: object, name: str) -> Value:
        """What a plug-in has put into a page: items as drops, lists of them as listings."""
        ...

    def id(self, item: "Item") -> str:
        """The item's name in reads."""
        ...

    def neighbour(self, document: Document, step: int) -> Document | None:
        """The document that comes `step` places later in its collection."""
        ...


class PageDrop(Table):
    """A page: defaults, front matter and attributes in one mapping (upstream `Convertible#to_liquid`)."""

    __slots__ = ("_data", "_page", "_scope", "_views")

    def __init__(self, page: Page, views: ItemViews, scope: Scope | None) -> None:
        self._page = page
        self._views = views
        self._scope = scope
        self._data: dict[str, object] | None = None

    @property
    def item(self) -> Page:
        return self._page

    @property
    def _merged(self) -> dict[str, object]:
        if self._data is None:
            self._data = self._page.data.merged()
        return self._data

    def get(self, key: Value) -> Value:
        if self._scope is not None:
            self._scope.record(key)
        read = PAGE_READERS.get(key)
        value = None if read is None else read(self)
        if value is not None:
            return value
        data = self._merged
        if key in data:
            value = data[key]
            if value.__class__ is list and value and isinstance(value[0], Document):
                return self._views.seen(value, f"{self._views.id(self._page)}|{key}")
            return value
        if key == "size":
            return self.size()
        return self.first() if key == "first" else None

    def has(self, key: Value) -> bool:
        if self._scope is not None:
            self._scope.record(KEYS)
        return key in PAGE_READERS or key in self._merged

    def keys(self) -> Iterable[str]:
        if self._scope is not None:
            self._scope.record(KEYS)
        return dict.fromkeys([*self._merged, *PAGE_ATTRIBUTES])

    def identity(self) -> Value:
        return identity(self, self._page, self._scope)

    def text(self) -> str:
        return inspect(self.plain())

    def content(self) -> str:
        return self._views.texts.content(self._page, own=self._scope is None)

    def excerpt(self) -> str | None:
        return self._views.texts.excerpt(self._page)

    def path(self) -> Value:
        return self._page.data.own("path", self._page.relative_path)


PAGE_READERS: Final[Mapping[Value, Callable[[PageDrop], Value]]] = {
    "content": PageDrop.content,
    "dir": lambda drop: drop.item.dir,
    "excerpt": PageDrop.excerpt,
    "name": lambda drop: drop.item.name,
    "path": PageDrop.path,
    "url": lambda drop: drop.item.url,
}


class DocumentDrop(Fields):
    """A document (upstream `lib/jekyll/drops/document_drop.rb`): methods first, front matter below them."""

    __slots__ = ("_document", "_readers", "_scope", "_views")

    def __init__(self, document: Document, views: ItemViews, scope: Scope | None) -> None:
        newer = document.permalinks.compat.document_fields
        self._readers = DOCUMENT_READERS if newer else OLD_DOCUMENT_READERS
        self._document = document
        self._views = views
        self._scope = scope

    @property
    def item(self) -> Document:
        return self._document

    def get(self, key: Value) -> Value:
        if self._scope is not None:
            self._scope.record(key)
        read = self._readers.get(key)
        if read is not None:
            return read(self)
        if key == "date":
            return self.date()
        return self.first() if key == "first" else self._document.data[key]

    def has(self, key: Value) -> bool:
        if self._scope is not None:
            self._scope.record(KEYS)
        return key in self._readers or key in self._document.data

    def keys(self) -> Iterable[str]:
        if self._scope is not None:
            self._scope.record(KEYS)
        return dict.fromkeys([*self._readers, *self._document.data])

    def plain(self) -> Value:
        return {
            key: value.collapsed() if isinstance(value, DocumentDrop) else value
            for key, value in self.members(0).items()
        }

    def members(self, depth: int) -> dict[str, Value]:
        """All fields, as JSON has them; two levels down a neighbour has no neighbours of its own."""
        members = {key: self.get(key) for key in self.keys()}
        if depth >= NEIGHBOUR_DEPTH:
            for name in ("previous", "next"):
                if isinstance(members[name], DocumentDrop):
                    members[name] = members[name].collapsed()
        return members

    def collapsed(self) -> dict[str, Value]:
        """The fields that do not lead on to other documents (upstream `collapse_document`)."""
        return {key: self.get(key) for key in self.keys() if key not in NESTED_FIELDS}

    def identity(self) -> Value:
        return identity(self, self._document, self._scope)

    def text(self) -> str:
        if self._scope is not None:
            self._scope.record("content")
        texts = self._views.texts
        output = None if self._scope is None else texts.finished(self._document)
        return output if output is not None else texts.content(self._document, own=self._scope is None)

    def excerpt(self) -> str:
        return self._views.texts.excerpt(self._document) or ""

    def name(self) -> Value:
        return self._document.data["name"] or self._document.name

    def content(self) -> str:
        return self._views.texts.content(self._document, own=self._scope is None)

    def output(self) -> str | None:
        return None if self._scope is None else self._views.texts.finished(self._document)

    def date(self) -> datetime | None:
        document = self._document
        is_dated = "date" in self._readers or document.has_date or document.is_asked
        if not is_dated and not self._views.texts.is_dated(document):
            return None
        date = document.date
        return RecordedTime.of(date, self._views.reads) if date is document.permalinks.time else date

    def neighbour(self, direction: str) -> Drop | None:
        self._views.reads.current.add((NEIGHBOUR, self._views.id(self._document), direction))
        found = self._views.neighbour(self._document, 1 if direction == "next" else -1)
        return None if found is None else self._views.single(found)


class ExcerptDrop(DocumentDrop):
    """The variable `page` inside a document's excerpt (upstream `lib/jekyll/drops/excerpt_drop.rb`)."""

    __slots__ = ("_excerpt",)

    def __init__(self, excerpt: Excerpt, views: ItemViews) -> None:
        assert isinstance(excerpt.item, Document)
        self._excerpt = excerpt
        super().__init__(excerpt.item, views, None)

    def get(self, key: Value) -> Value:
        read = EXCERPT_READERS.get(key)
        return super().get(key) if read is None else read(self._excerpt)

    def text(self) -> str:
        return self._excerpt.content


def excerpt_id(excerpt: Excerpt) -> str:
    assert isinstance(excerpt.item, Document)
    return f"{excerpt.item.id}#excerpt"


EXCERPT_READERS: Final[Mapping[Value, Callable[[Excerpt], Value]]] = {
    "content": lambda excerpt: excerpt.content,
    "excerpt": lambda excerpt: None,
    "id": excerpt_id,
    "path": lambda excerpt: excerpt.relative_path,
    "relative_path": lambda excerpt: excerpt.relative_path,
}
NEIGHBOUR_DEPTH: Final = 2
NESTED_FIELDS: Final = ("content", "output", "excerpt", "next", "previous")
DOCUMENT_READERS: Final[Mapping[Value, Callable[[DocumentDrop], Value]]] = {
    "name": DocumentDrop.name,
    "tags": lambda drop: drop.item.data["tags"],
    "id": lambda drop: drop.item.id,
    "relative_path": lambda drop: drop.item.relative_path,
    "collection": lambda drop: drop.item.collection.label,
    "url": lambda drop: drop.item.url,
    "title": lambda drop: drop.item.data["title"],
    "categories": lambda drop: drop.item.data["categories"],
    "excerpt": DocumentDrop.excerpt,
    "previous": lambda drop: drop.neighbour("previous"),
    "content": DocumentDrop.content,
    "next": lambda drop: drop.neighbour("next"),
    "output": DocumentDrop.output,
    "path": lambda drop: drop.item.relative_path,
    "date": DocumentDrop.date,
}
OLD_DOCUMENT_READERS: Final[Mapping[Value, Callable[[DocumentDrop], Value]]] = {
    name: DOCUMENT_READERS[name]
    for name in (
        *("collection", "id", "url", "next", "content", "output", "path", "relative_path", "excerpt"),
        "previous",
    )
}
"""Those of Jekyll 3, where names and dates come from the data alone."""
