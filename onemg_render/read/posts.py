"""Posts and drafts of one folder (upstream `lib/jekyll/readers/post_reader.rb`)."""

import pathlib

from onemg_render.errors import DateError, FrontMatterError, ReadError, YamlError
from onemg_render.read.documents import dated_name, read_document, undated_name
from onemg_render.read.folders import files_below
from onemg_render.read.reading import Reading
from onemg_render.site import Document
from onemg_render.site.document import YAML_EXTENSIONS

POSTS = "_posts"
DRAFTS = "_drafts"


def read_posts(reading: Reading, folder: str, path: str) -> None:
    """The posts in `folder/_posts`. folder: from the source, with a leading slash; path: absolute."""
    strict = reading.compat.strict_post_names
    for entry in _entries(reading, f"{folder}/{POSTS}", f"{path}/{POSTS}"):
        if dated_name(entry, strict=strict) is None:
            reading.skip(f"{folder}/{POSTS}/{entry}".lstrip("/"), "no date in the name")
        else:
            _read(reading, f"{path}/{POSTS}/{entry}", f"{folder}/{POSTS}/{entry}")


def read_drafts(reading: Reading, folder: str, path: str) -> None:
    """The drafts in `folder/_drafts`, if they are asked for."""
    shown = reading.config.flag("show_drafts")
    for entry in _entries(reading, f"{folder}/{DRAFTS}", f"{path}/{DRAFTS}"):
        if not shown:
            reading.skip(f"{folder}/{DRAFTS}/{entry}".lstrip("/"), "draft")
        elif undated_name(entry) is not None:
            _read(reading, f"{path}/{DRAFTS}/{entry}", f"{folder}/{DRAFTS}/{entry}")


def _entries(reading: Reading, folder: str, path: str) -> list[str]:
    if not pathlib.Path(path).is_dir():
        return []
    kept: list[str] = []
    for entry in files_below(path, folder.lstrip("/")):
        reason = reading.filter.reason(folder, entry, f"{path}/{entry}")
        if reason is None:
            kept.append(entry)
        else:
            reading.skip(f"{folder}/{entry}".lstrip("/"), reason)
    return kept


def _read(reading: Reading, path: str, rooted: str) -> None:
    """rooted: the file from the source, with a leading slash."""
    collections_dir = reading.config.text("collections_dir")
    relative_path = rooted[1:].removeprefix(f"{collections_dir}/") if collections_dir else rooted[1:]
    if rooted.endswith(YAML_EXTENSIONS):
        reading.skip(relative_path, "no text")
        return
    document = _document(reading, path, relative_path)
    if document is None:
        return
    publisher = reading.site.publisher
    if not publisher.shows(document):
        reading.skip(relative_path, "unpublished")
    elif publisher.is_future(document):
        reading.skip(relative_path, "future", document.date)
        if reading.compat.reports_future:
            reading.reporter.warn(
                "the post has a future date and is left out",
                topic="Skipping",
                path=relative_path,
                hint="build with --future to see it",
            )
        else:
            reading.reporter.debug("has a future date", topic="Skipping", path=relative_path)
    else:
        if not publisher.future:
            document.data["date"] = document.date  # upstream keeps the date that it had to look up
        reading.site.posts.append(document)


def _document(reading: Reading, path: str, relative_path: str) -> Document | None:
    """The post at `path`; None, and said why, if it is left out. Only a bad date fails the build."""
    try:
        file = reading.open(path, relative_path, whole=True)
        posts = reading.site.collections["posts"].settings
        return None if file is None else read_document(reading, file, relative_path, posts)
    except ReadError as error:
        reading.warn(error.located(relative_path), "Skipping")
        reading.skip(relative_path, "encoding")
    except (DateError, FrontMatterError, YamlError) as error:
        reading.fail(error.located(relative_path))
    return None
