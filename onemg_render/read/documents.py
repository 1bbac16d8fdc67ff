"""One document of a collection, with the data that its path gives (upstream `lib/jekyll/document.rb`).

The steps keep upstream's order: path, defaults, front matter, file name; each looks at what came before.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from onemg_render.errors import DateError, FrontMatterError
from onemg_render.liquid.runtime import is_true, to_s
from onemg_render.read.excerpts import give_excerpt
from onemg_render.read.reading import Reading, as_mapping
from onemg_render.read.source_file import SourceFile
from onemg_render.site import CollectionSettings, Document, FrontMatter
from onemg_render.util import yaml
from onemg_render.util.dates import to_time
from onemg_render.util.mappings import deep_merge, singular_or_plural
from onemg_render.util.patterns import regex
from onemg_render.util.text import titleize_slug, words

DATED: Final = regex(r"(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$", re.A)
DATED_LOOSELY: Final = regex(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.*)(\.[^.]+)$", re.A)
BY_KEY: Final = "write date: 2024-03-05 10:00:00 +0100"
BY_NAME: Final = "name the file YEAR-MONTH-DAY-title, as in 2024-03-05-hello.md"


def dated_name(path: str, *, strict: bool) -> tuple[str, str, str] | None:
    """Date, slug and extension in a post's path (upstream DATE_FILENAME_MATCHER); None if there is no date.

    strict: as Jekyll 4 looks for them, at the start of the base name; else a slug may go on through folders.
    """
    pattern = DATED if strict else DATED_LOOSELY
    starts = [at + 1 for at, character in enumerate(path) if character == "/"]
    for start in [0, *starts[-1:]] if strict else [*reversed(starts), 0]:
        if match := pattern.match(path, start):
            return match[1], match[2], match[3]
    return None


def undated_name(path: str) -> tuple[str, str] | None:
    """Slug and extension in a path (upstream DATELESS_FILENAME_MATCHER); None if it has no extension."""
    dot = path.rfind(".")
    if dot < 0 or dot == len(path) - 1:
        return None
    return path[:dot].rpartition("/")[2], path[dot:]


def read_document(
    reading: Reading, file: SourceFile, relative_path: str, collection: CollectionSettings
) -> Document:
    """The document in `file`.

    Raises DateError for a date that is none, ReadError for bytes that are no text, YamlError for a YAML file
    that is none, and FrontMatterError under `strict_front_matter`; else trouble with front matter is
    reported, and the document is what had been read until then.
    """

    def make() -> Document:
        return make_document(reading, file, relative_path, collection)

    document = reading.item(file, Document, relative_path, make, collection)
    assert document is not None
    return document


def make_document(
    reading: Reading, file: SourceFile, relative_path: str, collection: CollectionSettings
) -> Document:
    document = Document(
        path=file.path,
        relative_path=relative_path,
        permalinks=reading.site.permalinks,
        data=FrontMatter(defaults=reading.site.defaults, path=relative_path, type=collection.label),
        mtime=file.mtime,
        collection=collection,
    )
    if document.is_data:
        document.data.update(as_mapping(file.value("data", lambda: yaml.load_bytes(file.raw))))
    else:
        draft = document.lies_among_drafts
        document.data["draft"] = draft
        document.data["categories"] = categories_of(
            relative_path, "_drafts" if draft else collection.relative_directory
        )
        try:
            _read(reading, document, file)
        except FrontMatterError as error:
            if reading.config.flag("strict_front_matter"):
                raise
            reading.warn(error.located(relative_path), "YAML Exception")
    for owner in (collection.label, "documents"):
        reading.hooks.trigger(owner, "post_init", document)
    return document


def categories_of(relative_path: str, folder: str) -> list[str]:
    """The folders above the special folder: `es/travel/_posts/x.md` is in `es` and `travel`."""
    above = "" if relative_path.startswith(folder) else relative_path.partition(folder)[0]
    name = relative_path.rpartition("/")[2]
    return [part for part in above.split("/") if part and part != name]


def _read(reading: Reading, document: Document, file: SourceFile) -> None:
    defaults = reading.site.defaults.all(document.relative_path, document.collection.label)
    _merge(reading, document, defaults, "front matter defaults")
    parts = reading.parts(file)
    document.content, document.line = parts.content, parts.line
    data = file.value("front matter", parts.data)
    _merge(reading, document, as_mapping(data), "YAML front matter")
    _fill_from_name(reading, document)
    _fill_categories(reading, document)
    document.data["tags"] = singular_or_plural(document.data, "tag", "tags")
    give_excerpt(reading, document, file)


def _merge(reading: Reading, document: Document, other: Mapping[str, object], source: str) -> None:
    """Lay `other` over the document's data: categories add up, a date becomes a moment."""
    own = document.data
    if other.get("categories") is not None:
        other = {
            **other,
            "categories": _joined_categories(reading, own.own("categories"), other["categories"]),
        }
    own.update(deep_merge(own, other))
    if "date" in own:
        own["date"] = _moment(reading, document, own.own("date"), source)


def _joined_categories(reading: Reading, known: object, added: object) -> object:
    """A text is split at blanks; what is no list stumbles, as upstream does."""
    if isinstance(added, str):
        added = words(added)
    if not isinstance(known, list) and not (known is None and not reading.compat.merges_categories):
        return added
    if not isinstance(added, list):
        raise FrontMatterError(
            "`categories` is neither a list nor a text", hint="write categories: [one, two]"
        )
    return union(known or [], added)


def union(left: Sequence[object], right: Sequence[object]) -> list[object]:
    """Ruby's Array#|: what is equal in value and kind once, as it first stands."""
    kept: list[object] = []
    seen: set[tuple[type, object]] = set()
    for one in (*left, *right):
        key = (type(one), repr(one) if isinstance(one, list | dict) else one)
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept


def _moment(reading: Reading, document: Document, value: object, source: str) -> datetime:
    try:
        return to_time("" if value is None else value, reading.site.time)
    except DateError as error:
        path = document.relative_path
        raise DateError(
            f"Invalid date '{'' if value is None else value}': "
            f"Document '{path}' does not have a valid date in the {source}.",
            path=path,
            key="date",
            hint=BY_NAME if source == "filename" else BY_KEY,
        ) from error


def _fill_from_name(reading: Reading, document: Document) -> None:
    """Date, title, slug and ext from the file name, where the front matter has none."""
    data, path = document.data, document.relative_path
    slug: str | None
    ext: str | None
    if dated := dated_name(path, strict=reading.compat.strict_post_names):
        day, slug, ext = dated
        if _is_no_date(data["date"], reading.site.time):
            _merge(reading, document, {"date": day}, "filename")
    else:
        slug, ext = undated_name(path) or (None, None)
    if slug is None and reading.compat.extensionless_documents:
        slug = document.basename_without_ext
    if slug is not None and reading.compat.trims_dots:
        slug = slug.rstrip(".")
    if not is_true(data["title"]):
        data["title"] = titleize_slug(_named(slug))
    data["slug"] = data["slug"] if is_true(data["slug"]) else slug
    data["ext"] = data["ext"] if is_true(data["ext"]) else ext


def _named(slug: str | None) -> str:
    if slug is None:
        raise FrontMatterError("a document without extension and title has no name", hint="give it a title")
    return slug


def _is_no_date(known: object, time: datetime) -> bool:
    """Whether a date is missing, or is the build's, which upstream takes for a missing one."""
    return not isinstance(known, datetime) or int(known.timestamp()) == int(time.timestamp())


def _fill_categories(reading: Reading, document: Document) -> None:
    known = document.data["categories"]
    listed = known if isinstance(known, list) else [] if known is None else [known]
    named = [to_s(one) for one in (*listed, *singular_or_plural(document.data, "category", "categories"))]
    _merge(reading, document, {"categories": list(dict.fromkeys(named))}, "YAML front matter")
