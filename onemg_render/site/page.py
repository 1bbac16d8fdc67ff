"""A page: a file with front matter outside of collections (upstream `lib/jekyll/page.rb`)."""

from dataclasses import dataclass
from typing import Final

from onemg_render.site.item import Item
from onemg_render.site.permalink import file_of, fill_in_order
from onemg_render.util.once import once

HTML_EXTENSIONS: Final = (".html", ".xhtml", ".htm")


@dataclass(eq=False, repr=False, kw_only=True)
class Page(Item):
    """folder: the source folder with a leading slash, or empty at the top: `/docs`.
    pager: what a paginating plug-in hands to templates as `paginator`.
    is_redirect: a stub that leads elsewhere, which may share its destination without a word.
    """

    folder: str = ""
    pager: object = None
    is_redirect: bool = False

    @once
    def basename(self) -> str:
        """The name without extension."""
        basename = self.name[: len(self.name) - len(self.extname)]
        return basename.rstrip(".") if self.permalinks.compat.trims_dots else basename

    @once
    def url(self) -> str:
        """Its address, by its permalink or the site's (upstream `lib/jekyll/page.rb`); PermalinkError."""
        permalink = self.permalink
        return fill_in_order(
            self.url_template if permalink is None else permalink,
            {":path": self.folder, ":basename": self.basename, ":output_ext": self.output_ext},
            self.relative_path,
        )

    @property
    def url_template(self) -> str:
        """The address of a page that has no permalink of its own."""
        if not self.is_html:
            return "/:path/:basename:output_ext"
        if self.basename == "index":
            return "/:path/"
        return self.permalinks.suffixed("/:path/:basename")

    @once
    def destination(self) -> str:
        """The file of the output, below the destination."""
        path = file_of(self.url)
        if self.url.endswith("/"):
            path = f"{path}/index".lstrip("/")
        return path if path.endswith(self.output_ext) else path + self.output_ext

    @property
    def dir(self) -> str:
        """The URL's folder, as templates see it in `page.dir`."""
        return self.url[: self.url.rindex("/") + 1]

    @property
    def is_html(self) -> bool:
        """Whether its output is HTML."""
        return self.output_ext in HTML_EXTENSIONS

    @property
    def is_listed_as_html(self) -> bool:
        """Whether `site.html_pages` has it."""
        return self.is_html or self.url.endswith("/")
