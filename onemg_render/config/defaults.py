"""The settings a site has before its own configuration speaks, and those that GitHub Pages lays above it.

Mirrors upstream `lib/jekyll/configuration.rb` (4.4.1 and 3.10.0) and github-pages 232
`lib/github-pages/configuration.rb`, `plugins.rb`. `source` and `destination` are added by the loader.
"""

from collections.abc import Mapping
from typing import Any, Final

SHARED: Final[Mapping[str, Any]] = {
    "collections_dir": "",
    "plugins_dir": "_plugins",
    "layouts_dir": "_layouts",
    "data_dir": "_data",
    "includes_dir": "_includes",
    "collections": {},
    "safe": False,
    "include": [".htaccess"],
    "exclude": [],
    "keep_files": [".git", ".svn"],
    "encoding": "utf-8",
    "markdown_ext": "markdown,mkdown,mkdn,mkd,md",
    "strict_front_matter": False,
    "show_drafts": None,
    "limit_posts": 0,
    "future": False,
    "unpublished": False,
    "whitelist": [],
    "plugins": [],
    "markdown": "kramdown",
    "highlighter": "rouge",
    "lsi": False,
    "excerpt_separator": "\n\n",
    "incremental": False,
    "detach": False,
    "port": "4000",
    "host": "127.0.0.1",
    "baseurl": None,
    "show_dir_listing": False,
    "permalink": "date",
    "paginate_path": "/page:num",
    "timezone": None,
    "quiet": False,
    "verbose": False,
    "defaults": [],
    "liquid": {"error_mode": "warn", "strict_filters": False, "strict_variables": False},
    "kramdown": {
        "auto_ids": True,
        "toc_levels": [1, 2, 3, 4, 5, 6],
        "entity_output": "as_char",
        "smart_quotes": "lsquo,rsquo,ldquo,rdquo",
        "input": "GFM",
        "hard_wrap": False,
        "guess_lang": True,
        "footnote_nr": 1,
        "show_warnings": False,
    },
}
BUNDLED: Final = (
    "Gemfile",
    "Gemfile.lock",
    "node_modules",
    "vendor/bundle/",
    "vendor/cache/",
    "vendor/gems/",
    "vendor/ruby/",
)
JEKYLL_4: Final[Mapping[str, Any]] = {"collections_dir": "", "cache_dir": ".jekyll-cache", **SHARED}
JEKYLL_3: Final[Mapping[str, Any]] = {
    **SHARED,
    "exclude": [*BUNDLED],
    "kramdown": {**SHARED["kramdown"], "toc_levels": "1..6"},
    "rdiscount": {"extensions": []},
    "redcarpet": {"extensions": []},
}

# Jekyll 4 adds these to the user's `exclude`; in Jekyll 3 the user's list replaces the default one.
ADDED_EXCLUDES: Final = (".sass-cache", ".jekyll-cache", "gemfiles", *BUNDLED)

STYLES: Final = {
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}

# Beneath the configuration on GitHub Pages. The gem's `future: true` is not here: it lies beneath Jekyll's
# own default, false, and never shows (its configuration_spec.rb expects false).
PAGES_BENEATH: Final[Mapping[str, Any]] = {
    "jailed": False,
    "theme": "jekyll-theme-primer",
    "kramdown": {"gfm_quirks": "paragraph_end", "syntax_highlighter_opts": {"default_lang": "plaintext"}},
}
PAGES_BENEATH_IN_PRODUCTION: Final[Mapping[str, Any]] = {"sass": {"style": "compressed"}}
PAGES_EXCLUDES: Final = ("CNAME",)
PAGES_MARKDOWN: Final = ("kramdown", "gfm", "commonmarkghpages")
PAGES_COMMONMARK: Final[Mapping[str, Any]] = {
    "extensions": ["table", "strikethrough", "autolink", "tagfilter"],
    "options": ["unsafe", "footnotes"],
}
PAGES_PLUGINS: Final = (
    "jekyll-coffeescript",
    "jekyll-commonmark-ghpages",
    "jekyll-gist",
    "jekyll-github-metadata",
    "jekyll-paginate",
    "jekyll-relative-links",
    "jekyll-optional-front-matter",
    "jekyll-readme-index",
    "jekyll-default-layout",
    "jekyll-titles-from-headings",
)
PAGES_WHITELIST: Final = (
    "jekyll-coffeescript",
    "jekyll-commonmark-ghpages",
    "jekyll-feed",
    "jekyll-gist",
    "jekyll-github-metadata",
    "jekyll-paginate",
    "jekyll-redirect-from",
    "jekyll-seo-tag",
    "jekyll-sitemap",
    "jekyll-avatar",
    "jemoji",
    "jekyll-mentions",
    "jekyll-relative-links",
    "jekyll-optional-front-matter",
    "jekyll-readme-index",
    "jekyll-default-layout",
    "jekyll-titles-from-headings",
    "jekyll-include-cache",
    "jekyll-octicons",
    "jekyll-remote-theme",
)
PAGES_DEVELOPMENT_PLUGINS: Final = ("jekyll-admin",)
# Above the configuration on GitHub Pages. Upstream sets `plugins_dir` to a random name; ours exists no more.
PAGES_ABOVE: Final[Mapping[str, Any]] = {
    "lsi": False,
    "safe": True,
    "plugins_dir": "_no_plugins_on_github_pages",
    "whitelist": list(PAGES_WHITELIST),
    "highlighter": "rouge",
    "kramdown": {"template": "", "math_engine": "mathjax", "syntax_highlighter": "rouge"},
    "gist": {"noscript": False},
}
