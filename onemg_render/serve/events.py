"""What the browsers are told: server-sent events, one queue for each connected page."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Final

HEARTBEAT_SECONDS: Final = 15.0


@dataclass(frozen=True, slots=True)
class Event:
    """name: `changed` (data: changed paths), `failed` (data: messages), `hello` or `end`."""

    name: str
    data: Mapping[str, object]

    def encoded(self) -> bytes:
        """The bytes of this event in a `text/event-stream`."""
        return f"event: {self.name}\ndata: {json.dumps(self.data)}\n\n".encode()


class Broadcast:
    """Hands each event to everyone who listens at that moment."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._listeners: set[SimpleQueue[Event]] = set()

    def send(self, event: Event) -> None:
        with self._lock:
            for listener in self._listeners:
                listener.put(event)

    @contextmanager
    def listening(self) -> "Iterator[SimpleQueue[Event]]":
        """A queue of all events from now on, until the block ends."""
        queue: SimpleQueue[Event] = SimpleQueue()
        with self._lock:
            self._listeners.add(queue)
        try:
            yield queue
        finally:
            with self._lock:
                self._listeners.discard(queue)


def stream(queue: "SimpleQueue[Event]", heartbeat: float = HEARTBEAT_SECONDS) -> Iterator[bytes]:
    """The events of `queue` as bytes, a comment when nothing happens for `heartbeat` seconds, until `end`."""
    while True:
        try:
            event = queue.get(timeout=heartbeat)
        except Empty:
            yield b": still here\n\n"
            continue
        yield event.encoded()
        if event.name == "end":
            return
