"""Gems that sites name and that nothing stands for here: what each would have added, and how to go on."""

from collections.abc import Mapping
from typing import Final

DEPLOY: Final = "compress the finished site when it is deployed"
OWN: Final = "a Python plug-in of a few lines can do it: the manual's chapter on plug-ins shows how"
LANGUAGES: Final = (
    "keep each language in a folder of its own with `lang` in the front matter, or build once for each "
    "language with `--config _config.yml,_config.LANG.yml -d _site/LANG`"
)
PICTURES: Final = "make the sizes once with a program for pictures and write `srcset` into an include"
OTHER_MARKUP: Final = "convert those files to Markdown or HTML (`pandoc`) and keep the result in the source"

UNAVAILABLE: Final[Mapping[str, tuple[str, str]]] = {
    "html-proofer": ("a check of links and images", "`onemg check` does that"),
    "jekyll-admin": (
        "an editor for the site in the browser",
        "edit the files; `onemg serve` shows the result",
    ),
    "jekyll-algolia": (
        "an index at Algolia's search service",
        "send the finished site to a crawler of theirs",
    ),
    "jekyll-asciidoc": ("pages in AsciiDoc", OTHER_MARKUP),
    "jekyll-assets": ("a pipeline for scripts, styles and pictures", "keep finished files in `assets/`"),
    "jekyll-auto-image": (
        "`page.image` from the first picture of a text",
        "write `image` into the front matter",
    ),
    "jekyll-babel": ("scripts for older browsers", "run babel first and keep what it makes in `assets/`"),
    "jekyll-category-pages": ("pages for categories", "`jekyll-archives` makes them"),
    "jekyll-cloudinary": ("pictures in sizes by Cloudinary", PICTURES),
    "jekyll-compose": ("commands that make posts and drafts", "write the file into `_posts` yourself"),
    "jekyll-compress-images": ("smaller pictures", PICTURES),
    "jekyll-contentful": ("data from Contentful", "fetch it into `_data` before the build"),
    "jekyll-datapage-generator": ("a page for each record of a data file", OWN),
    "jekyll-diagrams": (
        "diagrams as pictures",
        "draw them first and keep the SVG, or load mermaid in the page",
    ),
    "jekyll-email-protect": ("e-mail addresses that robots do not see", OWN),
    "jekyll-external-links": ("links to other hosts that open a tab", "`jekyll-target-blank` does that"),
    "jekyll-figure": ("figures with captions", "an include with `<figure>` does that"),
    "jekyll-get-json": ("data from addresses on the web", "fetch it into `_data` before the build"),
    "jekyll-gzip": ("a compressed copy of each file", DEPLOY),
    "jekyll-haml": ("layouts in Haml", OTHER_MARKUP),
    "jekyll-image-size": (
        "the sizes of pictures in templates",
        "write `width` and `height` where they stand",
    ),
    "jekyll-json-feed": ("a JSON feed", "a page with `layout: null` that prints `site.posts` does that"),
    "jekyll-katex": ("formulas as HTML", "load KaTeX or MathJax in the page"),
    "jekyll-last-commit": ("data of the last commit", "`jekyll-last-modified-at` has its time"),
    "jekyll-livereload": ("a preview that reloads", "`onemg serve` does that"),
    "jekyll-loading-lazy": ("pictures that load late", OWN),
    "jekyll-lunr-js-search": (
        "an index for search in the page",
        "a page that prints the texts as JSON does that",
    ),
    "jekyll-menus": ("menus from front matter", "write them into `_data/menus.yml`"),
    "jekyll-mermaid": ("diagrams by mermaid", "load mermaid in the page"),
    "jekyll-minifier": (
        "smaller HTML, styles and scripts",
        f"`sass: {{style: compressed}}` for styles; {DEPLOY}",
    ),
    "jekyll-multiple-languages-plugin": ("a copy of the site in each language", LANGUAGES),
    "jekyll-notion": ("pages from Notion", "export them to Markdown before the build"),
    "jekyll-pandoc": ("Markdown by pandoc", OTHER_MARKUP),
    "jekyll-pdf": ("pages as PDF", "print the finished pages with a browser"),
    "jekyll-polyglot": ("a copy of the site in each language", LANGUAGES),
    "jekyll-postcss": ("styles by PostCSS", "run it over the finished site's style sheets"),
    "jekyll-pwa-plugin": ("a service worker", "write one with workbox over the finished site"),
    "jekyll-responsive-image": ("pictures in several sizes", PICTURES),
    "jekyll-rst": ("pages in reStructuredText", OTHER_MARKUP),
    "jekyll-slim": ("layouts in Slim", OTHER_MARKUP),
    "jekyll-spaceship": (
        "tables with merged cells, formulas, diagrams, media",
        "HTML tables; scripts in the page",
    ),
    "jekyll-tagging": ("pages and clouds of tags", "`jekyll-archives` makes the pages"),
    "jekyll-tailwindcss": (
        "styles by Tailwind",
        "run tailwindcss over the source and keep its CSS in `assets/`",
    ),
    "jekyll-textile-converter": ("pages in Textile", OTHER_MARKUP),
    "jekyll-tidy": ("HTML in tidy lines", DEPLOY),
    "jekyll-timeago": ("`3 days ago` for dates", OWN),
    "jekyll-twitter-plugin": (
        "tweets inside of pages",
        "paste the HTML that the service gives for embedding",
    ),
    "jekyll-webp": ("pictures as WebP", PICTURES),
    "jekyll-wikirefs": (
        "links by `[[title]]`",
        "links by path; `jekyll-relative-links` turns them into addresses",
    ),
    "jekyll-youtube": ("videos from YouTube", "an include with an `<iframe>` does that"),
    "jekyll_picture_tag": ("pictures in several sizes", PICTURES),
    "octopress": ("commands that make posts", "write the file into `_posts` yourself"),
    "premonition": ("boxes from block quotes", "`{: .note}` below a block quote gives it a class"),
}
"""Gem: what it would have added, how to go on."""
