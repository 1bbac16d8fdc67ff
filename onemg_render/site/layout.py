"""A layout: a template around the output of what names it (upstream `lib/jekyll/layout.rb`)."""

from dataclasses import dataclass, field

from onemg_render.site.unread import Text
from onemg_render.util.once import once
from onemg_render.util.paths import extname


@dataclass(eq=False, repr=False, kw_only=True)
class Layout:
    """name: as front matter names it, `post` or `blog/post`.
    path: the file, absolute, with slashes.
    relative_path: from the source or the theme, for messages: `_layouts/post.html`.
    data: its own front matter.
    content, line: the template, and the line of the file on which it starts.
    """

    name: str
    path: str
    relative_path: str
    data: dict[str, object] = field(default_factory=dict)
    content: Text = Text()
    line: int = 1

    @once
    def extname(self) -> str:
        """The extension of its file, with the dot."""
        return extname(self.path)

    @property
    def parent(self) -> str | None:
        """The name of the layout around this one."""
        layout = self.data.get("layout")
        return layout if isinstance(layout, str) else None
