"""One item on its way from source to output: what hooks see, and the one place where its text changes."""

from onemg_render.liquid import Value
from onemg_render.site import Item


class Rendering:
    """What a hook receives for a page or document while it is rendered; it may set `content` and `output`.

    payload: the variables of its templates; what pre_render adds, the body and the layouts see.
    content: the raw text at pre_render, the converted one from post_convert on.
    output: None until the layouts are around it; at post_render the text that will be written.
    """

    __slots__ = ("content", "item", "output", "payload")

    def __init__(self, item: Item, payload: dict[str, Value], content: str) -> None:
        self.item = item
        self.payload = payload
        self.content = content
        self.output: str | None = None

    @property
    def data(self) -> dict[str, object]:
        """The item's front matter."""
        return self.item.data

    @property
    def url(self) -> str:
        """The item's address."""
        return self.item.url

    @property
    def relative_path(self) -> str:
        """The item's file, as Jekyll names it."""
        return self.item.relative_path
