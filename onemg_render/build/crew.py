"""Decides whether several processes render and copy a site's files, and takes in what they have made."""

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
from onemg_render.output import Copied, Staged, Stager, Staging
from onemg_render.render.renderer import Renderer
from onemg_render.site import Item, StaticFile

if TYPE_CHECKING:
    from onemg_render.build.share import Again, Said
    from onemg_render.build.workers import Done

SECONDS_OF_TRIAL: Final = 0.05
ITEMS_OF_TRIAL: Final = 12
"""So long, and so many, one process renders before it is said how long the rest will take: what is loaded
and compiled meanwhile is there for all.
"""
SECONDS_OF_WORK: Final = 0.1
"""What each process must have to do, so that starting it and reading its answer pay."""
SECONDS_OF_SASS: Final = 0.3
"""So long a style sheet holds a processor: what Bootstrap takes."""
FILES_WORTH_A_TRIAL: Final = 50
FILES_OF_TRIAL: Final = 8
"""Fewer files no process is worth; by so many it is said how long the rest will take."""
SECONDS_OF_START: Final = 0.5
"""What a process that is not forked needs before it can read the site."""


def start_method() -> StartMethod:
    """Forking copies a process in milliseconds; the libraries of macOS do not stand it, Windows has none."""
    return "fork" if sys.platform == "linux" else "spawn"


def processors() -> int:
    """How many of them this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def worth(seconds: float, processors: int, *, is_compiling: bool) -> int:
    """How many processes work of so many seconds is worth, while a style sheet is being compiled or not."""
    if is_compiling and seconds < processors * SECONDS_OF_SASS:
        processors -= 1
    return max(1, min(processors, int(seconds / SECONDS_OF_WORK)))


class Crew:
    """The processes of one build. jobs: how many; `auto` to take as many as the work is worth.

    staging: for the files that are ready before all are; None where nothing is written.
    seconds_to_read: what it took to read the site, which a process that is not forked has to do again.
    tallies: of the texts that other processes have converted. staged: the files that are ready.
    """

    def __init__(
        self,
        parts: Assembly,
        again: "Again",
        jobs: Jobs,
        *,
        staging: Staging | None,
        method: StartMethod | None,
        digests: bool,
        seconds_to_read: float,
    ) -> None:
        self._parts = parts
        self._again = again
        self._jobs = jobs if parts.extensions.parallel else 1
        self._staging = staging
        self._method = method or start_method()
        self._digests = digests
        self._seconds_to_read = seconds_to_read
        self.tallies: Counter[tuple[str, bool]] = Counter()
        self.staged: dict[Item | StaticFile, Staged] = {}
        self._said: dict[Item, list[Said]] = {}

    def work(self, renderer: Renderer, items: Sequence[Item], files: Sequence[StaticFile]) -> None:
        """Evaluates outputs of `items`, perhaps not of all: what is left fails, or needs the others.

        What has become a file meanwhile, and which of `files` have been copied, is in `staged`. Messages of
        what other processes made wait for `tell`. Raises WorkerError.
        """
        if self._jobs == 1:
            return
        seconds, rest = 0.0, items
        if self._jobs == "auto":
            seconds, rest = trial(renderer, items, self._parts.reporter.progress)
        rest = [item for item in rest if not holds(renderer, item)]
        files = self._copied_early(files)
        processes = self._processes(len(rest) + len(files), len(rest) * seconds + self._to_copy(files))
        if processes == 1 or renderer.counters:
            return
        try:
            from onemg_render.build.share import Load  # small sites need no processes
            from onemg_render.build.workers import Work, share_out

            files = [file for file in files if file not in self.staged]
            load = Load(rest, [Copied.of(file) for file in files], self._stager())
            renderer.expected //= processes
            work = Work(self._parts, renderer, load, self._again, self._digests, len(items) - len(rest))
            self._take(renderer, share_out(work, processes, self._method), [*rest, *files])
        except (ImportError, OSError) as error:  # a system without semaphores, or with no process to spare
            self._parts.reporter.debug(f"rendering in one process: {error}")

    def _stager(self) -> Stager | None:
        return None if self._staging is None else self._staging.early()

    def _copied_early(self, files: Sequence[StaticFile]) -> Sequence[StaticFile]:
        """Those of `files` that are to be copied in any case, and that no hook may change until then."""
        is_first = self._staging is not None and self._staging.is_first
        return () if not is_first or self._parts.hooks.wanted("site", "post_render") else files

    def _to_copy(self, files: Sequence[StaticFile]) -> float:
        """How long it takes to copy `files`, judged by some of them, which have been copied then."""
        if self._jobs != "auto" or len(files) < FILES_WORTH_A_TRIAL:
            return 0.0
        start = perf_counter()
        self._put("first", files[:FILES_OF_TRIAL])
        return (perf_counter() - start) / FILES_OF_TRIAL * len(files)

    def copy(self, files: Sequence[StaticFile]) -> None:
        """Copies those of `files` that are to be copied in any case, while something else is waited for."""
        self._put("meanwhile", [file for file in self._copied_early(files) if file not in self.staged])

    def _put(self, part: str, files: Sequence[StaticFile]) -> None:
        """Copies of files to where they wait, in a folder of their own; none where that cannot be."""
        stager = self._stager() if files else None
        if stager is None:
            return
        with suppress(OSError, ValueError):  # told when all files are gone over
            part_of_it = stager.part(part)
            for number, file in enumerate(files):
                self.staged[file] = Staged(part_of_it.put(Copied.of(file), number))

    def _processes(self, count: int, work: float) -> int:
        """How many for so many items and files, which take so long together."""
        if self._jobs != "auto":
            return min(self._jobs, max(1, count))
        if self._method == "spawn" and work < 2 * (self._seconds_to_read + SECONDS_OF_START):
            return 1
        return worth(work, processors(), is_compiling=self._parts.styles.is_compiling)

    def _take(self, renderer: Renderer, done: "Done", load: Sequence[Item | StaticFile]) -> None:
        items = renderer.questions.items
        parts = [*done.own, *done.others]
        if any(part.counted for part in parts):  # what one item counts, the next one sees
            for key in done.share.made:
                del renderer.nodes[key]
            renderer.counters.clear()
            return
        for part in done.others:
            for made in part.nodes:
                renderer.nodes.setdefault((items[made.item], made.stage), made.node())
            for path, cost in part.costs.items():
                renderer.cost(path).add(cost)
            self.tallies += part.tallies
        for part in parts:
            self.staged |= {load[number]: file for number, file in part.staged.items()}
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
) -> tuple[float, Sequence[Item]]:
    """The seconds that an item takes, and the items that are left after a while of rendering, if any are."""
    spent: list[float] = []
    for number, item in enumerate(items):
        begin = perf_counter()
        with suppress(OnemgError):  # it is told when all items are gone over
            if renderer.node(item, "output").is_loaded:
                spent.append(perf_counter() - begin)
        progress(number, len(items))
        if sum(spent) > SECONDS_OF_TRIAL and len(spent) >= ITEMS_OF_TRIAL:
            return sorted(spent)[len(spent) // 2], items[number + 1 :]
    return 0.0, ()


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
