"""The entrance of the command line: `onemg` and `python -m onemg_render`."""

import gc
import sys
from typing import Final

FEW_COLLECTIONS: Final = 100_000
"""Objects before the next search for cycles: what modules and a site consist of stays to the end anyway."""


def main() -> None:
    from onemg_render.build.unchanged import answered

    if answered(sys.argv[1:]):
        return
    gc.set_threshold(FEW_COLLECTIONS)
    from onemg_render.cli.main import main as run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
