"""Items that this process has read in an earlier build, and what they said of themselves.

As long as its file is as it was, a copy of an item is what reading would make again. What plug-ins have
made of it is then compared with what they made of the last one, field by field. But what is inside a value
of the front matter belongs to all copies: our own plug-ins set values as a whole; a stranger's, which
might not, get no copies.
"""

from datetime import datetime
from typing import Final, TypeVar, cast

from onemg_render.config import FrontMatterDefaults
from onemg_render.read.source_file import SourceFile
from onemg_render.site import CollectionSettings, Excerpt, Item, Page, Site
from onemg_render.site.unread import content_of

FOLLOWING: Final = ("output_ext", "url", "destination")
"""What an item computes from all else, in this order."""
SAID: Final = ("relative_path", "line", "pager", "is_redirect", "is_asked")
"""Fields that are part of what an item says of itself, beside its front matter and its text."""

OF_ITS_SITE: Final = frozenset({"permalinks", "data", "collection"})
"""Fields that lead to the site of a build, which is not to be kept for one of its items."""

AnItem = TypeVar("AnItem", bound=Item)


class KnownItem:
    """An item as it was read. time: of that build, on which dates and addresses of documents may depend.

    answer: the digest of what the item says of itself, once somebody has asked, until it says something else.
    """

    __slots__ = (
        "_content",
        "_data",
        "_excerpt",
        "_facts",
        "_kind",
        "_last",
        "answer",
        "relative_path",
        "time",
    )

    def __init__(self, item: Item, time: datetime) -> None:
        self.relative_path = item.relative_path
        self.time = time
        self.answer: bytes | None = None
        self._kind = type(item)
        self._facts = {name: value for name, value in vars(item).items() if name not in OF_ITS_SITE}
        self._data = item.data.copied()
        excerpt = self._data.own("excerpt")
        self._excerpt = content_of(excerpt) if isinstance(excerpt, Excerpt) else None
        if self._excerpt is not None:
            self._data["excerpt"] = None  # holds its place; the excerpt itself leads to the item
        self._last: Item | None = None
        self._content: object = None

    def fits(self, kind: type[Item], relative_path: str, time: datetime) -> bool:
        """Whether an item of this kind under this name would be read as this one was."""
        is_same = self._kind is kind and self.relative_path == relative_path
        return is_same and (kind is Page or self.time == time)

    def copy(self, site: Site, collection: CollectionSettings | None = None) -> Item:
        """An item of a later build."""
        item = object.__new__(self._kind)
        facts = vars(item)
        facts.update(self._facts)
        facts["permalinks"] = site.permalinks
        facts["data"] = data = self._data.copied(site.defaults)
        if collection is not None:
            facts["collection"] = collection
        if self._excerpt is not None:
            data["excerpt"] = Excerpt(item, self._excerpt)
        return item

    def follow(self, item: Item) -> None:
        """Tell `item`, when plug-ins have done with it, what follows from its fields, if that is known."""
        last, content = self._last, self._content
        self._last, self._content = item, content_of(item)
        if last is None or content != self._content or not is_alike(item, last):
            self.answer = None
            return
        facts, known = vars(item), vars(last)
        for name in FOLLOWING:
            if name in known:
                facts[name] = known[name]

    def has(self, content: object) -> bool:
        """Whether that is the text with which the item followed; hooks may change it while it is rendered."""
        return content is self._content


def is_alike(item: Item, last: Item) -> bool:
    """Whether two copies of an item, whose texts are the same, have the same fields."""
    facts, known = vars(item), vars(last)
    if [facts.get(name) for name in SAID] != [known.get(name) for name in SAID]:
        return False
    if "url" in facts and facts["url"] != known.get("url"):
        return False
    one, other = item.data, last.data
    return list(one) == list(other) and all(map(is_same_value, one.values(), other.values()))


def is_same_value(one: object, other: object) -> bool:
    """Two values of front matter, which plug-ins set but do not change."""
    if one is other:
        return True
    if isinstance(one, Excerpt) and isinstance(other, Excerpt):
        return content_of(one) == content_of(other)
    return one.__class__ is str and other.__class__ is str and one == other


class KnownItems:
    """Those of one process. present: which of them the items of this build are."""

    def __init__(self) -> None:
        self._items: dict[SourceFile, KnownItem] = {}
        self.present: dict[Item, KnownItem] = {}
        self._defaults = ""

    def begin(self, defaults: FrontMatterDefaults) -> None:
        """Another build begins; of those under other defaults nothing is known."""
        seen = set(self.present.values()) if self._defaults == repr(defaults) else ()
        self._items = {file: item for file, item in self._items.items() if item in seen}
        self._defaults = repr(defaults)
        self.present = {}

    def copy(
        self,
        file: SourceFile,
        kind: type[AnItem],
        name: str,
        site: Site,
        collection: CollectionSettings | None,
    ) -> AnItem | None:
        """The item in `file`, if it is known what reading makes of it. name: its path as templates see it."""
        known = self._items.get(file)
        if known is None or not known.fits(kind, name, site.time):
            return None
        item = known.copy(site, collection)
        self.present[item] = known
        return cast(AnItem, item)

    def keep(self, file: SourceFile, item: Item, time: datetime) -> None:
        """Remember an item that has just been read, if its file would show a change."""
        if file.is_kept:
            self._items[file] = self.present[item] = KnownItem(item, time)

    def follow(self, site: Site) -> None:
        """See what is still true of the items of a site that plug-ins have changed, and tell it them."""
        for item in site.items:
            known = self.present.get(item)
            if known is not None:
                known.follow(item)
