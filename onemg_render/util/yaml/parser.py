"""Any YAML, by libyaml's parser: one pass over its events, and what to say when it fails.

Loaded when there is more to read than simple blocks: PyYAML takes a tenth of the start of a small build.
"""

from typing import Any, Final

import yaml
import yaml.reader
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from onemg_render.errors import YamlError
from onemg_render.util.patterns import regex
from onemg_render.util.yaml.advice import advice
from onemg_render.util.yaml.builder import Builder, Events

LINE_END: Final = regex("\r\n|[\n\r\x85\u2028\u2029]")
OPENED: Final = ("while scanning a quoted scalar", "while scanning a simple key")


class PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, for where it was built without libyaml: the same events, slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def parsed(text: str, first_line: int = 1) -> Any:
    """The value of the first document in `text`. Raises YamlError with line and column."""
    try:
        return Builder(_parser(text)).document()
    except yaml.YAMLError as error:
        raise _explained(error, text, first_line) from error
    except YamlError as error:
        error.line = error.line + first_line - 1 if error.line else None
        raise


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
