"""Data files: YAML, JSON, CSV and TSV as `site.data` (upstream `lib/jekyll/readers/data_reader.rb`)."""

import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from onemg_render.config.front_matter import decode
from onemg_render.errors import DataError, ReadError, YamlError
from onemg_render.liquid.runtime import is_true
from onemg_render.read.folders import entries
from onemg_render.read.reading import Reading
from onemg_render.read.source_file import SourceFile
from onemg_render.util import yaml
from onemg_render.util.mappings import deep_merge
from onemg_render.util.patterns import regex

EXTENSIONS: Final = (".yaml", ".yml", ".json", ".csv", ".tsv")
SEPARATORS: Final = {".csv": ",", ".tsv": "\t"}
STRANGE: Final = regex(
    r"[^A-Za-z0-9_ \t\r\n\f\v-]+|(?:^|(?<=\b[ \t\r\n\f\v]))[ \t\r\n\f\v]+(?=$|[ \t\r\n\f\v]?\b)", re.M
)
BLANKS: Final = regex(r"[ \t\r\n\f\v]+")


def read_data(reading: Reading) -> object:
    """The value of `site.data`: the key `data` of the configuration, else all data folders merged."""
    configured = reading.config.get("data")
    if is_true(configured):
        return configured
    merged: dict[str, object] = {}
    for folder in reversed(reading.site.tree.data):
        merged = deep_merge(merged, _read_folder(reading, folder.as_posix(), reading.known_as(folder)))
    return merged


def _read_folder(reading: Reading, folder: str, relative: str) -> dict[str, object]:
    """Files by extension, each kind in order, then folders: a folder replaces a file of its name."""
    if not Path(folder).is_dir() or reading.filter.leads_out(folder):
        return {}
    found = [entry for entry in entries(folder, relative) if not entry.name.startswith(".")]
    values: dict[str, object] = {}
    for extension in EXTENSIONS:
        for entry in found:
            if (
                entry.name.endswith(extension)
                and not entry.is_dir()
                and not reading.filter.leads_out(entry.path)
            ):
                stem = entry.name.removesuffix(extension)
                values[key_of(stem)] = _read_file(reading, entry.path, f"{relative}/{entry.name}", extension)
    for entry in found:
        if entry.is_dir() and not reading.filter.leads_out(entry.path):
            values[key_of(entry.name)] = _read_folder(reading, entry.path, f"{relative}/{entry.name}")
    return values


def key_of(name: str) -> str:
    """`team members (2).yml` is `site.data.team_members_2`: words joined by underscores."""
    return BLANKS.sub("_", STRANGE.sub("", name))


def _read_file(reading: Reading, path: str, relative_path: str, extension: str) -> object:
    file = reading.open(path, relative_path, whole=True)
    if file is None:
        return None
    try:
        if extension in SEPARATORS:
            return _records(reading, file, extension)
        return file.value("data", lambda: yaml.load_bytes(file.raw))
    except (DataError, ReadError, YamlError) as error:
        reading.fail(
            DataError(
                error.message, path=relative_path, line=error.line, column=error.column, hint=error.hint
            )
        )
    return None


def _records(reading: Reading, file: SourceFile, extension: str) -> object:
    from onemg_render.read.delimited import records

    options = reading.config.get(f"{extension[1:]}_reader") if reading.compat.csv_options else None
    if not isinstance(options, Mapping):
        options = {}
    converters = options.get("csv_converters")
    return records(
        _text(reading, file, options.get("encoding")),
        SEPARATORS[extension],
        options.get("headers", True),
        [str(name) for name in converters] if isinstance(converters, list) else [],
    )


def _text(reading: Reading, file: SourceFile, encoding: object) -> str:
    """Ruby's csv keeps a byte order mark, which makes it a part of the first header."""
    raw = file.raw
    if encoding is None and raw.startswith(BOM_UTF8):
        return f"\ufeff{reading.text(file)}"
    return decode(raw, str(encoding)) if encoding is not None else reading.text(file)
