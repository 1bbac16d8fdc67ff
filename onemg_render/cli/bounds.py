"""What one run may take of the machine: bounds that hold whatever a site makes the engine do.

Asked to be safe, a run is bounded by itself; the options set other bounds, which a site cannot.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Final

from onemg_render.cli.options import whole_number
from onemg_render.errors import OnemgError

if TYPE_CHECKING:
    from onemg_render.cli.clock import Clock

SAFE_SECONDS: Final = 600
SAFE_MEGABYTES: Final = 4096
LONG_LIVED: Final = "serve"


class BoundError(OnemgError):
    """A run that took more than it may."""


def add_bounds(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("what it may take")
    group.add_argument(
        "--max-seconds",
        metavar="N",
        type=whole_number,
        help=f"give up after so long (with --safe: {SAFE_SECONDS})",
    )
    group.add_argument(
        "--max-memory",
        metavar="MB",
        type=whole_number,
        help=f"give up when more memory is needed (with --safe: {SAFE_MEGABYTES}; not on Windows)",
    )


@contextmanager
def bounded(command: str, options: Namespace) -> Iterator[None]:
    """Raises BoundError from what runs inside once it has taken too long, or too much memory."""
    safe = bool(options.safe)
    seconds = getattr(options, "max_seconds", None) or (SAFE_SECONDS if safe and command != LONG_LIVED else 0)
    megabytes = getattr(options, "max_memory", None) or (SAFE_MEGABYTES if safe else 0)
    clock = clock_of(seconds)
    try:
        with clock or nullcontext(), limited_memory(megabytes << 20) if megabytes else nullcontext():
            yield
    except KeyboardInterrupt:
        if clock is None or not clock.has_rung:
            raise
        raise BoundError(
            f"it takes more than {seconds} seconds", hint="--max-seconds N gives it more time"
        ) from None
    except MemoryError:
        raise BoundError("there is not enough memory", hint="--max-memory MB sets another bound") from None


def clock_of(seconds: int) -> "Clock | None":
    """None for 0: there is no bound."""
    if not seconds:
        return None
    from onemg_render.cli.clock import Clock  # few runs are bounded

    return Clock(seconds)


@contextmanager
def limited_memory(size: int) -> Iterator[None]:
    """Meanwhile allocations beyond `size` bytes fail, here and, each by itself, in processes started."""
    try:
        import resource
    except ImportError:  # Windows
        yield
        return
    before, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(
        resource.RLIMIT_AS, (size if most == resource.RLIM_INFINITY else min(size, most), most)
    )
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, most))
