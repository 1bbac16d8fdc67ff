"""Runs commands in turn and says what each took: CPU of all its processes, and the clock."""

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Command: TypeAlias = Callable[[], Sequence[str]]
"""Makes things ready and answers the words of a command."""
OUR_CACHES = {"PYTHONDONTWRITEBYTECODE": ""}
"""As after an installation, the compiled files of Python are there."""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds: medians of all runs."""

    cpu: float
    clock: float


def in_turn(commands: Mapping[str, Command], repeat: int) -> Mapping[str, Took]:
    """Each command once in every round, after a round that does not count."""
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(repeat + 1):
        for name, command in commands.items():
            took = run(command())
            if number:
                runs[name].append(took)
    return {
        name: Took(*(statistics.median(column) for column in zip(*found, strict=True)))
        for name, found in runs.items()
    }


def run(words: Sequence[str]) -> tuple[float, float]:
    """The CPU seconds, user and system, of a command and of all that it started and waited for; the clock."""
    before, start = cpu_of_children(), time.perf_counter()
    subprocess.run(words, check=True, capture_output=True, env={**os.environ, **OUR_CACHES})
    return cpu_of_children() - before, time.perf_counter() - start


def cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)  # finer than os.times, which counts in hundredths
    return used.ru_utime + used.ru_stime
