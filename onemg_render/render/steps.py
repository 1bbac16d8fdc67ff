"""What happens to a text: hooks, Liquid, converters, layouts (upstream `Renderer#render_document`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from onemg_render.hooks import Hooks
from onemg_render.liquid import Value
from onemg_render.render.converters import Converters
from onemg_render.render.includes import Includes
from onemg_render.render.layouts import LayoutData, Layouts, LayoutVariable, LeftContent, merged
from onemg_render.render.payload import Payload
from onemg_render.render.rendering import Rendering
from onemg_render.render.styles import Styles
from onemg_render.render.templates import Templates
from onemg_render.reporting import Message, Reporter
from onemg_render.site import Document, Excerpt, Item, Layout
from onemg_render.util.patterns import regex

CONTENT: Final = regex(r"\{[{%][^{}]*(?<![.\w-])content(?![\w-])")
"""The variable of that name in a text."""


@dataclass(eq=False, repr=False, kw_only=True)
class Steps:
    """The steps of one build; each is about the item that it is given and knows nothing of order.

    future: whether documents of the future are published. laid_out: items whose innermost layout is done.
    """

    templates: Templates
    includes: Includes
    payload: Payload
    converters: Converters
    styles: Styles
    layouts: Layouts
    layout_data: LayoutData
    left_content: LeftContent
    hooks: Hooks
    reporter: Reporter
    future: bool
    laid_out: set[Item] = field(default_factory=set)
    _hooked: dict[Item, Rendering] = field(default_factory=dict)

    def liquid(self, item: Item, left_content: Callable[[], str | None]) -> str:
        """The item's text after Liquid, before any converter. left_content: what `content` is in it."""
        if not (self.hooks or item.takes_liquid):
            return item.content
        variables = self.payload.variables(item, self.layout_data.body(item))
        if self.hooks:
            self._before(item, variables)
        if not item.takes_liquid:
            return item.content
        if "content" in item.content and CONTENT.search(item.content):
            variables["content"] = left_content()
        template = self.templates.parse(item.content, item.relative_path, item.line)
        return self.templates.render(template, variables, self.payload.registers(item))

    def begin_style(self, item: Item, text: str) -> bool:
        """Starts the compilation of a style sheet beside other work; False if `item` is none."""
        if not self.styles.matches(item.extname):
            return False
        self.styles.begin(item, text)
        return True

    def converted(self, item: Item, text: str) -> str:
        """`text` through the item's converters; a style sheet's compilation must have begun."""
        for converter in self.converters.of(item.extname):
            is_style = converter is self.styles
            text = self.styles.finish(item) if is_style else converter.convert(text, item.path)
        if item in self._hooked:
            self._hooked[item].content = text
            self._trigger(item, "post_convert")
            return self._hooked[item].content
        return text

    def output(self, item: Item, body: str) -> str:
        """`body` inside the item's layouts."""
        if self.hooks and item not in self._hooked:  # the body was kept from an earlier build
            self._before(item, self.payload.variables(item, self.layout_data.body(item)))
            self._hooked[item].content = body
        text = self._in_layouts(item, body) if item.takes_layout else body
        if item in self._hooked:
            self._hooked[item].output = text
            self._trigger(item, "post_render")
            return self._hooked[item].output or ""
        return text

    def excerpt(self, excerpt: Excerpt) -> str:
        """Never in layouts, and no hook is called (upstream `lib/jekyll/excerpt.rb`)."""
        item, text = excerpt.item, excerpt.content
        if item.takes_liquid and ("{%" in text or "{{" in text):
            # Upstream takes the layout out of the excerpt's own data, which leaves that of the defaults.
            layout = self.layouts.named(item.data.default("layout"))
            text = self._render(text, excerpt, item, None if layout is None else merged(layout, None))
        return self.converters.convert(text, item.extname, item.path)

    def fragment(self, text: str, item: Item | None) -> str:
        """A piece of Liquid outside of any rendering."""
        return self._render(text, item, item, None)

    def _render(
        self, text: str, subject: Item | Excerpt | None, item: Item | None, layout: LayoutVariable
    ) -> str:
        template = self.templates.parse(text, item.relative_path if item else "", item.line if item else 1)
        variables = self.payload.variables(subject, layout)
        return self.templates.render(template, variables, self.payload.registers(subject))

    def inner(self, item: Item, body: str) -> str:
        """`body` inside all of the item's layouts but the outermost."""
        return self._laid_out(item, body, self.layouts.chain(item.data["layout"])[:-1])

    def _in_layouts(self, item: Item, body: str) -> str:
        name = item.data["layout"]
        chain = self.layouts.chain(name)
        self._tell_missing(item, name, chain)
        return self._laid_out(item, body, chain)

    def _laid_out(self, item: Item, body: str, chain: Sequence[Layout]) -> str:
        variables = self._hooked[item].payload if item in self._hooked else self.payload.variables(item, None)
        registers = self.payload.registers(item)
        text, data = body, None
        for layout in chain:
            data = merged(layout, data)
            variables = {**variables, "content": text, "layout": data}
            template = self.templates.layout(layout)
            text = self.templates.render(template, variables, registers)
            self.laid_out.add(item)
        return text

    def dates(self, item: Item) -> bool:
        """Whether rendering a document gives it the site's date, if it has none and Jekyll is 3.

        After a layout upstream asks if the document is published, and keeps the date that it looks up for
        that (`lib/jekyll/renderer.rb`, `publisher.rb`).
        """
        is_asked = isinstance(item, Document) and item.takes_layout and item.collection.writes
        return is_asked and not self.future and self.layouts.named(item.data["layout"]) is not None

    def _tell_missing(self, item: Item, name: object, chain: Sequence[Layout]) -> None:
        """Warn of a layout that is not there; upstream looks at the item's own only."""
        asking: Item | Layout = chain[-1] if chain else item
        name = chain[-1].data.get("layout") if chain else name
        if name is None or (chain and name == "none"):
            return
        path = asking.relative_path
        text, hint = f"Layout '{name}' requested in {path} does not exist.", self.layouts.near(name)
        if self.layouts.named(name) is not None:
            text, hint = f"Layout '{name}' is inside of itself.", "remove `layout` from one of them"
        by_defaults = None if chain else item.data.error(text, "layout")
        if by_defaults is None:
            self.reporter.warn(text, topic="Build Warning", path=path, key="layout", hint=hint)
        else:
            by_defaults.hint = hint
            self.reporter.report(Message.from_error(by_defaults, "warning", "Build Warning"))

    def _before(self, item: Item, variables: dict[str, Value]) -> None:
        rendering = self._hooked[item] = Rendering(item, variables, item.content)
        self._trigger(item, "pre_render", variables)
        item.content = rendering.content

    def _trigger(self, item: Item, event: str, *more: object) -> None:
        owners = (item.collection.label, "documents") if isinstance(item, Document) else ("pages",)
        for owner in owners:
            self.hooks.trigger(owner, event, self._hooked[item], *more)
