"""CSV and TSV as Ruby's csv library reads them: strict about quotes, an empty field is None, `""` is text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Final

from onemg_render.errors import DataError, DateError
from onemg_render.liquid.runtime import is_true
from onemg_render.util.dates import to_time
from onemg_render.util.patterns import regex

ROW_END: Final = regex(r"\r\n|\n|\r")
QUOTED: Final = regex(r'"((?:[^"]|"")*)"')
DIGITS: Final = regex(r"[+-]?(?:0[box_]?[0-9a-f]|[1-9]|0\Z)[0-9a-f]*(?:_[0-9a-f]+)*\Z", re.I | re.A)
OCTAL: Final = regex(r"(?<![0-9a-z])0_?(?=[0-7])", re.I | re.A)
FLOAT: Final = regex(r"[+-]?(?:\d+(?:_\d+)*)?(?:\.\d+(?:_\d+)*)?(?:e[+-]?\d+)?\Z", re.I | re.A)
DATE: Final = regex(r"(?:(?:\w+,?\s+)?\w+\s+\d{1,2},?\s+\d{2,4}|\d{4}-\d{2}-\d{2})\Z", re.A)
DATE_TIME: Final = regex(
    r"(?:(?:\w+,?\s+)?\w+\s+\d{1,2}\s+\d{1,2}:\d{1,2}:\d{1,2},?\s+\d{2,4}"
    r"|\d{4}-\d{2}-\d{2}(?:[T\s]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?(?:[+-]\d{2}(?::\d{2})|Z)?)?)?)\Z",
    re.A,
)

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

Field = str | int | float | date | None
Record = dict[str | None, Field] | list[Field]


def records(
    text: str, separator: str, headers: object = True, converters: Sequence[str] = ()
) -> list[Record]:
    """The rows of `text`: mappings by header, or lists if `headers` is false.

    headers: true for the first row; a list of names; or one text of names between separators.
    converters: integer, float, numeric, date, date_time, all. Raises DataError, with the line.
    """
    convert = _converter(converters)
    rows = _rows(text, separator)
    if not is_true(headers):
        return [[convert(field) for field in row] for row in rows]
    if isinstance(headers, str):
        names: Sequence[str | None] = next(_rows(headers, separator), [])
    else:
        names = [str(name) for name in headers] if isinstance(headers, list) else next(rows, [])
    return [_mapping(names, [convert(field) for field in row]) for row in rows]


def _mapping(names: Sequence[str | None], fields: Sequence[Field]) -> Record:
    """The first of two equal headers counts; fields beyond the headers share the key None."""
    record: dict[str | None, Field] = {}
    padded = [*fields, *[None] * (len(names) - len(fields))]
    for place, field in enumerate(padded):
        record.setdefault(names[place] if place < len(names) else None, field)
    return record


def _rows(text: str, separator: str) -> Iterator[list[str | None]]:
    """Each row's fields; the first line end of the text is the only one that ends rows."""
    found = ROW_END.search(text)
    row_end = found[0] if found else "\n"
    plain = re.compile(rf'[^{re.escape(separator)}"\r\n]*')
    at, line, end = 0, 1, len(text)
    while at < end:
        row: list[str | None] = []
        if text.startswith(row_end, at):
            at, line = at + len(row_end), line + 1
            yield row
            continue
        start = at
        while True:
            field, at = _field(text, at, plain, line)
            row.append(field)
            if not text.startswith(separator, at):
                break
            at += len(separator)
        if at < end and not text.startswith(row_end, at):
            raise _malformed(text, at, line)
        line += text.count(row_end, start, at) + 1
        at += len(row_end)
        yield row


def _field(text: str, at: int, plain: re.Pattern[str], line: int) -> tuple[str | None, int]:
    if not text.startswith('"', at):
        match = plain.match(text, at)
        assert match
        return match[0] or None, match.end()
    if (quoted := QUOTED.match(text, at)) is None:
        raise DataError("a quoted field is not closed", line=line, hint='write a quote inside quotes as ""')
    return quoted[1].replace('""', '"'), quoted.end()


def _malformed(text: str, at: int, line: int) -> DataError:
    if text[at - 1 : at] == '"':
        return DataError(
            "something follows a quoted field", line=line, hint='write a quote inside quotes as ""'
        )
    if text[at] == '"':
        return DataError("a quote in a field without quotes", line=line, hint='write "a ""b"" c" for a "b" c')
    return DataError("two kinds of line ends", line=line, hint="save the file with one kind of line ends")


def _integer(field: str) -> Field:
    text = field.strip(" \t\r\n\f\v")
    if not DIGITS.match(text):
        return field
    try:
        return int(OCTAL.sub("0o", text), 0)
    except ValueError:
        return field


def _float(field: str) -> Field:
    text = field.strip(" \t\r\n\f\v")
    return (
        float(text) if FLOAT.match(text) and any(map(str.isdigit, text.lower().partition("e")[0])) else field
    )


def _date(field: str) -> Field:
    try:
        return to_time(field, EPOCH).date() if DATE.match(field) else field
    except DateError:
        return field


def _date_time(field: str) -> Field:
    try:
        return to_time(field, EPOCH) if DATE_TIME.match(field) else field
    except DateError:
        return field


CONVERTERS: Final[Mapping[str, tuple[Callable[[str], Field], ...]]] = MappingProxyType(
    {
        "integer": (_integer,),
        "float": (_float,),
        "numeric": (_integer, _float),
        "date": (_date,),
        "date_time": (_date_time,),
        "all": (_date_time, _integer, _float),
    }
)


def _converter(names: Sequence[str]) -> Callable[[str | None], Field]:
    """Each field through the named conversions, until one makes something other than text of it."""
    if unknown := [name for name in names if name not in CONVERTERS]:
        raise DataError(f"unknown CSV converter `{unknown[0]}`", hint=f"there are {', '.join(CONVERTERS)}")
    steps = [step for name in names for step in CONVERTERS[name]]

    def convert(field: str | None) -> Field:
        value: Field = field
        for step in steps:
            if not isinstance(value, str):
                break
            value = step(value)
        return value

    return convert
