"""`{% link _posts/2016-07-26-name-of-post.md %}`: the URL of a source file (`lib/jekyll/tags/link.rb`)."""

from onemg_render.errors import TagError
from onemg_render.liquid import Body, Context, Render, Source
from onemg_render.liquid.runtime import to_s
from onemg_render.render.filters.urls import below_baseurl
from onemg_render.render.reads import LINK
from onemg_render.render.surroundings import surroundings
from onemg_render.site import Item, Site, StaticFile
from onemg_render.util.close_matches import close_matches


class LinkTag:
    """Jekyll 4 lets the path hold Liquid and puts `baseurl` in front of the URL."""

    block = False

    def __init__(self) -> None:
        self._site: Site | None = None
        self._items: dict[str, Item | StaticFile] = {}

    def parse(self, markup: str, source: Source) -> Render:
        path = markup.strip()
        template = source.template(path)

        def render(context: Context, body: Body) -> str:
            build = surroundings(context)
            newer = build.compat.relative_links
            wanted = template.render(context) if newer else path
            build.reads.current.add((LINK, wanted))
            item = self._find(build.site, wanted)
            return to_s(below_baseurl(build, item.url)) if newer else item.url

        return render

    def _find(self, site: Site, path: str) -> Item | StaticFile:
        if self._site is not site:
            self._site = site
            self._items = by_relative_path(site)
        with_slash = path if path.startswith("/") else f"/{path}"
        found = self._items.get(path) or self._items.get(with_slash)
        if found is None:
            near = close_matches(path, self._items, n=3)
            raise TagError(
                f"Could not find document '{path}' in tag 'link'.",
                hint=f"did you mean {' or '.join(near)}?"
                if near
                else "make sure the file exists at this path",
            )
        return found


def by_relative_path(site: Site) -> dict[str, Item | StaticFile]:
    """What the site writes, by path from the source; the first of several counts."""
    found: dict[str, Item | StaticFile] = {}
    for item in site.outputs:
        found.setdefault(item.relative_path, item)
    return found
