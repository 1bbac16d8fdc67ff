"""Variables and registers of each render (upstream `lib/jekyll/drops/unified_payload_drop.rb`)."""

from onemg_render.liquid import Drop, Value
from onemg_render.render.converters import Converters
from onemg_render.render.drops.program import JekyllDrop, ThemeDrop
from onemg_render.render.layouts import LayoutVariable
from onemg_render.render.surroundings import BUILD, ITEM, Surroundings
from onemg_render.render.views import Views
from onemg_render.site import Excerpt, Item, Page


class Payload:
    """Makes the variables of each render; what is the same for all of them is made once."""

    def __init__(self, views: Views, surroundings: Surroundings, converters: Converters) -> None:
        self._views = views
        self._surroundings = surroundings
        self._converters = converters
        self._jekyll = JekyllDrop(
            surroundings.compat.jekyll_version, surroundings.config.environment, surroundings.reads
        )
        theme = surroundings.tree.theme
        self._theme: Drop | None = None
        if theme is not None and surroundings.compat.theme_data:
            from onemg_render.render.drops.gem_specification import theme_facts  # few sites have a theme

            self._theme = ThemeDrop(theme_facts(theme, surroundings.config.environment))

    def variables(self, subject: Item | Excerpt | None, layout: LayoutVariable) -> dict[str, Value]:
        """What a template sees in the body of `subject`; its layouts get `content` and `layout` laid over."""
        item = subject.item if isinstance(subject, Excerpt) else subject
        first = self._converters.of(item.extname)[0] if item is not None else None
        return {
            "content": None,
            "page": None if subject is None else self._views.own(subject),
            "layout": layout,
            "paginator": self._pager(item) if isinstance(item, Page) else None,
            "highlighter_prefix": None if first is None else first.highlighter_prefix,
            "highlighter_suffix": None if first is None else first.highlighter_suffix,
            "jekyll": self._jekyll,
            "site": self._views.site_drop,
            "theme": self._theme,
        }

    def _pager(self, page: Page) -> Value:
        return self._views.seen(page.pager, f"{self._views.id(page)}|pager")

    def registers(self, subject: Item | Excerpt | None) -> dict[str, object]:
        """What tags and filters reach beside variables: the build, and the item that is rendered."""
        return {BUILD: self._surroundings, ITEM: subject}
