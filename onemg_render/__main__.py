"""The entrance of the command line: `onemg` and `python -m onemg_render`."""

import atexit
import gc
import os
import sys
from typing import Final

RARELY: Final = 1_000_000
"""Objects before the next search for cycles: what modules and a site consist of stays to the end anyway."""


class Exit:
    """The end of the process: the system takes the memory back, object by object it would take far longer.

    The first to be registered is the last to be called: threads have ended by then, and all else that waits
    for the exit is done. An exit without a `status` is left to Python.
    """

    def __init__(self) -> None:
        self.status: int | None = None
        atexit.register(self)

    def __call__(self) -> None:
        if self.status is None:
            return
        try:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
        except (AttributeError, OSError, ValueError):
            return  # none, or closed, or nobody reads any more: Python knows what to say then
        os._exit(self.status)


def main() -> None:
    """Run the command line of this process, and end the process with its exit code."""
    end = Exit()
    from onemg_render.build.unchanged import answered

    if answered(sys.argv[1:]):
        end.status = 0
        return
    if sys.getfilesystemencoding() != "utf-8":
        begin_again()
    gc.set_threshold(RARELY)
    from onemg_render.cli.main import main as run

    end.status = run(sys.argv[1:])
    sys.exit(end.status)


def begin_again() -> None:
    """The names of files are UTF-8, whatever the locale says: sites are the same everywhere."""
    os.environ["PYTHONUTF8"] = "1"
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


if __name__ == "__main__":
    main()
