"""The plug-ins that come with the engine: the name of the gem that each stands for, and its module."""

from collections.abc import Mapping
from typing import Final

BUILT_IN: Final[Mapping[str, str]] = {
    "elixir-toolkit-theme-plugins": "onemg_render.plugins.elixir_toolkit",
    "jekyll-archives": "onemg_render.plugins.archives",
    "jekyll-avatar": "onemg_render.plugins.avatar",
    "jekyll-coffeescript": "onemg_render.plugins.coffeescript",
    "jekyll-commonmark": "onemg_render.plugins.commonmark",
    "jekyll-commonmark-ghpages": "onemg_render.plugins.commonmark_ghpages",
    "jekyll-default-layout": "onemg_render.plugins.default_layout",
    "jekyll-feed": "onemg_render.plugins.feed",
    "jekyll-gist": "onemg_render.plugins.gist",
    "jekyll-github-metadata": "onemg_render.plugins.github_metadata",
    "jekyll-glossary_tooltip": "onemg_render.plugins.glossary_tooltip",
    "jekyll-include-cache": "onemg_render.plugins.include_cache",
    "jekyll-last-modified-at": "onemg_render.plugins.last_modified_at",
    "jekyll-liquify": "onemg_render.plugins.liquify",
    "jekyll-mentions": "onemg_render.plugins.mentions",
    "jekyll-octicons": "onemg_render.plugins.octicons",
    "jekyll-optional-front-matter": "onemg_render.plugins.optional_front_matter",
    "jekyll-paginate": "onemg_render.plugins.paginate",
    "jekyll-paginate-v2": "onemg_render.plugins.paginate_v2",
    "jekyll-readme-index": "onemg_render.plugins.readme_index",
    "jekyll-redirect-from": "onemg_render.plugins.redirect_from",
    "jekyll-relative-links": "onemg_render.plugins.relative_links",
    "jekyll-remote-theme": "onemg_render.plugins.remote_theme",
    "jekyll-scholar": "onemg_render.plugins.scholar",
    "jekyll-seo-tag": "onemg_render.plugins.seo_tag",
    "jekyll-sitemap": "onemg_render.plugins.sitemap",
    "jekyll-target-blank": "onemg_render.plugins.target_blank",
    "jekyll-titles-from-headings": "onemg_render.plugins.titles_from_headings",
    "jekyll-toc": "onemg_render.plugins.toc",
    "jemoji": "onemg_render.plugins.emoji",
}

PART_OF_THE_ENGINE: Final = frozenset(
    {
        "github-pages",
        "jekyll-data",
        "jekyll-sass-converter",
        "jekyll-watch",
        "kramdown",
        "kramdown-math-katex",
        "kramdown-parser-gfm",
        "liquid-c",
        "rouge",
        "webrick",
    }
)
"""Gems that a site may list as plug-ins and whose work the engine does anyway."""
