"""Chains of layouts and the data that templates see as `layout` (upstream `Renderer#place_in_layouts`)."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from onemg_render.liquid import Value
from onemg_render.render.reads import LAYOUT, LAYOUT_DATA, Reads
from onemg_render.site import Item, Layout
from onemg_render.util.close_matches import close_matches
from onemg_render.util.mappings import deep_merge

LayoutVariable: TypeAlias = "dict[str, Value] | None"


class Layouts:
    """The layouts of a site; every look-up of a name is recorded, also of one that does not exist."""

    def __init__(self, layouts: Mapping[str, Layout], reads: Reads) -> None:
        self._layouts = layouts
        self._reads = reads

    def named(self, name: object) -> Layout | None:
        """As upstream, any value but nil is taken as its text."""
        if name is None:
            return None
        self._reads.current.add((LAYOUT, str(name)))
        return self._layouts.get(str(name))

    def near(self, name: object) -> str | None:
        """A hint: the existing layout that may be meant."""
        near = close_matches(str(name), self._layouts, 1)
        return f"did you mean `{near[0]}`?" if near else None

    def chain(self, name: object) -> list[Layout]:
        """The layout of this name and those around it, innermost first; a cycle ends where it begins."""
        chain: list[Layout] = []
        layout = self.named(name)
        while layout is not None and layout not in chain:
            chain.append(layout)
            layout = self.named(layout.data.get("layout"))
        return chain


class LeftContent:
    """Which item has left its text in `content` when it is another's turn.

    Upstream renders all items with one payload, in which `content` stays what the outermost layout got that
    was rendered last.
    """

    def __init__(self, items: Sequence["Item"], layouts: Layouts, reads: Reads) -> None:
        self._items = items
        self._layouts = layouts
        self._reads = reads
        self._last: list[Item | None] = []

    def leaver(self, item: "Item") -> "Item | None":
        """The last item before `item` that has layouts."""
        with self._reads.recording():
            while len(self._last) < item.position:
                one = self._items[len(self._last)]
                has_layout = one.takes_layout and self._layouts.named(one.data["layout"]) is not None
                self._last.append(one if has_layout else self._last[-1] if self._last else None)
        return self._last[item.position - 1] if item.position > 0 else None


class LayoutData:
    """What templates see as `layout`.

    Upstream renders all items with one payload and clears `layout` only when it comes to an item's layouts,
    so that a body still sees the data that the item before it has left there.
    """

    def __init__(self, items: Sequence["Item"], layouts: Layouts, reads: Reads) -> None:
        self._items = items
        self._layouts = layouts
        self._reads = reads
        self._left: list[LayoutVariable] = []
        self._inside: dict[tuple[str, int], LayoutVariable] = {}
        self._after: dict[str | None, LayoutVariable] = {}

    def body(self, item: "Item") -> LayoutVariable:
        """`layout` in the body of `item`."""
        if item.position < 0:
            return None
        self._reads.current.add((LAYOUT_DATA, item.relative_path))
        return self._entered(item)

    def _entered(self, item: "Item") -> LayoutVariable:
        with self._reads.recording():
            layout = self._layouts.named(item.data["layout"])
            left = self._left_after(item.position - 1)
        if layout is None:
            return left
        key = (layout.name, id(left))  # what is left stays in a list, so that no other takes its place
        if key not in self._inside:
            self._inside[key] = merged(layout, left)
        return self._inside[key]

    def _left_after(self, position: int) -> LayoutVariable:
        while len(self._left) <= position:
            item = self._items[len(self._left)]
            if item.takes_layout:
                self._left.append(self._after_layouts(item.data["layout"]))
            else:
                self._left.append(self._entered(item))
        return self._left[position] if position >= 0 else None

    def _after_layouts(self, name: object) -> LayoutVariable:
        """What the layouts of an item leave; most items have the same few."""
        key = None if name is None else str(name)
        if key not in self._after:
            data: LayoutVariable = None
            for layout in self._layouts.chain(name):
                data = merged(layout, data)
            self._after[key] = data
        return self._after[key]


def merged(layout: Layout, inner: LayoutVariable) -> dict[str, Value]:
    """The `layout` variable inside `layout`: its own data below that of the layouts inside it."""
    return deep_merge(layout.data, inner or {})
