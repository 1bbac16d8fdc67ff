"""A bar on the terminal while a build renders, if that takes longer than a second."""

from time import perf_counter
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE: Final = 1.0
"""Seconds of rendering before there is a bar."""
BETWEEN: Final = 0.1
"""Seconds from one look of it to the next."""


class Bar:
    """Called with how many items are done and how many there are; it goes when all are."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._due: float | None = None
        self._most = 0
        self._shown: tuple[Progress, TaskID] | None = None

    def __call__(self, done: int, total: int) -> None:
        if done >= total:
            self.hide()
            self._due, self._most = None, 0
            return
        self._most = max(self._most, done)  # in the end all items are gone over once more
        now = perf_counter()
        if self._due is None:
            self._due = now + PATIENCE
        elif now >= self._due:
            self._due = now + BETWEEN
            self._draw(total)

    def hide(self) -> None:
        """Leave its line to something else."""
        if self._shown is not None:
            self._shown[0].stop()
            self._shown = None

    def _draw(self, total: int) -> None:
        if self._shown is None:
            self._shown = self._begun(total)
        progress, task = self._shown
        progress.update(task, completed=self._most, refresh=True)

    def _begun(self, total: int) -> "tuple[Progress, TaskID]":
        from rich.console import Console  # 60 ms that only a long build on a terminal spends
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        progress = Progress(*columns, console=Console(file=self._stream), auto_refresh=False, transient=True)
        task = progress.add_task("Rendering", total=total, completed=self._most)
        progress.start()
        return progress, task
