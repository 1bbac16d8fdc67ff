"""The site: all that was read and generated, and what follows from it (upstream `lib/jekyll/site.rb`)."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from onemg_render.config import Compat, Config, FrontMatterDefaults, SourceTree
from onemg_render.site.collection import Collection
from onemg_render.site.document import Document
from onemg_render.site.front_matter import FrontMatter
from onemg_render.site.item import Item
from onemg_render.site.layout import Layout
from onemg_render.site.page import Page
from onemg_render.site.permalink import Permalinks
from onemg_render.site.publisher import Publisher
from onemg_render.site.static_file import StaticFile

RELATED = 10


class Skipped(NamedTuple):
    """A file or folder of the source that is not in the site.

    path: relative to the source; reason: future, unpublished, excluded, draft, special, date, encoding,
    unreadable, shadowed, symlink, loop, limit. until: when it will be there, of what lies in the future.
    """

    path: str
    reason: str
    until: datetime | None = None


@dataclass(eq=False, repr=False, kw_only=True)
class Site:
    """collections: by the key of the configuration, in its order, `posts` always among them.
    layouts: by name, the site's own before the theme's.
    data: of `_data` over the theme's, or the configuration's `data` in their place.
    """

    config: Config
    compat: Compat
    tree: SourceTree
    time: datetime
    permalinks: Permalinks
    defaults: FrontMatterDefaults
    publisher: Publisher
    collections: dict[str, Collection]
    pages: list[Page] = field(default_factory=list)
    static_files: list[StaticFile] = field(default_factory=list)
    layouts: dict[str, Layout] = field(default_factory=dict)
    data: object = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def posts(self) -> list[Document]:
        """Oldest first, as their collection has them; templates see the newest first."""
        return self.collections["posts"].docs

    @property
    def items(self) -> Iterator[Item]:
        """Everything that is rendered, in Jekyll's order: collections as configured, then pages."""
        return chain(chain.from_iterable(one.docs for one in self.collections.values()), self.pages)

    @property
    def documents(self) -> "list[Document | StaticFile]":
        """What `site.documents` lists: documents and static files, collection by collection."""
        both: list[Document | StaticFile] = []
        for collection in self.collections.values():
            both += [*collection.docs, *collection.files]
        return both

    @property
    def outputs(self) -> Iterator[Item | StaticFile]:
        """All that becomes a file of the output, in the order of writing: the later wins a shared path."""
        yield from self.pages
        yield from (file for file in self.static_files if file.writes)
        yield from self.written_documents
        if not self.compat.lists_collection_files:
            for collection in self.collections.values():
                yield from (file for file in collection.files if file.writes)

    @property
    def written_documents(self) -> Iterator[Document]:
        """The published documents of all collections with `output: true`, and posts."""
        for collection in self.collections.values():
            if collection.writes:
                yield from (document for document in collection.docs if self.publisher.publishes(document))

    def docs_to_write(self) -> list[Document]:
        """The written documents, as upstream's plug-ins ask for them.

        Jekyll 3 keeps the date that it has to look up for each (`lib/jekyll/publisher.rb`).
        """
        documents = list(self.written_documents)
        if not (self.compat.document_fields or self.publisher.future):
            for document in documents:
                document.is_asked = True
        return documents

    def number(self) -> None:
        """Give every item its place in the order of rendering; again whenever items came or went."""
        for position, item in enumerate(self.items):
            item.position = position

    def new_page(
        self, *, name: str, folder: str = "", content: str = "", data: Mapping[str, object] | None = None
    ) -> Page:
        """A page of no file, as if `folder/name` held `data` and `content`; not yet among `pages`."""
        folder = f"/{folder.strip('/')}" if folder.strip("/") else ""
        relative_path = f"{folder}/{name}".lstrip("/")
        return Page(
            path=f"{self.tree.main.as_posix()}/{relative_path}",
            relative_path=relative_path,
            permalinks=self.permalinks,
            data=FrontMatter(data, defaults=self.defaults, path=relative_path, type="pages"),
            content=content,
            folder=folder,
        )

    def layouts_around(self, item: Item) -> "Iterator[tuple[str, Layout | None]]":
        """The layouts of an item by name, innermost first; None for one that is not there."""
        name, seen = (item.data["layout"] if item.takes_layout else None), set[str]()
        while isinstance(name, str) and name not in seen:
            seen.add(name)
            layout = self.layouts.get(name)
            yield name, layout
            name = None if layout is None else layout.parent

    def related_posts(self, post: Document) -> list[Document]:
        """The ten newest other posts, newest first (upstream `lib/jekyll/related_posts.rb`)."""
        newest = reversed(self.posts[-RELATED - 1 :])
        return [one for one in newest if one is not post][:RELATED]

    @property
    def categories(self) -> dict[object, list[Document]]:
        """Posts by category, newest first; categories as they first appear."""
        return self._posts_by("categories")

    @property
    def tags(self) -> dict[object, list[Document]]:
        """The posts of each tag, latest first."""
        return self._posts_by("tags")

    def _posts_by(self, key: str) -> dict[object, list[Document]]:
        groups: dict[object, list[Document]] = {}
        for post in self.posts:
            names = post.data[key]
            for name in names if isinstance(names, list) else ():
                groups.setdefault(name if isinstance(name, Hashable) else str(name), []).append(post)
        return {name: posts[::-1] for name, posts in groups.items()}
