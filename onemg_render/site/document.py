"""A document: a file of a collection, posts and drafts among them (upstream `lib/jekyll/document.rb`)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from onemg_render.errors import ConfigError, PermalinkError
from onemg_render.liquid.runtime import is_true, to_s
from onemg_render.site.collection_settings import CollectionSettings
from onemg_render.site.item import Item
from onemg_render.site.permalink import file_of, fill
from onemg_render.util.dates import strftime
from onemg_render.util.once import once
from onemg_render.util.text import downcase, slugify

YAML_EXTENSIONS: Final = (".yaml", ".yml")


@dataclass(eq=False, repr=False, kw_only=True)
class Document(Item):
    """`relative_path` starts with the collection's folder (`_posts/...`) or has it further on
    (`travel/_posts/...`). `data` has title, slug, ext, categories and tags filled in as upstream does.

    is_asked: a plug-in has made Jekyll 3 look up the date, so that templates see it whatever it is.
    """

    collection: CollectionSettings
    is_asked: bool = False

    @property
    def date(self) -> datetime:
        """The front matter's or file name's date, else the file's (drafts) or the site's (all others)."""
        value = self.data["date"]
        if isinstance(value, datetime):
            return value
        if isinstance(value, date):
            return datetime(value.year, value.month, value.day, tzinfo=self.permalinks.time.tzinfo)
        return self.modified if self.is_draft and self.modified else self.permalinks.time

    @property
    def has_date(self) -> bool:
        """False where `date` is only what stands in for one."""
        return isinstance(self.data["date"], date)

    @property
    def is_draft(self) -> bool:
        """Whether it is one by its folder or by `draft: true`."""
        return is_true(self.data["draft"]) or self.lies_among_drafts

    @property
    def lies_among_drafts(self) -> bool:
        """A post outside of `_posts` is a draft whatever its front matter says."""
        folder = self.collection.relative_directory
        return self.collection.label == "posts" and folder not in self.relative_path

    @property
    def is_data(self) -> bool:
        """A YAML file of the collection: all data, no text."""
        return self.extname in YAML_EXTENSIONS

    @property
    def takes_layout(self) -> bool:
        """Whether layouts are put around it: not around data."""
        return not self.is_data and super().takes_layout

    @property
    def takes_liquid(self) -> bool:
        """Whether Liquid is run on it (upstream `render_with_liquid?`)."""
        return not self.is_data and self.extname != ".coffee" and super().takes_liquid

    @once
    def basename_without_ext(self) -> str:
        """Its file's name without extension."""
        return self.name[: len(self.name) - len(self.extname)]

    @once
    def cleaned_relative_path(self) -> str:
        """The path inside the collection without extension, the value of `:path`: `/guides/intro`."""
        path = self.relative_path[: len(self.relative_path) - len(self.extname)]
        path = path.replace(self.collection.relative_directory, "", 1)
        return path.rstrip(".") if self.permalinks.compat.trims_dots else path

    @once
    def url(self) -> str:
        """Its address, from its permalink or its collection's. Raises PermalinkError."""
        permalink = self.permalink
        template = self.collection.url_template if permalink is None else permalink
        try:
            return fill(template, self.placeholders, self, self.relative_path)
        except PermalinkError as error:
            elsewhere = self._where_permalink_stands(error.message)
            if elsewhere is None:
                raise
            elsewhere.hint = error.hint
            raise elsewhere.located(self.relative_path) from None

    def _where_permalink_stands(self, message: str) -> ConfigError | None:
        """An error about a permalink of the configuration; None if it is the document's own."""
        if self.permalink is not None:
            return self.data.error(message, "permalink")
        own = "permalink" in self.collection.metadata
        keys = ("collections", self.collection.label, "permalink") if own else ("permalink",)
        return self.permalinks.error(message, *keys)

    @property
    def placeholders(self) -> "Mapping[str, Callable[[Document], str]]":
        """What may stand in its permalink (upstream `lib/jekyll/drops/url_drop.rb`)."""
        return PLACEHOLDERS if self.permalinks.compat.weekdate else OLD_PLACEHOLDERS

    @once
    def destination(self) -> str:
        """The file of the output, below the destination."""
        path = file_of(self.url)
        if self.url.endswith("/"):
            return f"{path}/index.html".lstrip("/")
        return path if path.endswith(self.output_ext) else path + self.output_ext

    @property
    def id(self) -> str:
        """The URL's folder and the slug, as feeds use it: `/2008/11/05/my-post`."""
        slug = self.data["slug"]
        folder = self.url.rstrip("/").rpartition("/")[0]
        return f"{folder}/{to_s(slug) if is_true(slug) else self.basename_without_ext}"


def text_slug(document: Document, *, mode: str, cased: bool) -> str:
    slug = document.data["slug"]
    source = to_s(slug) if is_true(slug) else document.basename_without_ext
    return slugify(source, mode, keep_case=cased, word_class=document.permalinks.compat.slug_words)


def plain_slug(document: Document, text: str) -> str:
    return slugify(text, word_class=document.permalinks.compat.slug_words)


def categories(document: Document) -> list[str]:
    value = document.data["categories"]
    return [to_s(one) for one in value] if isinstance(value, list) else [] if value is None else [to_s(value)]


def dated(pattern: str) -> Callable[[Document], str]:
    return lambda document: strftime(document.date, pattern)


OLD_PLACEHOLDERS: Final[Mapping[str, Callable[[Document], str]]] = MappingProxyType(
    {
        "collection": lambda document: document.collection.label,
        "path": lambda document: document.cleaned_relative_path,
        "output_ext": lambda document: document.output_ext,
        "name": lambda document: plain_slug(document, document.basename_without_ext),
        "title": lambda document: text_slug(document, mode="pretty", cased=True),
        "slug": lambda document: text_slug(document, mode="default", cased=False),
        "categories": lambda document: "/".join(dict.fromkeys(downcase(one) for one in categories(document))),
        "year": dated("%Y"),
        "month": dated("%m"),
        "day": dated("%d"),
        "hour": dated("%H"),
        "minute": dated("%M"),
        "second": dated("%S"),
        "i_day": dated("%-d"),
        "i_month": dated("%-m"),
        "short_month": dated("%b"),
        "short_year": dated("%y"),
        "y_day": dated("%j"),
    }
)
PLACEHOLDERS: Final[Mapping[str, Callable[[Document], str]]] = MappingProxyType(
    {
        **OLD_PLACEHOLDERS,
        "slugified_categories": lambda document: "/".join(
            dict.fromkeys(plain_slug(document, one) for one in categories(document))
        ),
        "long_month": dated("%B"),
        "w_year": dated("%G"),
        "week": dated("%V"),
        "w_day": dated("%u"),
        "short_day": dated("%a"),
        "long_day": dated("%A"),
    }
)
