"""`{% post_url 2010-07-21-name-of-post %}`: the URL of a post (`lib/jekyll/tags/post_url.rb`)."""

import re
from datetime import date
from typing import Final, NamedTuple

from onemg_render.errors import TagError
from onemg_render.liquid import Body, Context, Render, Source
from onemg_render.liquid.runtime import to_s
from onemg_render.render.filters.urls import below_baseurl
from onemg_render.render.reads import POST_URL
from onemg_render.render.surroundings import Surroundings, surroundings
from onemg_render.site import Document, Site
from onemg_render.util.close_matches import close_matches
from onemg_render.util.patterns import regex

NAME: Final = regex(r"^((?:.+/)?)(\d+-\d+-\d+)-(.*)$", re.ASCII | re.MULTILINE)
HINT: Final = (
    "write the name as in {% post_url 2010-07-21-name-of-post %}, after its folder below _posts if any"
)


class PostName(NamedTuple):
    """folder: empty, or ending in a slash."""

    folder: str
    date: str
    slug: str

    def matches(self, post: Document) -> bool:
        name = rf"{re.escape(self.folder)}{self.date}-{re.escape(self.slug)}\.[^.]+"
        path = rf"{re.escape(self.folder)}_posts/{self.date}-{re.escape(self.slug)}\.[^.]+"
        return re.match(rf"_posts/{name}|{path}", post.relative_path) is not None

    def matches_loosely(self, post: Document) -> bool:
        """Day and slug are equal, as upstream compared before; deprecated."""
        day = post.date
        try:
            return self.slug == post.data["slug"] and date(*map(int, self.date.split("-"))) == day.date()
        except ValueError:
            return False


class PostUrlTag:
    """Jekyll 4 puts `baseurl` in front of the URL."""

    block = False

    def __init__(self) -> None:
        self._site: Site | None = None
        self._posts: dict[str, list[Document]] = {}

    def parse(self, markup: str, source: Source) -> Render:
        given = markup.strip()
        match = NAME.search(given.removeprefix("/"))
        if match is None:
            raise source.error(f"Could not parse name of post \"{given}\" in tag 'post_url'.", hint=HINT)
        name = PostName(*match.groups())

        def render(context: Context, body: Body) -> str:
            build = surroundings(context)
            build.reads.current.add((POST_URL, given))
            url = self._find(build, name, given).url
            return to_s(below_baseurl(build, url)) if build.compat.relative_links else url

        return render

    def _find(self, build: Surroundings, name: PostName, given: str) -> Document:
        if self._site is not build.site:
            self._site = build.site
            self._posts = by_name(build.site.posts)
        for post in self._posts.get(f"{name.date}-{name.slug}", ()):
            if name.matches(post):
                return post
        for post in build.site.posts:
            if name.matches_loosely(post):
                build.reporter.warn(
                    f"A call to '{{% post_url {given} %}}' did not match a post by its name, "
                    "only by date and slug.",
                    topic="Deprecation",
                    hint=f"write {{% post_url {name_of(post)} %}}",
                )
                return post
        near = close_matches(given, list(map(name_of, build.site.posts)), n=3)
        raise TagError(
            f"Could not find post \"{given}\" in tag 'post_url'.",
            hint=f"did you mean {' or '.join(near)}?"
            if near
            else "make sure the post exists and is published",
        )


def by_name(posts: list[Document]) -> dict[str, list[Document]]:
    """Posts by the beginnings of their file names up to each dot, of which one is what the tag says."""
    found: dict[str, list[Document]] = {}
    for post in posts:
        parts = post.name.split(".")
        for end in range(1, len(parts)):
            found.setdefault(".".join(parts[:end]), []).append(post)
    return found


def name_of(post: Document) -> str:
    """The post as the tag names it: its folder, above or below `_posts`, date and slug."""
    above, _, below = post.relative_path.partition("_posts/")
    return above + below.removesuffix(post.extname)
