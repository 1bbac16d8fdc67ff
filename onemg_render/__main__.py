"""The entrance of the command line: `onemg` and `python -m onemg_render`."""

import gc
import os
import sys
from typing import Final

FEW_COLLECTIONS: Final = 100_000
"""Objects before the next search for cycles: what modules and a site consist of stays to the end anyway."""


def main() -> None:
    from onemg_render.build.unchanged import answered

    if answered(sys.argv[1:]):
        return
    if sys.getfilesystemencoding() != "utf-8":
        begin_again()
    gc.set_threshold(FEW_COLLECTIONS)
    from onemg_render.cli.main import main as run

    sys.exit(run(sys.argv[1:]))


def begin_again() -> None:
    """The names of files are UTF-8, whatever the locale says: sites are the same everywhere."""
    os.environ["PYTHONUTF8"] = "1"
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


if __name__ == "__main__":
    main()
