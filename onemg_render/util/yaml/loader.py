"""From YAML text to values: one pass over libyaml's events, without recursion.

The builder of values decides what the events mean; this is the reading, and what to say when it fails.
"""

import json
from typing import Any, Final

import yaml
import yaml.reader
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from onemg_render.errors import YamlError
from onemg_render.util.patterns import regex
from onemg_render.util.yaml.advice import advice
from onemg_render.util.yaml.builder import MAX_DEPTH, Builder, Events
from onemg_render.util.yaml.scalars import typed

LINE_END: Final = regex("\r\n|[\n\r\x85\u2028\u2029]")
# What JSON and YAML understand otherwise: escapes of half characters, the merge key, line ends of Unicode
# and what libyaml refuses.
UNLIKE_YAML: Final = regex('\\\\u|"<<"|[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
OPENED: Final = ("while scanning a quoted scalar", "while scanning a simple key")


class PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, for where it was built without libyaml: the same events, slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def load(text: str, *, first_line: int = 1) -> Any:
    """The value of the first document in `text`; what follows it is ignored.

    Values: None, bool, int, float, str, list, dict, date, aware datetime. An empty document is False, as
    in SafeYAML. Aliases share one object. Raises YamlError with line and column.
    first_line: the number of the text's first line in its file.
    """
    try:
        return _from_json(text) if text[:1] in ("{", "[") else Builder(_parser(text)).document()
    except yaml.YAMLError as error:
        raise _explained(error, text, first_line) from error
    except YamlError as error:
        error.line = error.line + first_line - 1 if error.line else None
        raise


def load_bytes(data: bytes) -> Any:
    """As `load`, for the bytes of a file: UTF-8, a byte order mark is skipped."""
    try:
        return load(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlError("the file is not UTF-8", line=line, hint="save it as UTF-8") from error


def _from_json(text: str) -> Any:
    """JSON, which a data file may be, by the parser for it: many times as fast, with the same values."""
    if not UNLIKE_YAML.search(text):
        try:
            value = json.loads(text, parse_float=typed, parse_constant=typed)
        except (ValueError, RecursionError):
            pass
        else:
            if _depth(value) <= MAX_DEPTH:
                return value
    return Builder(_parser(text)).document()


def _depth(value: Any) -> int:
    depth, layer = 0, [value]
    while layer:
        depth += 1
        members = (item.values() if isinstance(item, dict) else item for item in layer)
        layer = [item for inside in members for item in inside if isinstance(item, dict | list)]
    return depth


def _parser(text: str) -> Events:
    try:
        from yaml._yaml import CParser
    except ImportError:
        return PureParser(text)
    return CParser(text)


def _explained(error: yaml.YAMLError, text: str, first_line: int) -> YamlError:
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    context = getattr(error, "context", None)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if context in OPENED:
        mark = getattr(error, "context_mark", mark)  # where it opens, not where the text ends
    message = f"{problem} {context}" if context else problem
    if mark is None:
        at = error.position if isinstance(error, yaml.reader.ReaderError) else None
        line = None if at is None else text.count("\n", 0, at) + first_line
        return YamlError(message, line=line, hint=advice(message, [], 0, 0))
    hint = advice(message, LINE_END.split(text), mark.line, mark.column)
    return YamlError(message, line=mark.line + first_line, column=mark.column + 1, hint=hint)
