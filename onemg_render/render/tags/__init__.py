"""Jekyll's own tags."""

from onemg_render.liquid import Tag
from onemg_render.render.tags.highlight import HighlightTag
from onemg_render.render.tags.include import IncludeRelativeTag, IncludeTag
from onemg_render.render.tags.link import LinkTag
from onemg_render.render.tags.post_url import PostUrlTag


def jekyll_tags() -> dict[str, Tag]:
    """The tags of one build: they keep what they found in its site."""
    return {
        "highlight": HighlightTag(),
        "include": IncludeTag(),
        "include_relative": IncludeRelativeTag(),
        "link": LinkTag(),
        "post_url": PostUrlTag(),
    }
