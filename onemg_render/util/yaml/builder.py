"""Values from YAML events as SafeYAML builds them (upstream 1.0.5 `lib/safe_yaml/psych_handler.rb`).

It reads as it goes and has one pending key for all levels. That explains its quirks: a merge key overrides
what stands before it, a null key swallows the next scalar, a mapping as key ends up empty.
"""

from typing import Any, Protocol

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from onemg_render.errors import YamlError
from onemg_render.util.yaml.keys import as_key
from onemg_render.util.yaml.limits import MAX_DEPTH, MAX_VALUES, Extent, extent
from onemg_render.util.yaml.scalars import BINARY_TAGS, binary, typed


class Events(Protocol):
    """PyYAML's parsers, in C or in Python."""

    def get_event(self) -> Event | None: ...


class Builder:
    """Builds the first document of a stream of events."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._anchors: dict[str, Any] = {}
        self._stack: list[Any] = []
        self._key: Any = None
        self._result: Any = False
        self._begun = False
        self._extents: dict[int, Extent] = {}
        self._weight = 0

    def document(self) -> Any:
        """The first document; False if the stream is empty. Raises yaml.YAMLError, YamlError."""
        next_event = self._events.get_event
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                self._add(self._scalar(event), event)
            elif kind is MappingStartEvent:
                self._open({}, event)
            elif kind is SequenceStartEvent:
                self._open([], event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._stack.pop()
            elif kind is AliasEvent:
                self._add(self._aliased(event), event)
            elif kind is DocumentEndEvent or kind is StreamEndEvent:
                return self._result

    def _scalar(self, event: Any) -> Any:
        if event.tag in BINARY_TAGS:
            value: Any = binary(event.value)
        elif event.implicit[1]:  # quoted
            value = event.value
        else:
            try:
                value = typed(event.value)
            except ValueError as error:
                raise _error(event, str(error), hint="put quotes around it if it is a text") from error
        if event.anchor:
            self._anchors[event.anchor] = value
        return value

    def _open(self, container: Any, event: Any) -> None:
        self._add(container, event)
        if event.anchor:
            self._anchors[event.anchor] = container
        self._stack.append(container)
        self._check_depth(0, event)

    def _check_depth(self, below: int, event: Any) -> None:
        if len(self._stack) + below > MAX_DEPTH:
            raise _error(event, f"the YAML is nested more than {MAX_DEPTH} levels deep")

    def _aliased(self, event: Any) -> Any:
        """What an alias stands for: nothing if its anchor is unknown, as upstream."""
        value = self._anchors.get(event.anchor)
        if isinstance(value, dict | list):
            if any(value is container for container in self._stack):
                raise _error(event, f"the alias `*{event.anchor}` stands inside what it names")
            weight, depth = extent(value, self._extents)
            self._weight += weight
            if self._weight > MAX_VALUES:
                raise _error(event, f"the aliases expand to more than {MAX_VALUES:,} values")
            self._check_depth(depth, event)
        return value

    def _add(self, value: Any, event: Any) -> None:
        if not self._stack:
            self._result = value
            return
        container = self._stack[-1]
        if type(container) is list:
            container.append(value)
        elif self._key is None:
            self._key = value
        else:
            key, self._key = self._key, None
            if key == "<<":
                self._merge(container, value, event)
            else:
                container[key if isinstance(key, str) else as_key(key, container)] = value

    def _merge(self, container: Any, value: Any, event: Any) -> None:
        if not isinstance(value, dict):
            raise _error(event, "`<<` merges one mapping", hint="write `<<: *name`, one line for each")
        container.update(value)


def _error(event: Any, message: str, hint: str | None = None) -> YamlError:
    mark = event.start_mark
    return YamlError(message, line=mark.line + 1, column=mark.column + 1, hint=hint)
