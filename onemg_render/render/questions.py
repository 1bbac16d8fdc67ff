"""Asks the reads of an earlier build again, of the site as it is now: the other half of `reads`.

Two states of the site agree on a read if the digests of its answers are equal. What a field leads to but is
recorded elsewhere (the content of an item, its neighbours) is left out of the answer.
"""

import builtins
import marshal
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from types import MappingProxyType, NoneType
from typing import Any, Final, cast

from onemg_render.errors import OnemgError
from onemg_render.liquid import Context, Drop, Listing, Value
from onemg_render.render import reads
from onemg_render.render.drops.listing import ItemListing, Name, untyped
from onemg_render.render.imports import there
from onemg_render.render.reads import Read
from onemg_render.render.steps import Steps
from onemg_render.render.views import Views
from onemg_render.site import Collection, Document, Excerpt, Item, Layout, Page, Site, StaticFile
from onemg_render.site.unread import Unread, content_of
from onemg_render.util.once import once
from onemg_render.util.stamps import digest_of, is_settled, stamp_and_content

ABSENT: Final = ("absent",)
ELSEWHERE: Final = frozenset({"content", "output", "excerpt", "next", "previous", reads.IDENTITY})
"""Fields whose values have reads of their own: the content and nodes of others, neighbours."""


SCALARS: Final = frozenset({NoneType, str, bytes, bool, int, float})
"""The types of most values, looked up before any other question is asked of them."""
PLAIN: Final = SCALARS | {list, dict}
WITHOUT_REFERENCES: Final = 2
"""The last format of marshal in which equal values have equal bytes."""


class Unanswerable(Exception):
    """A read that is never the same twice, or of which nothing is left to ask."""


class Questions:
    """The site of this build, asked. Nothing that an answer takes is recorded as a read of anyone.

    digest: that of a text; whoever asks again and again may know it already.
    """

    def __init__(self, site: Site, views: Views, steps: Steps) -> None:
        self.digest: Callable[[str], bytes] = digest_of
        self._layout_data: dict[int, bytes] = {}
        self._site = site
        self._views = views
        self._steps = steps
        self._expressions: dict[tuple[str, int], tuple[list[str], Callable[[Context], Value]]] = {}
        self._answers: dict[Read, Value] = {}

    def answer(self, read: Read) -> bytes:
        """The digest of the answer, or the answer itself if that is one.

        Raises Unanswerable. Reads of nodes and contents are for the graph to answer.
        """
        ask = ASK.get(read[0])
        if ask is None:
            raise Unanswerable
        with self._views.reads.recording():
            try:
                answer = ask(self, *read[1:])
                return answer if answer.__class__ is bytes else self.digest_of(answer)
            except OnemgError as error:
                return self.digest_of(("error", error.message))

    def digest_of(self, answer: object) -> bytes:
        """By which an answer is known: two have the same if they are equal, down to the types in them.

        Raises Unanswerable.
        """
        try:
            return sha256(marshal.dumps(cast(Any, answer), WITHOUT_REFERENCES)).digest()
        except ValueError:  # something in it is no plain data
            return digest_of(repr(self.plain(answer)))

    @once
    def items(self) -> Mapping[str, Item]:
        """By their names in reads."""
        return {self._views.id(item): item for item in self._site.items}

    @once
    def _static_files(self) -> Mapping[str, StaticFile]:
        return {file.relative_path: file for file in self._site.static_files}

    def own(self, id: str) -> object:
        """All that an item says of itself; of its text the digest."""
        item = self.items.get(id)
        if item is None:
            return ABSENT
        facts = (type(item).__name__, item.relative_path, item.url, self.text(item), item.line)
        more: object = None
        if isinstance(item, Document):
            date = item.date  # the build's own time is asked for where it is read
            more = (item.collection.label, None if date is item.permalinks.time else date, item.is_asked)
        elif isinstance(item, Page):
            more = item.pager
        data = item.data.merged()
        for key, value in data.items():
            if value.__class__ not in PLAIN:
                data[key] = self.plain(value)
        return (*facts, data, more)

    def text(self, holder: Item | Excerpt | Layout) -> bytes:
        """The digest of the text of an item, an excerpt or a layout, as it was read."""
        content = content_of(holder)
        return content.digest if isinstance(content, Unread) else self.digest(content)

    def field(self, listing: Name, name: Value) -> object:
        drops = self.listing(listing).drops()
        if name in ELSEWHERE:
            return self.members(listing)
        if name == reads.KEYS:
            return [list(drop.keys()) for drop in drops]
        return [drop.get(name) for drop in drops]

    def size(self, listing: Name) -> object:
        if listing in ("tags", "categories"):
            groups = self._site.tags if listing == "tags" else self._site.categories
            return [(name, len(posts)) for name, posts in groups.items()]
        return len(self.listing(listing).items)

    def members(self, listing: Name) -> object:
        return [self._name(item) for item in self.listing(listing).items]

    def item(self, id: str, name: Value) -> object:
        item = self.items.get(id) or self._static_files.get(id)
        if item is None:
            return ABSENT
        drop = self._views.single(item)
        if name == reads.KEYS:
            return list(drop.keys())
        return id if name in ELSEWHERE else drop.get(name)

    def neighbour(self, id: str, direction: str) -> object:
        item = self.items.get(id)
        if not isinstance(item, Document):
            return ABSENT
        found = self._views.neighbour(item, 1 if direction == "next" else -1)
        return None if found is None else self._name(found)

    def query(self, listing: Name, operation: str, *arguments: Value) -> object:
        return self.asked(listing, operation, *arguments)

    def asked(self, listing: Name, operation: str, *arguments: Value) -> Value:
        """What the filter `operation` makes of a listing now; behind stand other values: paths and values."""
        subject = self._subject(listing)
        given = [untyped(one) for one in arguments]
        free: dict[str, Value] = {}
        for path, value in (one for one in given if isinstance(one, tuple)):
            put(free, path, untyped(value))
        return self.filtered(operation, subject, [one for one in given if not isinstance(one, tuple)], free)

    def _subject(self, name: Name) -> Value:
        """The listing of this name, or whatever stands in its place now. Raises Unanswerable for nothing."""
        if not isinstance(name, tuple):
            return self.listing(name)
        return self._data_view(name[1:]) if name[0] == reads.DATA else self._answer_to(name)

    def _answer_to(self, query: Read) -> Value:
        """The answer that other questions are about: several may be about the same."""
        if query not in self._answers:
            _, listing, operation, *arguments = query
            self._answers[query] = self.asked(cast(Name, listing), cast(str, operation), *arguments)
        return self._answers[query]

    def filtered(
        self,
        name: str,
        subject: Value,
        arguments: list[Value],
        free: Mapping[str, Value] = MappingProxyType({}),
    ) -> Value:
        """`{{ subject | name: arguments }}`, in a template of no item."""
        known = self._expressions.get((name, len(arguments)))
        if known is None:
            names = [f"argument{number}" for number in range(len(arguments))]
            text = f"subject | {name}" + (f": {', '.join(names)}" if names else "")
            known = (names, self._steps.templates.environment.variable(text))
            self._expressions[name, len(arguments)] = known
        names, expression = known
        variables = {**free, "subject": subject, **dict(zip(names, arguments, strict=True))}
        context = Context(self._steps.templates.environment, variables, self._steps.payload.registers(None))
        return expression(context)

    def data(self, *path: Value) -> object:
        return self._data_at(path)

    def data_type(self, *path: Value) -> object:
        return type(self._data_at(path)).__name__

    def config(self, key: Value) -> object:
        if key == reads.KEYS:
            return list(self._site.config)
        return self._site.config.get(key)

    def include(self, name: str) -> object:
        return self._steps.includes.source(name) or ABSENT

    def layout(self, name: str) -> object:
        layout = self._site.layouts.get(name)
        if layout is None:
            return ABSENT
        return (layout.relative_path, layout.line, layout.data, self.text(layout))

    def layout_data(self, id: str) -> object:
        item = self.items.get(id)
        if item is None:
            return ABSENT
        data = self._steps.layout_data.body(item)  # one object for many items, and as long as the build
        key = builtins.id(data)
        if key not in self._layout_data:
            self._layout_data[key] = self.digest_of(data)
        return self._layout_data[key]

    def left(self, id: str) -> object:
        item = self.items.get(id)
        leaver = None if item is None else self._steps.left_content.leaver(item)
        return ABSENT if leaver is None else self._name(leaver)

    def source_maps(self, id: str | None = None) -> object:
        if id is None:
            return self._views.has_source_maps
        item = self.items.get(id)
        return ABSENT if item is None else self._views.count_source_maps(item)

    def file(self, path: str) -> object:
        """Raises Unanswerable if it has changed since the build began: what was read then may be older."""
        try:
            stamp, content = stamp_and_content(path)
        except OSError:
            return ABSENT
        if not is_settled(stamp, self._views.reads.began):
            raise Unanswerable
        return sha256(content).digest()

    def sass_names(self, folders: Sequence[str], names: Sequence[str]) -> object:
        """Where a style sheet's imports are looked for, and which files there may be meant."""
        load_paths = tuple(map(str, self._steps.styles.load_paths))
        return (load_paths, *there(folders, names))

    def link(self, path: str) -> object:
        return self._steps.fragment(f"{{% link {path} %}}", None)

    def post_url(self, name: str) -> object:
        return self._steps.fragment(f"{{% post_url {name} %}}", None)

    def clock(self, *how: Value) -> object:
        if not how:
            return self._site.time.isoformat()
        name, *arguments = how
        return self.filtered(str(name), self._site.time, arguments)

    def compared(self, moment: str) -> object:
        other = datetime.fromisoformat(moment)
        return (self._site.time > other) - (self._site.time < other)

    def environment(self, name: str) -> object:
        return self._site.config.environment

    def listing(self, name: Name) -> ItemListing:
        """The listing of this name. Raises Unanswerable if there is none any more."""
        if isinstance(name, tuple):
            answer = self._answer_to(name)
            if not isinstance(answer, ItemListing):
                raise Unanswerable
            return answer
        found = self._views.named(name)
        if found is None:
            raise Unanswerable
        return found

    def plain(self, value: object) -> object:
        """`value` as nested tuples of scalars: what can be compared, and written down."""
        if value.__class__ in SCALARS:
            return value
        if isinstance(value, dict):
            pairs = [(self.plain(key), self.plain(one)) for key, one in value.items()]
            return ("dict", *pairs)
        if isinstance(value, list | tuple):
            return ("list", *map(self.plain, value))
        if isinstance(value, Item | StaticFile):
            return ("item", self._name(value))
        if isinstance(value, ItemListing):
            return ("items", *map(self._name, value.items))
        if isinstance(value, Drop):
            return self._plain_drop(value)
        if isinstance(value, Excerpt):
            return ("excerpt", self.text(value))
        if isinstance(value, date | Decimal | range):
            return (type(value).__name__, str(value))
        if isinstance(value, str | bytes | int | float):
            return value
        raise Unanswerable

    def _plain_drop(self, drop: Drop) -> object:
        item = getattr(drop, "item", None)
        if isinstance(item, Item | StaticFile):
            return ("item", self._name(item))
        if isinstance(item, Collection):
            return ("collection", item.label)
        return self.plain(drop.use() if isinstance(drop, Listing) else drop.plain())

    def _name(self, item: Item | StaticFile) -> str:
        return item.relative_path if isinstance(item, StaticFile) else self._views.id(item)

    def _data_at(self, path: tuple[Value, ...]) -> object:
        value: object = self._site.data
        for key in path:
            if not isinstance(value, dict) or key not in value:
                return ABSENT
            value = value[key]
        return value

    def _data_view(self, path: Sequence[Value]) -> Value:
        view: Value = self._views.site_drop.data()
        for key in path:
            view = view.get(key) if isinstance(view, Drop) else None
        return view


def put(variables: dict[str, Value], path: Sequence[str], value: Value) -> None:
    """Make `value` what a template finds at `path`."""
    for key in path[:-1]:
        variables = variables.setdefault(key, {})
    variables[path[-1]] = value


ASK: Final[Mapping[object, Callable[..., object]]] = {
    reads.OWN: Questions.own,
    reads.FIELD: Questions.field,
    reads.SIZE: Questions.size,
    reads.ITEM: Questions.item,
    reads.NEIGHBOUR: Questions.neighbour,
    reads.QUERY: Questions.query,
    reads.DATA: Questions.data,
    reads.DATA_TYPE: Questions.data_type,
    reads.CONFIG: Questions.config,
    reads.INCLUDE: Questions.include,
    reads.LAYOUT: Questions.layout,
    reads.LAYOUT_DATA: Questions.layout_data,
    reads.LEFT: Questions.left,
    reads.SOURCE_MAPS: Questions.source_maps,
    reads.FILE: Questions.file,
    reads.SASS_NAMES: Questions.sass_names,
    reads.LINK: Questions.link,
    reads.POST_URL: Questions.post_url,
    reads.CLOCK: Questions.clock,
    reads.COMPARED: Questions.compared,
    reads.ENVIRONMENT: Questions.environment,
}
