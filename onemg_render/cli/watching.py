"""What `serve` and `build --watch` share: builds that follow each other, and the end by Ctrl-C."""

import gc
import signal
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Final

from onemg_render.cli.profile import profile
from onemg_render.reporting import Reporter

if TYPE_CHECKING:
    from onemg_render.build.options import BuildOptions, BuildResult
    from onemg_render.serve.session import Build

OFTEN: Final = 100_000
"""Objects before the next search for cycles: a build leaves all of its site in them."""


def repeated(options: Namespace) -> "Build":
    """One more build of the same site each time it is called; only the first one is `--fresh`."""
    from onemg_render.build.pipeline import build
    from onemg_render.build.workshop import Workshop

    gc.set_threshold(OFTEN)
    workshop = Workshop()
    fresh = iter([options.fresh])

    def once(given: Mapping[str, object], chosen: "BuildOptions", messages: Reporter) -> "BuildResult":
        chosen = chosen._replace(fresh=next(fresh, False))
        result = build(config=given, options=chosen, reporter=messages, workshop=workshop)
        if options.profile:
            messages.info("\n".join(profile(result)))
        return result

    return once


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """A block that Ctrl-C and SIGTERM end well."""

    def end(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)
