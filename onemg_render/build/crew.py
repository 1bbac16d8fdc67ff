"""Decides whether a site is rendered in several processes, and takes in what they have made."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING, Final

from onemg_render.build.assembly import Assembly
from onemg_render.build.options import Jobs, StartMethod
from onemg_render.errors import OnemgError
from onemg_render.render.renderer import Renderer
from onemg_render.site import Item

if TYPE_CHECKING:
    from onemg_render.build.share import Again, Part, Said

SECONDS_OF_TRIAL: Final = 0.05
ITEMS_OF_TRIAL: Final = 12
"""So long, and so many, one process renders before it is said how long the rest will take: what is loaded
and compiled meanwhile is there for all.
"""
SECONDS_OF_WORK: Final = 0.15
"""What each process must have to do, so that starting it and reading its answer pay."""
SECONDS_OF_START: Final = 0.5
"""What a process that is not forked needs before it can read the site."""


def start_method() -> StartMethod:
    """Forking copies a process in milliseconds; the libraries of macOS do not stand it, Windows has none."""
    return "fork" if sys.platform == "linux" else "spawn"


def processors() -> int:
    """How many of them this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """The processes of one build. jobs: how many; `auto` to take as many as the work is worth.

    seconds_to_read: what it took to read the site, which a process that is not forked has to do again.
    tallies: of the texts that other processes have converted.
    """

    def __init__(
        self,
        parts: Assembly,
        again: "Again",
        jobs: Jobs,
        *,
        method: StartMethod | None,
        digests: bool,
        seconds_to_read: float,
    ) -> None:
        self._parts = parts
        self._again = again
        self._jobs = jobs if parts.extensions.parallel else 1
        self._method = method or start_method()
        self._digests = digests
        self._seconds_to_read = seconds_to_read
        self.tallies: Counter[tuple[str, bool]] = Counter()
        self._said: dict[Item, list[Said]] = {}

    def render(self, renderer: Renderer, items: Sequence[Item]) -> None:
        """Evaluates outputs of `items`, perhaps not of all: what is left fails, or needs the others.

        Messages of what other processes made wait for `tell`. Raises WorkerError.
        """
        if self._jobs == 1:
            return
        seconds, rest = None, items
        if self._jobs == "auto":
            seconds, rest = trial(renderer, items, self._parts.reporter.progress)
        rest = [item for item in rest if not holds(renderer, item)]
        processes = self._processes(len(rest), seconds)
        if processes == 1 or renderer.counters:
            return
        try:
            from onemg_render.build.workers import Work, share_out  # small sites need no processes

            done = len(items) - len(rest)
            work = Work(self._parts, renderer, rest, self._again, self._digests, done)
            self._take(renderer, share_out(work, processes, self._method))
        except (ImportError, OSError) as error:  # a system without semaphores, or with no process to spare
            self._parts.reporter.debug(f"rendering in one process: {error}")

    def _processes(self, count: int, seconds: float | None) -> int:
        """How many for so many items, each of which takes so long."""
        if self._jobs != "auto":
            return min(self._jobs, max(1, count))
        if seconds is None:
            return 1
        work = count * seconds
        if self._method == "spawn" and work < 2 * (self._seconds_to_read + SECONDS_OF_START):
            return 1
        return max(1, min(processors(), int(work / SECONDS_OF_WORK)))

    def _take(self, renderer: Renderer, parts: "Sequence[Part]") -> None:
        items = renderer.questions.items
        if any(part.counted for part in parts):  # what one item counts, the next one sees
            for made in parts[0].nodes:
                del renderer.nodes[items[made.item], made.stage]
            renderer.counters.clear()
            return
        for part in parts[1:]:
            for made in part.nodes:
                renderer.nodes.setdefault((items[made.item], made.stage), made.node())
            for path, cost in part.costs.items():
                renderer.cost(path).add(cost)
            self.tallies += part.tallies
        for part in parts:
            for name, said in part.said.items():
                self._said.setdefault(items[name], []).extend(said)

    def tell(self, item: Item) -> None:
        """Says what was said of `item` while it was rendered with others."""
        for said in self._said.pop(item, ()):
            if said.repeated:
                self._parts.reporter.show(said.message)
            else:
                self._parts.reporter.report(said.message)


def trial(
    renderer: Renderer, items: Sequence[Item], progress: Callable[[int, int], None]
) -> tuple[float | None, Sequence[Item]]:
    """The seconds that an item takes, and the items that are left after a while of rendering.

    None where all were done, or taken from an earlier build, before there was anything to say.
    """
    spent: list[float] = []
    for number, item in enumerate(items):
        begin = perf_counter()
        with suppress(OnemgError):  # it is told when all items are gone over
            if renderer.node(item, "output").is_loaded:
                spent.append(perf_counter() - begin)
        progress(number, len(items))
        if sum(spent) > SECONDS_OF_TRIAL and len(spent) >= ITEMS_OF_TRIAL:
            return sorted(spent)[len(spent) // 2], items[number + 1 :]
    return None, ()


def holds(renderer: Renderer, item: Item) -> bool:
    """Whether an earlier build's output is still good; where only the body is, that is made ready."""
    if (item, "output") in renderer.nodes:
        return True
    body = renderer.recall((item, "body"))
    if body is None:
        return False
    if renderer.recall((item, "output")) is not None:
        return True
    body.load()
    return False
