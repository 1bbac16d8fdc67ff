"""Commands whom permissions bind, also where the tests run as root."""

import os
import shutil
from typing import Final

import pytest

IS_ROOT: Final = hasattr(os, "geteuid") and os.geteuid() == 0
RIGHTS: Final = "-dac_override,-dac_read_search"
WITHOUT_RIGHTS: Final = ("setpriv", "--bounding-set", RIGHTS, "--inh-caps", RIGHTS) if IS_ROOT else ()
"""Goes before a command: root without what lets root read and write everything."""
NEEDS_RIGHTS: Final = pytest.mark.skipif(
    os.name == "nt" or (IS_ROOT and shutil.which("setpriv") is None),
    reason="needs a user whom permissions bind",
)
