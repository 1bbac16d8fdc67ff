"""The files of the collections other than posts (upstream `lib/jekyll/collection.rb`)."""

import pathlib

from onemg_render.errors import DateError, FrontMatterError, ReadError, YamlError
from onemg_render.read.documents import read_document
from onemg_render.read.folders import files_below
from onemg_render.read.ordering import sort_collection
from onemg_render.read.reading import Reading
from onemg_render.read.source_file import SourceFile
from onemg_render.site import Collection, StaticFile

SPECIAL = ("posts", "data")


def read_collections(reading: Reading) -> None:
    for collection in reading.site.collections.values():
        if collection.label not in SPECIAL:
            _read_collection(reading, collection)
            sort_collection(collection, reading.compat, reading.reporter)
            if reading.compat.lists_collection_files:
                reading.site.static_files.extend(collection.files)


def _read_collection(reading: Reading, collection: Collection) -> None:
    folder = collection.settings.directory
    if not pathlib.Path(folder).is_dir() or reading.filter.leads_out(folder):
        return
    relative = collection.settings.relative_directory
    for entry in files_below(folder, relative, hidden=True):
        path = f"{folder}/{entry}"
        relative_path = f"{relative}/{entry}"
        reason = reading.filter.reason(relative, entry, path)
        if reason is not None:
            reading.skip(relative_path, reason)
        elif (file := reading.open(path, relative_path)) is not None:
            _read_file(reading, collection, file, relative_path)


def _read_file(reading: Reading, collection: Collection, file: SourceFile, relative_path: str) -> None:
    if file.is_static:
        collection.files.append(_static_file(reading, collection, file, relative_path))
        return
    try:
        document = read_document(reading, file, relative_path, collection.settings)
    except (DateError, FrontMatterError, ReadError, YamlError) as error:
        reading.fail(error.located(relative_path))
        return
    if document.data.own("published") is False and not reading.site.publisher.unpublished:
        reading.skip(relative_path, "unpublished")
    else:
        collection.docs.append(document)


def _static_file(
    reading: Reading, collection: Collection, file: SourceFile, relative_path: str
) -> StaticFile:
    folder, _, name = relative_path.rpartition("/")
    return StaticFile(
        path=file.path,
        folder=folder,
        name=name,
        mtime=file.mtime,
        permalinks=reading.site.permalinks,
        defaults=reading.site.defaults,
        collection=collection.settings,
    )
