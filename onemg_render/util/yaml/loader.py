"""From YAML text to values: the quick way for JSON and simple blocks, else by the parser."""

import json
from typing import Any, Final

from onemg_render.errors import YamlError
from onemg_render.util.patterns import regex
from onemg_render.util.yaml.blocks import document
from onemg_render.util.yaml.limits import MAX_DEPTH
from onemg_render.util.yaml.scalars import typed
from onemg_render.util.yaml.styles import Unsure

# What JSON and YAML understand otherwise: escapes of half characters, the merge key, line ends of Unicode
# and what libyaml refuses.
UNLIKE_YAML: Final = regex('\\\\u|"<<"|[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')


def load(text: str, *, first_line: int = 1) -> Any:
    """The value of the first document in `text`; what follows it is ignored.

    Values: None, bool, int, float, str, list, dict, date, aware datetime. An empty document is False, as
    in SafeYAML. Aliases share one object. Raises YamlError with line and column.
    first_line: the number of the text's first line in its file.
    """
    try:
        return from_json(text) if text[:1] in ("{", "[") else document(text)
    except Unsure:
        from onemg_render.util.yaml.parser import parsed  # many sites never need it

        return parsed(text, first_line)


def load_bytes(data: bytes) -> Any:
    """As `load`, for the bytes of a file: UTF-8, a byte order mark is skipped."""
    try:
        return load(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlError("the file is not UTF-8", line=line, hint="save it as UTF-8") from error


def from_json(text: str) -> Any:
    """JSON, which a data file may be, by the parser for it. Raises Unsure where YAML may differ."""
    if UNLIKE_YAML.search(text):
        raise Unsure
    try:
        value = json.loads(text, parse_float=typed, parse_constant=typed)
    except (ValueError, RecursionError):
        raise Unsure from None
    if _depth(value) > MAX_DEPTH:
        raise Unsure
    return value


def _depth(value: Any) -> int:
    depth, layer = 0, [value]
    while layer:
        depth += 1
        members = (item.values() if isinstance(item, dict) else item for item in layer)
        layer = [item for inside in members for item in inside if isinstance(item, dict | list)]
    return depth
